"""A resume's text as pages show it: identity covered until it is revealed, quotes marked where they stand.

The covered characters never reach the page: what a browser does not get, nobody finds in its source.
"""

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from matching.text import Span

COVER = "hidden"


@dataclass(frozen=True, slots=True)
class Mark:
    """A quote's place in the text; `anchor` is the id by which the page jumps to it."""

    span: Span
    anchor: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters that are shown alike. `anchors` start here."""

    text: str
    masked: bool = False
    marked: bool = False
    anchors: tuple[str, ...] = ()


def pieces(text: str, *, within: Span, masks: Iterable[Span] = (), marks: Sequence[Mark] = ()) -> tuple[Piece, ...]:
    """Cut `text` within a span into pieces. A covered run comes out as one fixed word, however long it was."""
    covered = _merged(each for each in masks if each.overlaps(within))
    quoted = [each for each in marks if each.span.overlaps(within)]
    edges = {within.start, within.end}
    for span in [*covered, *(each.span for each in quoted)]:
        edges.update(min(max(edge, within.start), within.end) for edge in (span.start, span.end))
    cuts = sorted(edges)
    return tuple(
        piece
        for start, end in itertools.pairwise(cuts)
        if (piece := _piece(text, Span(start, end), covered, quoted, first=within.start)) is not None
    )


def quote(text: str, span: Span, *, masks: Iterable[Span]) -> tuple[Piece, ...]:
    """A quote on one line, with what is covered covered."""
    return tuple(
        Piece(" ".join(each.text.split("\n")), masked=each.masked) for each in pieces(text, within=span, masks=masks)
    )


def _piece(text: str, span: Span, covered: Sequence[Span], quoted: Sequence[Mark], *, first: int) -> Piece | None:
    cover = next((each for each in covered if each.overlaps(span)), None)
    here = [each for each in quoted if each.span.overlaps(span)]
    # a quote that began on the page before is jumped to there, not here
    anchors = tuple(each.anchor for each in here if each.span.start == span.start)
    if cover is None:
        return Piece(span.of(text), marked=bool(here), anchors=anchors)
    begins = cover.start == span.start or span.start == first
    if not begins and not anchors:
        return None
    return Piece(COVER if begins else "", masked=begins, marked=bool(here), anchors=anchors)


def _merged(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for each in sorted(spans):
        if merged and each.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, each.end))
        elif each.end > each.start:
            merged.append(each)
    return merged
