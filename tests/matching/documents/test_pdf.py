"""PDF: reading order, offsets, pages, boxes, hyphens and furniture."""

from collections.abc import Callable

import pytest
from reportlab.pdfgen.canvas import Canvas

from matching.documents import read_document
from matching.documents.pdfium import ENCRYPTED, PdfFile, PdfiumError
from matching.values import Document
from tests.matching.documents.papers import HEIGHT, RESUME, WIDTH, lines, pdf, resume_pdf

LEFT = ("Skills", "Python and Go", "Vector search", "Kubernetes", "Evaluation", "Quantising")
RIGHT = (
    "Experience",
    "Staff engineer, Northwind",
    "Led the ranking team",
    "Cut latency by half",
    "Wrote the tests",
    "Hired three",
)


def read(content: bytes) -> Document:
    return read_document(content, name="cv.pdf")


def test_each_visible_line_is_one_line_of_the_text() -> None:
    assert read(resume_pdf()).text.content.split("\n")[:-1] == list(RESUME)


def test_two_columns_are_read_one_after_the_other() -> None:
    def draw(canvas: Canvas) -> None:
        lines(LEFT, x=50, top=700)(canvas)
        lines(RIGHT, x=230, top=700)(canvas)

    content = read(pdf(draw)).text.content
    assert content.index(LEFT[-1]) < content.index(RIGHT[0])
    assert [line for line in content.split("\n") if line] == [*LEFT, *RIGHT]


def test_columns_that_a_file_draws_row_by_row_are_told_apart_by_their_baselines() -> None:
    def draw(canvas: Canvas) -> None:
        for index in range(6):
            canvas.drawString(50, 700 - 17 * index, LEFT[index])
            canvas.drawString(230, 706 - 23 * index, RIGHT[index])

    assert [line for line in read(pdf(draw)).text.content.split("\n") if line] == [*LEFT, *RIGHT]


def test_a_heading_across_both_columns_comes_before_them() -> None:
    def draw(canvas: Canvas) -> None:
        lines(RIGHT, x=230, top=700)(canvas)
        lines(LEFT, x=50, top=700)(canvas)
        canvas.drawString(50, 760, "Ada Moreno, machine learning engineer for retrieval and ranking systems")

    content = read(pdf(draw)).text.content
    assert content.startswith("Ada Moreno")
    assert content.index(LEFT[-1]) < content.index(RIGHT[0])


def test_a_title_and_its_date_at_the_right_edge_stay_one_line() -> None:
    def draw(canvas: Canvas) -> None:
        for index, (title, dates) in enumerate(
            [("Engineer", "2019 - 2023"), ("Analyst", "2016 - 2019"), ("Intern", "2015")]
        ):
            canvas.drawString(60, 700 - 60 * index, title)
            canvas.drawRightString(530, 700 - 60 * index, dates)
            canvas.drawString(60, 684 - 60 * index, "Built the pipeline that everybody used afterwards.")

    content = read(pdf(draw)).text.content
    assert "Engineer  2019 - 2023\n" in content
    assert "Intern  2015\n" in content


def test_words_set_apart_without_a_space_are_separate_words() -> None:
    def draw(canvas: Canvas) -> None:
        x = 60.0
        for word in ("developer", "with", "five", "years", "of", "experience"):
            canvas.drawString(x, 700, word)
            x += canvas.stringWidth(word, "Helvetica", 11) + 2.6

    assert read(pdf(draw)).text.content == "developer with five years of experience\n"


def test_boxes_lie_on_the_page_and_their_spans_in_the_text() -> None:
    text = read(pdf(lines(RESUME), lines(["Publications", "On ranking"]))).text
    assert len(text.boxes) == len(RESUME) + 2
    for box in text.boxes:
        assert box.span.of(text.content).strip()
        assert text.page_of(box.span.start) == box.page
        assert 0 <= box.left < box.right <= 595
        assert 0 <= box.bottom < box.top <= 842


def test_a_page_begins_where_the_text_says_it_begins() -> None:
    text = read(pdf(lines(["First"]), lines(["Second"]))).text
    assert text.content[text.page_starts[1] :].strip() == "Second"


def test_a_rotated_page_is_read_upright() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setPageRotation(90)
        canvas.translate(HEIGHT, 0)
        canvas.rotate(90)
        lines(RESUME)(canvas)

    text = read(pdf(draw)).text
    assert text.content.split("\n")[:-1] == list(RESUME)
    assert all(60 <= box.left < box.right <= WIDTH and 690 < box.bottom < box.top < 790 for box in text.boxes)


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_text_that_runs_sideways_is_read_line_by_line(turn: int) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.translate(WIDTH / 2, HEIGHT / 2)
        canvas.rotate(turn)
        lines(RESUME, x=-180, top=150)(canvas)

    text = read(pdf(draw)).text
    assert text.content.split("\n")[:-1] == list(RESUME)
    assert all(0 < box.left < box.right < WIDTH and 0 < box.bottom < box.top < HEIGHT for box in text.boxes)
    first, last = text.boxes[0], text.boxes[-1]
    assert {90: first.right < last.left, 180: first.top < last.bottom, 270: first.left > last.right}[turn]


