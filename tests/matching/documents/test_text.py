# ruff: noqa: RUF001 - characters that look like others are the subject here
"""TXT, Markdown and HTML, the encodings, and the cleaning of a line; and that nothing but a refusal is ever raised."""

import io
import zipfile
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from matching.documents import guess_kind, read_document, wire
from matching.documents.clean import plain_line
from matching.errors import UnreadableDocument
from matching.text import Text
from tests.matching.documents.papers import docx, resume_pdf


def read(content: bytes) -> Text:
    return read_document(content, name="cv").text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_encoding_of_a_text_is_found(encoding: str) -> None:
    assert read("Zoë Müller – engineer\n".encode(encoding)).content == "Zoë Müller – engineer\n"


def test_lines_stay_lines_and_blocks_stay_apart() -> None:
    assert read(b"Ada\r\nEngineer\r\n\r\n\r\nSkills\r\n").content == "Ada\nEngineer\n\nSkills\n"


def test_a_form_feed_begins_a_page() -> None:
    text = read(b"one\ftwo")
    assert text.content[text.page_starts[1] :].strip() == "two"


def test_the_marks_of_markdown_are_taken_off() -> None:
    source = "# Ada Moreno\n**Engineer** at [Northwind](https://north.example)\n\n## Skills\n- Python\n* Go\n\n---\n"
    document = read_document(source.encode(), name="cv.txt")
    assert document.media_type == "text/markdown"
    text = document.text
    assert text.content == "Ada Moreno\n\nEngineer at Northwind\n\nSkills\n\n• Python\n• Go\n"
    assert [(link.span.of(text.content), link.url) for link in text.links] == [("Northwind", "https://north.example")]


def test_names_with_underscores_and_stars_survive_in_plain_text() -> None:
    assert read(b"snake_case_name and 5 * 3 * 2\n").content == "snake_case_name and 5 * 3 * 2\n"


def test_html_is_read_as_a_browser_shows_it() -> None:
    page = (
        "<!doctype html><html><head><title>x</title><style>p{}</style></head><body><h1>Ada&nbsp;Moreno</h1>"
        "<p>Engineer <b>at</b>\n Northwind<br>since 2019</p><ul><li>Python<li>Go</ul>"
        "<table><tr><td>2019</td><td>Engineer</td></tr></table><!-- not me --></body></html>"
    )
    document = read_document(page.encode(), name="cv.txt")
    assert document.media_type == "text/html"
    lines = [line for line in document.text.content.split("\n") if line]
    assert lines == ["Ada Moreno", "Engineer at Northwind", "since 2019", "• Python", "• Go", "2019  Engineer"]


def test_white_letters_in_a_dark_header_of_html_stay() -> None:
    page = (
        b"<html><body><div style='background:#123'><h1 style='color:white'>Ada</h1></div><p>Engineer</p></body></html>"
    )
    assert "Ada" in read(page).content


@pytest.mark.parametrize(
    ("line", "plain"),
    [
        ("\uf0b7 Python", "• Python"),
        ("▪Python", "• Python"),
        ("  –  Python", "• Python"),
        ("o Built a thing", "• Built a thing"),
        ("- 3 engineers", "• 3 engineers"),
        ("-5 °C", "-5 °C"),
        ("e\ufb03cient work\ufb02ow", "efficient workflow"),
        ("â€¢ Donâ€™t", "• Don’t"),
        ("ZoÃ«", "Zoë"),
        ("a\u00a0b\u2003c", "a b c"),
        ("Title \t 2019", "Title  2019"),
        ("x² stays", "x² stays"),
        ("C++ / C#", "C++ / C#"),
    ],
)
def test_a_line_is_made_plain(line: str, plain: str) -> None:
    assert plain_line(line) == plain


def test_a_posting_is_told_from_a_resume() -> None:
    assert guess_kind("We are looking for an engineer. You will own retrieval. What we offer: benefits.") == "posting"
    assert guess_kind("Ada Moreno\nada@example.org\nWork experience\nEngineer 2019 - 2023\nEducation: MSc") == "resume"


def test_a_resume_full_of_benefits_and_a_posting_without_stock_phrases_are_told_apart() -> None:
    resume = "HR coordinator\nSummary\nRan benefits, and benefits again.\nSkills\n01/2019 to 03/2023 Benefits clerk"
    posting = "Wayfare - Lead engineer - Remote\nWe build agents. Our team ships weekly, and we want you to own ours."
    assert (guess_kind(resume), guess_kind(posting)) == ("resume", "posting")


def only_a_refusal(content: bytes) -> None:
    with suppress(UnreadableDocument):
        text = read_document(content, name="cv.pdf").text
        assert all(box.span.of(text.content).strip() for box in text.boxes)
        assert all(text.page_of(box.span.start) == box.page for box in text.boxes)


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from([b"", b"%PDF-1.7\n", b"PK\x03\x04", b"<html>", b"{\\rtf1", b"\xff\xfe", b"\xd0\xcf\x11\xe0"]),
    st.binary(max_size=2000),
)
def test_random_bytes_raise_nothing_but_a_refusal(start: bytes, rest: bytes) -> None:
    only_a_refusal(start + rest)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from([resume_pdf(), docx()]), st.lists(st.tuples(st.floats(0, 1), st.binary(min_size=1, max_size=6))))
def test_a_damaged_file_raises_nothing_but_a_refusal(content: bytes, damages: list[tuple[float, bytes]]) -> None:
    damaged = bytearray(content)
    for place, wrong in damages:
        at = int(place * (len(content) - 8))
        damaged[at : at + len(wrong)] = wrong
    only_a_refusal(bytes(damaged))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_read_as_text_or_refused(text: str) -> None:
    only_a_refusal(text.encode("utf-8", "surrogatepass"))


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=200))
def test_any_text_of_a_docx_part_is_read_or_refused(xml: str) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        file.writestr("word/document.xml", xml.encode("utf-8", "surrogatepass"))
    only_a_refusal(buffer.getvalue())


def test_a_document_crosses_the_wire_unchanged() -> None:
    document = read_document(resume_pdf(), name="cv.pdf")
    assert wire.loads(wire.dumps(document)) == document


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"[]",
        b'{"content": 1}',
        b'{"content": "a", "page_starts": [5], "boxes": [], "media_type": "", "hidden": [], "links": [], "flags": []}',
        b'{"content": "a", "page_starts": [0], "flags": [], "boxes": [[0, 9, 0, 1, 1, 1, 1]], "media_type": ""}',
        b'{"content": "a", "page_starts": [0], "boxes": [], "links": [[0, 9, "x"]], "media_type": "", "hidden": []}',
    ],
)
def test_an_answer_that_is_no_document_is_not_believed(answer: bytes) -> None:
    with pytest.raises(ValueError, match=r".*"):
        wire.loads(answer)
