"""Years of dated work: the union of intervals, so that two jobs at once count once."""

from collections.abc import Iterable
from datetime import date

from matching.values import Entry, Section

ENOUGH = 0.95
"""Dates are given in months at best: nineteen twentieths of what is asked count as all of it."""
NEAR = 0.75
"""Below three quarters of what is asked, the shortfall is a fact and no question of rounding."""


def union_years(entries: Iterable[Entry], *, today: date) -> float:
    """Years covered by the dated work among `entries`, overlaps counted once. Entries without a start count nothing."""
    intervals = sorted(
        (_month(entry.start), _month(entry.end if entry.end is not None else today))
        for entry in entries
        if entry.section is Section.WORK and entry.start is not None and (entry.end is not None or entry.current)
    )
    months, covered = 0, -1
    for start, end in intervals:
        begin = max(start, covered)
        months += max(0, end - begin)
        covered = max(covered, end)
    return months / 12


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def spoken(years: float) -> str:
    """Years as a person says them: "5 years", "3.2 years", "1 year"."""
    rounded = round(years, 1)
    number = f"{rounded:.0f}" if rounded == round(rounded) else f"{rounded:.1f}"
    return f"{number} year" if number == "1" else f"{number} years"
