"""What a posting says it does not ask for: "PhD not required", "you don't need to know Rust", "no agencies please".

A waiver is no wish. Only words beside it make it one ("not required, but a plus"; "Go (not required)"), and those are
left to `cues`. Of a sentence that waives one thing and asks for another, the asking clauses are kept, so that "no
degree needed, but you must know Python" asks for Python. Some sentences sound like waivers and ask all the more
("you do not need sponsorship", "not only Python"); they are told apart first.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from matching.requirements.cues import MUST, NICE
from matching.requirements.splitting import DEGREE
from matching.requirements.years import read_years
from matching.skills import find_skills

_NEED = (
    r"(?:required|needed|necessary|mandatory|essential|expected|obligatory|a must|an? (?:hard )?requirement|"
    r"a prerequisite)"
)
_WHO = (
    r"(?:^\W*|\b(?:you|we|they|i|it|this|candidates?|applicants?|role|position|job|nobody) "
    r"(?:really |also |certainly )?)"
)
_NOT = r"(?:do(?:es)?(?: not|n['\u2019]t)|did(?: not|n['\u2019]t)|wo(?:uld )?n['\u2019]t|will not|would not|never)"
_SOFTLY = r"(?:really |actually |necessarily |even |strictly |at all |particularly |usually |always |yet )*"
_OUTSIDE = (
    r"(?:recruiters?|(?:recruit(?:ing|ment)|staffing|talent|outsourcing|consulting|dev(?:elopment)?) (?:agenc(?:y|ies)|"
    r"firms?|companies|shops?)|agenc(?:y|ies)|consultants?|consultanc(?:y|ies)|headhunters?|third[- ]part(?:y|ies)|"
    r"freelancers?|contractors?|vendors?|c2c|corp[- ]to[- ]corp|solicitations?)"
)
_WAIVERS = (
    rf"\b(?:is|are|was|be)(?: absolutely| definitely)?(?: not|n['\u2019]t) {_SOFTLY}{_NEED}\b",
    rf"(?<!but )(?<!though )(?<!although )(?<!\()(?<!, )\bnot {_SOFTLY}{_NEED}\b",
    rf"\bno\b[^.;!?]{{2,80}}?\b(?:is |are )?{_NEED}\b",
    rf"{_WHO}{_NOT} {_SOFTLY}"
    r"(?:need|have to|have (?:any )?(?:hard )?requirements?|require|expect|insist|ask for|demand)\b",
    r"\b(?:need(?: not|n['\u2019]t)|not have to) (?:have|be|know|hold|speak|bring)\b",
    r"\bno need (?:to|for)\b",
    r"\b(?:is|are)(?: not|n['\u2019]t) expected to\b",
    r"\b(?:we|i) (?:really |honestly |frankly )?(?:do(?: not|n['\u2019]t)|never|could(?: not|n['\u2019]t)) "
    r"(?:really |much )?(?:care|mind|look at|ask about|filter (?:by|on)|worry)\b",
    r"\b(?:do(?: not|n['\u2019]t)) (?:worry|panic|be put off|be discouraged|let that)\b",
    r"\b(?:do(?:es)?(?: not|n['\u2019]t)|never) (?:really )?(?:matter|count)\b",
    r"\b(?:is|are) (?:irrelevant|immaterial|beside the point)\b",
    r"\beven (?:if|when) you(?:['\u2019]ve| have)? (?:no|never|do(?: not|n['\u2019]t)|lack|have no)\b",
    r"\b(?:without|with no) [^.;,]{2,40} (?:(?:are|is) )?(?:very |equally |also |just as )?(?:welcome|fine|ok|okay)\b",
    r"\b(?:we(?:['\u2019]ll| will| can)? (?:happily |gladly )?(?:teach|train) you|can be (?:learnt|learned|taught|"
    r"picked up)|(?:you(?:['\u2019]ll| will| can)? )(?:learn|pick up) [^.;]{0,40}"
    r"(?:on the job|here|with us|as you go))\b",
    rf"\bno (?:[\w-]+(?:, | or | and | nor |/| )){{0,4}}?{_OUTSIDE}\b",
    rf"\b{_OUTSIDE}(?:(?: or | and |, |/){_OUTSIDE})*:? (?:please )?"
    r"(?:need not|do not|don['\u2019]t|should not|stay away)\b",
)
_QUESTION = re.compile(
    r"^\W*(?:no|not|never|don['\u2019]t|do not|haven['\u2019]t|you(?:['\u2019]ve| have)? (?:don['\u2019]t|never|not))\b"
    r"[^?]{2,90}\?\W*$",
    re.IGNORECASE,
)
_IN_JEST = re.compile(r"\b(?:(?:just |only |we['\u2019]re |we are )+(?:kidding|joking)|kidding)\b", re.IGNORECASE)
_WAIVED = re.compile("|".join(f"(?:{each})" for each in _WAIVERS), re.IGNORECASE)
_ASKS_ALL_THE_SAME = re.compile(
    rf"\b{_NOT} {_SOFTLY}(?:need|require|have|expect)(?: any| a| to have| to be)?(?: visa| work)? (?:sponsor\w*|"
    r"supervision|hand[- ]?holding|micro-?manag\w*|permission|reminders?|pushing|told|managed)|"
    r"\bnot (?:only|just|merely)\b|\bno (?:less|fewer) than\b|\bno (?:problem|fear|trouble|issue)\b(?! if| with not)|"
    r"\b(?:must|should|may|can)(?: not|not) (?:need|require)\b|\bif you (?:do(?: not|n['\u2019]t)) have\b|"
    r"\bwithout which\b|\bnot (?:optional|negotiable)\b",
    re.IGNORECASE,
)
_FORWARD = re.compile(
    rf"\b(?:{_NOT} {_SOFTLY}(?:need|have|require|expect|care|mind|worry)|no need|no\b|even if|"
    r"need(?:n['\u2019]t| not))",
    re.IGNORECASE,
)
_BACKWARD = re.compile(r"\b(?:and|or)\b.*\b(?:are|aren)\b", re.IGNORECASE | re.DOTALL)
_JOINT = re.compile(
    r"(?:[;:.!?)]\s+|\s[\u2014\u2013-]\s|\s\(|,?\s+(?=(?:but|though|although|however|yet|instead)\b)|,\s+)",
    re.IGNORECASE,
)
_TURN = re.compile(r"^\W*(?:but|though|although|however|yet|instead|just|only|still)\b", re.IGNORECASE)
_LEAD = re.compile(r"^\W*(?:(?:but|though|although|however|yet|instead|just|only|and)\b[\s,]*)*", re.IGNORECASE)
_WISH = re.compile(r"\b(?:welcome|appreciated|useful|helpful|valued|an? (?:plus|bonus|advantage))\b", re.IGNORECASE)
_ASKING = re.compile(
    r"\b(?:you (?:should|must|need|have|know)|experience|knowledge|we (?:do )?(?:need|want|ask))\b", re.I
)
_TRIM = " \t\n\r\u00a0.;,:!?()\u2013\u2014-"


def waives(text: str) -> bool:
    """True when the text says of something that it is not asked, and does not wish for it either."""
    if _IN_JEST.search(text):
        return True
    if _ASKS_ALL_THE_SAME.search(text):
        return False
    return bool(_WAIVED.search(text) or _QUESTION.match(text)) and not _is_wished(text)


def asked_parts(text: str) -> Iterator[tuple[int, int]]:
    """What is left to ask for of the text, as places in it: all of it where nothing is waived, none where all is."""
    if not waives(text):
        yield 0, len(text)
        return
    if _IN_JEST.search(text):
        return
    kept = _joined([(start, end) for start, end, waived in _clauses(text) if not waived])
    for start, end in (place for place in kept if _tells(text[slice(*place)])):
        start += len(lead.group()) if (lead := _LEAD.match(text[start:end])) else 0
        while end > start and text[end - 1] in _TRIM:
            end -= 1
        if end > start:
            yield start, end


def _clauses(text: str) -> list[tuple[int, int, bool]]:
    """The clauses, each with whether it is waived: by its own words, or as one of a list that is waived together."""
    edges = [0, *(match.end() for match in _JOINT.finditer(text)), len(text)]
    found = [(start, end, _is_waived(text[start:end])) for start, end in pairwise(edges) if end > start]
    marked = [waived for _, _, waived in found]
    for number, (start, end, waived) in enumerate(found):
        clause = text[start:end]
        if waived and _FORWARD.search(clause):
            for later in range(number + 1, len(found)):
                if _opens_anew(text, found[later][0], found[later][1]):
                    break
                marked[later] = True
        if waived and _BACKWARD.search(clause):
            for before in range(number - 1, -1, -1):
                if text[found[before + 1][0] - 2 : found[before + 1][0]].strip() != ",":
                    break
                marked[before] = True
    return [(start, end, each) for (start, end, _), each in zip(found, marked, strict=True)]


def _is_waived(clause: str) -> bool:
    return bool(_WAIVED.search(clause) or _QUESTION.match(clause))


def _opens_anew(text: str, start: int, end: int) -> bool:
    """True for a clause with a verb or a turn of its own, or after a full stop: what was waived before ends here."""
    clause = text[start:end]
    closed = text[:start].rstrip()[-1:] in ";.!?:"
    return closed or bool(_TURN.match(clause) or MUST.search(clause) or NICE.search(clause) or _ASKING.search(clause))


def _tells(clause: str) -> bool:
    named = find_skills(clause) or DEGREE.search(clause) or any(True for _ in read_years(clause))
    return bool(named or (MUST.search(clause) and len(clause.split()) > 3))


def _joined(places: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    at: tuple[int, int] | None = None
    for start, end in places:
        if at and at[1] == start:
            at = (at[0], end)
            continue
        if at:
            yield at
        at = (start, end)
    if at:
        yield at


def _is_wished(text: str) -> bool:
    """True for "not required, but a plus": the wish has no subject of its own, so it speaks of what is waived."""
    for wish in (*NICE.finditer(text), *_WISH.finditer(text)):
        opened = max((match.end() for match in _JOINT.finditer(text, 0, wish.start())), default=0)
        closed = next((match.start() for match in _JOINT.finditer(text, wish.end())), len(text))
        clause = text[opened:closed]
        if not _is_waived(clause) and not (find_skills(clause) or DEGREE.search(clause)):
            return True
    return False
