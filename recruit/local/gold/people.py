"""The people of the gold set, read from `people/*.toml`: facts only; wording and look come from elsewhere."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

_PEOPLE = Path(__file__).resolve().parent / "people"
NOW = "now"


@dataclass(frozen=True)
class Stay:
    """A job, degree or project from one month to another ("2019-03"); `to` may be "now"."""

    title: str
    at: str
    start: str
    to: str
    place: str = ""
    area: str = ""
    text: str = ""
    highlights: tuple[str, ...] = ()


@dataclass(frozen=True)
class Certificate:
    """A certificate with its issuer and year, where stated."""

    name: str
    by: str
    year: int


@dataclass(frozen=True)
class Publication:
    """A publication with its authors as written."""

    by: str
    title: str
    venue: str
    year: int


@dataclass(frozen=True)
class GoldPerson:
    """One invented person. `shown` maps a skill to the jobs (by index) whose lines name it; `outcome` names
    those of which a job that runs or ended lately tells what came of it.
    """

    slug: str
    name: str
    label: str
    email: str
    phone: str
    place: str
    country: str
    links: tuple[str, ...]
    authorisation: str
    summary: str
    skills: tuple[str, ...]
    languages: tuple[str, ...]
    certificates: tuple[Certificate, ...]
    publications: tuple[Publication, ...]
    work: tuple[Stay, ...]
    education: tuple[Stay, ...]
    projects: tuple[Stay, ...]
    shown: dict[str, tuple[int, ...]]
    outcome: tuple[str, ...]
    held: bool


@cache
def people() -> tuple[GoldPerson, ...]:
    """Everybody, file by file in the order of the files."""
    found = []
    for path in sorted(_PEOPLE.glob("*.toml")):
        rows = tomllib.loads(path.read_text("utf-8"))["person"]
        found += [_person(row, held=path.stem == "held", slug=f"{path.stem}{i}") for i, row in enumerate(rows, start=1)]
    return tuple(found)


def _person(row: dict[str, Any], *, held: bool, slug: str) -> GoldPerson:
    plain = ("name", "label", "email", "phone", "place", "country", "authorisation", "summary")
    return GoldPerson(
        slug=slug,
        held=held,
        links=tuple(row["links"]),
        skills=tuple(row["skills"]),
        languages=tuple(row["languages"]),
        certificates=tuple(Certificate(**each) for each in row["certificates"]),
        publications=tuple(Publication(**each) for each in row.get("publications", ())),
        work=tuple(_stay(each) for each in row["work"]),
        education=tuple(_stay(each) for each in row["education"]),
        projects=tuple(_stay(each) for each in row.get("projects", ())),
        outcome=tuple(row["outcome"]),
        shown={skill: tuple(jobs) for skill, jobs in row["shown"].items()},
        **{key: row[key] for key in plain},
    )


def _stay(row: dict[str, Any]) -> Stay:
    return Stay(
        title=row.get("title") or row.get("degree") or row["name"],
        at=row.get("at", ""),
        start=row["from"],
        to=row["to"],
        place=row.get("place", ""),
        area=row.get("area", ""),
        text=row.get("text", ""),
        highlights=tuple(row.get("highlights", ())),
    )
