"""Text with stable character offsets, and masked text that still knows where each character came from.

Every claim that Strata makes points into the original text, so offsets are the currency of the whole
house. What the ranking reads is *masked* (identity cut out); `MaskedText.original` leads back from there.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of characters `[start, end)` in an original text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"A span needs 0 <= start <= end, not [{self.start}, {self.end}).")

    def of(self, content: str) -> str:
        """The characters of `content` that stand in this span."""
        return content[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """True when both share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Box:
    """Where a line stands on a rendered page: page index from 0, edges in PDF points from the lower left corner.

    `sure` is how certain its words are: 1 for typed text, less for what was recognised in a picture.
    """

    span: Span
    page: int
    left: float
    bottom: float
    right: float
    top: float
    sure: float = 1.0


@dataclass(frozen=True, slots=True)
class Link:
    """An address behind visible words (`LinkedIn`): the words' span, and where a click leads."""

    span: Span
    url: str


@dataclass(frozen=True, slots=True)
class Text:
    """A document's visible characters, in reading order.

    `page_starts` holds the offset at which each page begins (always starts with 0); `boxes` holds one box a
    line where the format has a geometry (PDF), else nothing. An address in `links` is no part of the text, because
    no reader sees it: it says who somebody is, and never reaches the ranking.
    """

    content: str
    page_starts: tuple[int, ...] = (0,)
    boxes: tuple[Box, ...] = ()
    links: tuple[Link, ...] = ()

    def page_of(self, offset: int) -> int:
        """Index, from 0, of the page on which the character at `offset` stands."""
        return max(0, bisect_right(self.page_starts, offset) - 1)


@dataclass(frozen=True, slots=True)
class Hidden:
    """Text that stands in the file but that no reader sees; kept apart, never embedded or ranked."""

    text: str
    method: str
    page: int


@dataclass(frozen=True, slots=True)
class Field:
    """One value that was read, named as JSON Resume or JobPosting name it (`work[0].startDate`), with its place.
    `literal` when a JSON file wrote it as a number, true or false, so that it goes out as it came in."""

    name: str
    value: str
    span: Span | None
    confidence: float
    literal: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A file turned into text; `stated` are the values that a structured file (JSON Resume, say) names itself."""

    text: Text
    media_type: str
    hidden: tuple[Hidden, ...] = ()
    flags: tuple[str, ...] = ()
    stated: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True)
class Mask:
    """One cut: the original span and the fixed placeholder that stands in its place, e.g. `[name]`."""

    span: Span
    placeholder: str


@dataclass(frozen=True, slots=True)
class MaskedText:
    """A text with spans replaced by placeholders, and the way back to the original offsets."""

    content: str
    masks: tuple[Mask, ...] = ()
    _starts: tuple[int, ...] = field(default=(), repr=False)

    def original(self, span: Span) -> Span:
        """The span of the original text behind a span of the masked text (a placeholder maps to its whole cut)."""
        return Span(self._back(span.start, at_end=False), self._back(span.end, at_end=True))

    def masked(self, span: Span) -> Span:
        """The span of the masked text that shows an original span; where it touches a cut, the whole placeholder."""
        return Span(self._forth(span.start, at_end=False), self._forth(span.end, at_end=True))

    def _forth(self, offset: int, *, at_end: bool) -> int:
        index = bisect_right(self.masks, offset - at_end, key=lambda each: each.span.start) - 1
        if index < 0:
            return offset
        mask, start = self.masks[index], self._starts[index]
        end = start + len(mask.placeholder)
        if offset < mask.span.end or (at_end and offset == mask.span.end):
            return end if at_end else start
        return end + offset - mask.span.end

    def _back(self, offset: int, *, at_end: bool) -> int:
        index = bisect_right(self._starts, offset if not at_end else max(0, offset - 1)) - 1
        if index < 0:
            return offset
        mask, start = self.masks[index], self._starts[index]
        if offset < start + len(mask.placeholder) or (at_end and offset == start + len(mask.placeholder)):
            return mask.span.end if at_end else mask.span.start
        return mask.span.end + offset - start - len(mask.placeholder)


def mask(content: str, masks: Iterable[Mask]) -> MaskedText:
    """Replace each mask's span by its placeholder. Overlapping masks: the earlier, then the longer one wins."""
    chosen: list[Mask] = []
    for each in sorted(masks, key=lambda m: (m.span.start, -m.span.end)):
        if each.span.end > each.span.start and (not chosen or each.span.start >= chosen[-1].span.end):
            chosen.append(each)
    return MaskedText(*_assemble(content, chosen))


def _assemble(content: str, masks: Sequence[Mask]) -> tuple[str, tuple[Mask, ...], tuple[int, ...]]:
    pieces: list[str] = []
    starts: list[int] = []
    position, length = 0, 0
    for each in masks:
        kept = content[position : each.span.start]
        starts.append(length + len(kept))
        pieces += [kept, each.placeholder]
        length += len(kept) + len(each.placeholder)
        position = each.span.end
    pieces.append(content[position:])
    return "".join(pieces), tuple(masks), tuple(starts)
