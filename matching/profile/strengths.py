"""How a resume shows each skill: listed, in a project, in dated work, in recent work with an outcome.

Years of a skill are the union of the dated jobs whose lines name it. What is denied, hoped for or said of other
people shows nothing.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from matching.profile.dates import union_years
from matching.skills import Polarity, find_skills, polarity
from matching.text import Span
from matching.values import Section, SkillShown, Strength

RECENT = timedelta(days=3 * 365 + 1)
_NUMBER = r"(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds|thousands|millions)"
_MEASURED = (
    r"k|m|bn|b|million|billion|thousand|ms|seconds?|minutes?|hours?|days|weeks|users|customers|clients|requests|documents|"
    r"tokens|gpus?|accelerators|cards|nodes|servers|gb|tb|qps|rps|teams?|models?|people|engineers|employees|points|watts|"
    r"sites|stores|shops|countries|languages|services|pipelines|transactions|transfers|pages|records|parameters|euros|dollars"
)
_OUTCOME = re.compile(
    rf"\d+(?:\.\d+)?\s?%|[$€£]\s?\d|\b\d+(?:\.\d+)?x\b|\b{_NUMBER}[\s-]?(?:[a-z-]+\s)?(?:{_MEASURED})\b"
    rf"|\bfrom\s+{_NUMBER}[\s-].{{0,20}}?\bto\s+{_NUMBER}"
    r"|\b(?:halved|doubled|tripled|quadrupled)\b|\ba\s+(?:third|quarter|fifth|tenth)\s+of\b|\bby\s+(?:a|one|two)\s+"
    r"(?:half|thirds?|quarters?|fifths?|tenths?)\b|\bby\s+half\b|\b\d+\s+(?:out\s+)?of\s+(?:the\s+(?:last\s+)?)?\d+\b"
    rf"|\bone\s+\w+\s+in\s+{_NUMBER}",
    re.IGNORECASE,
)
_ORDER = (Strength.LISTED, Strength.PROJECT, Strength.DATED, Strength.RECENT)


@dataclass(frozen=True, slots=True)
class Place:
    """A piece of blind text in which skills are looked for: where it starts, and the job it belongs to."""

    text: str
    start: int
    section: Section
    interval: tuple[date, date] | None


def skills_shown(places: Sequence[Place], *, today: date) -> tuple[tuple[SkillShown, tuple[Span, ...]], ...]:
    """Skills in order of first mention, with blind spans (the caller leads them back)."""
    found: dict[str, list[tuple[Span, Place]]] = {}
    for place in places:
        text = place.text.replace("\n", " ")
        for mention in find_skills(text):
            claim = polarity(text, mention.start, mention.end)
            if claim in (Polarity.SHOWN, Polarity.SLIGHT):
                span = Span(place.start + mention.start, place.start + mention.end)
                shown_at = place if claim is Polarity.SHOWN else _without_work(place)
                found.setdefault(mention.skill, []).append((span, shown_at))
    return tuple(
        (shown(skill, [place for _, place in uses], today=today), tuple(span for span, _ in uses))
        for skill, uses in found.items()
    )


def shown(skill: str, places: Sequence[Place], *, today: date) -> SkillShown:
    """How these places together show one skill, without spans."""
    strength = max((_strength(place, today) for place in places), key=_ORDER.index)
    intervals = [place.interval for place in places if place.interval and place.section is Section.WORK]
    last = max((end for _, end in intervals), default=None)
    return SkillShown(skill, strength, union_years(intervals) if intervals else None, (), last)


def _without_work(place: Place) -> Place:
    """A slight claim ("basic Kubernetes") counts like a name in a list, wherever it stands."""
    return replace(place, section=Section.SKILLS, interval=None)


def _strength(place: Place, today: date) -> Strength:
    if place.section is Section.WORK and place.interval:
        recent = place.interval[1] >= today - RECENT and _OUTCOME.search(place.text)
        return Strength.RECENT if recent else Strength.DATED
    if place.section in {Section.WORK, Section.PROJECTS, Section.PUBLICATIONS}:
        return Strength.PROJECT
    return Strength.LISTED
