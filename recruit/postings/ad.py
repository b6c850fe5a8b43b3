"""An ad as pages show it: laid out, each requirement marked where it stands, and what to look at twice."""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, takewhile
from typing import Any

from recruit.postings.inline import Run
from recruit.postings.layout import Block, Kind, blocks_of
from recruit.postings.models import Posting, Requirement

_HEADINGS = {"must": "Must", "nice": "Nice to have", "avoid": "To avoid"}


@dataclass(frozen=True, slots=True)
class Part:
    """A run of the ad's characters: plain, or words of one requirement, or of a caution; `anchors` begin with it."""

    text: str
    kind: str = ""
    anchors: tuple[str, ...] = ()
    styles: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading, a paragraph or an entry of a list."""

    kind: str
    parts: tuple[Part, ...]
    level: int = 0
    number: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """Passages that stand together: the entries of one list, or one heading or paragraph alone."""

    kind: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The requirements of one priority."""

    heading: str
    priority: str
    requirements: tuple[Requirement, ...]


@dataclass(frozen=True, slots=True)
class Ad:
    """The whole page: the text in pieces, requirements in groups, cautions, layer quotes."""

    pieces: tuple[Piece, ...]
    groups: tuple[Group, ...]
    cautions: tuple[dict[str, Any], ...]
    quotes: tuple[dict[str, Any], ...]


def read_ad(posting: Posting) -> Ad:
    """Lay out a posting that was read; one that was not yet is only its text."""
    requirements = list(posting.requirements.order_by("position"))
    cautions = tuple(posting.role.get("cautions", ()))
    bands = [_Band(each.start, each.end, each.priority) for each in requirements]
    bands += [_Band(each["span"][0], each["span"][1], "caution") for each in cautions]
    anchors = [(each.start, f"r{each.position}") for each in requirements]
    anchors += [(each["span"][0], f"c{number}") for number, each in enumerate(cautions)]
    passages = tuple(_passages(blocks_of(posting.text), _apart(bands), deque(sorted(anchors))))
    evidence = tuple(posting.reading.get("evidence", ()))
    return Ad(_together(passages), _groups(requirements), cautions, evidence)


@dataclass(frozen=True, slots=True, order=True)
class _Band:
    """Characters of the ad that are marked."""

    start: int
    end: int
    kind: str


def _apart(bands: Sequence[_Band]) -> deque[_Band]:
    """The bands in order, none over another: where a sentence carries two requirements, the first marks it."""
    apart: deque[_Band] = deque()
    for band in sorted(bands):
        begins = max(band.start, apart[-1].end if apart else 0)
        if begins < band.end:
            apart.append(replace(band, start=begins))
    return apart


def _passages(blocks: Sequence[Block], bands: deque[_Band], anchors: deque[tuple[int, str]]) -> Iterator[Passage]:
    """The blocks with the bands over them; an anchor stands with the part that shows its character, or the next one."""
    for block in blocks:
        parts = []
        for run in block.runs:
            for start, end, kind in _cut(run, bands):
                begun = []
                while anchors and anchors[0][0] < end:
                    begun.append(anchors.popleft()[1])
                parts.append(_part(run, start, end, kind, tuple(begun)))
        yield Passage(block.kind.value, tuple(parts), block.level, block.number)


def _cut(run: Run, bands: deque[_Band]) -> Iterator[tuple[int, int, str]]:
    """The run in slices that are marked alike. Bands that end before it are done with."""
    while bands and bands[0].end <= run.start:
        bands.popleft()
    at = run.start
    for band in takewhile(lambda each: each.start < run.end, bands):
        if band.start > at:
            yield at, band.start, ""
        begins, at = max(at, band.start), min(run.end, band.end)
        yield begins, at, band.kind
    if at < run.end:
        yield at, run.end, ""


def _part(run: Run, start: int, end: int, kind: str, anchors: tuple[str, ...]) -> Part:
    # what stands for other characters, such as an entity, is never cut
    literal = len(run.text) == run.end - run.start
    text = run.text[start - run.start : end - run.start] if literal else run.text if start == run.start else ""
    return Part(text, kind, anchors, " ".join(sorted(run.styles)), run.address)


def _together(passages: Sequence[Passage]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    for kind, group in groupby(passages, key=lambda each: each.kind):
        found = tuple(group)
        pieces += [Piece(kind, found)] if kind == Kind.ENTRY else [Piece(kind, (each,)) for each in found]
    return tuple(pieces)


def _groups(requirements: Sequence[Requirement]) -> tuple[Group, ...]:
    groups = (
        Group(heading, priority, tuple(each for each in requirements if each.priority == priority))
        for priority, heading in _HEADINGS.items()
    )
    return tuple(each for each in groups if each.requirements)
