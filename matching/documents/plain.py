"""TXT and Markdown: the encoding found, the marks of Markdown taken off."""

import re

from matching.documents.flow import Line, flow
from matching.documents.limits import UPLOAD_INSTEAD, check_length, refuse
from matching.values import Document

_MARKS = (
    re.compile(r"^#{1,6} \S", re.MULTILINE),
    re.compile(r"\*\*\S[^*\n]*\*\*"),
    re.compile(r"\[[^\]\n]+\]\([^)\s]+\)"),
    re.compile(r"^(?:---+|```\w*)$", re.MULTILINE),
)
_HEADING = re.compile(r"^#{1,6}\s+(.*?)\s*#*$")
_LINK = re.compile(r"!?\[([^\]\n]*)\]\(([^)\s]+)(?:\s+\"[^\"]*\")?\)")
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]+?)(?<=\S)\*(?![\w*])|(?<!\w)_(?=[^\s_])([^_\n]+?)(?<=\S)_(?!\w)")
_RULE = re.compile(r"^\s*(?:-{3,}|\*{3,}|_{3,}|={3,}|```\w*)\s*$")
_TABLE_RULE = re.compile(r"^\s*\|?(?:\s*:?-+:?\s*\|)+\s*:?-*:?\s*$")


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
    markdown = sum(bool(mark.search(text)) for mark in _MARKS) >= 2
    pages = [_lines(page, markdown=markdown) for page in text.replace("\r\n", "\n").replace("\r", "\n").split("\f")]
    read = flow([page for page in pages if page])
    if not read.content.strip():
        raise refuse("no-text", "This file holds no text. Upload the resume or posting itself.")
    return Document(read, "text/markdown" if markdown else "text/plain")


def _lines(page: str, *, markdown: bool) -> list[Line]:
    lines: list[Line] = []
    broken = True
    for raw in page.split("\n"):
        line, heads = _unmarked(raw) if markdown else (raw, False)
        if not line.strip():
            broken = True
            continue
        lines.append(Line(line, breaks=broken or heads))
        broken = heads
    return lines


def _unmarked(line: str) -> tuple[str, bool]:
    if _RULE.match(line) or _TABLE_RULE.match(line):
        return "", False
    heading = _HEADING.match(line)
    line = heading.group(1) if heading else line.removeprefix("> ")
    line = _LINK.sub(lambda m: m[1] if m[1] == m[2] else f"{m[1]} ({m[2]})".strip(), line)
    line = _EMPHASIS.sub(lambda m: m[1] or m[2], _STRONG.sub(r"\2", line)).replace("`", "")
    if line.strip().startswith("|"):
        line = "  ".join(cell.strip() for cell in line.strip().strip("|").split("|"))
    return line, heading is not None
