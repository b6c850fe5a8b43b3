"""Where a span stands on the page: one rectangle for each line that it touches.

A PDF's text has one box a line, so a place inside a line is found by its share of the characters, wide and narrow
letters weighed apart. That is close enough to lead an eye, and never used to hide anything: what must be covered is
covered by the glyphs themselves (`matching.documents.draw`).
"""

from dataclasses import dataclass, replace

from matching.text import Box, Span, Text

_NARROW = frozenset("ijlIft.,;:'|!()[]/- \u00a0·•")
_WIDE = frozenset("mwMW@%—ABCDEGHKNOQRUVXYZ&")


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A piece of a page: its index from 0, edges in PDF points from the lower left corner."""

    page: int
    left: float
    bottom: float
    right: float
    top: float


def rectangles(span: Span, text: Text) -> tuple[Rectangle, ...]:
    """The rectangles under `span`, line by line in reading order; none where the format has no geometry.

    Boxes may also be those of words: what stands side by side at one height becomes one rectangle.
    """
    found: list[Rectangle] = []
    for box in text.boxes:
        if box.span.overlaps(span):
            part = _part(box, span, text.content)
            beside = found and (found[-1].page, found[-1].bottom, found[-1].top) == (part.page, part.bottom, part.top)
            if beside and found[-1].left <= part.left:
                part = replace(part, left=found.pop().left)
            found.append(part)
    return tuple(found)


def _part(box: Box, span: Span, content: str) -> Rectangle:
    whole = _width(box.span.of(content))
    first, last = max(span.start, box.span.start), min(span.end, box.span.end)
    a_point = (box.right - box.left) / whole if whole else 0.0
    left = box.left + a_point * _width(content[box.span.start : first])
    right = box.left + a_point * _width(content[box.span.start : last])
    return Rectangle(box.page, round(left, 1), round(box.bottom, 1), round(right, 1), round(box.top, 1))


def _width(characters: str) -> float:
    return sum(0.5 if each in _NARROW else 1.25 if each in _WIDE else 1.0 for each in characters)
