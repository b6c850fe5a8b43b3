"""Languages, place and permission to work: read from what is stated, and unknown stays unknown.

"Contradicted" is said only where the resume itself says otherwise: a lower level of the language, another place
together with no wish to move, a permission that is needed. A silent resume is "not shown".
"""

import re
from collections.abc import Mapping

from matching.evidence.finding import Case, Finding, nothing
from matching.evidence.meaning import best_passage
from matching.evidence.strength import held
from matching.text import Span
from matching.values import Language, Verdict

_LEVELS: Mapping[str, int] = {
    "a1": 1, "beginner": 1, "basic": 1, "elementary": 1,
    "a2": 2, "school": 2, "limited": 2,
    "b1": 3, "intermediate": 3, "conversational": 3,
    "b2": 4, "good": 4, "upper": 4, "working": 4, "independent": 4,
    "c1": 5, "advanced": 5, "fluent": 5, "professional": 5, "business": 5, "proficient": 5, "excellent": 5, "full": 5,
    "c2": 6, "native": 6, "mother": 6, "bilingual": 6, "first": 6,
}  # fmt: skip
_USUAL = 4
_NAMES = re.compile(
    r"\b(english|german|french|spanish|italian|portuguese|dutch|polish|swedish|danish|norwegian|finnish|czech|hungarian|"
    r"romanian|greek|turkish|russian|ukrainian|arabic|hebrew|hindi|mandarin|chinese|cantonese|japanese|korean|irish|"
    r"catalan|vietnamese|thai|estonian|latvian|lithuanian|bulgarian|croatian|serbian|slovak|slovenian)\b",
    re.I,
)
_ANY = re.compile(r"\b(or|any|either|one of)\b", re.I)
_NEEDS = re.compile(
    r"\b(require|need|seeking|will need|without) .{0,20}(sponsor|visa|permit)|\bsponsorship (required|needed)", re.I
)
_HAS = re.compile(
    r"\b(citizen\w*|permanent resident|green card|authori[sz]ed|right to work|work permit|settled status|eu national|"
    r"no sponsorship|eligible)\b",
    re.I,
)


def judge_language(case: Case) -> Finding:
    """The level stated beside the level asked; of several languages all are needed, or one where the text says so."""
    parts = [each.strip() for each in case.requirement.value.split(",") if _NAMES.search(each)]
    asked = parts or [case.requirement.text]
    found = [_judge_one(case, each, alone=len(asked) == 1) for each in asked]
    one_is_enough = case.requirement.any_of or _ANY.search(case.requirement.text) is not None
    choose = max if one_is_enough else min
    return choose(found, key=lambda each: (each.strength, each.verdict))


def _judge_one(case: Case, words: str, *, alone: bool) -> Finding:
    named = _NAMES.search(words)
    name = named.group().title() if named else "The language"
    wanted = level_of(f"{words} {case.requirement.text}" if alone else words)
    needed = wanted or _USUAL
    change = f"{name} stated at the level asked." if wanted else f"{name} stated with a level."
    shown = next((each for each in case.profile.languages if each.name.casefold() == name.casefold()), None)
    if shown is None:
        return _written_in(case, name, change)
    level = level_of(shown.level)
    if not level:
        return _language(case, shown, Verdict.PARTLY, 0.5, f"{name} is named without a level.", change)
    reason = f"{name} is stated as {shown.level}."
    if level >= needed:
        return _language(case, shown, Verdict.MET, 0.95, reason, "")
    if level == needed - 1 or not wanted:
        return _language(case, shown, Verdict.PARTLY, 0.45, f"{reason} A higher level is asked.", change)
    return _language(case, shown, Verdict.CONTRADICTED, 0.05, f"{reason} A higher level is asked.", change)


def level_of(words: str) -> int:
    """1 (A1) to 6 (C2, native) for the highest level that is named, 0 when none is."""
    return max((_LEVELS[each] for each in re.findall(r"[a-z]\d|[a-z]+", words.lower()) if each in _LEVELS), default=0)


