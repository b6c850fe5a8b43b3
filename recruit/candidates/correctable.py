"""What can be corrected, in the words of the page: single values, whole entries, and values that change places."""

from collections.abc import Mapping
from dataclasses import dataclass

from matching.profile import KINDS
from matching.values import Section

IDENTITY = {"basics.name", "basics.email", "basics.phone", "profiles", "education.institution", "education.endDate"}
LABELS = {
    "basics.name": "Name",
    "basics.email": "E-mail",
    "basics.phone": "Phone",
    "basics.label": "Headline",
    "basics.location.city": "Town",
    "basics.location.countryCode": "Country code",
    "authorisation": "Right to work",
    "work.position": "Title",
    "work.name": "Employer",
    "work.startDate": "Start",
    "work.endDate": "End",
    "work.highlights": "What was done there",
    "projects.name": "Project",
    "projects.startDate": "Start",
    "projects.endDate": "End",
    "projects.highlights": "What was done there",
    "education.studyType": "Degree",
    "education.area": "Subject",
    "education.institution": "School",
    "education.endDate": "Finished",
    "certificates.name": "Certificate",
    "certificates.issuer": "Issued by",
    "certificates.date": "Date",
    "publications.name": "Title",
    "publications.publisher": "Published by",
    "publications.releaseDate": "Date",
    "skills.add": "Skill added",
    "skills.remove": "Skill taken out",
    "languages.add": "Language",
    "languages.remove": "Language taken out",
    "work.add": "Job added",
    "work.remove": "Job taken out",
    "projects.add": "Project added",
    "projects.remove": "Project taken out",
    "education.add": "Degree added",
    "education.remove": "Degree taken out",
    "certificates.add": "Certificate added",
    "certificates.remove": "Certificate taken out",
    "publications.add": "Publication added",
    "publications.remove": "Publication taken out",
}
"""Everything that can be corrected."""

OF_ENTRY: Mapping[Section, tuple[str, ...]] = {
    Section.WORK: ("work.position", "work.name", "work.startDate", "work.endDate"),
    Section.PROJECTS: ("projects.name", "projects.startDate", "projects.endDate"),
    Section.EDUCATION: ("education.studyType", "education.area", "education.institution", "education.endDate"),
}
"""The values of an entry that a document may show; what was done there can be corrected only where it was stated."""

LISTED: Mapping[str, tuple[str, ...]] = {
    kind: tuple(f"{kind}.{key}" for key in KINDS[kind]) for kind in ("certificates", "publications")
}
"""The values of what stands in a list and is named by its name."""

TO_ADD: Mapping[str, tuple[str, ...]] = {
    kind: tuple(name for key in keys if (name := f"{kind}.{key}") in LABELS) for kind, keys in KINDS.items()
}
"""What a form asks for to add a whole entry, by kind; the first is needed."""

SWAPS: Mapping[Section, tuple[tuple[str, str], ...]] = {
    Section.WORK: (("work.position", "work.name"),),
    Section.EDUCATION: (
        ("education.studyType", "education.area"),
        ("education.studyType", "education.institution"),
    ),
}
"""Values that a reader takes for each other, so that one press puts them right."""

_ADDING = {
    "work": "a job",
    "projects": "a project",
    "education": "a degree",
    "certificates": "a certificate",
    "publications": "a publication",
}


@dataclass(frozen=True, slots=True)
class Blank:
    """A form that adds an entry: what it is called, and what is asked, by name and label; the first is needed."""

    kind: str
    called: str
    asked: tuple[tuple[str, str], ...]


def blanks(*, revealed: bool) -> dict[str, Blank]:
    """The forms that add something, by kind; what is identity is not asked for before the reveal."""
    return {
        kind: Blank(
            kind, called, tuple((name, LABELS[name]) for name in TO_ADD[kind] if revealed or name not in IDENTITY)
        )
        for kind, called in _ADDING.items()
    }
