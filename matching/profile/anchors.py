"""How a correction finds its entry again: by what was read of the entry, never by its number.

In the next version of a resume the third job may be the fourth, and a person may have mended one of its words. So
title, employer and dates vote; at least title and employer, or one of them and a date, must agree, and with exactly
one entry. Turned down: offsets (they move with every edit) and a likeness of words (it finds a promotion's other half).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from matching.values import Entry, Section

_ENOUGH = 3


@dataclass(frozen=True, slots=True)
class Anchor:
    """An entry as it was read, before anybody corrected it."""

    section: Section
    title: str
    organisation: str
    start: date | None
    end: date | None


def anchor_of(entry: Entry) -> Anchor:
    """What names this entry."""
    return Anchor(entry.section, entry.title, entry.organisation, entry.start, entry.end)


def find_entry(anchor: Anchor, among: Sequence[Anchor]) -> int | None:
    """The position of the one entry that the anchor fits best; None when none does, or two do equally."""
    votes = [_agreement(anchor, each) for each in among]
    best = max(votes, default=0)
    return votes.index(best) if best >= _ENOUGH and votes.count(best) == 1 else None


def _agreement(anchor: Anchor, other: Anchor) -> int:
    if anchor.section is not other.section:
        return 0
    words = (anchor.title, other.title), (anchor.organisation, other.organisation)
    days = (anchor.start, other.start), (anchor.end, other.end)
    said = 2 * sum(_plain(one) == _plain(two) != "" for one, two in words)
    dated = sum(one == two is not None for one, two in days)
    # an entry that says little is known by all of it
    return max(said + dated, _ENOUGH if said and anchor == other else 0)


def _plain(words: str) -> str:
    return " ".join(words.casefold().split()).strip(" .,")
