"""Has this been done, and for long enough? Meaning, skills where the posting names them, and dated years."""

import re
from collections.abc import Iterator
from dataclasses import replace

from matching.evidence.finding import Case, Finding, nothing
from matching.evidence.meaning import MET, PARTLY, Place, best_passage, corroborated, quotable
from matching.evidence.quotes import words
from matching.evidence.skills import asked_skills, judge_skills, support_for, too_short
from matching.evidence.standing import judge_standing
from matching.evidence.strength import held, meaning_strength
from matching.evidence.years import ENOUGH, spoken, union_years
from matching.skills import Polarity, polarity
from matching.text import Span
from matching.values import Section, Verdict

_SUPPORTED, _ALIKE = 0.25, 0.54
_GENERIC = "professional commercial industry relevant related overall total hand full time career similar role"
_OF_LEADING = frozenset(
    {"people-management", "leadership", "mentoring", "communication", "collaboration", "stakeholder-management"}
)
_CLOSE = "The quoted passage is close to it, but does not say it."
_NUMBER = re.compile(r"\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen")


def judge_experience(case: Case) -> Finding:
    """The verdict on work done: what it was like, then for how long."""
    standing = judge_standing(case) if not _hard(case) else None
    if standing is not None:
        return standing
    if not _topic(case):
        found = Finding(Verdict.MET, 1.0, "", "", span=_first_work(case))
    elif case.requirement.skills:
        found = _with_skills(case, judge_skills(case))
    else:
        found = judge_meaning(case)
    return found if case.requirement.years is None else _with_years(case, found, case.requirement.years)


def _hard(case: Case) -> bool:
    """True when a skill beside that of leading people is asked."""
    return bool(set(case.requirement.skills) - _OF_LEADING)


def judge_meaning(case: Case) -> Finding:
    """The verdict where only meaning speaks: the passage nearest to the requirement, if it claims anything."""
    place = nearest_claim(case)
    if place.passage is None or place.nearness < PARTLY:
        return nothing("No passage of the resume speaks of this.", _wish(case))
    met = place.nearness >= MET
    verdict = Verdict.MET if met else Verdict.PARTLY
    return Finding(
        verdict,
        held(meaning_strength(place.nearness), verdict=verdict),
        "The quoted passage describes it." if met else _CLOSE,
        "" if met else _wish(case),
        span=place.span,
        passage=place.passage,
    )


def nearest_claim(case: Case) -> Place:
    """The nearest passage that claims something; denials, wishes and other people's work are passed over."""
    near = {index: corroborated(case, index) for index in quotable(case)}
    for index in sorted(near, key=lambda row: (-near[row], row))[:6]:
        if claims(case, index):
            return Place(case.passage(index).span, index, near[index])
    return Place(None, None, 0.0)


def claims(case: Case, index: int) -> bool:
    """False when the passage speaks of what is asked only as missing, wished for, or done by others."""
    text = case.passage(index).text
    found = [polarity(text, start, end) for start, end in _shared(text, case.requirement.text)]
    return not found or Polarity.SHOWN in found


def _shared(text: str, wanted: str) -> Iterator[tuple[int, int]]:
    asked = words(wanted)
    for word in re.finditer(r"[A-Za-z0-9+#]{3,}", text):
        if words(word.group()) & asked:
            yield word.start(), word.end()


def _with_skills(case: Case, skills: Finding) -> Finding:
    """Both are needed: a skill named elsewhere is not this experience, and likeness without the skill is not it."""
    if skills.verdict not in (Verdict.MET, Verdict.PARTLY):
        return _alike(case, skills)
    place = best_passage(case, mentions=[[span] for span in skills.mentions])
    near = place.nearness
    enough = near >= _SUPPORTED if skills.verdict is Verdict.MET else near >= MET and _mostly(skills)
    verdict = Verdict.MET if enough else Verdict.PARTLY
    return Finding(
        verdict,
        held((skills.strength + meaning_strength(near)) / 2, verdict=verdict),
        skills.reason,
        "" if enough else skills.change or _wish(case),
        span=place.span,
        passage=place.passage,
        mentions=skills.mentions,
    )


def _alike(case: Case, skills: Finding) -> Finding:
    """A passage that says nearly the same without the word is partly; else the verdict on the skills stands."""
    place = nearest_claim(case)
    if skills.verdict is Verdict.CONTRADICTED or place.passage is None or place.nearness < _ALIKE:
        return skills
    strength = held(meaning_strength(place.nearness) / 2, verdict=Verdict.PARTLY)
    reason = f"The quoted passage is close to it. {skills.reason}"
    return Finding(Verdict.PARTLY, strength, reason, skills.change, place.span, place.passage)


def _mostly(skills: Finding) -> bool:
    return skills.strength >= 0.5


def _with_years(case: Case, found: Finding, wanted: float) -> Finding:
    """Hold the finding against the years asked."""
    if found.verdict in (Verdict.NOT_SHOWN, Verdict.CONTRADICTED):
        return found
    years = _years(case)
    asked = f"{spoken(wanted)} are asked" if spoken(wanted) != "1 year" else "1 year is asked"
    if years is None:
        return _limited(found, Verdict.PARTLY, 0.5, f"The resume does not date this; {asked}.", case)
    reason = f"Dated work{_of(case)} adds up to {spoken(years)}; {asked}."
    share = min(1.0, years / wanted) if wanted else 1.0
    if share >= ENOUGH:
        verdict = found.verdict
        return replace(found, reason=reason if verdict is Verdict.MET else f"{reason} {_CLOSE}")
    if too_short(case, wanted):
        return _limited(found, Verdict.CONTRADICTED, share, reason, case)
    return _limited(found, Verdict.PARTLY, share, reason, case)


def _limited(found: Finding, verdict: Verdict, share: float, reason: str, case: Case) -> Finding:
    strength = held(found.strength * share, verdict=verdict)
    change = f"Dated work{_of(case)} of {spoken(case.requirement.years or 0.0)} or more."
    return replace(found, verdict=verdict, strength=strength, reason=reason, change=change)


def _of(case: Case) -> str:
    return " of this kind" if _topic(case) else ""


def _topic(case: Case) -> bool:
    """True when more is asked than years of work as such."""
    if case.requirement.skills:
        return True
    found = words(_NUMBER.sub(" ", case.requirement.text.lower()))
    return bool(found - words(_GENERIC))


def _years(case: Case) -> float | None:
    """The years of the skill, of the entries that speak of this, or of all work where nothing special is asked."""
    if not _topic(case):
        return case.profile.years or None
    supports = [support_for(case, each) for each in asked_skills(case)]
    by_skill = [each.shown.years for each in supports if each.same and each.shown and each.shown.years]
    return max(by_skill, default=None) or _years_of_entries(case)


def _years_of_entries(case: Case) -> float | None:
    """The years of the jobs in which a passage speaks of what is asked."""
    relevant = {
        each.entry
        for index, each in enumerate(case.profile.passages)
        if each.entry is not None and corroborated(case, index) >= PARTLY
    }
    entries = [each for index, each in enumerate(case.profile.entries) if index in relevant]
    return union_years(entries, today=case.today) or None


def _first_work(case: Case) -> Span | None:
    return next((each.span for each in case.profile.passages if each.section is Section.WORK), None)


def _wish(case: Case) -> str:
    return f"A dated passage that shows: {case.requirement.text.strip().rstrip('.')}."
