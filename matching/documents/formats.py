"""What a file is, found from its bytes and never from its name.

Formats that cannot be read yet are told apart too, so that a person hears what to do ("Save it as DOCX") and
not merely that the file is wrong.
"""

import re
from enum import StrEnum
from importlib import import_module

from matching.documents.limits import UPLOAD_INSTEAD, refuse
from matching.errors import UnreadableDocument


class Format(StrEnum):
    """The formats that are read, by media type."""

    PDF = "application/pdf"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    HTML = "text/html"
    TEXT = "text/plain"
    JSON_RESUME = "application/json"
    LINKEDIN = "application/zip"
    EUROPASS = "application/xml"


_PICTURES = (
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"BM", "BMP"),
)
_HTML = re.compile(
    rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAGS = re.compile(rb"</(?:p|div|li|ul|h[1-6]|span|table|section|strong)>", re.IGNORECASE)
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")


def format_of(content: bytes, *, name: str) -> Format:
    """The format of `content`. Raises `UnreadableDocument` with what to do for every format that is not read."""
    if b"%PDF-" in content[:1024]:
        return Format.PDF
    if content.startswith(b"PK\x03\x04"):
        return Format(import_module("matching.documents.containers").format_of_zip(content))
    refusal = _known_refusal(content, name=name)
    if refusal:
        raise refusal
    if _is_html(content):
        return Format.HTML
    structured = import_module("matching.documents.imports.signs").structured_format(content)
    if structured:
        return Format(structured)
    if not content.startswith(_WIDE_MARKS) and _is_binary(content):
        raise _unknown()
    return Format.TEXT


def _is_binary(content: bytes) -> bool:
    start = content[:4096]
    return b"\x00" in content or sum(byte < 32 and byte not in b"\t\n\r\f\v" for byte in start) > len(start) // 20


def _is_html(content: bytes) -> bool:
    start = content[:65536].removeprefix(b"\xef\xbb\xbf")
    return bool(_HTML.match(start)) or len(_TAGS.findall(start)) >= 3


def _known_refusal(content: bytes, *, name: str) -> UnreadableDocument | None:
    picture = _picture(content)
    if picture:
        shown = f", although its name ends in .{name.rpartition('.')[2].lower()}" if _misnamed(name) else ""
        return refuse("picture", f"This file is a picture ({picture}){shown}. Upload a text PDF or DOCX instead.")
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        if "EncryptedPackage".encode("utf-16-le") in content:
            return refuse("encrypted", "This document is encrypted. Upload a copy without a password.")
        return refuse("old-word", "This is an old Word file (.doc). Save it as DOCX or PDF and upload that.")
    if content.lstrip()[:5] == b"{\\rtf":
        return refuse("rtf", "This is an RTF file. Save it as DOCX or PDF and upload that.")
    if content.startswith((b"\x7fELF", b"MZ", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"%!PS")):
        return _unknown()
    return None


def _picture(content: bytes) -> str:
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "WebP"
    if content[4:8] == b"ftyp" and content[8:12] in (b"heic", b"heix", b"mif1", b"avif"):
        return "HEIC"
    if content[:2] == b"BM" and b"\x00" not in content[:32]:
        return ""
    return next((kind for magic, kind in _PICTURES if content.startswith(magic)), "")


def _misnamed(name: str) -> bool:
    return name.lower().endswith((".pdf", ".docx", ".doc", ".txt", ".md", ".html", ".htm"))


def _unknown() -> UnreadableDocument:
    return refuse("unknown-format", f"This file is in a format that cannot be read. {UPLOAD_INSTEAD}")
