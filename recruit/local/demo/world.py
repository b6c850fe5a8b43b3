"""Reads the demo world from its TOML files: who is in it, what they wrote, which companies hire and for what.

The people and companies are invented, and every sentence was written for this repository; a test refuses eight words in
a row that stand in more than three of the texts, so that a ranked list over the demo is worth reading. Content and look
are apart: a candidate's file says what the resume states and names a layout, and `render` prints it. Telephone numbers
and addresses lie in ranges that belong to nobody (+1-555-01xx, example.com, .test).
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

_HERE = Path(__file__).resolve().parent


@dataclass(frozen=True)
class DemoEntry:
    """One dated entry of a resume: a job, a degree or a project. Dates stay as the person wrote them."""

    title: str
    at: str = ""
    place: str = ""
    start: str = ""
    end: str = ""
    text: str = ""
    highlights: tuple[str, ...] = ()


@dataclass(frozen=True)
class DemoSkills:
    """A named group of skills, as listed."""

    group: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class DemoCandidate:
    """One person. `background`, `layer` and `note` say why they are in the world and are never printed."""

    slug: str
    name: str
    label: str
    email: str
    phone: str
    place: str
    links: tuple[str, ...]
    background: str
    layer: str
    format: str
    layout: str
    note: str
    dash: str
    headings: Mapping[str, str]
    summary: str
    work: tuple[DemoEntry, ...]
    education: tuple[DemoEntry, ...]
    projects: tuple[DemoEntry, ...]
    skills: tuple[DemoSkills, ...]
    languages: tuple[str, ...]
    publications: tuple[str, ...]
    certificates: tuple[str, ...]

    def dates(self, entry: DemoEntry) -> str:
        """The dates of an entry joined the way this person joins them, or an empty string."""
        return self.dash.join(part for part in (entry.start, entry.end) if part)

    @property
    def text(self) -> str:
        """Everything the person wrote, one passage a line, without contact lines."""
        lines = [self.label, self.summary]
        for entry in (*self.work, *self.education, *self.projects):
            lines += [entry.title, entry.at, entry.text, *entry.highlights]
        lines += [f"{skills.group}: {', '.join(skills.names)}" for skills in self.skills]
        lines += [*self.languages, *self.publications, *self.certificates]
        return "\n".join(line for line in lines if line)


@dataclass(frozen=True)
class DemoCompany:
    """A hiring company: a client of the demo workspace."""

    slug: str
    name: str
    place: str
    website: str
    email: str
    about: str


@dataclass(frozen=True)
class DemoPosting:
    """A role. `layer` is the answer expected of the classifier: "1", "2", "3", "cross_layer" or "none"."""

    slug: str
    company: str
    title: str
    layer: str
    note: str
    text: str


@cache
def candidates() -> tuple[DemoCandidate, ...]:
    """All candidates, by slug."""
    return tuple(_candidate(path) for path in sorted((_HERE / "candidates").glob("*.toml")))


@cache
def companies() -> tuple[DemoCompany, ...]:
    """All hiring companies, in the order of the file."""
    return tuple(DemoCompany(**company) for company in _read(_HERE / "companies.toml")["company"])


@cache
def postings() -> tuple[DemoPosting, ...]:
    """All postings, by slug."""
    paths = sorted((_HERE / "postings").glob("*.toml"))
    return tuple(DemoPosting(slug=path.stem, **_read(path)) for path in paths)


def _read(path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        return tomllib.load(file)


def _candidate(path: Path) -> DemoCandidate:
    stated = _read(path)
    basics = stated.pop("basics")
    return DemoCandidate(
        slug=path.stem,
        name=basics["name"],
        label=basics["label"],
        phone=basics.get("phone", ""),
        place=basics.get("place", ""),
        links=tuple(basics.get("links", ())),
        dash=stated.pop("dash", " \u2013 "),
        summary=_flat(stated.pop("summary", "")),
        work=_entries(stated.pop("work", [])),
        education=_entries(stated.pop("education", [])),
        projects=_entries(stated.pop("projects", [])),
        skills=tuple(DemoSkills(row["group"], tuple(row["names"])) for row in stated.pop("skills", [])),
        languages=tuple(stated.pop("languages", ())),
        publications=tuple(stated.pop("publications", ())),
        certificates=tuple(stated.pop("certificates", ())),
        **stated,
    )


def _entries(rows: list[dict[str, Any]]) -> tuple[DemoEntry, ...]:
    return tuple(
        DemoEntry(
            **{
                **row,
                "text": _flat(row.get("text", "")),
                "highlights": tuple(_flat(line) for line in row.get("highlights", ())),
            }
        )
        for row in rows
    )


def _flat(text: str) -> str:
    return " ".join(text.split())
