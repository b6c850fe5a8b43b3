"""Split a bullet that asks for several things, only where one verdict for the whole would mislead.

"Python, Docker and Kubernetes" stays one requirement. A bullet is split between two numbers of years, between a degree
and years, before a tail that is only nice to have, and where an "and" joins a skill to a choice ("Python, and PyTorch
or JAX"), because "any of these" must not swallow the skill beside it.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from matching.requirements.cues import NICE
from matching.requirements.years import read_years
from matching.skills import SkillMention, find_skills, related
from matching.text import Span

DEGREE = re.compile(
    r"\b(?:bachelor(?:['\u2019]?s)?|master(?:['\u2019]s|s)(?=\s*(?:\b(?:degree|or|and|in|level)|"
    r"[,/).]|$))|master degree|undergraduate degree|graduate degree|advanced degree|"
    r"(?:university|college|relevant|technical|quantitative|related|higher|4[- ]year|four[- ]year|"
    r"stem|cs) (?:\w+ )?degree|m\.?sc?\.?(?=[\s,/)]|$)"
    r"(?!\s+(?:excel|word|office|teams|windows|project|access|sql|azure|dynamics|outlook|power|sharepoint|visio|exchange|365)\b)|"
    r"b\.?sc?\.?(?=[\s,/)]|$)|"
    r"b\.?tech|m\.?tech|b\.?eng|m\.?eng|mba|ph\.?\s?d\.?|doctorate|doctoral|postdoc\w*|degree in|degree\b|diploma)",
    re.IGNORECASE,
)
CHOICE = re.compile(
    r"\bsuch as\b|\be\.?g\.?[ ,:]|\bfor (?:example|instance)\b|\b(?:at least |any )?one (?:or more )?of\b|"
    r"\bany of\b|\beither\b|\bor similar\b|\blike\b|\betc\b",
    re.IGNORECASE,
)
_JOINT = re.compile(r"\s*(?:[;]|,?\s+(?:and|plus|with|as well as|along with|including)\s|,\s|\.\s)\s*", re.IGNORECASE)
_TAIL_JOINT = re.compile(r"\s*(?:;|,|\u2014|\s\u2013\s|\s-\s|\()\s*(?:and\s+|but\s+)?", re.IGNORECASE)
_OR = re.compile(r"\bor\b|/", re.IGNORECASE)
_AND = re.compile(r"\s*,?\s+(?:and|plus|as well as)\s+", re.IGNORECASE)
_EXAMPLE = re.compile(r"\be\.?g\.?$|\bi\.?e\.?$", re.IGNORECASE)
_TRIM = " \t\n\r\u00a0.;,*_\u2022-\u2013\u2014:("


def split(text: str, span: Span) -> tuple[Span, ...]:
    """The parts of the text at `span`, as original spans in order; one part when nothing needs to be told apart."""
    cuts = sorted({*_at_semicolons(text), *_between_anchors(text), *_before_nice_tail(text), *_beside_choice(text)})
    edges = [0, *cuts, len(text)]
    parts = [_trimmed(text, start, end) for start, end in pairwise(edges)]
    kept = [Span(span.start + start, span.start + end) for start, end in parts if end - start > 1]
    return tuple(kept) or (span,)


def _at_semicolons(text: str) -> Iterator[int]:
    """Cuts in a list that is written on one line with semicolons."""
    if not has_ladder(text):
        places = [each.start() for each in re.finditer(";", text)]
        outside = [each for each in places if text.count("(", 0, each) == text.count(")", 0, each)]
        tells = len(outside) == 1 and _are_two(text[: outside[0]], text[outside[0] :])
        yield from outside if len(outside) > 1 or tells else ()


def _are_two(left: str, right: str) -> bool:
    """True when both sides name a skill, or only one of them is merely nice to have."""
    return bool(find_skills(left) and find_skills(right)) or bool(NICE.search(left)) != bool(NICE.search(right))


def _between_anchors(text: str) -> Iterator[int]:
    """Cuts between numbers of years, or a degree and years, unless an "or" makes them alternatives."""
    if has_ladder(text):
        return
    anchors = sorted([(each.start, each.end) for each in read_years(text)])
    degree = DEGREE.search(text)
    if degree:
        anchors = sorted([*anchors, degree.span()])
    for (_, end), (start, _) in pairwise(anchors):
        if not _OR.search(text, end, start):
            joints = list(_JOINT.finditer(text, end, start))
            if joints:
                yield joints[-1].start() if joints[-1].end() > joints[-1].start() else start


def has_ladder(text: str) -> bool:
    """True for "BSc and 6 years or MSc and 4 years": alternatives, of which one verdict is given."""
    years = [each.end for each in read_years(text)]
    degrees = [each.start() for each in DEGREE.finditer(text)]
    return len(years) > 1 and any(
        end < start and _OR.search(text, end, start) is not None for end in years for start in degrees
    )


def _before_nice_tail(text: str) -> Iterator[int]:
    """A cut before "..., Rust is a plus" when both sides name a skill."""
    cue = NICE.search(text)
    if not cue or cue.start() < 12:
        return
    joints = [
        each
        for each in _TAIL_JOINT.finditer(text, 0, cue.start())
        if each.start() > 0 and not _EXAMPLE.search(text, 0, each.start()) and not _inside(text, each, cue.start())
    ]
    if joints and find_skills(text[: joints[-1].start()]) and find_skills(text[joints[-1].end() :]):
        yield joints[-1].start()


def _inside(text: str, joint: re.Match[str], cue: int) -> bool:
    """True for a joint in brackets that close before the cue: "(Docker, Kubernetes) is a plus" is one thing."""
    opened = text.count("(", 0, joint.end()) > text.count(")", 0, joint.end())
    return opened and text.find(")", joint.end(), cue) >= 0


def _beside_choice(text: str) -> Iterator[int]:
    """A cut between a skill of its own and a choice that follows."""
    mentions = find_skills(text)
    if len(mentions) < 3 or any(True for _ in read_years(text)):
        return
    marker = CHOICE.search(text, mentions[0].end)
    if marker:
        own = [each for each in mentions if each.end <= marker.start()]
        examples = [each for each in mentions if each.start >= marker.end()]
        yield from _after_own(text, own, examples, marker.start())
        return
    for left, middle, right in zip(mentions, mentions[1:], mentions[2:], strict=False):
        joint = _AND.search(text, left.end, middle.start)
        if joint and _OR.search(text, middle.end, right.start) and "," not in text[mentions[0].end : left.start]:
            yield joint.start()


def _after_own(text: str, own: Sequence[SkillMention], examples: Sequence[SkillMention], stop: int) -> Iterator[int]:
    kinds = {each.skill for each in own if not any(related(each.skill, other.skill) >= 0.45 for other in examples)}
    if len(examples) > 1 and kinds:
        joint = _AND.search(text, own[-1].end, stop)
        if joint:
            yield joint.start()


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _TRIM:
        start += 1
    joined = (
        re.match(r"(?:and|plus|but|with|also|as well as)\s+(?:of\s+)?", text[start:end], re.IGNORECASE)
        if start
        else None
    )
    if joined and end - start > joined.end():
        start += joined.end()
    while end > start and text[end - 1] in " \t\n\r\u00a0.;,*_\u2022-\u2013\u2014:(":
        end -= 1
    unopened = text[start:end].endswith(")") and text.count("(", start, end) < text.count(")", start, end)
    return _trimmed(text, start, end - 1) if unopened else (start, end)
