"""HTML: the text that a browser would show, one line a block, bullets for list entries.

What a page hides by `hidden`, `display:none`, `visibility:hidden`, a font of no size or an opacity of nothing is
kept apart, and white letters where nothing around them has a background. Style sheets are not applied (that needs
a browser); where a page has one, white letters count as visible.
"""

import re
from html.parser import HTMLParser

from matching.documents.flow import Line, flow
from matching.documents.limits import check_length, refuse
from matching.documents.plain import decoded
from matching.values import Document, Hidden

_SILENT = frozenset(
    {"script", "style", "template", "noscript", "head", "svg", "math", "object", "iframe", "select", "textarea"}
)
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
# fmt: off
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "dd", "details", "div", "dl", "dt", "fieldset", "figure",
    "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre",
    "section", "summary", "table", "tbody", "thead", "tr", "ul",
})
# fmt: on
_APART = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "p", "section", "article", "table", "blockquote", "hr"})
_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*[01](?:px|pt|%)?\s*(?:;|$)|opacity\s*:\s*0(?:\.0+)?\s*(?:;|$)"
    r"|(?:^|;)\s*color\s*:\s*transparent\b|(?:left|top|text-indent)\s*:\s*-\d{3,}",
    re.IGNORECASE,
)
_WHITE = re.compile(r"(?:^|;)\s*color\s*:\s*(?:#fff(?:fff)?|white|rgb\(255, *255, *255\))\s*(?:;|$)", re.IGNORECASE)
_PAINTED = re.compile(r"background(?:-color|-image)?\s*:", re.IGNORECASE)


def read_html(content: bytes) -> Document:
    """Read HTML. Raises `UnreadableDocument` when it shows no text."""
    page = _Page()
    page.feed(decoded(content))
    page.close()
    page.end_line()
    check_length(sum(len(line.text) for line in page.lines))
    text = flow([page.lines])
    if not text.content.strip():
        raise refuse("no-text", "This page shows no text. Upload the resume or posting itself.")
    hidden = tuple(Hidden(" ".join(piece.split()), "hidden in the markup", 0) for piece in page.hidden if piece.strip())
    return Document(text, "text/html", hidden, ("hidden-text",) if hidden else ())


class _Page(HTMLParser):
    """Collects lines; a stack of open tags says whether text is shown, hidden or silent."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[Line] = []
        self.hidden: list[str] = []
        self._open: list[tuple[str, str]] = []
        self._line = ""
        self._breaks = True
        self._painted = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS or tag == "br":
            self.end_line()
            self._breaks = self._breaks or tag in _APART
        if tag in ("td", "th") and self._line.strip():
            self._line = self._line.rstrip() + "\t"
        if tag == "li":
            self._line = "• "
        if tag not in _VOID:
            state, style = self._state, dict(attrs).get("style") or ""
            # A style sheet may paint anything: from then on nothing is known to lie on white.
            self._painted += tag == "style" or "bgcolor" in dict(attrs) or bool(_PAINTED.search(style))
            if tag in _SILENT:
                state = "silent"
            elif state == "shown" and (_hides(dict(attrs)) or (_WHITE.search(style) and not self._painted)):
                state = "hidden"
                self.hidden.append("")
            self._open.append((tag, state))

    def handle_endtag(self, tag: str) -> None:
        for index in range(len(self._open) - 1, max(-1, len(self._open) - 50), -1):
            if self._open[index][0] == tag:
                del self._open[index:]
                break
        if tag in _BLOCKS:
            self.end_line()
            self._breaks = self._breaks or tag in _APART

    def handle_data(self, data: str) -> None:
        if self._state == "hidden":
            self.hidden[-1] += data
        elif self._state == "shown":
            pre = any(tag == "pre" for tag, _ in self._open)
            first, *rest = data.split("\n") if pre else [data]
            self._append(first, pre=pre)
            for line in rest:
                self.end_line()
                self._append(line, pre=pre)

    def end_line(self) -> None:
        """Close the line that is being written."""
        text = self._line.strip(" ")
        if text.strip() and text != "•":
            self.lines.append(Line(text, breaks=self._breaks))
            self._breaks = False
        self._line = ""

    @property
    def _state(self) -> str:
        return self._open[-1][1] if self._open else "shown"

    def _append(self, piece: str, *, pre: bool) -> None:
        plain = piece if pre else re.sub(r"[ \t\r\n\f]+", " ", piece)
        if self._line.endswith((" ", "\t")) or not self._line:
            plain = plain.lstrip(" ") if not pre else plain
        self._line += plain


def _hides(attributes: dict[str, str | None]) -> bool:
    return "hidden" in attributes or bool(_HIDING.search(attributes.get("style") or ""))
