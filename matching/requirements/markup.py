"""The HTML of a posting as text that keeps its shape: headings, bullets, and one block a line.

Boards send HTML whose entities are escaped, sometimes twice. What looks like a heading on the page (a heading tag, or
a line that is bold from end to end) is marked as one, because the shape of an ad says what it asks for.
"""

import html
import re
from html.parser import HTMLParser

_TAG = re.compile(r"<(?:/?[a-z][a-z0-9]*)\b[^>]*>", re.IGNORECASE)
_SHOWN = re.compile(
    r"<(?:p|div|br|ul|ol|li|h[1-6]|strong|b|em|i|u|span|table|section|article|html|body)(?:\s[^<>]*)?/?>", re.IGNORECASE
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = frozenset(
    {"p", "div", "ul", "ol", "table", "tr", "section", "article", "header", "footer", "blockquote", "dl", "dt", "dd"}
)
_SILENT = frozenset({"script", "style", "template", "head", "noscript"})
_BOLD = frozenset({"b", "strong"})
_UNESCAPES = 4
_LONGEST_HEADING = 90
_LONGEST_LEAD = 40
_CUT_OFF = re.compile(r"<[a-z/][^<>]*$", re.IGNORECASE)
_ENTRIES = re.compile(r"(?<=\S)\n{2,}(?=- )")
_BLANKS = re.compile(r"\n{3,}")
_SIGNS = re.compile(r"\s+")
_BULLET_SIGN = re.compile(r"[•●▪◦·‣∙*]\s*")


def text_of(content: str) -> str:
    """The text of a posting's HTML, `## ` before headings and `- ` before list entries; plain text stays as it is."""
    markup = _unescaped(content)
    if not _TAG.search(markup):
        return html.unescape(markup).strip()
    page = _Page()
    page.feed(_CUT_OFF.sub("", markup))
    page.close()
    page.end_line()
    text = _ENTRIES.sub("\n", "\n".join(page.lines))
    return _BLANKS.sub("\n\n", text).strip()


def is_markup(content: str) -> bool:
    """True for HTML, escaped or not; "List<int>" and "<name>" in a plain text are none."""
    return _SHOWN.search(_unescaped(content)) is not None


def _unescaped(content: str) -> str:
    """The content with its entities resolved until tags show, as often as a board may have escaped them."""
    for _ in range(_UNESCAPES):
        if _TAG.search(content) or "&" not in content:
            return content
        content = html.unescape(content)
    return content


class _Page(HTMLParser):
    """Collects lines; knows whether a line is a heading, a list entry, or bold from end to end."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self._pieces: list[tuple[str, bool]] = []
        self._bold = self._silent = self._heading = 0
        self._listed = self._introduces = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a tag: blocks end the line before them."""
        self._silent += tag in _SILENT
        self._bold += tag in _BOLD
        if tag in _HEADINGS or tag in _BLOCKS or tag in ("li", "br", "hr"):
            keeps_mark = tag in _BLOCKS and self._listed and not self._shown()
            self._introduces = tag in ("ul", "ol") and self._listed
            self.end_line(listed=keeps_mark)
        self._heading += tag in _HEADINGS
        if tag == "li":
            self._listed = True

    def handle_endtag(self, tag: str) -> None:
        """Close a tag: blocks end their line."""
        if tag in _HEADINGS or tag in _BLOCKS or tag == "li":
            self.end_line()
        self._silent = max(0, self._silent - (tag in _SILENT))
        self._heading = max(0, self._heading - (tag in _HEADINGS))
        self._bold = max(0, self._bold - (tag in _BOLD))

    def handle_data(self, data: str) -> None:
        """Keep text that is shown."""
        if not self._silent:
            self._pieces.append((html.unescape(data), bool(self._bold)))

    def end_line(self, *, listed: bool = False) -> None:
        """Close the line and mark what it is."""
        text = self._shown()
        if text:
            self.lines += self._marked(text)
        elif self.lines and self.lines[-1] and not listed:
            self.lines.append("")
        self._pieces = []
        self._listed, self._introduces = listed, False

    def _shown(self) -> str:
        return _SIGNS.sub(" ", "".join(piece for piece, _ in self._pieces)).strip()

    def _marked(self, text: str) -> list[str]:
        bold = all(is_bold for piece, is_bold in self._pieces if piece.strip())
        if self._listed and self._introduces and len(text) <= _LONGEST_LEAD:
            return [f"{text.rstrip(':')}:", ""]
        if self._listed:
            return [f"- {_BULLET_SIGN.sub('', text, count=1) if _BULLET_SIGN.match(text) else text}"]
        if (self._heading or bold) and len(text) <= _LONGEST_HEADING and not _BULLET_SIGN.match(text):
            return ["", f"## {text}", ""]
        sign = _BULLET_SIGN.match(text)
        return [f"- {text[sign.end() :]}"] if sign else [text, ""]
