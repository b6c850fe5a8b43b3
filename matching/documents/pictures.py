"""Pictures of a PDF's pages, drawn in the jail: what is asked and what is answered, on both sides of the wall.

Drawing a file is reading it once more, so it has the same walls as reading. What comes back is checked for being PNG
of a stated size and is never opened here; pages serve it as a picture and as nothing else.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass
from functools import partial
from importlib import import_module
from typing import Any

from matching.documents.jail import LIMITS, Limits, errand
from matching.documents.limits import refuse
from matching.text import Box, Span, Text

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_LARGEST = 4000


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a line (by the number of its box), its characters within the line, and its edges in points."""

    line: int
    start: int
    end: int
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Drawn:
    """One page: its size in points, two PNG pictures of it, and where its words stand."""

    width: float
    height: float
    whole: bytes
    covered: bytes
    words: tuple[Word, ...] = ()


Edges = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Line:
    """A line that was read: its page, edges, characters, and which of them must be hidden (half-open ranges)."""

    number: int
    page: int
    edges: Edges
    text: str
    hidden: tuple[tuple[int, int], ...]


def draw_in_jail(content: bytes, *, text: Text, hide: Sequence[Span], limits: Limits = LIMITS) -> tuple[Drawn, ...]:
    """The first pages of a PDF as pictures, whole and with `hide` covered. `text` is what was read of the same file.

    Raises `UnreadableDocument` when the file cannot be drawn within the limits; its text can still be shown.
    """
    return errand("draw", content, asked=_asked(text, hide), take=partial(_answer, boxes=text.boxes), limits=limits)


def drawn(content: bytes, asked: bytes) -> bytes:
    """What the child answers: a line that says how long each picture is, then the pictures."""
    lines = [
        Line(number, page, tuple(edges), text, tuple((start, end) for start, end in hidden))
        for number, (page, edges, text, hidden) in enumerate(json.loads(asked))
    ]
    # by name, because web processes load this module too and draw nothing
    pages: tuple[Drawn, ...] = import_module("matching.documents.draw").draw_pages(content, lines=lines)
    sizes = [
        [each.width, each.height, len(each.whole), len(each.covered), [astuple(word) for word in each.words]]
        for each in pages
    ]
    return json.dumps({"pages": sizes}).encode() + b"\n" + b"".join(each.whole + each.covered for each in pages)


def _asked(text: Text, hide: Sequence[Span]) -> bytes:
    lines = []
    for box in text.boxes:
        inside = [
            (max(each.start, box.span.start) - box.span.start, min(each.end, box.span.end) - box.span.start)
            for each in hide
            if each.overlaps(box.span)
        ]
        lines.append([box.page, [box.left, box.bottom, box.right, box.top], box.span.of(text.content), inside])
    return json.dumps(lines).encode()


def _answer(answer: bytes, *, boxes: Sequence[Box]) -> tuple[Drawn, ...]:
    _, _, rest = answer.partition(b"\n")
    head, _, pictures = rest.partition(b"\n")
    value: Any = json.loads(head)
    if not isinstance(value, dict):
        raise ValueError("The answer is not an object.")
    if "sentence" in value:
        raise refuse(str(value["slug"])[:60], str(value["sentence"])[:500])
    try:
        return tuple(_pages(value["pages"], pictures, boxes))
    except (KeyError, TypeError) as error:
        raise ValueError("The answer holds no pages.") from error


def _pages(sizes: Sequence[Sequence[Any]], pictures: bytes, boxes: Sequence[Box]) -> Iterator[Drawn]:
    position = 0
    for width, height, whole, covered, words in sizes:
        middle, end = position + int(whole), position + int(whole) + int(covered)
        found = tuple(_word(boxes, *each) for each in words)
        yield Drawn(float(width), float(height), _png(pictures[position:middle]), _png(pictures[middle:end]), found)
        position = end


def _word(boxes: Sequence[Box], line: int, start: int, end: int, left: float, right: float) -> Word:
    if not 0 <= line < len(boxes) or not 0 <= start < end <= boxes[line].span.end - boxes[line].span.start:
        raise ValueError("The words do not fit the lines.")
    return Word(int(line), int(start), int(end), float(left), float(right))


def _png(picture: bytes) -> bytes:
    if picture[:8] != _SIGNATURE or picture[12:16] != b"IHDR":
        raise ValueError("The answer is not a PNG picture.")
    width, height = int.from_bytes(picture[16:20], "big"), int.from_bytes(picture[20:24], "big")
    if not 0 < width <= _LARGEST or not 0 < height <= _LARGEST:
        raise ValueError("The picture does not have the size that was asked for.")
    return picture
