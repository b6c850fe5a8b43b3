# ruff: noqa: RUF001
"""Things in a resume that a person may want to ask about: stated as facts, judged by nobody here.

A gap, an overlap, an early or a long claim lowers no score; most have a good reason.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from matching.profile.dates import find_ranges, union_years
from matching.profile.passages import plain
from matching.skills import VOCABULARY, find_skills
from matching.values import Entry, Section

_GAP = timedelta(days=183)
_OVERLAP = timedelta(days=62)
_YEARS = r"(\d{1,2})\s*\+?\s*(?:years?|yrs?\.?|y(?=[)\]]))"
_CLAIM = re.compile(
    rf"\b{_YEARS}(?:\b|(?<=\.))(?:\s+of)?(?:\s+[\w-]+){{0,3}}?\s+(?:experience\s+)?(?:with|in|of|using)?\s*",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    rf"(?<=\S)\s*(?:[(\[]|[:–—-]\s|\s)\s*(?:[a-z]+,\s*)?{_YEARS}(?![\w-]|\s+(?:of|in|with)\b)", re.IGNORECASE
)
"""Years behind what they are said of: "Python (10 years)", "Rust: 3 yrs"."""
_AT = re.compile(r"\b(?:in|by|as\s+of)\s+((?:19|20)\d\d)\b")
_WORKED = re.compile(
    r"\b(\d{1,2})\s*\+?\s*(?:years?|yrs?)['’]?\s+(?:of\s+)?"
    r"(?:(?:professional|work|working|industry|total|overall|relevant)\s+)*"
    r"experience\b(?!\s+(?:with|in|using))",
    re.IGNORECASE,
)


def flags_of(entries: Sequence[Entry], content: str, *, today: date) -> Iterator[str]:
    """One sentence for each gap above six months, each overlap above two, each claim older than its skill or longer
    than all dated work, and each date that cannot be as it stands.
    """
    dated = [each for each in entries if each.section is Section.WORK and each.start is not None]
    jobs = [
        (each.start, today if each.current or each.end is None else min(each.end, today), each)
        for each in dated
        if each.start is not None and each.start <= today
    ]
    jobs.sort(key=lambda job: job[:2])
    yield from _gaps(jobs)
    covered = union_years([(start, end) for start, end, _ in jobs])
    yield from _claims(content, today, covered)
    yield from _longer(content, covered)
    yield from (
        f"A job starts in {_month(each.start)}, after the day of reading."
        for each in dated
        if each.start is not None and each.start > today
    )
    for each in find_ranges(content):
        if each.turned:
            yield f"“{plain(each.span.of(content))}” ends before it starts."


def _longer(content: str, covered: float) -> Iterator[str]:
    """A claim of years of work in all, when the dated jobs cover fewer."""
    for match in _WORKED.finditer(content):
        years = int(match[1])
        if covered and years > covered + 1:
            yield f"States {years} years of experience; the dated work covers {covered:.1f}."
            return


def _gaps(jobs: Sequence[tuple[date, date, Entry]]) -> Iterator[str]:
    reach: date | None = None
    holder = ""
    for start, end, entry in jobs:
        if reach is not None and start - _at_latest(reach) > _GAP:
            yield f"No dated work between {_month(_at_latest(reach))} and {_month(start)}."
        if reach is not None and min(reach, end) - start > _OVERLAP:
            yield f"Two jobs overlap from {_month(start)} to {_month(min(reach, end))}{_names(holder, entry.title)}."
        if reach is None or end >= reach:
            reach, holder = end, entry.title


def _at_latest(end: date) -> date:
    """A year alone ends on its first day, so that years are their difference; the work may have lasted longer."""
    return date(end.year, 12, 31) if (end.month, end.day) == (1, 1) else end


def _names(first: str, second: str) -> str:
    return f": {first} and {second}" if first and second else ""


def _claims(content: str, today: date, covered: float) -> Iterator[str]:
    """Years of a skill that are more than the skill has existed, or more than the dated work covers."""
    for name, born, years, at in _of_skills(content, today):
        if born is not None and years > at - born + 1:
            when = f" in {at}" if at != today.year else ""
            yield f"States {years} years of {name}{when}, which was first released in {born}."
        elif covered and years > covered + 1:
            yield f"States {years} years of {name}; the dated work covers {covered:.1f}."


def _of_skills(content: str, today: date) -> Iterator[tuple[str, int | None, int, int]]:
    """Each claim of years of one skill: its name, its first release, the years, and the year of which it is said."""
    for match in _CLAIM.finditer(content):
        sentence = re.split(r"[.\n;](?!\d)", content[match.start() : match.end() + 60])[0]
        for mention in find_skills(sentence)[:1]:
            at = _AT.search(sentence, mention.end)
            skill = VOCABULARY[mention.skill]
            yield skill.name, skill.born, int(match[1]), int(at[1]) if at else today.year
    for match in _BEHIND.finditer(content):
        before = re.split(r"[\n,;|•·]", content[max(0, match.start() - 40) : match.start()])[-1]
        for mention in [each for each in find_skills(before) if each.end >= len(before.rstrip())][-1:]:
            skill = VOCABULARY[mention.skill]
            yield skill.name, skill.born, int(match[1]), today.year


def _month(day: date) -> str:
    return f"{day:%B %Y}"
