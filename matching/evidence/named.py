"""A skill that the resume names and does not show: denied, wished for, weighed, or somebody else's.

Only for the sentence beside "not shown": the verdict never depends on it. Whoever wonders why a word that stands in
the resume counts for nothing is told, and what would change it.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from matching.evidence.finding import Case
from matching.skills import VOCABULARY, Polarity, find_skills, polarity

_SAYS: Mapping[Polarity, str] = {
    Polarity.NEGATED: "says of {name} that it was not used",
    Polarity.ASPIRED: "names {name} as something to learn",
    Polarity.OTHERS: "names {name} as other people's work",
    Polarity.WEIGHED: "names {name} as something weighed or compared",
}
_ENOUGH = 4_000


def named_only(case: Case, skill: str, *, name: str) -> str:
    """What the resume says of a skill that it names but does not show ("" when it does not name it)."""
    if not _may_name(_lower(case.text), skill):
        return ""
    spelled = _spelled(skill)
    for each in case.profile.passages:
        if _may_name(each.text.lower(), skill) and spelled.search(each.text):
            for found, claim in _claims(each.text):
                if found == skill and claim in _SAYS:
                    return _SAYS[claim].format(name=name)
    return ""


def _may_name(lower: str, skill: str) -> bool:
    """A search for plain letters, which passes most texts over at a tenth of the cost of a pattern."""
    return any(each in lower for each in _spellings(skill))


@lru_cache(maxsize=64)
def _lower(text: str) -> str:
    return text.lower()


@cache
def _spellings(skill: str) -> tuple[str, ...]:
    known = VOCABULARY.get(skill)
    return tuple({each.lower() for each in (known.name, *known.aliases, *known.exact)}) if known else (skill,)


@cache
def _spelled(skill: str) -> "re.Pattern[str]":
    listed = "|".join(sorted(map(re.escape, _spellings(skill)), key=len, reverse=True))
    return re.compile(rf"(?<![A-Za-z0-9])(?:{listed})(?![A-Za-z0-9])", re.IGNORECASE)


@lru_cache(maxsize=_ENOUGH)
def _claims(text: str) -> tuple[tuple[str, Polarity], ...]:
    return tuple((each.skill, polarity(text, each.start, each.end)) for each in find_skills(text))
