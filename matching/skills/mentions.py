"""What a sentence says about a skill that it names: shown, denied, hoped for, or other people's work.

Naming is not knowing: "no experience with Kubernetes" names it. Cues are read within the clause of the mention,
the nearest one wins, and a sentence without a cue shows the skill. The wordings are the tables of `cues`. Where a
sentence may be read both ways it shows nothing: a skill that is missed can be asked about, one that is wrongly
credited misleads.
"""

import re

from matching.skills.cues import AFTER, BEFORE, HINT, PLURAL_PEOPLE, Polarity

__all__ = ["Polarity", "polarity"]

_CUES = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in BEFORE)
_TAILS = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in AFTER)
_SENTENCE_END = re.compile(r"[.!?](?=\s)|[;\n]")
_TURN = re.compile(
    r"(?<!everything )(?<!anything )(?<!all )\bbut\b|\b(?:however|although|though|while|whereas|yet have|besides)\b|"
    r",\s+(?:and\s+|so\s+)?(?:I|we)\b|\s[\u2013\u2014-]\s|,\s+(?:so|then|later|hence)\s+(?=\w+)|\band\s+(?:I|we|have|"
    r"am)\b",
    re.IGNORECASE,
)
_COMMA_TURN = re.compile(
    r",\s+(?:mostly|mainly|only|instead|strong|expert|proficient|solid|extensive|deep|good|skilled|built|wrote|ran|"
    r"led|shipped|moved|\w+ed|\d+\+? years?)\b|:\s|\band\s+(?:built|wrote|used|ran|led|shipped|worked|deployed|moved|"
    r"rewrote|migrated|expert|proficient|strong|kept)\b|\b(?:since|when|because|until|after|to)\s+(?:I|the|our|we)\b",
    re.IGNORECASE,
)
_FAR = 400
"""Signs on either side in which a cue may stand: a line of a thousand skills is read in its own time, not squared."""
_OWN = re.compile(r"\b(?:my|existing|years?|proven|experienced)\b", re.IGNORECASE)
_NOT_A_DENIAL = re.compile(r"\b(?:not|no)\s+(?:only|just|limited|merely|longer|less|fewer)\b", re.IGNORECASE)
_TWICE_DENIED = re.compile(r"\b(?:not|never|nothing|no one|nobody|no|cannot)\b|n['\u2019]t\b", re.IGNORECASE)
_PART_OF_TEAM = re.compile(
    r"\b(?:part of|member of|joined|on|within|in)\s+(?:a|the|our|an)?\s*(?:\w+\s+){0,3}$", re.IGNORECASE
)
_OVER_PEOPLE = re.compile(
    r"\b(?:manag\w+|led|lead(?:s|ing)?|supervis\w+|oversaw|paid|support\w*|placed|sourced|with|of|for|the|our|"
    r"between|among)\s+(?:[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)
_ONE_OF_THEM = re.compile(r"\b(?:one of|taught|train\w+|coach\w+|mentor\w+)\b", re.IGNORECASE)


def polarity(sentence: str, start: int, end: int) -> Polarity:
    """What `sentence` claims of the skill that it names at `[start, end)`; SHOWN when it gives no other cue."""
    before, after = _clause(sentence, start, end)
    if PLURAL_PEOPLE.match(after) and _OVER_PEOPLE.search(before) and not _ONE_OF_THEM.search(before):
        return Polarity.OTHERS
    if not (HINT.search(before) or HINT.search(after)):
        return Polarity.SHOWN
    tail = next((kind for kind, pattern in _TAILS if pattern.match(after)), None)
    if tail:
        return tail
    # "Not familiar with": a slight claim inside of a denial is denied.
    cues = [
        (match.start() if kind is Polarity.SLIGHT else match.end(), kind)
        for kind, pattern in _CUES
        for match in pattern.finditer(before)
        if _holds(before, match, kind)
    ]
    return max(cues, key=lambda cue: cue[0])[1] if cues else Polarity.SHOWN


def _clause(sentence: str, start: int, end: int) -> tuple[str, str]:
    """The words of the mention's clause before and after it."""
    first, stop = max(0, start - _FAR), min(len(sentence), end + _FAR)
    opened = max((m.end() for m in _SENTENCE_END.finditer(sentence, first, start)), default=first)
    closing = _SENTENCE_END.search(sentence, end, stop)
    before = sentence[opened:start]
    turned = max((m.end() for m in _TURN.finditer(before)), default=0)
    return before[turned:], sentence[end : closing.start() if closing else stop]


def _holds(before: str, cue: "re.Match[str]", kind: Polarity) -> bool:
    """True when nothing between the cue and the mention takes the cue back."""
    between = before[cue.end() :]
    if kind is Polarity.OTHERS:
        return not _PART_OF_TEAM.search(before[: cue.start()])
    if _COMMA_TURN.search(between):
        return False
    if kind is Polarity.ASPIRED:
        return not _OWN.search(between)
    if "without" in between or (cue.group().lower().startswith("without") and _denied_before(before, cue)):
        return False
    return not _NOT_A_DENIAL.match(before, cue.start())


def _denied_before(before: str, cue: "re.Match[str]") -> bool:
    """True for the second half of "never … without": two denials are a claim."""
    return _TWICE_DENIED.search(before[: cue.start()]) is not None
