"""What a requirement asks for: a skill, experience, education, a spoken language, a place, the right to work."""

import re
from collections.abc import Sequence
from itertools import pairwise

from matching.requirements.choices import read_choices
from matching.requirements.splitting import CHOICE, DEGREE, has_ladder
from matching.skills import VOCABULARY, SkillMention
from matching.skills.spoken import spoken_languages
from matching.values import Kind

SOFT = frozenset({"communication", "collaboration", "problem-solving", "ownership"})
_AUTHORISATION = re.compile(
    r"\b(?:(?:authori[sz]ed|authori[sz]ation|eligible|eligibility|right|permitted|legally (?:able|"
    r"allowed)) (?:to work|for employment)|work (?:permit|visa|authori[sz]ation)|visa "
    r"(?:sponsorship|status)|"
    r"(?:require|need|offer|provide|without|no) (?:visa )?sponsorship|(?:security|secret|top[- "
    r"]secret|ts/sci|government) clearance|clearance|(?:u\.?s\.?|eu|uk|australian|canadian) "
    r"citizen\w*|"
    r"citizenship|permanent residen\w+|green card|us persons?)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"\b(?:(?:be |currently |must be |live |are )?(?:based|located|residing|reside|live|living) "
    r"(?:in|within|near|out of)\b|(?:willing|able|open|ability|willingness|required) to (?:relocate|"
    r"travel|commute|"
    r"work (?:on[- ]?site|from (?:our|the)|in (?:our|the) office))|relocat(?:e|ion)\b|travel up "
    r"to|\d+% travel|on[- ]?site (?:in|at|\d)|in[- ]office|in(?:to)? the office|in[- ]person|hybrid\b|"
    r"days? (?:a|per) week (?:in|at|on)|days? (?:in|at) (?:the|our) office|time[- ]?zones?|"
    r"overlap with|remote(?:ly)? (?:in|from|within)|commut\w+)",
    re.IGNORECASE,
)
_PLACE_NAME = re.compile(
    r"(?i:based|located|residing|reside|live|living|on[- ]?site|office|remote(?:ly)?|relocate|"
    r"relocation|commut\w+|travel)\s+(?:in|within|near|out of|at|from|to|distance (?:of|to))\s+"
    r"(?:the |our )?((?:[A-Z][\w.\u2019'-]*|of|de)(?:[ ,/]+(?:[A-Z][\w.\u2019'-]*|of|or|and|de)(?=[\s,.;/)]|$))*)"
)
_EXPERIENCE = re.compile(
    r"\b(?:experience[ds]?|track record|background|built|shipped|have (?:\w+ly )?(?:led|managed|worked|"
    r"designed|trained|run|deployed|written|owned|brought|taken|"
    r"given|published|delivered|launched|scaled)|history of|publications?|portfolio|"
    r"you['\u2019]ve|worked (?:on|with|in))\b",
    re.IGNORECASE,
)
_TOOLS = frozenset({"language", "framework", "library", "tool", "platform", "protocol", "model", "compiler"})
_EQUIVALENT = re.compile(
    r"\bor\b[^.]{0,30}\b(?:equivalent|comparable|similar|relevant|related)\b|\bequivalent "
    r"(?:practical |work |industry )?experience|\(or equivalent",
    re.IGNORECASE,
)
_LEVELS = (
    ("bachelor", re.compile(r"bachelor|undergraduate|\bb\.?sc?\b|b\.?tech|b\.?eng\b|\bbs\b", re.IGNORECASE)),
    (
        "master",
        re.compile(
            r"\bmaster|\bm\.?sc?\b|m\.?tech|m\.?eng\b|\bmba\b|\bms\b|graduate degree|advanced degree", re.IGNORECASE
        ),
    ),
    ("phd", re.compile(r"ph\.?\s?d|doctora|postdoc", re.IGNORECASE)),
)


def kind_of(text: str, mentions: Sequence[SkillMention], *, years: float | None) -> Kind:
    """The kind of the requirement that `text` states."""
    if _AUTHORISATION.search(text):
        return Kind.AUTHORISATION
    if DEGREE.search(text) and years is None:
        return Kind.EDUCATION
    if _speaks(text, mentions):
        return Kind.LANGUAGE
    if _PLACE.search(text) and years is None and len({each.skill for each in mentions} - SOFT) < 2:
        return Kind.PLACE
    return _kind_of_work(text, {each.skill for each in mentions} - SOFT, years=years)


def _kind_of_work(text: str, skills: set[str], *, years: float | None) -> Kind:
    tools = any(VOCABULARY[each].kind in _TOOLS for each in skills)
    if skills and (tools or not (years is not None or _EXPERIENCE.search(text))):
        return Kind.SKILL
    if skills or years is not None or _EXPERIENCE.search(text):
        return Kind.EXPERIENCE
    return Kind.OTHER


def _speaks(text: str, mentions: Sequence[SkillMention]) -> bool:
    hard = {each.skill for each in mentions} - SOFT
    return bool(spoken_languages(text)) and len(hard) < 2


def choices_of(text: str, mentions: Sequence[SkillMention], kind: Kind) -> tuple[tuple[str, ...], ...]:
    """The groups of a line that needs a skill or a choice beside another choice; () where nothing is mixed."""
    if kind not in (Kind.SKILL, Kind.EXPERIENCE) or has_ladder(text):
        return ()
    found = read_choices(text, mentions)
    return found.groups if found.mixed else ()


def value_of(text: str, mentions: Sequence[SkillMention], kind: Kind) -> str:
    """The plain value beside the wording: the language with its level, the lowest degree that is enough, the place.

    Of a choice of skills, the alternative that is no skill ("a framework of your own").
    """
    if kind is Kind.SKILL:
        return read_choices(text, mentions).open
    if kind is Kind.LANGUAGE:
        return ", ".join(dict.fromkeys(f"{each.name} {each.level}".strip() for each in spoken_languages(text)))
    if kind is Kind.EDUCATION:
        return next((name for name, pattern in _LEVELS if pattern.search(text)), "degree")
    if kind is Kind.PLACE:
        named = _PLACE_NAME.search(text)
        return re.sub(r"(?:[ ,./]+(?:or|and|of|de))?[ ,./]*$", "", named.group(1)) if named else ""
    found = _AUTHORISATION.search(text) if kind is Kind.AUTHORISATION else None
    return found.group() if found else ""


def any_of(text: str, mentions: Sequence[SkillMention], kind: Kind) -> bool:
    """True when one of the skills (or, for education, equivalent experience) is enough."""
    if kind is Kind.EDUCATION:
        return bool(_EQUIVALENT.search(text))
    if kind is Kind.LANGUAGE:
        return bool(re.search(r"\bor\b|\bany\b|\bone of\b|\beither\b", text)) and len(spoken_languages(text)) > 1
    if has_ladder(text):
        return True
    if len({each.skill for each in mentions}) < 2:
        return bool(read_choices(text, mentions).open)
    if CHOICE.search(text) or read_choices(text, mentions).single:
        return True
    gaps = [text[left.end : right.start] for left, right in pairwise(mentions)]
    chosen = any(re.search(r"\bor\b", gap, re.IGNORECASE) or gap.strip() == "/" for gap in gaps)
    return chosen and not any(
        re.search(r"\band\b|&", gap, re.IGNORECASE) for gap in gaps if not re.search(r"\bor\b", gap)
    )
