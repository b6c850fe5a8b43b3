"""What a file is, found from its bytes and never from its name.

Formats that cannot be read yet are told apart too, so that a person hears what to do ("Save it as DOCX") and
not merely that the file is wrong.
"""

import io
import re
import zipfile
from enum import StrEnum

from matching.documents.imports.signs import is_linkedin, structured_format
from matching.documents.limits import MAX_MEMBERS, MAX_RATIO, MAX_UNPACKED, MEGABYTE, UPLOAD_INSTEAD, refuse
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
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument"
_HTML = re.compile(
    rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAGS = re.compile(rb"</(?:p|div|li|ul|h[1-6]|span|table|section|strong)>", re.IGNORECASE)
_ENCRYPTED = 1
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")


def format_of(content: bytes, *, name: str) -> Format:
    """The format of `content`. Raises `UnreadableDocument` with what to do for every format that is not read."""
    if b"%PDF-" in content[:1024]:
        return Format.PDF
    if content.startswith(b"PK\x03\x04"):
        return _zip_format(content)
    refusal = _known_refusal(content, name=name)
    if refusal:
        raise refusal
    if _is_html(content):
        return Format.HTML
    structured = structured_format(content)
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


def _zip_format(content: bytes) -> Format:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as container:
            members = container.infolist()
            _check_members(members)
            names = {member.filename for member in members}
            if "mimetype" in names and _OPEN_DOCUMENT in container.read("mimetype"):
                raise _open_refusal(container.read("mimetype"))
            if "word/document.xml" not in names:
                if is_linkedin(names):
                    return Format.LINKEDIN
                raise _zip_refusal(names)
            _check_parts(container, members)
    except UnreadableDocument:
        raise
    except Exception as error:  # zipfile raises a dozen kinds for damaged containers, NotImplementedError among them
        raise refuse("damaged", "This file is damaged or incomplete. Save it again and upload the new file.") from error
    return Format.DOCX


def _open_refusal(kind: bytes) -> UnreadableDocument:
    if not kind.strip().endswith(b".text"):
        return _zip_refusal({"xl/"})
    return refuse("open-document", "This is an OpenDocument file (.odt). Save it as DOCX or PDF and upload that.")


def _zip_refusal(names: set[str]) -> UnreadableDocument:
    if any(name.startswith(("xl/", "ppt/")) for name in names):
        return refuse(
            "office", "This is a spreadsheet or a slide deck. Save the resume as DOCX or PDF and upload that."
        )
    return refuse(
        "archive",
        "This is an archive (ZIP) and no LinkedIn export, the only one that is read. Unpack it and upload the resume "
        "inside as PDF or DOCX.",
    )


def _check_members(members: list[zipfile.ZipInfo]) -> None:
    if any(member.flag_bits & _ENCRYPTED for member in members):
        raise refuse("encrypted", "This document is encrypted. Upload a copy without a password.")
    if any(_leads_out(member.filename) for member in members):
        raise refuse(
            "archive-path", "This archive names files outside of itself. Pack it again, or upload a PDF or DOCX."
        )
    if len(members) > MAX_MEMBERS:
        raise _bomb(f"it holds {len(members):,} parts")
    unpacked = sum(member.file_size for member in members)
    if unpacked > MAX_UNPACKED:
        raise _bomb(f"it unpacks to {unpacked / MEGABYTE:,.0f} MB")
    packed = sum(member.compress_size for member in members)
    if unpacked > MAX_RATIO * max(packed, 1):
        raise _bomb(f"it unpacks to {unpacked // max(packed, 1):,} times its size")


def _leads_out(name: str) -> bool:
    """True for a member that an unpacker could write elsewhere. Nothing is unpacked here; honest archives have none."""
    return name.startswith(("/", "\\")) or ".." in name.replace("\\", "/").split("/")


def _check_parts(container: zipfile.ZipFile, members: list[zipfile.ZipInfo]) -> None:
    read = 0
    for member in members:
        if not member.filename.endswith((".xml", ".rels")):
            continue
        with container.open(member) as part:
            xml = part.read(MAX_UNPACKED + 1)
        read += len(xml)
        if read > MAX_UNPACKED:
            raise _bomb("its parts are larger than they say")
        plain = xml.decode("utf-16", "ignore").encode() if xml[:2] in _WIDE_MARKS else xml
        if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
            raise refuse(
                "doctype", "This document declares a DOCTYPE, which Word never writes. Save it again from Word as DOCX."
            )


def _bomb(because: str) -> UnreadableDocument:
    return refuse("bomb", f"This document cannot be opened safely: {because}. Save it again as a plain DOCX or PDF.")
