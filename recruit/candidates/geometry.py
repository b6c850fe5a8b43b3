"""The text of a resume, its lines on its pages and its links: stored short, given back as a Text."""

from dataclasses import dataclass, replace

from matching.documents import rectangles
from matching.text import Box, Link, Span, Text
from recruit.candidates.models import DrawnPage, Resume

Row = tuple[float, ...]
_MARGIN = 1.5


def rows_of(text: Text) -> list[Row]:
    """The boxes of a text as numbers, to a tenth of a point."""
    return [
        (
            each.span.start,
            each.span.end,
            each.page,
            round(each.left, 1),
            round(each.bottom, 1),
            round(each.right, 1),
            round(each.top, 1),
            # typed text, which is certain, needs no number
            *([each.sure] if each.sure < 1 else []),
        )
        for each in text.boxes
    ]


def text_of(resume: Resume) -> Text:
    """The document's text with its pages and boxes, without what people stated behind it."""
    end = resume.document_length
    boxes = tuple(Box(Span(start, end), page, *edges) for start, end, page, *edges in resume.boxes)
    pages = tuple(each for each in resume.pages if each < end) or (0,)
    links = tuple(Link(Span(first, last), url) for first, last, url in resume.links)
    return Text(resume.text[:end], pages, boxes, links)


@dataclass(frozen=True, slots=True)
class Patch:
    """A piece of a page as a picture measures it: points from the upper left corner."""

    x: float
    y: float
    width: float
    height: float


def words_of(page: DrawnPage, text: Text) -> Text:
    """The text with the boxes of this page alone, by the word where the drawing found the words, else by the line."""
    words: dict[int, list[Box]] = {}
    for line, start, end, left, right in page.words:
        box = text.boxes[line]
        span = Span(box.span.start + start, box.span.start + end)
        words.setdefault(line, []).append(replace(box, span=span, left=left, right=right))
    own = [number for number, box in enumerate(text.boxes) if box.page == page.number]
    return replace(text, boxes=tuple(each for number in own for each in words.get(number, [text.boxes[number]])))


def patches_on(page: DrawnPage, span: Span, *, text: Text, margin: float = _MARGIN) -> tuple[Patch, ...]:
    """What of a span stands on this page, wider than the ink by the margin. `text` has the boxes of the page."""
    return tuple(
        Patch(
            round(each.left - margin, 1),
            round(page.height - each.top - margin, 1),
            round(each.right - each.left + 2 * margin, 1),
            round(each.top - each.bottom + 2 * margin, 1),
        )
        for each in rectangles(span, text)
        if each.page == page.number
    )
