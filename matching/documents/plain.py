"""TXT and Markdown: the encoding found, the lines as they are, or as Markdown means them."""

from matching.documents.flow import Line, flow
from matching.documents.limits import MAX_PAGES, UPLOAD_INSTEAD, check_length, refuse
from matching.documents.markdown import Markdown, is_markdown
from matching.text import Document, Hidden


def decoded(content: bytes) -> str:
    """The text of `content`: a byte-order mark is believed, then UTF-8, then cp1252."""
    if content.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")):
        encodings: tuple[str, ...] = ("utf-32",)
    elif content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ("utf-16",)
    else:
        encodings = ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeError:
            continue
    raise refuse(
        "unknown-encoding", "The characters of this text file cannot be read. Save it as UTF-8 and upload that."
    )


def read_plain(content: bytes) -> Document:
    """Read TXT or Markdown. Raises `UnreadableDocument` when it is not text."""
    text = decoded(content)
    check_length(len(text))
    controls = sum(c < " " and c not in "\t\n\r\f\v" for c in text)
    if controls > max(3, len(text) // 100):
        raise refuse("unknown-format", f"This file is in a format that cannot be read. {UPLOAD_INSTEAD}")
    pages = text.replace("\r\n", "\n").replace("\r", "\n").split("\f")
    markdown = Markdown() if is_markdown(text) else None
    sheets = [lines for page in pages if (lines := markdown.lines(page) if markdown else _lines(page))]
    if len(sheets) > MAX_PAGES:
        raise refuse("too-many-pages", f"This text has {len(sheets):,} pages. Upload one of at most {MAX_PAGES}.")
    read = flow(sheets)
    if not read.content.strip():
        raise refuse("no-text", "This file holds no text. Upload the resume or posting itself.")
    if markdown is None:
        return Document(read, "text/plain")
    hidden = tuple(Hidden(" ".join(each.split()), "comment", 0) for each in markdown.hidden if each.strip())
    return Document(read, "text/markdown", hidden, ("hidden-text",) if hidden else ())


def _lines(page: str) -> list[Line]:
    lines: list[Line] = []
    broken = True
    for line in page.split("\n"):
        if line.strip():
            lines.append(Line(line, breaks=broken))
        broken = not line.strip()
    return lines
