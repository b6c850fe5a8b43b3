"""An ad as pages show it: its text with each requirement marked where it stands, and what to look at twice."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from recruit.postings.models import Posting, Requirement

_HEADINGS = {"must": "Must", "nice": "Nice to have", "avoid": "To avoid"}


@dataclass(frozen=True, slots=True)
class Part:
    """A run of the ad's characters: plain, or the words of one requirement, or of a caution."""

    text: str
    kind: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """The requirements of one priority."""

    heading: str
    priority: str
    requirements: tuple[Requirement, ...]


@dataclass(frozen=True, slots=True)
class Ad:
    """The whole page: parts of the text, requirements in groups, cautions, layer quotes."""

    parts: tuple[Part, ...]
    groups: tuple[Group, ...]
    cautions: tuple[dict[str, Any], ...]
    quotes: tuple[dict[str, Any], ...]


def read_ad(posting: Posting) -> Ad:
    """Lay out a posting that was read; one that was not yet is only its text."""
    requirements = list(posting.requirements.filter(current=True).order_by("position"))
    cautions = tuple(posting.role.get("cautions", ()))
    spans = [(each.start, each.end, each.priority, f"r{each.position}") for each in requirements]
    spans += [(each["span"][0], each["span"][1], "caution", f"c{number}") for number, each in enumerate(cautions)]
    return Ad(_parts(posting.text, spans), _groups(requirements), cautions, tuple(posting.reading.get("evidence", ())))


def _parts(text: str, spans: Sequence[tuple[int, int, str, str]]) -> tuple[Part, ...]:
    parts: list[Part] = []
    at = 0
    for start, end, kind, anchor in sorted(spans):
        if end <= at:  # the same sentence carries two requirements: the first one marks it, both lead to it
            parts.append(Part("", anchor=anchor))
            continue
        parts += [Part(text[at : max(at, start)]), Part(text[max(at, start) : end], kind, anchor)]
        at = end
    return (*parts, Part(text[at:]))


def _groups(requirements: Sequence[Requirement]) -> tuple[Group, ...]:
    groups = (
        Group(heading, priority, tuple(each for each in requirements if each.priority == priority))
        for priority, heading in _HEADINGS.items()
    )
    return tuple(each for each in groups if each.requirements)
