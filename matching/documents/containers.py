"""ZIP containers: which format one holds, and whether it can be opened safely, before a parser opens it.

Loaded when a file is a container: a child reads one file, and a PDF needs none of this.
"""

import io
import zipfile

from matching.documents.imports.signs import is_linkedin
from matching.documents.limits import MAX_MEMBERS, MAX_RATIO, MAX_UNPACKED, MEGABYTE, refuse
from matching.errors import UnreadableDocument

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
LINKEDIN = "application/zip"

_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument"
_ENCRYPTED = 1
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")


def format_of_zip(content: bytes) -> str:
    """The media type of a DOCX or of a LinkedIn export. Raises `UnreadableDocument` for any other container."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as container:
            members = container.infolist()
            _check_members(members)
            names = {member.filename for member in members}
            if "mimetype" in names and _OPEN_DOCUMENT in container.read("mimetype"):
                raise _open_refusal(container.read("mimetype"))
            if "word/document.xml" not in names:
                if is_linkedin(names):
                    return LINKEDIN
                raise _zip_refusal(names)
            _check_parts(container, members)
    except UnreadableDocument:
        raise
    except Exception as error:  # zipfile raises a dozen kinds for damaged containers, NotImplementedError among them
        raise refuse("damaged", "This file is damaged or incomplete. Save it again and upload the new file.") from error
    return DOCX


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
