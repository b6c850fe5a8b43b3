"""LinkedIn's export of one's own data: a ZIP of CSV files, of which people send all, some, or the small first part.

Columns are found by name, below whatever notes stand before them. Files that are missing are named to the person;
what the export also holds (messages, contacts, birth date) is not opened.
"""

import csv
import io
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from matching.documents.clean import drawn
from matching.documents.imports.days import iso
from matching.documents.imports.flags import LINKEDIN, missing
from matching.documents.imports.tidy import check_tree
from matching.documents.imports.writing import written
from matching.documents.limits import MAX_CHARACTERS, refuse
from matching.documents.plain import decoded
from matching.text import Document
from matching.tree import Tree

MEDIA_TYPE = "application/zip"
_LONGEST_PREAMBLE = 20
_SITE = re.compile(r"(?:[A-Z_]+:)?((?:https?://|www\.)[^\s,\]]+)")
_BULLET = re.compile(r"\s*(?:[•●▪◦‣·*]|-\s|–\s)\s*(?=\S)")  # noqa: RUF001

Row = Mapping[str, str]


def read_linkedin(content: bytes) -> Document:
    """Read an export whose container was checked. Raises `UnreadableDocument` when nothing in it tells of a person."""
    with zipfile.ZipFile(io.BytesIO(content)) as container:
        tables = _tables(container)
    tree: Tree = {}
    if any(key in tables for key in ("profile.csv", "email addresses.csv", "phonenumbers.csv")):
        tree["basics"] = _basics(tables)
    for section, (file, write) in _SECTIONS.items():
        if tables.get(file):
            tree[section] = [_stated(write(row)) for row in tables[file]]
    lacking = tuple(missing(file) for file in LINKEDIN if file.lower() not in tables)
    if not any(tree.values()):
        raise refuse(
            "linkedin-empty",
            "This LinkedIn export holds no profile, jobs or skills that can be read. Ask LinkedIn for a new export "
            "with the profile in it, or upload the resume as PDF or DOCX.",
        )
    check_tree(tree)
    return written(tree, media_type=MEDIA_TYPE, flags=lacking)


def _tables(container: zipfile.ZipFile) -> dict[str, list[Row]]:
    """The rows of each known file by its name in small letters; of two with one name the one nearest the root."""
    tables: dict[str, list[Row]] = {}
    for name in sorted(container.namelist(), key=lambda name: (name.count("/"), name)):
        file = PurePosixPath(name).name.lower()
        if file in _COLUMNS and file not in tables:
            rows = _rows(decoded(container.read(name)), _COLUMNS[file])
            if rows is not None:
                tables[file] = rows
    return tables


def _rows(text: str, columns: frozenset[str]) -> list[Row] | None:
    """The rows below the header; None when no line of the file is a header with one of its columns."""
    csv.field_size_limit(MAX_CHARACTERS)
    lines = list(csv.reader(io.StringIO(drawn(text).replace("\r", "\n"))))
    for number, line in enumerate(lines[:_LONGEST_PREAMBLE]):
        header = [cell.strip().lower() for cell in line]
        if columns & set(header) and (len(columns & set(header)) > 1 or len([cell for cell in header if cell]) == 1):
            below = (dict(zip(header, map(str.strip, row), strict=False)) for row in lines[number + 1 :])
            return [row for row in below if any(row.values())]
    return None


def _basics(tables: Mapping[str, list[Row]]) -> Tree:
    profile = next(iter(tables.get("profile.csv", ())), {})
    emails = sorted(tables.get("email addresses.csv", ()), key=lambda row: row.get("primary", "").lower() != "yes")
    phones = tables.get("phonenumbers.csv", ())
    sites = [{"url": each} for each in _SITE.findall(profile.get("websites", ""))]
    handles = [{"network": "Twitter", "username": each} for each in _handles(profile.get("twitter handles", ""))]
    place = {"city": profile.get("geo location", ""), "address": profile.get("address", "")}
    place["postalCode"] = profile.get("zip code", "")
    return _stated(
        {
            "name": f"{profile.get('first name', '')} {profile.get('last name', '')}".strip(),
            "label": profile.get("headline", ""),
            "email": next((row.get("email address", "") for row in emails), ""),
            "phone": next((row["number"] for row in phones if row.get("number")), ""),
            "summary": profile.get("summary", ""),
            "location": _stated(place),
            "profiles": sites + handles,
        }
    )


