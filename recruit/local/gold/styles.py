# ruff: noqa: RUF001
"""A person in one habit of writing (headings, degrees, citations, lists): a candidate that any layout can print."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from recruit.local.demo.world import DemoCandidate, DemoEntry, DemoSkills
from recruit.local.gold.people import Certificate, GoldPerson, Publication, Stay
from recruit.local.gold.wordings import WORDINGS, Wording


@dataclass(frozen=True)
class Style:
    """How somebody writes what is not a date. `grouped`: skills keep the names of their groups."""

    headings: Mapping[str, str]
    degree: str
    certificate: Callable[[Certificate], str]
    publication: Callable[[Publication], str]
    language: str
    grouped: bool
    asides: bool


def _commas(each: Certificate) -> str:
    return ", ".join(part for part in (each.name, each.by, str(each.year)) if part)


def _brackets(each: Certificate) -> str:
    return f"{each.name} ({', '.join(part for part in (each.by, str(each.year)) if part)})"


def _dashes(each: Certificate) -> str:
    return " – ".join(part for part in (each.name, each.by, str(each.year)) if part)


STYLES: Mapping[str, Style] = {
    "plain": Style(
        headings={
            "summary": "Summary", "work": "Experience", "education": "Education", "projects": "Projects",
            "skills": "Skills", "languages": "Languages", "certificates": "Certifications",
            "publications": "Publications",
        },
        degree="{title} {area}",
        certificate=_commas,
        publication=lambda each: f"{each.by} ({each.year}). {each.title}. {each.venue}.",
        language="{name}: {level}",
        grouped=True,
        asides=False,
    ),
    "formal": Style(
        headings={
            "summary": "Professional profile", "skills": "Core competencies", "work": "Employment history",
            "projects": "Selected projects", "education": "Academic background",
            "certificates": "Licenses & Certifications", "publications": "Selected publications",
            "languages": "Language skills",
        },
        degree="{title} in {area}",
        certificate=_brackets,
        publication=lambda each: f"{each.by}. {each.title}. {each.venue}, {each.year}.",
        language="{name} ({level})",
        grouped=False,
        asides=True,
    ),
    "warm": Style(
        headings={
            "summary": "About me", "work": "Where I have worked", "publications": "Papers", "skills": "Tools",
            "projects": "Side projects", "education": "Studies", "languages": "I speak", "certificates": "Certificates",
        },
        degree="{title}, {area}",
        certificate=_dashes,
        publication=lambda each: f"“{each.title}”, {each.by}, {each.venue}, {each.year}.",
        language="{name} – {level}",
        grouped=True,
        asides=True,
    ),
    "held tidy": Style(
        headings={
            "summary": "Personal statement", "work": "Career history", "skills": "Technical expertise",
            "education": "Qualifications and education", "projects": "Things I built",
            "certificates": "Professional certifications", "languages": "Languages spoken",
            "publications": "Research publications",
        },
        degree="{area} ({title})",
        certificate=lambda each: f"{each.year}: {each.name}" + (f", {each.by}" if each.by else ""),
        publication=lambda each: f"{each.by}: {each.title}. In: {each.venue} ({each.year}).",
        language="{name}, {level}",
        grouped=True,
        asides=True,
    ),
    "held brisk": Style(
        headings={
            "summary": "Career overview", "work": "Work", "education": "Degrees", "skills": "Skill set",
            "languages": "Language proficiency", "certificates": "Credentials", "projects": "Personal projects",
            "publications": "Talks and publications",
        },
        degree="{title} | {area}",
        certificate=lambda each: f"{each.name} | {each.by + ' | ' if each.by else ''}{each.year}",
        publication=lambda each: f"{each.title}. {each.by}. {each.venue}, {each.year}.",
        language="{name} [{level}]",
        grouped=False,
        asides=False,
    ),
}  # fmt: skip


def styled(person: GoldPerson, *, style: str, wording: str, layout: str) -> DemoCandidate:
    """The person as a candidate of the demo's shape, ready for any layout."""
    habit, dates = STYLES[style], WORDINGS[wording]
    present = {key: heading for key, heading in habit.headings.items() if getattr(person, key)}
    return DemoCandidate(
        slug=person.slug,
        name=person.name,
        label=person.label,
        email=person.email,
        phone=person.phone,
        place=person.place,
        links=(*person.links, person.authorisation) if habit.asides and person.authorisation else person.links,
        background="", layer="", format="", layout=layout, note="", dash="",
        headings=present,
        summary=_summary(person, habit),
        work=tuple(_entry(each, dates, each.title) for each in person.work),
        education=tuple(
            _entry(each, dates, habit.degree.format(title=each.title, area=each.area)) for each in person.education
        ),
        projects=tuple(_entry(each, dates, each.title) for each in person.projects),
        skills=_skills(person, grouped=habit.grouped),
        languages=tuple(_language(each, habit.language) for each in person.languages),
        publications=tuple(map(habit.publication, person.publications)),
        certificates=tuple(map(habit.certificate, person.certificates)),
    )  # fmt: skip


def _summary(person: GoldPerson, habit: Style) -> str:
    """Who states the right to work in no line of its own says it at the end of the summary."""
    told = person.authorisation and not habit.asides
    return f"{person.summary} {person.authorisation}." if told else person.summary


def _entry(stay: Stay, dates: Wording, title: str) -> DemoEntry:
    return DemoEntry(
        title=title, at=stay.at, place=stay.place, start=dates.printed(stay), text=stay.text, highlights=stay.highlights
    )


def _skills(person: GoldPerson, *, grouped: bool) -> tuple[DemoSkills, ...]:
    if grouped and all(":" in line for line in person.skills):
        return tuple(
            DemoSkills(group, tuple(names.strip().split(", ")))
            for group, _, names in (line.partition(":") for line in person.skills)
        )
    return (DemoSkills("", skill_names(person)),)


def skill_names(person: GoldPerson) -> tuple[str, ...]:
    """Every skill that the person lists, without the names of groups."""
    return tuple(name for line in person.skills for name in line.rpartition(":")[2].strip().split(", "))


def _language(written: str, shape: str) -> str:
    name, _, level = written.partition(": ")
    return shape.format(name=name, level=level)
