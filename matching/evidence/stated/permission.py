"""Is the permission to work stated? Only for the market that is asked, and never from a nationality.

A permission is met, a needed sponsorship contradicts unless it is offered, silence is not shown. A permission for
another market shows nothing of this one; one without a market counts where the person lives in it.
"""

import re
from collections.abc import Mapping

from matching.evidence.finding import Case, Finding, field_span, nothing
from matching.evidence.stated.regions import EU, countries_named
from matching.evidence.strength import held
from matching.text import Span
from matching.values import Verdict

_NEEDS = re.compile(
    r"\b(?:requir\w*|needs?|needing|seek\w*|looking for|will need)\b.{0,20}\b(?:sponsor\w*|visa|permit)|"
    r"\bsponsorship (?:is |will be )?(?:required|needed|necessary)|\bsponsorship\s*:\s*(?:yes|required|needed)",
    re.I,
)
_NO_NEED = re.compile(
    r"\b(?:no|not|without|never|don['\u2019]t|doesn['\u2019]t)\b.{0,24}\b(?:sponsor\w*|visa)|"
    r"\bsponsorship\s*:\s*(?:no|none)\b",
    re.I,
)
_NONE = re.compile(
    r"\b(?:not|no|without|lack\w*|never)\b[^.;]{0,20}\b(?:authori[sz]\w+|eligible|entitled|allowed|permitted|"
    r"right to work|work (?:permit|authori[sz]ation|visa))\b",
    re.I,
)
_HAS = re.compile(
    r"\b(?:citizen\w*|passport|permanent residen\w+|green card|authori[sz]ed|right to work|work (?:permit|"
    r"authori[sz]ation)|settled status|indefinite leave|eu national|eligible|entitled|allowed to work|blue card|"
    r"may work|residence permit)\b",
    re.I,
)
_TIED = re.compile(r"\b(?:H-?1B|OPT|O-1|L-1|J-1|F-1|EAD|student visa|skilled worker|graduate visa)\b")
_MARKETS: Mapping[str, frozenset[str]] = {"EU": EU, "UK": frozenset({"GB"}), "US": frozenset({"US"})}
_OFFERED = re.compile(
    r"\b(?:we|visa|sponsorship)\b.{0,20}\b(?:offer|provide|available|possible)|\bsponsorship (?:is )?(?:offered|"
    r"available)",
    re.I,
)
_CLEARANCE = re.compile(r"\bclearance\b", re.I)
_CITIZEN = re.compile(r"\bcitizen\w*|\bUS persons?\b", re.I)


def judge_authorisation(case: Case) -> Finding:
    """Only what is stated: a permission for the market asked is met, a needed sponsorship contradicts."""
    stated, wording = case.profile.authorisation, case.requirement.text
    change = f"A stated permission: {wording.strip().rstrip('.')}."
    if _CLEARANCE.search(wording):
        return _judge_clearance(case, change)
    if not stated:
        return nothing("The resume says nothing on the permission to work.", change)
    said = f"The resume says: {stated}."
    if (_NONE.search(stated) and not _NO_NEED.search(stated)) or (
        _NEEDS.search(stated) and not _NO_NEED.search(stated)
    ):
        if _OFFERED.search(wording):
            return _stated(case, Verdict.PARTLY, 0.5, f"{said} Sponsorship is offered.", change)
        return _stated(case, Verdict.CONTRADICTED, 0.0, said, change)
    return _by_market(case, said, change)


def _by_market(case: Case, said: str, change: str) -> Finding:
    stated = case.profile.authorisation
    asked, held_in = _asked_in(case), _held_in(case)
    if asked and held_in and not asked <= held_in:
        if asked & held_in:
            return _stated(case, Verdict.MET, 0.85, said, "")
        return nothing(f"{said} That is another market than the one asked.", change)
    if not (_HAS.search(stated) or _NO_NEED.search(stated)):
        return _stated(case, Verdict.PARTLY, 0.45, f"{said} Whether that is enough has to be asked.", change)
    if _TIED.search(stated) or (_CITIZEN.search(case.requirement.text) and not _CITIZEN.search(stated)):
        return _stated(case, Verdict.PARTLY, 0.45, f"{said} Whether that is enough has to be asked.", change)
    if asked and not held_in:
        return _stated(case, Verdict.PARTLY, 0.5, f"{said} For which market is not stated.", change)
    return _stated(case, Verdict.MET, 0.9, said, "")


def _asked_in(case: Case) -> frozenset[str]:
    named = countries_named(case.requirement.text)
    return named or (frozenset({case.role.country.upper()}) if case.role.country else frozenset())


def _held_in(case: Case) -> frozenset[str]:
    """The countries of the permission; where none is named, the one that the person lives in."""
    fields = [each.value for each in case.profile.fields if each.name.startswith("mayWorkIn")]
    listed: frozenset[str] = frozenset().union(*(_MARKETS.get(each.upper(), countries_named(each)) for each in fields))
    named = listed or countries_named(case.profile.authorisation)
    return named or (frozenset({case.profile.country.upper()}) if case.profile.country else frozenset())


def _judge_clearance(case: Case, change: str) -> Finding:
    found = _CLEARANCE.search(case.text)
    if found is None:
        return nothing("The resume mentions no clearance.", change)
    line = case.text.rfind("\n", 0, found.start()) + 1
    end = case.text.find("\n", found.end())
    span = Span(line, end if end >= 0 else len(case.text))
    if re.search(r"\b(?:no|not|never|without|expired|lapsed)\b", span.of(case.text), re.I):
        return nothing("The resume states no clearance that is held now.", change)
    verdict = Verdict.MET if re.search(r"\b(?:active|current|hold\w*)\b", span.of(case.text), re.I) else Verdict.PARTLY
    reason = "The resume states a clearance."
    strength = held(0.85 if verdict is Verdict.MET else 0.5, verdict=verdict)
    return Finding(verdict, strength, reason, "" if verdict is Verdict.MET else change, span, case.passage_at(span))


def _stated(case: Case, verdict: Verdict, strength: float, reason: str, change: str) -> Finding:
    start = case.text.find(case.profile.authorisation)
    end = start + len(case.profile.authorisation)
    span = Span(start, end) if start >= 0 else field_span(case, ("authorisation", "workAuthorization"))
    passage = case.passage_at(span) if span is not None else None
    return Finding(verdict, held(strength, verdict=verdict), reason, change, span, passage)
