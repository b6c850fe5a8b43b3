"""Is the place right? Town, country, region, time zone and remote work, read from what is stated.

"Contradicted" is said only where the resume itself says otherwise: another place together with no wish to move, or
no remote work where nothing else is offered. Whoever lives elsewhere and says nothing on moving is "not shown".
"""

import re

from matching.evidence.finding import Case, Finding, field_span, nothing
from matching.evidence.stated.regions import countries_named, in_zone, names_city
from matching.evidence.strength import held
from matching.values import Verdict

_REMOTE = re.compile(r"\bremote(?:ly)?\b|\bwork from home\b|\bdistributed team\b", re.I)
_OFFICE = re.compile(
    r"\bon-?\s?site\b|\bin[- ]office\b|\bin[- ]person\b|\bhybrid\b|\b(?:in|at|from) (?:the|our) office\b", re.I
)
_ANYWHERE = re.compile(
    r"\banywhere\b(?! in (?!the world))|\bworld-?wide\b|\bglobal(?:ly)? remote\b|\bany (?:country|location|"
    r"time ?zone)\b",
    re.I,
)
_MOVE = re.compile(r"\b(?:willing|open|able|ready|prepared|ability|willingness|required)\s+to\s+relocate\b", re.I)
_TRAVEL = re.compile(r"\btravel\b", re.I)
_TRAVELS = re.compile(
    r"\b(?:willing|able|open|happy|ready|available)\s+(?:to|for)\s+travel\w*|\btravel\w*\s*:\s*yes\b", re.I
)
_TRAVELS_NOT = re.compile(r"\b(?:no|not|cannot|unable to)\s+(?:willing to |able to |available for )?travel\b", re.I)
_FIELDS = ("basics.location", "basics.location.city", "basics.location.countryCode")


def judge_place(case: Case) -> Finding:
    """The same place is met, the same country partly; elsewhere counts against nobody who may move or says nothing."""
    wording = case.requirement.text
    if _MOVE.search(wording):
        return _judge_move(case)
    if _TRAVEL.search(wording) and not case.requirement.value:
        return _judge_travel(case)
    asked = case.requirement.value or case.role.place or wording
    if _is_remote(case):
        if case.profile.remote is False:
            return _found(case, Verdict.CONTRADICTED, 0.0, "The resume asks for work on site only.", _REMOTE_CHANGE)
        if _ANYWHERE.search(wording):
            return _found(case, Verdict.MET, 0.8, "The work may be done from anywhere.", "")
    if not case.profile.place and not case.profile.country:
        return nothing("The resume states no place.", _change(asked))
    return _by_place(case, asked)


_REMOTE_CHANGE = "A stated readiness to work remotely."


def _is_remote(case: Case) -> bool:
    """True where remote work is what is asked, and no office beside it."""
    wording = case.requirement.text
    return _REMOTE.search(wording) is not None and not _OFFICE.search(wording)


def _by_place(case: Case, asked: str) -> Finding:
    here, country, wording = case.profile.place, case.profile.country, f"{asked} {case.requirement.text}"
    lives, area = here or country, countries_named(wording)
    if _names(asked, here) or _any_in(case, country, asked):
        return _found(case, Verdict.MET, 0.95, f"The resume gives {lives}.", "")
    if country in area and not names_city(wording):
        return _found(case, Verdict.MET, 0.9, f"The resume gives {lives}, within what is asked.", "")
    hours = in_zone(wording, country)
    if hours and not names_city(wording):
        return _found(case, Verdict.MET, 0.8, f"The resume gives {lives}, in reach of the hours asked.", "")
    if case.profile.relocation:
        return _found(case, Verdict.PARTLY, 0.6, f"The resume gives {lives} and a wish to move.", _change(asked))
    if country and (country in area or country.casefold() == case.role.country.casefold()):
        return _found(case, Verdict.PARTLY, 0.5, f"The resume gives {lives}, in the same country.", _change(asked))
    if case.profile.relocation is False:
        reason = f"The resume gives {lives} and no move; {asked.strip().rstrip('.')} is asked."
        return _found(case, Verdict.CONTRADICTED, 0.0, reason, _change(asked))
    return nothing(f"The resume gives {lives}; whether a move is possible is not stated.", _change(asked))


def _change(asked: str) -> str:
    return f"A place of work or a stated wish to move to {asked.strip().rstrip('.')}."


def _names(asked: str, here: str) -> bool:
    parts = [each.strip().casefold() for each in re.split(r"[,/(]", here) if len(each.strip()) > 2]
    return any(re.search(rf"\b{re.escape(each)}\b", asked.casefold()) for each in parts)


def _any_in(case: Case, country: str, asked: str) -> bool:
    """True when a role that may be done from anywhere in a country is asked and the person is in it."""
    if not country or not case.role.remote or countries_named(asked):
        return False
    return country.casefold() == case.role.country.casefold()


def _judge_move(case: Case) -> Finding:
    move = case.profile.relocation
    if move is None:
        return nothing("The resume says nothing on moving.", "A stated readiness to relocate.")
    if move:
        return _found(case, Verdict.MET, 0.9, "The resume states a readiness to move.", "")
    return _found(case, Verdict.CONTRADICTED, 0.0, "The resume rules out a move.", "A stated readiness to relocate.")


def _judge_travel(case: Case) -> Finding:
    if _TRAVELS_NOT.search(case.text):
        return _found(case, Verdict.CONTRADICTED, 0.0, "The resume rules out travel.", "A stated readiness to travel.")
    if _TRAVELS.search(case.text):
        return _found(case, Verdict.MET, 0.9, "The resume states a readiness to travel.", "")
    return nothing("The resume says nothing on travel.", "A stated readiness to travel.")


def _found(case: Case, verdict: Verdict, strength: float, reason: str, change: str) -> Finding:
    span = field_span(case, _FIELDS)
    passage = case.passage_at(span) if span is not None else None
    return Finding(verdict, held(strength, verdict=verdict), reason, change, span, passage)
