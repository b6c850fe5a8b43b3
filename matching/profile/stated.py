"""What is stated outright beats what would be read: values of structured files, and corrections by a person.

A stated field has the name that the reader would give it. One with a value takes the place of what was read under
that name; one without a value says that nothing is there. Two names mark places instead: a section ("work") is
stated as a whole, so that nothing is guessed in it, and a row ("work[0]") is an entry that stands at its span. A
structured file marks everything; a correction marks nothing and only replaces values.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from matching.profile.blind import SCHOOL, Blinded, blind_value
from matching.profile.countries import CITIES, country_of
from matching.profile.dates import DateRange
from matching.profile.days import stated_range
from matching.profile.entries import Draft
from matching.profile.facts import degree_of
from matching.profile.heads import Head
from matching.profile.lines import Line
from matching.profile.sections import Block
from matching.text import Span
from matching.values import Entry, Field, Language, Section

_SECTIONS: Mapping[str, Section] = {
    "basics": Section.HEADER,
    "basics.summary": Section.SUMMARY,
    "work": Section.WORK,
    "volunteer": Section.PROJECTS,
    "projects": Section.PROJECTS,
    "education": Section.EDUCATION,
    "skills": Section.SKILLS,
    "languages": Section.LANGUAGES,
    "certificates": Section.CERTIFICATES,
    "publications": Section.PUBLICATIONS,
    "awards": Section.OTHER,
    "interests": Section.OTHER,
    "references": Section.OTHER,
}
"""Where each stated section belongs. Volunteering shows skills as a project does and adds no years of work."""

_ENTRIES = ("work", "volunteer", "projects", "education")
_READ = {Section.WORK: "work", Section.PROJECTS: "projects", Section.EDUCATION: "education"}
_TITLE = {"work": ("position",), "volunteer": ("position",), "projects": ("name",), "education": ("studyType", "area")}
_ORGANISATION = ("name", "company", "organization", "entity", "institution")
_ROW = re.compile(r"(\w+)\[(\d+)\](?:\.(.+))?")

Row = Mapping[str, Field]


@dataclass(frozen=True)
class Stated:
    """Stated fields by name and by entry, over the text of a resume; of two with one name the last stands."""

    content: str
    blinded: Blinded
    fields: tuple[Field, ...]

    @cached_property
    def _named(self) -> Mapping[str, Field]:
        return {each.name: each for each in self.fields}

    @cached_property
    def _rows(self) -> Mapping[tuple[str, int], dict[str, Field]]:
        rows: dict[tuple[str, int], dict[str, Field]] = {}
        for field in self.fields:
            match = _ROW.fullmatch(field.name)
            if match:
                rows.setdefault((match[1], int(match[2])), {})[match[3] or ""] = field
        return rows

    def whole(self, section: str) -> bool:
        """True when all of a section is stated."""
        return section in self._named

    def blocks(self, lines: Sequence[Line]) -> tuple[Block, ...]:
        """The stated sections as blocks; none when no section states its place."""
        if not any(each.span for name in _SECTIONS if "." not in name and (each := self._named.get(name))):
            return ()
        placed = [(field.span, name) for name in _SECTIONS if (field := self._named.get(name)) and field.span]
        return tuple(
            Block(_SECTIONS[name], None, self._lines(lines, span)) for span, name in sorted(placed, key=lambda p: p[0])
        )

    def drafts(self, lines: Sequence[Line]) -> tuple[Draft, ...]:
        """The stated entries that have a place, in the order of the text."""
        drafts = []
        for (section, _), row in self._rows.items():
            place = row.get("")
            own = self._lines(lines, place.span) if section in _ENTRIES and place and place.span else ()
            if own:
                drafts.append(self._draft(section, row, own))
        return tuple(sorted(drafts, key=lambda draft: draft.span))

    def corrected(self, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
        """Read entries with the dates that are stated for them."""
        return tuple(
            replace(draft, dates=stated_range(row, read=draft.dates, span=draft.span))
            if row and "" not in row and draft.section is not Section.EDUCATION
            else draft
            for draft, row in zip(drafts, self._row_of(drafts), strict=True)
        )

    def entries(self, entries: Sequence[Entry], drafts: Sequence[Draft]) -> tuple[Entry, ...]:
        """Read entries with the titles, organisations and places that are stated for them, blind."""
        return tuple(
            self._entry(entry, row) if row else entry for entry, row in zip(entries, self._row_of(drafts), strict=True)
        )

    def values(self, read: Sequence[Field]) -> tuple[Field, ...]:
        """The fields of the profile: stated values, and read ones where nothing else is stated."""
        stated = {each.name for each in self.fields}
        kept = [
            self._named.get(each.name, each)
            for each in read
            if not self.whole(re.split(r"[\[.]", each.name, maxsplit=1)[0])
        ]
        taken = {each.name for each in kept}
        added = [each for name, each in self._named.items() if name not in taken]
        ordered = [*added, *kept] if stated & set(_SECTIONS) else [*kept, *added]
        return tuple(each for each in ordered if each.value)

    def languages(self, read: Sequence[Language]) -> tuple[Language, ...]:
        """Languages as stated, or as read; spans index the original."""
        if not self.whole("languages"):
            return tuple(read)
        rows = [row for (section, _), row in self._rows.items() if section == "languages"]
        return tuple(
            Language(name.value, _value(row, "fluency"), (row.get("") or name).span or name.span)
            for row in rows
            if (name := row.get("language")) and name.value and name.span
        )

    def place(self, town: str, country: str) -> tuple[str, str]:
        """Town and ISO country code as stated, or as read."""
        city = self._named.get("basics.location.city")
        code = self._named.get("basics.location.countryCode")
        if city is None and code is None:
            return ("", "") if self.whole("basics") else (town, country)
        town = self._town(city.value) if city else town
        if code:
            stated = code.value.strip()
            country = stated.upper() if re.fullmatch(r"[A-Za-z]{2}", stated) else country_of(stated)
        elif city:
            town, *region = (each.strip() for each in town.split(","))
            country = country_of(region[-1]) if region else CITIES.get(town.lower(), "")
        return town, country

    def authorisation(self, read: str) -> str:
        """The right to work as stated, blind, or as read."""
        field = self._named.get("authorisation")
        return blind_value(field.value, self.blinded) if field else read

    def _town(self, written: str) -> str:
        """What somebody wrote as their town, blind, without the parts that name a street, a postcode or a person."""
        parts = (each.strip() for each in blind_value(" ".join(written.split()), self.blinded).split(","))
        return ", ".join(each for each in parts if each and not re.search(r"[\d\[@]|\bc/o\b", each, re.IGNORECASE))

    def degree(self, read: str) -> str:
        """The highest degree that is stated or read."""
        rows = [row for (section, _), row in self._rows.items() if section == "education" and _value(row, "studyType")]
        lines = [f"{_value(row, 'studyType')} degree in {_value(row, 'area')}" for row in rows]
        block = Block(Section.EDUCATION, None, tuple(Line(0, 0, len(each), each, bullet=False) for each in lines))
        order = ("", "bachelor", "master", "phd")
        return max(read, degree_of("", (block,)) if lines else "", key=order.index)

    def _lines(self, lines: Sequence[Line], place: Span) -> tuple[Line, ...]:
        span = self.blinded.text.masked(place)
        first = bisect_left(lines, span.start, key=lambda line: line.start)
        last = bisect_right(lines, span.end, key=lambda line: line.end)
        return tuple(lines[first:last])

    def _draft(self, section: str, row: Row, lines: tuple[Line, ...]) -> Draft:
        title = self._span(row, _TITLE[section])
        organisation = self._span(row, [key for key in _ORGANISATION if key not in _TITLE[section]])
        head = Head(title, organisation, self._span(row, ("location",)))
        dated = self._span(row, ("startDate", "endDate"))
        spans = [span for span in (head.title, head.organisation, head.location, dated) if span]
        last = max((i for i, line in enumerate(lines) if any(_touches(line, span) for span in spans)), default=-1)
        dates: DateRange | None = None
        if section != "education":
            dates = stated_range(row, read=None, span=dated or Span(lines[0].start, lines[0].end))
            if dates and section == "work" and dates.end is None and not _value(row, "endDate"):
                dates = replace(dates, current=True)
        # Without a head the first line is the body's too: nothing that a person wrote is lost.
        return Draft(_SECTIONS[section], head, dates, lines[: last + 1] or lines[:1], lines[last + 1 :])

    def _span(self, row: Row, keys: Sequence[str]) -> Span | None:
        places = [field.span for key in keys if (field := row.get(key)) and field.span]
        if not places:
            return None
        return self.blinded.text.masked(Span(min(each.start for each in places), max(each.end for each in places)))

    def _row_of(self, drafts: Sequence[Draft]) -> list[Row | None]:
        """The stated row of each draft: by its place in a section that is stated as a whole, else by its number."""
        rows: list[Row | None] = []
        counts: dict[str, int] = {}
        starts = [span.start for span, _ in self._placed]
        for draft in drafts:
            section = _READ[draft.section]
            number = counts[section] = counts.get(section, -1) + 1
            at = bisect_right(starts, draft.span.start) - 1
            placed = self._placed[at][1] if at >= 0 and draft.span.start < self._placed[at][0].end else None
            rows.append(placed or self._rows.get((section, number)))
        return rows

    @cached_property
    def _placed(self) -> list[tuple[Span, Row]]:
        placed = [
            (self.blinded.text.masked(place.span), row)
            for (section, _), row in self._rows.items()
            if section in _ENTRIES and (place := row.get("")) and place.span
        ]
        return sorted(placed, key=lambda each: each[0])

    def _entry(self, entry: Entry, row: Row) -> Entry:
        title, organisation = _keys(entry.section, row)
        school = SCHOOL if entry.section is Section.EDUCATION else ""
        return replace(
            entry,
            title=self._blind(row, title, entry.title),
            organisation=(school and entry.organisation) or self._blind(row, organisation, entry.organisation),
            location=self._blind(row, ("location",), entry.location),
        )

    def _blind(self, row: Row, keys: Sequence[str], read: str) -> str:
        field = next((row[key] for key in keys if key in row), None)
        if field is None or (field.span and field.span.of(self.content).split() == field.value.split()):
            return read
        return blind_value(" ".join(field.value.split()), self.blinded)


def _keys(section: Section, row: Row) -> tuple[Sequence[str], Sequence[str]]:
    if section is Section.PROJECTS and "position" not in row:
        return ("name",), ("entity",)
    return ("studyType",) if section is Section.EDUCATION else ("position",), _ORGANISATION


def _value(row: Row, key: str) -> str:
    field = row.get(key)
    return field.value.strip() if field else ""


def _touches(line: Line, span: Span) -> bool:
    return line.start < span.end and span.start < line.end
