"""HTML: the text that a browser would show, one line a block, bullets for list entries.

What a page hides by `hidden`, by its style attributes or by plain rules of its style sheets is kept apart, and white
letters where nothing around them has a background. So are comments, but for those of a word that templates write.
"""

import re
from html.parser import HTMLParser

from matching.documents.flow import Line, flow
from matching.documents.limits import check_length, refuse
from matching.documents.links import address_of
from matching.documents.plain import decoded
from matching.documents.styles import Style, Styles, hides, is_painted, is_tiny, is_white
from matching.text import Document, Hidden

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
_COMMENT_WORDS = 3


def read_html(content: bytes) -> Document:
    """Read HTML. Raises `UnreadableDocument` when it shows no text."""
    source = decoded(content)
    page = _Page(Styles.of(source))
    page.feed(source)
    page.close()
    page.end_line()
    check_length(sum(len(line.text) for line in page.lines))
    text = flow([page.lines])
    if not text.content.strip():
        raise refuse("no-text", "This page shows no text. Upload the resume or posting itself.")
    apart = [
        *(("hidden in the markup", piece) for piece in page.hidden),
        *(("comment", each) for each in page.comments),
    ]
    hidden = tuple(Hidden(" ".join(piece.split()), method, 0) for method, piece in apart if piece.strip())
    return Document(text, "text/html", hidden, ("hidden-text",) if hidden else ())


class _Page(HTMLParser):
    """Collects lines; a stack of open tags says whether text is shown, hidden or silent."""

    def __init__(self, styles: Styles) -> None:
        super().__init__(convert_charrefs=True)
        self.styles = styles
        self.lines: list[Line] = []
        self.hidden: list[str] = []
        self.comments: list[str] = []
        self._links: list[tuple[str, str]] = []
        self._url = ""
        self._open: list[tuple[str, str]] = []
        self._line = ""
        self._breaks = True
        self._painted = styles.paints

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS or tag == "br":
            self.end_line()
            self._breaks = self._breaks or tag in _APART
        if tag in ("td", "th") and self._line.strip():
            self._line = self._line.rstrip() + "\t"
        if tag == "li":
            self._line = "• "
        if tag == "a":
            self._url = address_of(dict(attrs).get("href") or "")
        if tag not in _VOID:
            self._open.append((tag, self._state_of(tag, dict(attrs))))

    def _state_of(self, tag: str, attributes: dict[str, str | None]) -> str:
        state, style = self._state, self.styles.style(tag, attributes)
        self._painted = self._painted or "bgcolor" in attributes or is_painted(style)
        if tag in _SILENT:
            return "silent"
        if state == "tiny" and "font-size" in style and not is_tiny(style):
            state = "shown"
        closed = "hidden" in attributes or (tag == "dialog" and "open" not in attributes)
        if state == "shown" and (closed or hides(style) or is_tiny(style) or self._melts(style)):
            self.hidden.append("")
            return "tiny" if is_tiny(style) else "hidden"
        return state

    def _melts(self, style: Style) -> bool:
        return not self._painted and is_white(style)

    def handle_comment(self, data: str) -> None:
        if len(data.split()) >= _COMMENT_WORDS and not data.lstrip().startswith(("[if", "<![")):
            self.comments.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self._url = ""
        for index in range(len(self._open) - 1, max(-1, len(self._open) - 50), -1):
            if self._open[index][0] == tag:
                del self._open[index:]
                break
        if tag in _BLOCKS:
            self.end_line()
            self._breaks = self._breaks or tag in _APART

    def handle_data(self, data: str) -> None:
        if self._state in ("hidden", "tiny"):
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
            self.lines.append(Line(text, breaks=self._breaks, links=tuple(self._links)))
            self._breaks = False
        self._line, self._links = "", []

    @property
    def _state(self) -> str:
        return self._open[-1][1] if self._open else "shown"

    def _append(self, piece: str, *, pre: bool) -> None:
        plain = piece if pre else re.sub(r"[ \t\r\n\f]+", " ", piece)
        if self._line.endswith((" ", "\t")) or not self._line:
            plain = plain.lstrip(" ") if not pre else plain
        self._line += plain
        if self._url and plain.strip():
            words = self._links.pop()[0] if self._links and self._links[-1][1] == self._url else ""
            self._links.append((words + plain, self._url))
