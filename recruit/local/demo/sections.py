"""A candidate as headed sections in the person's own order: what every layout prints, whatever it looks like."""

from collections.abc import Callable
from dataclasses import dataclass

from recruit.local.demo.world import DemoCandidate, DemoEntry


@dataclass(frozen=True)
class Block:
    """One thing under a heading: an entry with its parts, or a single line of text, or a labelled list."""

    title: str = ""
    at: str = ""
    dates: str = ""
    text: str = ""
    highlights: tuple[str, ...] = ()


@dataclass(frozen=True)
class Section:
    key: str
    heading: str
    blocks: tuple[Block, ...]


def sections(candidate: DemoCandidate) -> tuple[Section, ...]:
    """The sections named under `[headings]` of the candidate's file, in that order."""
    return tuple(Section(key, heading, _BLOCKS[key](candidate)) for key, heading in candidate.headings.items())


def contacts(candidate: DemoCandidate) -> tuple[str, ...]:
    """Place, e-mail, telephone and links, without what is not stated."""
    stated = (candidate.place, candidate.email, candidate.phone, *candidate.links)
    return tuple(line for line in stated if line)


def _dated(candidate: DemoCandidate, entries: tuple[DemoEntry, ...]) -> tuple[Block, ...]:
    return tuple(
        Block(
            title=entry.title,
            at=", ".join(part for part in (entry.at, entry.place) if part),
            dates=candidate.dates(entry),
            text=entry.text,
            highlights=entry.highlights,
        )
        for entry in entries
    )


def _lines(texts: tuple[str, ...]) -> tuple[Block, ...]:
    return tuple(Block(text=text) for text in texts)


def _skills(candidate: DemoCandidate) -> tuple[Block, ...]:
    return tuple(Block(title=skills.group, text=", ".join(skills.names)) for skills in candidate.skills)


_BLOCKS: dict[str, Callable[[DemoCandidate], tuple[Block, ...]]] = {
    "summary": lambda candidate: _lines((candidate.summary,)),
    "work": lambda candidate: _dated(candidate, candidate.work),
    "education": lambda candidate: _dated(candidate, candidate.education),
    "projects": lambda candidate: _dated(candidate, candidate.projects),
    "skills": _skills,
    "languages": lambda candidate: _lines(("; ".join(candidate.languages),)),
    "publications": lambda candidate: _lines(candidate.publications),
    "certificates": lambda candidate: _lines(candidate.certificates),
}
