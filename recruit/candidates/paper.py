"""The document beside its reading: pictures of its pages with places marked over them, or its text with marks in it."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from matching.text import Span
from recruit.candidates.geometry import Patch, patches_on, text_of, words_of
from recruit.candidates.masking import Mark, Piece
from recruit.candidates.models import DrawnPage
from recruit.candidates.portrait import Portrait


@dataclass(frozen=True, slots=True)
class Place:
    """Something that stands in the document: `anchor` leads there, `back` to what it belongs to."""

    anchor: str
    label: str
    spans: tuple[Span, ...]
    kind: str = ""
    back: str = ""


@dataclass(frozen=True, slots=True)
class Spot:
    """The pieces of one page under a place; the page on which it begins carries the anchor."""

    place: Place
    patches: tuple[Patch, ...]
    begins: bool


@dataclass(frozen=True, slots=True)
class Page:
    """One page: with a picture, spots over it and covers over the spots, or as pieces of text.

    `stated_by` where no document speaks.
    """

    number: int
    drawn: DrawnPage | None
    spots: tuple[Spot, ...] = ()
    covers: tuple[Patch, ...] = ()
    pieces: tuple[Piece, ...] = ()
    stated_by: str = ""


def paper(seen: Portrait, places: Sequence[Place], drawn: Sequence[DrawnPage]) -> tuple[Page, ...]:
    """The pages of a document: those that are drawn as pictures, the others as text."""
    whole = text_of(seen.resume)
    sheets: list[Page] = []
    begun: set[str] = set()
    for page in drawn:
        spots = []
        text = words_of(page, whole)
        for place in places:
            patches = tuple(patch for span in place.spans for patch in patches_on(page, span, text=text))
            if patches:
                spots.append(Spot(place, patches, place.anchor not in begun))
                begun.add(place.anchor)
        # a spot is a colour laid over the picture: what is covered there must not look like something to read
        covers = tuple(patch for span in seen.masks for patch in patches_on(page, span, text=text, margin=0))
        sheets.append(Page(page.number, page, tuple(spots), covers))
    rest = _texts(seen, [each for each in places if each.anchor not in begun])
    return (*sheets, *(each for each in rest if each.number >= len(drawn)))


def _texts(seen: Portrait, places: Sequence[Place]) -> tuple[Page, ...]:
    marks = [
        Mark(span, place.anchor if not row else f"{place.anchor}-{row}")
        for place in places
        for row, span in enumerate(place.spans)
    ]
    starts = [*(seen.resume.pages or [0]), len(seen.resume.text)]
    edges = [(number, start) for number, (start, end) in enumerate(itertools.pairwise(starts)) if end > start]
    return tuple(
        Page(number, None, pieces=pieces, stated_by=seen.resume.stated_by(start))
        for (number, start), pieces in zip(edges, seen.pages(marks), strict=True)
    )
