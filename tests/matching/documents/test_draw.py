"""Pages drawn in the jail: the covered picture holds no ink of what it hides, and nothing that nobody read."""

import io
from collections.abc import Callable, Sequence

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from matching.documents import draw_in_jail, read_document, rectangles
from matching.documents.jail import Limits
from matching.documents.pictures import Drawn, drawn
from matching.errors import UnreadableDocument
from matching.text import Box, Span, Text
from tests.matching.documents.papers import HEIGHT, RESUME, WIDTH, lines, pdf, resume_pdf
from tests.matching.documents.test_jail import aborting_pdf, laughing_pdf

NAME = "Ada Moreno"


def _drawn(content: bytes, *hidden: str) -> tuple[tuple[Drawn, ...], Text]:
    text = read_document(content, name="cv.pdf").text
    hide = [Span(at, at + len(each)) for each in hidden for at in _places(text.content, each)]
    return draw_in_jail(content, text=text, hide=hide), text


def _places(content: str, word: str) -> list[int]:
    return [at for at in range(len(content)) if content.startswith(word, at)]


def _colours(picture: bytes, edges: Sequence[float]) -> int:
    """How many colours stand within edges given in points."""
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    scale = image.width / WIDTH
    left, bottom, right, top = edges
    box = (
        int(left * scale) + 1,
        int((HEIGHT - top) * scale) + 1,
        int(right * scale) - 1,
        int((HEIGHT - bottom) * scale) - 1,
    )
    return len(image.crop(box).getcolors(1 << 20) or ())


def test_a_page_has_its_size_in_points_and_two_pictures() -> None:
    (page,), _ = _drawn(resume_pdf())
    assert (round(page.width), round(page.height)) == (595, 842)
    assert Image.open(io.BytesIO(page.whole)).size == Image.open(io.BytesIO(page.covered)).size


def test_the_covered_picture_has_no_ink_of_the_name_and_the_whole_one_has() -> None:
    (page,), text = _drawn(resume_pdf(), NAME)
    (place,) = rectangles(Span(0, len(NAME)), text)
    edges = (place.left, place.bottom, place.right, place.top)
    assert _colours(page.whole, edges) > 2
    assert _colours(page.covered, edges) == 1


def test_what_stands_beside_the_name_stays_readable() -> None:
    (page,), text = _drawn(pdf(lines(["Ada Moreno worked here", "Machine learning engineer"])), NAME)
    (place,) = rectangles(Span(11, 22), text)
    assert _colours(page.covered, (place.left + 5, place.bottom, place.right, place.top)) > 2
    assert _colours(page.covered, (60, 778, 110, 788)) == 1


def test_glyphs_that_do_not_spell_the_line_cover_all_of_it() -> None:
    content = resume_pdf()
    text = read_document(content, name="cv.pdf").text
    first = text.boxes[0]
    wrong = Text(
        "Ada Mor" + text.content[7:],
        text.page_starts,
        (Box(Span(0, 7), 0, first.left, first.bottom, first.right, first.top), *text.boxes[1:]),
    )
    (page,) = draw_in_jail(content, text=wrong, hide=[Span(0, 3)])
    assert _colours(page.covered, (first.left, first.bottom, first.right, first.top)) == 1


def _repeating(canvas: Canvas) -> None:
    canvas.drawString(60, 815, "Ada Moreno, resume")


def test_a_header_that_was_read_once_is_covered_on_every_page() -> None:
    def page(*texts: str) -> Callable[[Canvas], None]:
        def draw(canvas: Canvas) -> None:
            _repeating(canvas)
            lines(texts)(canvas)

        return draw

    pages, _ = _drawn(pdf(page(*RESUME), page("Second page"), page("Third page")), NAME)
    for each in pages:
        assert _colours(each.covered, (60, 813, 112, 824)) == 1


def test_text_that_stands_in_no_line_that_was_read_is_covered() -> None:
    content = pdf(lines(RESUME))
    text = read_document(content, name="cv.pdf").text
    unread = Text(text.content, text.page_starts, text.boxes[1:])
    (page,) = draw_in_jail(content, text=unread, hide=[])
    first = text.boxes[0]
    assert _colours(page.covered, (first.left, first.bottom, first.right, first.top)) == 1


def test_pictures_and_names_drawn_as_shapes_are_left_out() -> None:
    photo = Image.effect_noise((80, 100), 90).convert("RGB")

    def draw(canvas: Canvas) -> None:
        lines(RESUME)(canvas)
        canvas.drawImage(ImageReader(photo), 400, 600, 80, 100)
        path = canvas.beginPath()
        path.moveTo(400, 500)
        for step in range(40):
            path.lineTo(400 + step * 3, 500 + 20 * (step % 2))
        canvas.drawPath(path)

    (page,), _ = _drawn(pdf(draw))
    assert _colours(page.whole, (400, 600, 480, 700)) > 10
    assert _colours(page.covered, (402, 602, 478, 698)) == 1
    assert _colours(page.whole, (400, 500, 510, 520)) > 1
    assert _colours(page.covered, (400, 500, 510, 520)) == 1


@pytest.mark.parametrize(
    ("content", "limits"),
    [
        (laughing_pdf(), Limits(cpu=1)),
        (aborting_pdf(), Limits(memory=200 << 20)),
        (resume_pdf()[:300], Limits()),
        (b"%PDF-1.4 nothing", Limits()),
    ],
    ids=["loop", "bomb", "cut", "empty"],
)
def test_a_hostile_file_ends_in_a_stated_outcome(content: bytes, limits: Limits) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        draw_in_jail(content, text=Text(""), hide=[], limits=limits)
    assert caught.value.sentence


def test_an_answer_that_is_no_picture_is_refused() -> None:
    from matching.documents.pictures import _answer

    for answer in (b"[]\nnonsense", b'[]\n{"pages": [[1, 1, 4, 4, []]]}\nabcdefgh', b'[]\n{"pages": 3}\n', b"[]\n[]\n"):
        with pytest.raises(ValueError):  # noqa: PT011  json.JSONDecodeError is one
            _answer(answer, boxes=())


def test_at_most_twelve_pages_are_drawn() -> None:
    content = pdf(*[lines([f"Page number {number}"]) for number in range(14)])
    answer = drawn(content, b"[]")
    assert answer.count(b"\x89PNG") == 24


def test_words_stand_where_the_page_has_them_also_beyond_a_gap() -> None:
    def draw(canvas: Canvas) -> None:
        lines(RESUME)(canvas)
        canvas.drawString(60, 500, "Ada Moreno")
        canvas.drawRightString(500, 500, "Oslo")

    (page,), text = _drawn(pdf(draw))
    at = {text.boxes[each.line].span.start + each.start: each for each in page.words}
    town = at[text.content.index("Oslo")]
    assert town.right == pytest.approx(500, abs=2)
    assert town.right - town.left < 30


def test_a_bullet_of_another_sign_does_not_hide_where_the_words_stand() -> None:
    content = pdf(lines(["Ada Moreno", "- Trained ranking models"]))
    read = read_document(content, name="cv.pdf").text
    start = read.content.index("Trained")
    text = Text(read.content[: start - 2] + "• " + read.content[start:], read.page_starts, read.boxes)
    (page,) = draw_in_jail(content, text=text, hide=[])
    assert "Trained" in {text.content[text.boxes[each.line].span.start :][each.start : each.end] for each in page.words}