def _language(case: Case, shown: Language, verdict: Verdict, strength: float, reason: str, change: str) -> Finding:
    span = shown.span
    if "(" in span.of(case.text) and case.text[span.end : span.end + 1] == ")":
        span = Span(span.start, span.end + 1)
    return Finding(verdict, held(strength, verdict=verdict), reason, change, span, case.passage_at(span))


def _written_in(case: Case, name: str, change: str) -> Finding:
    place = best_passage(case)
    if name != "English" or place.span is None or not re.search(r"\b(the|and|with)\b", case.text):
        return nothing(f"The resume does not mention {name}.", change)
    reason = "The resume is written in English; the level is not stated."
    return Finding(Verdict.PARTLY, held(0.55, verdict=Verdict.PARTLY), reason, change, place.span, place.passage)


def judge_place(case: Case) -> Finding:
    """The same place is met, the same country partly; elsewhere counts against nobody who may move or says nothing."""
    asked = case.requirement.value or case.role.place or case.requirement.text
    here, country = case.profile.place, case.profile.country
    change = f"A place of work or a stated wish to move to {asked.strip().rstrip('.')}."
    if not here and not country:
        return nothing("The resume states no place.", change)
    span = _field_span(case, ("basics.location", "basics.location.city", "basics.location.countryCode"))
    lives = here or country
    if _names(asked, here) or _any_in(case, country):
        return _placed(case, Verdict.MET, 0.95, f"The resume gives {lives}.", "", span)
    if case.profile.relocation:
        return _placed(case, Verdict.PARTLY, 0.6, f"The resume gives {lives} and a wish to move.", change, span)
    if country and country.casefold() == case.role.country.casefold():
        return _placed(case, Verdict.PARTLY, 0.5, f"The resume gives {lives}, in the same country.", change, span)
    if case.profile.relocation is False:
        return _placed(
            case, Verdict.CONTRADICTED, 0.0, f"The resume gives {lives} and no move; {asked} is asked.", change, span
        )
    return nothing(f"The resume gives {lives}; whether a move is possible is not stated.", change)


def _names(asked: str, here: str) -> bool:
    parts = [each.strip().casefold() for each in re.split(r"[,/(]", here) if len(each.strip()) > 2]
    return any(re.search(rf"\b{re.escape(each)}\b", asked.casefold()) for each in parts)


def _any_in(case: Case, country: str) -> bool:
    """True when a role that may be done from anywhere in a country is asked and the person is in it."""
    return bool(country) and bool(case.role.remote) and country.casefold() == case.role.country.casefold()


def _placed(case: Case, verdict: Verdict, strength: float, reason: str, change: str, span: Span | None) -> Finding:
    passage = case.passage_at(span) if span is not None else None
    return Finding(verdict, held(strength, verdict=verdict), reason, change, span, passage)


def judge_authorisation(case: Case) -> Finding:
    """Only what is stated: a permission is met, a needed sponsorship contradicts, silence is not shown."""
    stated = case.profile.authorisation
    change = f"A stated permission: {case.requirement.text.strip().rstrip('.')}."
    if not stated:
        return nothing("The resume says nothing on the permission to work.", change)
    start = case.text.find(stated)
    span = Span(start, start + len(stated)) if start >= 0 else _field_span(case, ("authorisation", "workAuthorization"))
    if _NEEDS.search(stated) and not _HAS.search(stated):
        return _placed(case, Verdict.CONTRADICTED, 0.0, f"The resume says: {stated}.", change, span)
    verdict = Verdict.MET if _HAS.search(stated) else Verdict.PARTLY
    return _placed(
        case,
        verdict,
        0.9 if verdict is Verdict.MET else 0.5,
        f"The resume says: {stated}.",
        "" if verdict is Verdict.MET else change,
        span,
    )


def _field_span(case: Case, names: tuple[str, ...]) -> Span | None:
    return next((each.span for each in case.profile.fields if each.name in names and each.span is not None), None)