def _handles(cell: str) -> Iterator[str]:
    yield from (each for each in re.split(r"[\[\],\s]+", cell) if each)


def _position(row: Row) -> Tree:
    return {
        "name": row.get("company name", ""),
        "position": row.get("title", ""),
        "location": row.get("location", ""),
        **_dates(row, "started on", "finished on"),
        **told(row.get("description", "")),
    }


def _volunteering(row: Row) -> Tree:
    return {
        "organization": row.get("company name", ""),
        "position": row.get("role", ""),
        **_dates(row, "started on", "finished on"),
        **told(row.get("description", "")),
    }


def _degree(row: Row) -> Tree:
    notes = "\n".join(each for key in ("notes", "activities") if (each := row.get(key, "")))
    return {
        "institution": row.get("school name", ""),
        "studyType": row.get("degree name", ""),
        **_dates(row, "start date", "end date"),
        "summary": notes,
    }


def _certificate(row: Row) -> Tree:
    issuer, url = row.get("authority", ""), row.get("url", "")
    return {"name": row.get("name", ""), "issuer": issuer, "date": iso(row.get("started on", "")), "url": url}


def _publication(row: Row) -> Tree:
    return {
        "name": row.get("name", ""),
        "publisher": row.get("publisher", ""),
        "releaseDate": iso(row.get("published on", "")),
        "url": row.get("url", ""),
        "summary": row.get("description", ""),
    }


def _project(row: Row) -> Tree:
    dates = _dates(row, "started on", "finished on")
    return {"name": row.get("title", ""), **dates, "url": row.get("url", ""), **told(row.get("description", ""))}


def _honour(row: Row) -> Tree:
    return {"title": row.get("title", ""), "date": iso(row.get("issued on", "")), "summary": row.get("description", "")}


def told(description: str) -> Tree:
    """A description of several lines as summary and highlights, by the bullets in it."""
    lines = [line.strip() for line in description.split("\n") if line.strip()]
    bullets = [_BULLET.sub("", line, count=1) for line in lines if _BULLET.match(line)]
    return {"summary": "\n".join(line for line in lines if not _BULLET.match(line)), "highlights": bullets}


def _dates(row: Row, start: str, end: str) -> Tree:
    return {"startDate": iso(row.get(start, "")), "endDate": iso(row.get(end, ""))}


def _stated(tree: dict[str, Any]) -> Tree:
    """Only what says something: an export has a column for everything."""
    return {key: value for key, value in tree.items() if value}


_SECTIONS: Mapping[str, tuple[str, Callable[[Row], Tree]]] = {
    "work": ("positions.csv", _position),
    "volunteer": ("volunteering.csv", _volunteering),
    "education": ("education.csv", _degree),
    "awards": ("honors.csv", _honour),
    "certificates": ("certifications.csv", _certificate),
    "publications": ("publications.csv", _publication),
    "skills": ("skills.csv", lambda row: {"name": row.get("name", "")}),
    "languages": (
        "languages.csv",
        lambda row: {"language": row.get("name", ""), "fluency": row.get("proficiency", "")},
    ),
    "projects": ("projects.csv", _project),
}
_COLUMNS: Mapping[str, frozenset[str]] = {
    "profile.csv": frozenset({"first name", "last name", "headline", "summary", "geo location", "industry"}),
    "positions.csv": frozenset({"company name", "title", "description", "location", "started on", "finished on"}),
    "education.csv": frozenset({"school name", "degree name", "start date", "end date", "notes", "activities"}),
    "skills.csv": frozenset({"name"}),
    "languages.csv": frozenset({"name", "proficiency"}),
    "certifications.csv": frozenset({"name", "url", "authority", "started on", "finished on", "license number"}),
    "email addresses.csv": frozenset({"email address", "confirmed", "primary", "updated on"}),
    "phonenumbers.csv": frozenset({"extension", "number", "type"}),
    "projects.csv": frozenset({"title", "description", "url", "started on", "finished on"}),
    "publications.csv": frozenset({"name", "published on", "description", "publisher", "url"}),
    "honors.csv": frozenset({"title", "description", "issued on"}),
    "volunteering.csv": frozenset({"company name", "role", "cause", "started on", "finished on", "description"}),
}
