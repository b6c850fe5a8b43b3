# ruff: noqa: RUF001
"""Whole entries that somebody states beside a document: a job, a project, a degree, a certificate, a publication.

What is stated is written out as text of its own, a page for each voice, and read like a structured file: identity is
cut, passages and skills are found, and every quote is a quote of that page. Its first line says whose word it is, so
nobody takes it for the document's. Turned down: values without a text (a verdict could quote nothing), and lines
between those of the document (a quote would claim what the file does not say).
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from matching.profile.anchors import Anchor
from matching.profile.days import stated_range
from matching.profile.read import read_profile
from matching.text import Span, Text
from matching.values import Field, Profile, Section

KINDS: Mapping[str, tuple[str, ...]] = {
    "work": ("position", "name", "location", "startDate", "endDate", "highlights"),
    "projects": ("name", "startDate", "endDate", "highlights"),
    "education": ("studyType", "area", "institution", "endDate"),
    "certificates": ("name", "issuer", "date"),
    "publications": ("name", "publisher", "releaseDate"),
}
"""What can be stated, and the values of each, named as JSON Resume names them. Highlights are lines."""

_HEADINGS = {
    "work": "Work",
    "projects": "Projects",
    "education": "Education",
    "certificates": "Certificates",
    "publications": "Publications",
}
_TITLE = {"work": "position", "education": "studyType"}
_SURE = 1.0


@dataclass(frozen=True, slots=True)
class Statement:
    """One entry as somebody stated it, and who: "the candidate", say."""

    kind: str
    values: Mapping[str, str]
    by: str

    @property
    def section(self) -> Section:
        """The part of a resume to which it belongs."""
        return Section(self.kind)

    @property
    def title(self) -> str:
        """What it is called first."""
        return self.values.get(_TITLE.get(self.kind, "name"), "")

    @property
    def organisation(self) -> str:
        """The employer, where there is one; a school is identity and names nothing."""
        return self.values.get("name", "") if self.kind == "work" else ""

    @property
    def anchor(self) -> Anchor:
        """What names it, so that a later word about it finds it."""
        row = {key: Field(key, value, None, _SURE) for key, value in self.values.items() if key.endswith("Date")}
        dates = stated_range(row, read=None, span=Span(0, 0)) if self.kind in {"work", "projects"} else None
        days = (dates.start, dates.end) if dates else (None, None)
        return Anchor(self.section, self.title, self.organisation, *days)

    def told(self, key: str, value: str) -> "Statement":
        """The same with one value said otherwise."""
        return replace(self, values={**self.values, key: value})

    def brief(self) -> str:
        """One line: what was stated, in order."""
        return ", ".join(self.values[key] for key in KINDS[self.kind] if key != "highlights" and self.values.get(key))


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one voice states: the text, every value with its place in it, and the statements in the text's order."""

    by: str
    text: str
    fields: tuple[Field, ...]
    statements: tuple[Statement, ...]


def statement_of(name: str, value: str, *, by: str) -> Statement | None:
    """A stated entry from its correction (`work.add` and a JSON object of text); None when it states nothing."""
    kind, _, verb = name.partition(".")
    if kind not in KINDS or verb != "add":
        return None
    try:
        stated: Any = json.loads(value)
    except ValueError:
        return None
    keys = KINDS[kind]
    known = {key: str(stated[key]) for key in keys if stated.get(key)} if isinstance(stated, dict) else {}
    return Statement(kind, known, by) if any(each.strip() for each in known.values()) else None


def sheets_of(statements: Sequence[Statement]) -> Iterator[Sheet]:
    """A sheet for each voice, in the order in which they first spoke."""
    for by in dict.fromkeys(each.by for each in statements):
        yield _sheet(by, [each for each in statements if each.by == by])


def read_sheet(sheet: Sheet, *, known: Sequence[Field], today: date, names: Sequence[str] = ()) -> Profile:
    """A sheet read like a file that states everything; `known` are fields that say who the person is.

    `names` are those that the person had before, or has elsewhere: a page that is added may still speak of them so.
    """
    former = tuple(Field("basics.name", each, None, _SURE) for each in names)
    who = [replace(each, span=None) for each in known if each.name.startswith("basics.")]
    stated = (Field("basics", "", None, _SURE), *who, *sheet.fields)
    return read_profile(Text(sheet.text), today=today, stated=stated, known=former)


def _sheet(by: str, statements: Sequence[Statement]) -> Sheet:
    writing = _Writing(f"Stated by {by}, not in the document\n")
    ordered = [each for kind in KINDS for each in statements if each.kind == kind]
    for kind in KINDS:
        rows = [each for each in ordered if each.kind == kind]
        if rows:
            writing.section(kind, rows)
    return Sheet(by, writing.text, tuple(writing.fields), tuple(ordered))


class _Writing:
    """A text that grows, and the places of what was written into it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.fields: list[Field] = []

    def section(self, kind: str, rows: Sequence[Statement]) -> None:
        """All statements of one kind under their heading."""
        self.text += f"\n{_HEADINGS[kind]}\n"
        start = len(self.text)
        for number, row in enumerate(rows):
            if number:
                self.text += "\n"
            self._row(f"{kind}[{number}]", row)
        self.fields.append(Field(kind, "", Span(start, len(self.text)), _SURE))

    def _row(self, name: str, row: Statement) -> None:
        start = len(self.text)
        if row.kind in {"work", "projects"}:
            self._block(name, row)
        else:
            self._line(name, row)
        self.fields.append(Field(name, "", Span(start, max(start, len(self.text) - 1)), _SURE))

    def _block(self, name: str, row: Statement) -> None:
        """A job or project: its head a line each, then what was done there."""
        for key in KINDS[row.kind]:
            value = row.values.get(key, "").strip()
            if key == "highlights":
                self._lines(name, value)
            elif key == "endDate" and row.values.get("startDate"):
                self._ends(f"{name}.{key}", value)
            elif value:
                self._write(f"{name}.{key}", value, before="")
                self.text += "" if key == "startDate" else "\n"

    def _line(self, name: str, row: Statement) -> None:
        """A degree, certificate or publication: all of it on one line."""
        before = ""
        for key in KINDS[row.kind]:
            value = row.values.get(key, "").strip()
            if value:
                self._write(f"{name}.{key}", value, before=" " if before and key == "area" else before)
                before = ", "
        self.text += "\n"

    def _ends(self, name: str, value: str) -> None:
        """The end of a range, on the line of its start."""
        if value:
            self._write(name, value, before=" – ")
        self.text += "\n"

    def _lines(self, name: str, value: str) -> None:
        lines = [each.strip(" \t-•*") for each in value.splitlines()]
        for number, line in enumerate(each for each in lines if each):
            self._write(f"{name}.highlights[{number}]", line, before="- ")
            self.text += "\n"

    def _write(self, name: str, value: str, *, before: str) -> None:
        self.text += before
        start = len(self.text)
        self.text += value
        self.fields.append(Field(name, value, Span(start, len(self.text)), _SURE))
