"""One match as a recruiter reads it: every requirement with its verdict and quote, the layer, the document, history."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from matching.text import Span
from recruit.candidates.draw import ask_for_pages, pages_of
from recruit.candidates.masking import Piece
from recruit.candidates.paper import Page, Place, paper
from recruit.candidates.portrait import Portrait, portrait
from recruit.matches.models import Decision, Evidence, Match, Standing
from recruit.postings.models import Requirement

_SINCE_CHANGED = "What was stated then has been changed since."
_HEADINGS = {"must": "Must", "nice": "Nice to have", "avoid": "To avoid"}


@dataclass(frozen=True, slots=True)
class Cell:
    """One requirement and what the resume says about it; `anchor` leads to the quote in the document.

    `stated_by` says whose word a quote is that stands in no document.
    """

    requirement: Requirement
    evidence: Evidence
    quote: tuple[Piece, ...]
    anchor: str
    stated_by: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """The requirements of one priority."""

    heading: str
    met: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class LayerQuote:
    """A quote that speaks for a layer."""

    layer: str
    quote: tuple[Piece, ...]
    anchor: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything that the detail pane and the document beside it show."""

    match: Match
    standing: Standing | None
    portrait: Portrait
    groups: tuple[Group, ...]
    layers: tuple[LayerQuote, ...]
    paper: tuple[Page, ...]
    history: tuple[Decision, ...]

    @property
    def reading(self) -> dict[str, Any]:
        """The stored layer reading."""
        reading: dict[str, Any] = self.match.resume.reading
        return reading

    @property
    def name(self) -> str:
        """The person's name once revealed, else their alias."""
        candidate = self.match.candidate
        return candidate.name if self.portrait.revealed and candidate.name else str(candidate)

    @property
    def status(self) -> str:
        """Where the person stands, in a word."""
        return self.standing.status if self.standing else "new"


def sheet(match: Match, standing: Standing | None) -> Sheet:
    """Read one match; nine queries however long the resume is."""
    seen = portrait(match.resume, revealed=standing is not None and standing.revealed_at is not None)
    cells = tuple(
        _cell(each, seen) for each in match.evidence.select_related("requirement").order_by("requirement__position")
    )
    layers = tuple(_layer(each, number, seen) for number, each in enumerate(match.resume.reading.get("evidence", ())))
    quotes = tuple(
        Place(each.anchor, each.requirement.text, (Span(each.evidence.start, each.evidence.end),), kind="quote")
        for each in cells
        if each.evidence.start is not None and each.evidence.end is not None
    )
    ask_for_pages(match.resume)
    pages = paper(seen, quotes, pages_of(match.resume))
    history = standing.decisions.select_related("member").order_by("-id") if standing else ()
    return Sheet(match, standing, seen, _groups(cells), layers, pages, tuple(history))


def _cell(evidence: Evidence, seen: Portrait) -> Cell:
    anchor = f"q{evidence.requirement.position}"
    if evidence.start is None or evidence.end is None:
        return Cell(evidence.requirement, evidence, (), anchor)
    span, stated_by = Span(evidence.start, evidence.end), seen.resume.stated_by(evidence.start)
    # an older list may quote what was stated otherwise since: then nothing is quoted, rather than other words
    pieces = seen.quote(span) if span.of(seen.resume.text) == evidence.quote else (Piece(_SINCE_CHANGED),)
    return Cell(evidence.requirement, evidence, pieces, anchor, stated_by)


def _layer(stored: dict[str, Any], number: int, seen: Portrait) -> LayerQuote:
    return LayerQuote(stored["layer"], seen.quote(Span(*stored["span"])), f"l{number}")


def _groups(cells: Sequence[Cell]) -> tuple[Group, ...]:
    groups = []
    for priority, heading in _HEADINGS.items():
        found = tuple(each for each in cells if each.requirement.priority == priority)
        if found:
            met = sum(each.evidence.verdict == "met" for each in found)
            groups.append(Group(heading, met, found))
    return tuple(groups)
