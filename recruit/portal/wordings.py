"""Names of the house in the words of the people who read its pages: fields of a resume, and work that stopped."""

import re

from recruit.candidates.correctable import LABELS
from recruit.jobs.plans import PLANS

_ROW = re.compile(r"(?:(?P<section>\w+)\[(?P<row>\d{1,4})\]\.)?(?P<field>[\w.\[\]]+)")
_FIELDS = {
    "basics.summary": "Summary",
    "basics.profiles.url": "Link",
    "skills.name": "Skill",
    "languages.language": "Language",
    "languages.fluency": "Level",
    "certificates.name": "Certificate",
    "publications.name": "Publication",
    "projects.description": "Description",
    "work.summary": "Summary",
    "work.location": "Place",
    "said.skills": "Skill, as you said",
    "said.languages": "Language, as you said",
}
_SECTIONS = {"work": "Work", "education": "Education", "projects": "Project"}


def field_words(name: str) -> str:
    """The name of a read field: "work[0].position" is "Work 1: title"."""
    plain = re.sub(r"\[\d+\]", "", name)
    words = LABELS.get(plain) or _FIELDS.get(plain) or _spaced(plain.rpartition(".")[2])
    found = _ROW.fullmatch(name)
    section = _SECTIONS.get(found["section"]) if found and found["section"] else None
    return f"{section} {int(found['row']) + 1}: {words.lower()}" if found and section else words


def work_words(journey: str, step: str) -> str:
    """What a step of a journey does, as a person who waits is told it."""
    return next((each.title for each in PLANS.get(journey, ()) if each.name == step), f"{journey}, {step}")


def _spaced(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).capitalize()
