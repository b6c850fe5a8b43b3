"""The stretches of a text that name knowledge: skills and spoken languages, without conduct and without job titles.

Every mention that the skill finder makes names something, but not always knowledge: "communication" is how a person
behaves, and the "React" of "React developer" belongs to a title. What is left are the spans that an annotator marks.
"""

import re
from collections.abc import Iterator

from matching.skills.finding import find_skills
from matching.skills.spoken import spoken_languages

_CONDUCT_IDS = """
code-review collaboration communication consulting customer-facing customer-success debugging developer-relations
leadership mentoring open-source operations-management ownership people-management performance problem-solving
product-discovery product-engineering product-management programme-management prototyping recruiting research
stakeholder-management startup-experience teaching technical-writing
"""
_CONDUCT = frozenset(_CONDUCT_IDS.split())
_ROLES = (
    r"(?:administrators?|analysts?|architects?|communicators?|consultants?|designers?|developers?|engineers?|experts?|"
    r"leaders?|leads?|managers?|owners?|players?|programmers?|scientists?|solvers?|specialists?|teams?)\b"
)
_ROLE_AFTER = re.compile(rf"\s*{_ROLES}", re.IGNORECASE)
_ROLE_WITHIN = re.compile(rf"\b{_ROLES}$", re.IGNORECASE)


def knowledge_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Where `text` names knowledge, as offsets [start, end) in order and without overlap."""
    found: list[tuple[int, int]] = []
    for start, end in sorted((*_skills(text), *((each.start, each.end) for each in spoken_languages(text)))):
        if not found or start >= found[-1][1]:
            found.append((start, end))
    return tuple(found)


def _skills(text: str) -> Iterator[tuple[int, int]]:
    for each in find_skills(text):
        titled = _ROLE_AFTER.match(text, each.end) or _ROLE_WITHIN.search(text[each.start : each.end])
        if each.skill not in _CONDUCT and not titled:
            yield each.start, each.end
