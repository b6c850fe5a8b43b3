"""Every file that cannot be read is refused with a slug and a sentence that says what to do."""

import io
import zipfile

import pytest
from pypdf import PdfReader, PdfWriter
from reportlab.pdfgen.canvas import Canvas

from matching.documents import read_document
from matching.documents.formats import Format, format_of
from matching.errors import UnreadableDocument
from tests.matching.documents.papers import docx, lines, pdf, resume_pdf, with_part

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 64


def refusal(content: bytes, name: str = "cv.pdf") -> UnreadableDocument:
    with pytest.raises(UnreadableDocument) as caught:
        read_document(content, name=name)
    return caught.value


def outcome_of(content: bytes) -> set[str]:
    """The slug of the refusal, or the flags of the document."""
    try:
        return set(read_document(content, name="cv.pdf").flags)
    except UnreadableDocument as error:
        return {error.slug}


def archive(*members: tuple[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, part in members:
            file.writestr(name, part)
    return buffer.getvalue()


def test_an_empty_file_is_named_as_empty() -> None:
    error = refusal(b"")
    assert (error.slug, "0 bytes" in error.sentence) == ("empty-file", True)


def test_a_file_over_the_limit_is_told_its_size_and_the_limit() -> None:
    error = refusal(b"%PDF-1.4" + b" " * (50 * 1024 * 1024 - 8))
    assert error.sentence == "This file has 50.0 MB. Upload one of at most 10 MB."


def test_a_picture_renamed_to_pdf_is_called_a_picture() -> None:
    error = refusal(PNG)
    assert error.slug == "picture"
    assert error.sentence.startswith("This file is a picture (PNG), although its name ends in .pdf.")


@pytest.mark.parametrize(
    ("content", "slug", "hint"),
    [
        (b"\xff\xd8\xff\xe0" + b"\0" * 30, "picture", "text PDF or DOCX"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old-word", "Save it as DOCX or PDF"),
        (b"{\\rtf1\\ansi Ada Moreno}", "rtf", "Save it as DOCX or PDF"),
        (archive(("mimetype", b"application/vnd.oasis.opendocument.text")), "open-document", "Save it as DOCX or PDF"),
        (archive(("xl/workbook.xml", b"<a/>")), "office", "DOCX or PDF"),
        (archive(("cv.txt", b"Ada")), "archive", "Unpack it"),
        (b"\x7fELF\x02\x01\x01" + b"\0" * 40, "unknown-format", "Upload a PDF"),
        (bytes(range(256)) * 4, "unknown-format", "Upload a PDF"),
        (b"   \n\n  ", "no-text", "Upload the resume"),
        (b"PK\x03\x04 and then nothing of a container", "damaged", "Save it again"),
    ],
)
def test_a_format_that_is_not_read_is_refused_with_what_to_do(content: bytes, slug: str, hint: str) -> None:
    error = refusal(content)
    assert error.slug == slug
    assert hint in error.sentence


def test_an_encrypted_pdf_asks_for_a_copy_without_a_password() -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(resume_pdf())))
    writer.encrypt("secret", algorithm="RC4-128")
    buffer = io.BytesIO()
    writer.write(buffer)
    error = refusal(buffer.getvalue())
    assert error.sentence == "This PDF is encrypted. Upload a copy without a password."


def test_a_scan_without_a_text_layer_asks_for_a_text_pdf() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rect(50, 50, 400, 600, fill=1)

    error = refusal(pdf(draw))
    assert error.slug == "no-text-layer"
    assert "upload a text PDF or DOCX" in error.sentence


def test_a_pdf_with_too_many_pages_is_refused() -> None:
    assert refusal(pdf(*[lines(["page"])] * 101)).slug == "too-many-pages"


def test_a_text_of_fifty_thousand_pages_is_refused_and_empty_pages_do_not_count() -> None:
    assert refusal(b"a\f" * 50_000).slug == "too-many-pages"
    assert read_document(b"Ada Moreno" + b"\f" * 50_000, name="cv.txt").text.page_starts == (0,)


def test_a_pdf_whose_stream_unpacks_without_end_is_refused_before_it_is_parsed() -> None:
    import zlib

    packed = zlib.compress(b"\0" * (80 << 20), 9)
    bomb = b"%PDF-1.4\n1 0 obj\n<</Length 1/Filter/FlateDecode>>\nstream\n" + packed + b"\nendstream\nendobj\n%%EOF"
    assert refusal(bomb).slug == "bomb"


def test_a_docx_that_unpacks_to_a_hundred_times_its_size_is_refused() -> None:
    error = refusal(with_part(docx(), "word/media/zero.bin", b"\0" * (40 << 20)), "cv.docx")
    assert error.slug == "bomb"
    assert "times its size" in error.sentence


def test_a_docx_with_too_many_parts_is_refused() -> None:
    parts = [(f"word/{number}.xml", b"<a/>") for number in range(2001)]
    error = refusal(archive(("word/document.xml", b"<a/>"), *parts), "cv.docx")
    assert error.slug == "bomb"
    assert "parts" in error.sentence


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_docx_with_a_doctype_is_refused(encoding: str) -> None:
    xml = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'.encode(encoding)
    assert refusal(with_part(docx(), "word/extra.xml", xml), "cv.docx").slug == "doctype"


@pytest.mark.parametrize("share", range(1, 10))
def test_a_truncated_pdf_is_refused_or_read_with_a_flag(share: int) -> None:
    whole = pdf(lines(["Ada Moreno"] * 40), lines(["Second page"] * 40))
    outcome = outcome_of(whole[: len(whole) * share // 10])
    assert outcome & {"damaged", "no-text-layer", "incomplete-file"}


@pytest.mark.parametrize("share", range(1, 10))
def test_a_truncated_docx_is_refused(share: int) -> None:
    whole = docx()
    assert refusal(whole[: len(whole) * share // 10], "cv.docx").slug == "damaged"


@pytest.mark.parametrize("name", ["../../etc/Profile.csv", "/etc/Profile.csv", "word/../../x.xml", "..\\x.xml"])
def test_an_archive_that_names_files_outside_of_itself_is_refused(name: str) -> None:
    assert refusal(archive(("word/document.xml", b"<a/>"), (name, b"a")), "cv.docx").slug == "archive-path"


def test_comments_before_a_text_are_looked_through_once() -> None:
    assert format_of(b"<!-- -->" * 5_000 + b"x", name="cv.txt") is Format.TEXT
