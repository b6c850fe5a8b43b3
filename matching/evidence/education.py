"""Is the degree stated? Compared by level and by field; the school is never read.

A degree that is under way counts as the one below it, and says so. A field that the posting names is held against
the one that the resume names, by family; a resume that names none is not held back, only less sure.
"""

import re
from dataclasses import dataclass

from matching.evidence.degrees import LEVELS, RELATED, STEM, families_of, is_open, level_name, level_of
from matching.evidence.finding import Case, Finding, nothing
from matching.evidence.meaning import best_passage, nearness
from matching.evidence.strength import held
from matching.text import Span
from matching.values import Section, Verdict

_EQUIVALENT = re.compile(
    r"\bequivalent|\bor (comparable|similar) (practical )?experience|\bor .{0,20}experience\b", re.I
)
_EQUIVALENT_YEARS = 4.0
_MOST_WORDS = 24


@dataclass(frozen=True, slots=True)
class _Shown:
    """The level that is finished, and how the highest that is named is worded."""

    level: int
    wording: str
    open_level: int = 0


def judge_education(case: Case) -> Finding:
    """Met at the level and in the field asked; one level below, or another field, is partly."""
    asked = _asked(case)
    shown = _shown(case)
    if not shown.level and not shown.open_level:
        named = level_name(asked)
        return _by_experience(case) or nothing("The resume states no degree.", f"A stated {named}.")
    if shown.level >= asked:
        return _by_field(case, shown)
    return _by_experience(case) or _below(case, asked, shown)


def _asked(case: Case) -> int:
    value = case.requirement.value
    known = {"phd": LEVELS["doctorate"], **LEVELS}.get(value.casefold(), 0)
    return known or level_of(value) or level_of(case.requirement.text, lowest=True) or LEVELS["bachelor"]


def _shown(case: Case) -> _Shown:
    """From the typed field, and from short lines of education, which word degrees that the field does not know."""
    stated = {"phd": LEVELS["doctorate"], **LEVELS}.get(case.profile.degree.casefold(), 0) or level_of(
        case.profile.degree
    )
    lines = [text for _, text in _lines(case) if level_of(text)]
    finished = max((level_of(each) for each in lines if not is_open(each)), default=0)
    under_way = max((level_of(each) for each in lines if is_open(each)), default=0)
    if under_way >= stated and under_way > finished:
        return _Shown(max(finished, under_way - 1), level_name(under_way), under_way)
    level = max(stated, finished)
    return _Shown(level, case.profile.degree if level == stated else level_name(level))


def _lines(case: Case) -> list[tuple[int, str]]:
    return [
        (row, each.text)
        for row, each in enumerate(case.profile.passages)
        if each.section is Section.EDUCATION and len(each.text.split()) <= _MOST_WORDS
    ]


def _by_field(case: Case, shown: _Shown) -> Finding:
    span, passage = _degree_place(case)
    reason = f"The resume states: {shown.wording}."
    if shown.open_level:
        reason = f"The resume states a {shown.wording} under way, which is above the degree asked."
    wanted = families_of(case.requirement.text)
    has = frozenset[str]().union(*(families_of(text) for _, text in _lines(case)))
    related = RELATED.search(case.requirement.text) is not None
    if not wanted or wanted & has or (related and has & STEM and wanted & STEM):
        return Finding(Verdict.MET, held(0.95 if has else 0.7, verdict=Verdict.MET), reason, "", span, passage)
    if not has:
        return Finding(
            Verdict.MET, held(0.7, verdict=Verdict.MET), f"{reason} Its field is not stated.", "", span, passage
        )
    field = " or ".join(sorted(wanted))
    near = bool(has & STEM and wanted & STEM)
    text = f"{reason} Its field is {' and '.join(sorted(has))}; {field} is asked."
    change = f"A stated {level_name(shown.level)} in {field}."
    return Finding(Verdict.PARTLY, held(0.5 if near else 0.3, verdict=Verdict.PARTLY), text, change, span, passage)


def _below(case: Case, asked: int, shown: _Shown) -> Finding:
    span, passage = _degree_place(case)
    strength = held(0.5 if asked - shown.level == 1 else 0.3, verdict=Verdict.PARTLY)
    reason = f"The resume states: {shown.wording}. A higher degree is asked: {level_name(asked)}."
    change = f"A stated {level_name(asked)}."
    if shown.open_level >= asked:
        reason = f"The resume states a {shown.wording} that is not finished."
        change = f"A finished {level_name(asked)}."
    return Finding(Verdict.PARTLY, strength, reason, change, span, passage)


def _by_experience(case: Case) -> Finding | None:
    if not _EQUIVALENT.search(case.requirement.text) or case.profile.years < _EQUIVALENT_YEARS:
        return None
    place = best_passage(case)
    verdict = Verdict.MET if case.profile.years >= 2 * _EQUIVALENT_YEARS else Verdict.PARTLY
    reason = f"No such degree is stated; {case.profile.years:.0f} years of dated work stand in its place."
    change = "" if verdict is Verdict.MET else "A stated degree, or eight years of dated work."
    strength = held(0.62 if verdict is Verdict.MET else 0.5, verdict=verdict)
    return Finding(verdict, strength, reason, change, place.span, place.passage)


def _degree_place(case: Case) -> tuple[Span | None, int | None]:
    names = [each for each in case.profile.fields if each.name.endswith("studyType") and each.span is not None]
    best = max(names, key=lambda each: (level_of(each.value), -(each.span.start if each.span else 0)), default=None)
    if best is not None and best.span is not None:
        return best.span, case.passage_at(best.span)
    rows = [row for row, each in enumerate(case.profile.passages) if each.section is Section.EDUCATION]
    row = max(rows, key=lambda each: (level_of(case.passage(each).text), nearness(case, each), -each), default=None)
    return (case.passage(row).span, row) if row is not None else (None, None)
