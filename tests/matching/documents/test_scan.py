"""Scans and pictures by OCR where the extra is installed: marked, in reading order, and within their own walls."""

import io
from collections.abc import Callable, Sequence

import pypdfium2 as pdfium
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from matching.documents import FLAGS, read_in_jail
from matching.documents.columns import Fragment
from matching.documents.ocr import has_ocr
from matching.documents.scan import _in_order
from matching.errors import UnreadableDocument
from tests.matching.documents.papers import HEIGHT, RESUME, WIDTH, lines, pdf

MAIN = (
    "Experience",
    "Staff engineer, Northwind, 2019 - 2023",
    "Led the team that ranks answers for readers",
    "Cut the latency of every query by a half",
    "Wrote the tests that all of us still run",
    "Hired three engineers and taught them well",
)
SIDE = ("Skills", "Python and Go", "Vector search", "Kubernetes", "Evaluation", "Quantising")


@pytest.fixture
def ocr() -> None:
    if not has_ocr():
        pytest.skip("The extra `ocr` is not installed.")


def picture(draw: Callable[[Canvas], None]) -> Image.Image:
    document = pdfium.PdfDocument(pdf(draw))
    image = document[0].render(scale=2).to_pil()
    document.close()
    return image


def saved(image: Image.Image, kind: str) -> bytes:
    buffer = io.BytesIO()
    image.convert("RGB").save(buffer, kind)
    return buffer.getvalue()


def scanned(image: Image.Image) -> bytes:
    return pdf(lambda canvas: canvas.drawImage(ImageReader(image), 0, 0, WIDTH, HEIGHT))


def two_columns(canvas: Canvas) -> None:
    lines(MAIN, x=50, top=760, leading=24)(canvas)
    lines(SIDE, x=380, top=760, leading=24)(canvas)


@pytest.mark.usefixtures("ocr")
def test_a_scanned_pdf_is_read_and_says_so() -> None:
    text = (document := read_in_jail(scanned(picture(lines(RESUME, leading=24))), name="cv.pdf")).text
    assert [line for line in text.content.split("\n") if line] == list(RESUME)
    assert "read-by-ocr" in document.flags
    assert document.media_type == "application/pdf"
    assert "OCR" in FLAGS["read-by-ocr"]
    for box in text.boxes:
        assert 55 < box.left < 65
        assert 0 < box.bottom < box.top < HEIGHT


@pytest.mark.usefixtures("ocr")
@pytest.mark.parametrize("degrees", [90, 180])
def test_a_turned_page_is_read_upright_and_its_places_stay_those_of_the_page(degrees: int) -> None:
    image = picture(lines(RESUME, leading=24)).rotate(degrees, expand=True)
    text = read_in_jail(saved(image, "JPEG"), name="cv.jpg").text
    assert [line for line in text.content.split("\n") if line] == list(RESUME)
    first = text.boxes[0]
    # The first line stood at the upper left: a quarter against the clock puts it at the lower left, on its side.
    if degrees == 90:
        assert first.top - first.bottom > first.right - first.left
        assert first.right < image.width / 4
    else:
        assert first.top < image.height / 4
        assert first.right > image.width * 3 / 4


@pytest.mark.usefixtures("ocr")
def test_what_was_recognised_is_less_certain_than_what_was_typed() -> None:
    typed = read_in_jail(pdf(lines(RESUME, leading=24)), name="cv.pdf").text
    read = read_in_jail(scanned(picture(lines(RESUME, leading=24))), name="cv.pdf").text
    assert all(box.sure == 1.0 for box in typed.boxes)
    assert all(0.3 < box.sure <= 0.85 for box in read.boxes)


@pytest.mark.usefixtures("ocr")
def test_the_columns_of_a_picture_are_read_one_after_the_other() -> None:
    document = read_in_jail(saved(picture(two_columns), "JPEG"), name="cv.jpg")
    assert [line for line in document.text.content.split("\n") if line] == [*MAIN, *SIDE]
    assert document.media_type == "image/jpeg"


@pytest.mark.usefixtures("ocr")
def test_a_picture_without_words_is_refused_with_what_to_do() -> None:
    with pytest.raises(UnreadableDocument, match="Upload a text PDF or DOCX"):
        read_in_jail(saved(Image.new("RGB", (400, 400), "white"), "PNG"), name="me.png")


@pytest.mark.usefixtures("ocr")
def test_a_picture_of_more_pixels_than_a_page_has_is_refused_before_it_is_unpacked() -> None:
    with pytest.raises(UnreadableDocument, match="larger than a scanned page") as caught:
        read_in_jail(saved(Image.new("L", (12_000, 12_000)), "PNG"), name="cv.png")
    assert caught.value.slug == "bomb"


@pytest.mark.usefixtures("ocr")
def test_a_scan_of_many_pages_is_refused_with_the_limit() -> None:
    image = picture(lines(RESUME[:1]))
    many = pdf(*[lambda canvas: canvas.drawImage(ImageReader(image), 0, 0, WIDTH, HEIGHT)] * 6)
    with pytest.raises(UnreadableDocument, match="at most 5"):
        read_in_jail(many, name="cv.pdf")


def fragments(texts: Sequence[str], *, x: float) -> list[Fragment]:
    return [
        Fragment(text, x, 700.0 - 20 * row, x + 6 * len(text), 712.0 - 20 * row, 702.0 - 20 * row, 10.0)
        for row, text in enumerate(texts)
    ]


def test_columns_of_running_text_are_told_from_rows_of_titles_and_dates() -> None:
    dates = ("2019 - 2023", "2018 - 2019", "2016 - 2018", "2015 - 2016", "2014 - 2015", "2013 - 2014")
    titles = ("Engineer", "Analyst", "Intern", "Tutor", "Clerk", "Porter")
    assert [each.text for each in _in_order([*fragments(SIDE, x=400), *fragments(MAIN, x=50)])] == [*MAIN, *SIDE]
    rows = [each.text for each in _in_order([*fragments(dates, x=400), *fragments(titles, x=50)])]
    assert rows == [each for pair in zip(titles, dates, strict=True) for each in pair]
