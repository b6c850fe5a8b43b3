"""From a span of the text to the rectangles on the page under it."""

import pytest

from matching.documents import Rectangle, read_document, rectangles
from matching.text import Box, Span, Text
from tests.matching.documents.papers import RESUME, resume_pdf

CONTENT = "aaaa bbbb\ncccc dddd\n\neeee\n"
TEXT = Text(
    CONTENT,
    (0, 21),
    (
        Box(Span(0, 9), 0, 100, 700, 185, 712),
        Box(Span(10, 19), 0, 100, 684, 185, 696),
        Box(Span(21, 25), 1, 50, 9, 90, 20),
    ),
)


def test_a_whole_line_is_its_box() -> None:
    assert rectangles(Span(0, 9), TEXT) == (Rectangle(0, 100, 700, 185, 712),)


def test_a_part_of_a_line_takes_its_share_of_the_characters() -> None:
    (found,) = rectangles(Span(5, 9), TEXT)
    assert found == Rectangle(0, 145, 700, 185, 712)


def test_several_lines_are_several_rectangles_also_over_a_page_break() -> None:
    found = rectangles(Span(5, 25), TEXT)
    assert [each.page for each in found] == [0, 0, 1]
    assert found[1] == Rectangle(0, 100, 684, 185, 696)


def test_line_breaks_alone_and_texts_without_geometry_have_no_rectangle() -> None:
    assert rectangles(Span(9, 10), TEXT) == ()
    assert rectangles(Span(0, 9), Text(CONTENT)) == ()


def test_narrow_letters_take_less_room_than_wide_ones() -> None:
    text = Text("iiiiMMMM", boxes=(Box(Span(0, 8), 0, 0, 0, 70, 10),))
    (narrow,) = rectangles(Span(0, 4), text)
    assert narrow.right == pytest.approx(20)


def test_the_place_of_a_word_on_a_real_page_is_off_by_less_than_a_letter() -> None:
    text = read_document(resume_pdf(), name="cv.pdf").text
    start = text.content.index("Northwind")
    (found,) = rectangles(Span(start, start + len("Northwind")), text)
    from reportlab.pdfbase.pdfmetrics import stringWidth

    before = RESUME[2].split("Northwind")[0]
    truth = 60 + stringWidth(before, "Helvetica", 11)
    assert found.left == pytest.approx(truth, abs=7)
    assert found.right == pytest.approx(truth + stringWidth("Northwind", "Helvetica", 11), abs=7)


def test_boxes_of_words_at_one_height_become_one_rectangle() -> None:
    words = (Box(Span(0, 4), 0, 10, 5, 30, 15), Box(Span(5, 9), 0, 90, 5, 110, 15))
    assert rectangles(Span(0, 9), Text("aaaa bbbb", boxes=words)) == (Rectangle(0, 10, 5, 110, 15),)
    assert rectangles(Span(5, 9), Text("aaaa bbbb", boxes=words)) == (Rectangle(0, 90, 5, 110, 15),)