def test_a_label_that_runs_up_the_margin_comes_after_the_text() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.translate(30, 400)
        canvas.rotate(90)
        canvas.drawString(0, 0, "Curriculum vitae")
        canvas.restoreState()
        lines(RESUME)(canvas)

    assert read(pdf(draw)).text.content.split("\n\n") == ["\n".join(RESUME), "Curriculum vitae\n"]


def test_a_running_header_is_read_once_and_page_numbers_not_at_all() -> None:
    def draw(number: int) -> Callable[[Canvas], None]:
        def on(canvas: Canvas) -> None:
            canvas.drawString(60, 815, "Ada Moreno, ada@example.org")
            canvas.drawString(280, 30, f"Page {number} of 3")
            lines([f"Body of part {number}", "More text"], top=600)(canvas)

        return on

    document = read(pdf(*[draw(number) for number in (1, 2, 3)]))
    assert document.text.content.count("Ada Moreno") == 1
    assert "Page" not in document.text.content
    assert "repeated-lines-left-out" in document.flags


def test_a_word_cut_at_the_end_of_a_line_is_made_whole_only_where_that_is_safe() -> None:
    content = read(pdf(lines(["We love develop-", "ment and fine-", "tuning of models"]))).text.content
    assert content == "We love development\nand fine-tuning\nof models\n"


@pytest.mark.parametrize(
    ("line", "below", "joined"),
    [
        ("drew the archi-", "tecture of it", "architecture"),
        ("ran it on Kuber-", "netes for years", "Kubernetes"),
        ("an end-to-", "end test of it", "end-to-end"),
        ("used a pre-", "trained model", "pre-trained"),
        ("ran cross-", "functional groups", "cross-functional"),
        ("state-of-the-", "art models", "state-of-the-art"),
    ],
)
def test_a_hyphen_goes_only_where_neither_half_can_stand_for_itself(line: str, below: str, joined: str) -> None:
    assert joined in read(pdf(lines([line, below]))).text.content


def test_a_cut_word_that_stands_whole_elsewhere_loses_its_hyphen() -> None:
    content = read(pdf(lines(["Retrieval came first. Retri-", "eval came last."]))).text.content
    assert content == "Retrieval came first. Retrieval\ncame last.\n"


def test_odd_bullets_become_one_kind() -> None:
    def draw(canvas: Canvas) -> None:
        lines(["\u2022 first", "\u2013 second", "- third", "* fourth", "2019 - 2020"])(canvas)

    assert read(pdf(draw)).text.content.split("\n")[:5] == ["• first", "• second", "• third", "• fourth", "2019 - 2020"]


def test_an_incomplete_file_is_read_with_a_flag() -> None:
    whole = resume_pdf()
    document = read(whole[: whole.rindex(b"%%EOF")])
    assert document.flags == ("incomplete-file",)


def test_places_count_from_the_corner_of_the_page_as_it_is_cropped() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setCropBox((20, 30, WIDTH - 10, HEIGHT - 5))
        lines(RESUME)(canvas)

    whole, cropped = read(resume_pdf()).text, read(pdf(draw)).text
    assert cropped.content == whole.content
    for before, after in zip(whole.boxes, cropped.boxes, strict=True):
        assert (after.left, after.bottom) == pytest.approx((before.left - 20, before.bottom - 30), abs=0.11)


def test_each_letter_of_another_look_is_told_with_its_own_size() -> None:
    def draw(canvas: Canvas) -> None:
        x = 60.0
        for index, letter in enumerate("Retrieval"):
            canvas.setFont("Helvetica", 11 + index % 3)
            canvas.drawString(x, 700, letter)
            x += canvas.stringWidth(letter, "Helvetica", 11 + index % 3)

    assert read(pdf(draw)).text.content == "Retrieval\n"


def test_a_second_set_of_columns_is_read_after_the_first() -> None:
    def draw(canvas: Canvas) -> None:
        for top, number in ((700, 1), (500, 2)):
            lines([f"{text} {number}" for text in LEFT], x=50, top=top)(canvas)
            lines([f"{text} {number}" for text in RIGHT], x=230, top=top)(canvas)

    told = [line for line in read(pdf(draw)).text.content.split("\n") if line]
    assert told == [f"{text} {number}" for number in (1, 2) for text in (*LEFT, *RIGHT)]


def test_a_file_that_pdfium_cannot_open_says_why() -> None:
    with pytest.raises(PdfiumError) as caught:
        PdfFile(b"%PDF-1.4 nothing")
    assert caught.value.code not in (0, *ENCRYPTED)


def test_a_page_that_is_not_there_is_none() -> None:
    file = PdfFile(resume_pdf())
    assert file.page(7) is None
    file.close()
