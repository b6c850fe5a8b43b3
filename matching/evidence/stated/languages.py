"""Spoken languages: the level stated beside the level asked, and unknown stays unknown.

A code (B2) speaks before a word, of several the lower one counts: "B2/C1" is B2 on both sides. "Contradicted" is said
only where the resume itself states a lower level; a silent resume is "not shown".
"""

import re
from collections.abc import Mapping

from matching.evidence.finding import Case, Finding, nothing
from matching.evidence.meaning import best_passage
from matching.evidence.strength import held
from matching.text import Span
from matching.values import Language, Verdict

_CODES: Mapping[str, int] = {"a1": 1, "a2": 2, "b1": 3, "b2": 4, "c1": 5, "c2": 6}
_WORDINGS: tuple[tuple[int, "re.Pattern[str]"], ...] = tuple(
    (level, re.compile(rf"\b(?:{words})\b", re.I))
    for level, words in (
        (5, r"near[- ]native|full professional(?: proficiency)?|business[- ]fluent|very good|professional fluency"),
        (3, r"limited working(?: proficiency)?|working knowledge"),
        (4, r"upper[- ]intermediate|professional working(?: proficiency)?|working proficiency|business level"),
        (6, r"native|mother tongue|bilingual|first language|muttersprach\w+|langue maternelle"),
        (5, r"fluen\w+|advanced|proficien\w+|professional|business|excellent|verhandlungssicher|flie(?:ß|ss)end"),
        (4, r"good|independent|working(?! with)|strong"),
        (3, r"intermediate|conversational|fair"),
        (2, r"elementary|limited|school (?:level|english|french|german)"),
        (1, r"beginner|basics?|learning|rudimentary"),
    )
)
_USUAL = 4
_NAMES = re.compile(
    r"\b(english|german|french|spanish|italian|portuguese|dutch|polish|swedish|danish|norwegian|finnish|czech|"
    r"hungarian|"
    r"romanian|greek|turkish|russian|ukrainian|arabic|hebrew|hindi|mandarin|chinese|cantonese|japanese|korean|irish|"
    r"catalan|vietnamese|thai|estonian|latvian|lithuanian|bulgarian|croatian|serbian|slovak|slovenian)\b",
    re.I,
)
_ANY = re.compile(r"\b(or|any|either|one of)\b", re.I)


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
    """1 (A1) to 6 (C2, native), 0 when no level is named. Codes before words, and the lower of two."""
    codes = [_CODES[each.lower()] for each in re.findall(r"\b[ABCabc][12]\b", words)]
    return min(codes) if codes else _worded(words)


def _worded(words: str) -> int:
    found = []
    for level, pattern in _WORDINGS:
        if pattern.search(words):
            found.append(level)
            words = pattern.sub(" ", words)
    return min(found, default=0)


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
