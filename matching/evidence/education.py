"""Is the degree stated? Compared by level; the school is never read."""

import re
from collections.abc import Mapping

from matching.evidence.finding import Case, Finding, nothing
from matching.evidence.meaning import best_passage, nearness
from matching.evidence.strength import held
from matching.text import Span
from matching.values import Section, Verdict

_LEVELS: Mapping[str, int] = {"associate": 1, "bachelor": 2, "master": 3, "doctorate": 4}
_WORDS = tuple(
    (name, re.compile(rf"\b({pattern})\b", re.I))
    for name, pattern in (
        ("doctorate", r"ph\.?\s?d|doctora\w*|d\.?phil"),
        ("master", r"master\w*|m\.?\s?sc|m\.?\s?eng|m\.?s|mba|m\.a|diplom\w*|magist\w*|graduate degree"),
        ("bachelor", r"bachelor\w*|b\.?\s?sc|b\.?\s?eng|b\.?s|b\.?a|b\.?\s?tech|licen\w+|undergraduate"),
        ("associate", r"associate'?s? (?:degree|of)"),
    )
)
_EQUIVALENT = re.compile(
    r"\bequivalent|\bor (comparable|similar) (practical )?experience|\bor .{0,20}experience\b", re.I
)
_EQUIVALENT_YEARS = 4.0
_FIELD_NEAR = 0.30


def judge_education(case: Case) -> Finding:
    """Met at the level asked or above; one level below is partly; equivalent experience counts where it may."""
    asked = level_of(case.requirement.value) or level_of(case.requirement.text, lowest=True) or _LEVELS["bachelor"]
    shown = level_of(case.profile.degree)
    span, passage = _degree_place(case)
    name = case.requirement.value or "A degree"
    if not shown:
        return _by_experience(case) or nothing("The resume states no degree.", f"A stated degree: {name}.")
    reason = f"The resume states: {case.profile.degree}."
    if shown >= asked:
        strength = 0.95 if _field_fits(case, passage) else 0.70
        return Finding(Verdict.MET, held(strength, verdict=Verdict.MET), reason, "", span, passage)
    better = _by_experience(case)
    if better:
        return better
    strength = held(0.5 if asked - shown == 1 else 0.3, verdict=Verdict.PARTLY)
    text = f"{reason} A higher degree is asked: {_level_name(asked)}."
    return Finding(Verdict.PARTLY, strength, text, f"A stated {_level_name(asked)}'s degree.", span, passage)


def level_of(text: str, *, lowest: bool = False) -> int:
    """1 associate, 2 bachelor, 3 master, 4 doctorate, 0 none; the highest that is named, or the lowest."""
    found = [_LEVELS[name] for name, pattern in _WORDS if pattern.search(text)]
    return (min if lowest else max)(found, default=0)


def _level_name(level: int) -> str:
    return next((name for name, value in _LEVELS.items() if value == level), "degree")


def _by_experience(case: Case) -> Finding | None:
    if not _EQUIVALENT.search(case.requirement.text) or case.profile.years < _EQUIVALENT_YEARS:
        return None
    place = best_passage(case)
    verdict = Verdict.MET if case.profile.years >= 2 * _EQUIVALENT_YEARS else Verdict.PARTLY
    reason = f"No such degree is stated; {case.profile.years:.0f} years of dated work stand in its place."
    change = "" if verdict is Verdict.MET else "A stated degree, or eight years of dated work."
    return Finding(
        verdict,
        held(0.62 if verdict is Verdict.MET else 0.5, verdict=verdict),
        reason,
        change,
        place.span,
        place.passage,
    )


def _degree_place(case: Case) -> tuple[Span | None, int | None]:
    names = [each for each in case.profile.fields if each.name.endswith("studyType") and each.span is not None]
    best = max(names, key=lambda each: (level_of(each.value), -(each.span.start if each.span else 0)), default=None)
    if best is not None and best.span is not None:
        return best.span, case.passage_at(best.span)
    rows = [row for row, each in enumerate(case.profile.passages) if each.section is Section.EDUCATION]
    row = max(rows, key=lambda each: (level_of(case.passage(each).text), nearness(case, each), -each), default=None)
    return (case.passage(row).span, row) if row is not None else (None, None)


def _field_fits(case: Case, passage: int | None) -> bool:
    return passage is not None and float(case.similarity[passage]) >= _FIELD_NEAR
