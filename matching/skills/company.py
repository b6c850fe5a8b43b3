"""The company that a name keeps: whether an ordinary word or letter is meant as a skill where it stands.

"Go", "R", "Access" and "React" are skills in a list or before "developer", and plain words elsewhere. People also
write lists in small letters ("python, rust, go"), so a list that names one skill for certain vouches for the rest.
Wordings are tables, so that a new one is a word here.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_LISTING = frozenset(",/(:|•;·&*[]\"'+\u2013\u2014-●▪○✓>")
_CLOSING = frozenset(",/()|;·&.:]\"'+!?•●")
_BEFORE_WORDS = """
and or in with using of like as also know knows use used plus either including languages language eg both modern
write writing our via from e.g into than idiomatic advanced basic production core strong learning to for versus
vs but not only three several language: primarily mostly mainly preferably ideally fluent
"""
_AFTER_WORDS = """
and or developer developers programming language engineer engineers experience code codebase codebases service
services microservices backend development for is are preferred required on skills knowledge programmer
programmers at scale scripts scripting packages package libraries library framework frameworks modules module
apps app dashboards dashboard cluster clusters stack with cookbooks tooling expertise team community ecosystem
compiler runtime functions as preferably you we plus
"""
_BEFORE, _AFTER = frozenset(_BEFORE_WORDS.split()), frozenset(_AFTER_WORDS.split())
_OPENING_VERB = re.compile(
    r"[ \t]+(?:(?:to|the|a|an|your|our|their|this|that|it|up|off|out|into|by|you|we|all|over|under|through|upon|joy|"
    r"new|when|if|within|toward|towards|against|above|beyond|across|how|what|who|his|her|its|them|us|me|ahead|away|"
    r"back(?![ -]?end)|from|between|about|at|\d+)\b|\w+ly\b)"
)
_SENTENCE_START = re.compile(r"(?:^|[.!?\n\u2022*\u25cf\u2013-])[ \t]*$")
_NOT_AFTER = re.compile(r"\s*&\s*[A-Z]\b|['\u2019]|-to-|-live|-getter|-\d")
_INITIAL = re.compile(r"\b[A-Z]\.[ \u00a0]+(?:[A-Z]\.[ \u00a0]*)?[A-Z][a-z]+")
_BETWEEN = re.compile(
    r"[ \t]*(?:[,/|;•·&+]|\band\b|\bor\b|,[ \t]*(?:and|or)\b|,[ \t]*[\w.+#-]{2,20}[ \t]*,|\n[ \t]*[-*•]?)[ \t]*"
)
_MAKER = re.compile(
    r"[ \t]+(?:developers?|engineers?|programmers?|programming|codebases?|microservices?|scripts)\b", re.IGNORECASE
)
_GO_PROGRAMS = re.compile(
    r"Go[ \t]+(?:services?|binar(?:y|ies)|back[ -]?ends?|servers?|APIs?|CLIs?|tools|modules?|rewrite|workers?)\b"
)
_PERSON = re.compile(
    r"Claude[ \u00a0](?!(?:Code|Opus|Sonnet|Haiku|Instant|Desktop|Agents?|Skills?|Pro|Max|Team|Enterprise|Tools?|"
    r"Models?|Prompts?|Integrations?|Developers?|Engineers?|Console|Projects?|Artifacts?|Computer|Cowork)\b)[A-Z][a-z]{2,}\b"
)
_EVERYDAY = re.compile(
    r"[ \t]+(?:cinema|theatre|theater|fountain|hotel|restaurant|bar|café|cafe|street|road|square|club|museum|bakery|"
    r"farm|shop|hall|tower|constellation|horoscope|wind|lifeboat|ferry|hospital|pharmacy)s?\b",
    re.IGNORECASE,
)
_HYPHENED = re.compile(r"\w[-\u2010\u2011]$")
_LEAST_SMALL = 3


@dataclass(frozen=True, slots=True)
class SkillMention:
    """A canonical skill at `[start, end)` of the text that was searched."""

    skill: str
    start: int
    end: int


def in_company(text: str, start: int, end: int) -> bool:
    """True when an ordinary word such as "Go" stands where a language would: in a list or before "developer"."""
    if _NOT_AFTER.match(text, end) or _is_initial(text, start, end) or _HYPHENED.search(text, max(0, start - 2), start):
        return False
    if _MAKER.match(text, end) or _GO_PROGRAMS.match(text, start):
        return True
    return _opens(text, start) and _closes(text, end)


def opens_a_sentence(text: str, start: int, end: int) -> bool:
    """True for a capitalised verb that opens a sentence ("React to incidents"), where the capital proves nothing."""
    return (
        end - start > 1
        and text[start:end].istitle()
        and _OPENING_VERB.match(text, end) is not None
        and _SENTENCE_START.search(text, max(0, start - 8), start) is not None
    )


def is_everyday(text: str, start: int, end: int) -> bool:
    """True for a name that a person or a house bears ("Claude Martin", "the Gemini cinema")."""
    return _EVERYDAY.match(text, end) is not None or _PERSON.match(text, start) is not None


def with_listed(text: str, found: Sequence[SkillMention], small: Sequence[SkillMention]) -> tuple[SkillMention, ...]:
    """The mentions `found`, and those of `small` letters that stand in one list with them (or three together)."""
    sure = frozenset(found)
    kept: list[SkillMention] = []
    for run in _runs(text, sorted((*found, *small), key=lambda each: each.start)):
        listed = _trimmed(text, run, sure)
        vouched = len(listed) > 1 and any(each in sure for each in listed)
        kept += listed if vouched or len(listed) >= _LEAST_SMALL else [each for each in listed if each in sure]
    return tuple(kept)


def _runs(text: str, mentions: Sequence[SkillMention]) -> list[list[SkillMention]]:
    """The mentions cut into lists: neighbours with nothing but a separator between them."""
    runs: list[list[SkillMention]] = []
    for each in mentions:
        if runs and _BETWEEN.fullmatch(text, runs[-1][-1].end, each.start):
            runs[-1].append(each)
        else:
            runs.append([each])
    return runs


def _trimmed(text: str, run: list[SkillMention], sure: frozenset[SkillMention]) -> list[SkillMention]:
    """The run without mentions in small letters at its edges that run on into a sentence ("go to the office")."""
    while run and run[0] not in sure and not _opens(text, run[0].start):
        run = run[1:]
    while run and run[-1] not in sure and not _closes(text, run[-1].end):
        run = run[:-1]
    return run


def _opens(text: str, start: int) -> bool:
    """True when a list may begin or go on before `start`."""
    before = text[max(0, start - 24) : start].rsplit("\n", 1)[-1].rstrip()
    if not before or before[-1] in _LISTING:
        return True
    words = re.findall(r"[\w.]+", before)
    return bool(words) and words[-1].lower().rstrip(".") in _BEFORE


def _closes(text: str, end: int) -> bool:
    """True when a list may end or go on after `end`."""
    after = text[end : end + 24].split("\n", 1)[0].strip()
    if not after or after[0] in _CLOSING:
        return True
    words = re.findall(r"\w+", after)
    return bool(words) and after[0].isalnum() and words[0].lower() in _AFTER


def _is_initial(text: str, start: int, end: int) -> bool:
    """True for the initial of a name: "R. Smith" that opens a line or stands among other initials."""
    if end - start != 1 or not _INITIAL.match(text, start):
        return False
    near = text[max(0, start - 40) : start] + " " + text[end + 1 : end + 40]
    return start == 0 or text[start - 1] == "\n" or _INITIAL.search(near) is not None
