"""What people say of a reading, kept above it: corrections are applied to a profile after every reading.

A correction of a job or degree names its entry by what was read of it (`matching.profile.anchors`), so that it holds
in the next version of the resume too; where it fits no entry any more it rests, and a flag says so.

The document's own words never change, so a quote stays verbatim; a skill or a language that somebody adds counts only
where the document shows the word. A corrected name widens what is cut as identity, and typed titles and employers are
blind like everything else that the ranking reads.
"""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from matching.profile.anchors import Anchor, anchor_of, find_entry
from matching.profile.blind import blind_words
from matching.profile.listing import listed, put
from matching.profile.read import read_profile
from matching.profile.recount import recounted
from matching.text import Text
from matching.values import Entry, Profile, Section

NOW = "present"
SECTIONS = {"work": Section.WORK, "projects": Section.PROJECTS, "education": Section.EDUCATION}
RESTS = "A correction fits no entry of this version of the resume any more, so it rests."
_TITLES = {"work.position", "projects.name", "education.studyType"}


@dataclass(frozen=True, slots=True)
class Correction:
    """One thing that somebody said: `name` as fields are named, without a number (`work.startDate`).

    `value` "" says that it is not stated. Dates are `2020`, `2020-03` or `2020-03-31`, an open end is `present`.
    `skills.add`, `skills.remove`, `languages.add` ("German, C1") and `languages.remove` take one name each.
    """

    name: str
    value: str
    anchor: Anchor | None = None


@dataclass(frozen=True, slots=True)
class Corrected:
    """The profile with every correction that fits, and what names each entry (as read), position by position."""

    profile: Profile
    anchors: tuple[Anchor, ...]


def read_corrected(text: Text, *, today: date, corrections: Sequence[Correction]) -> Corrected:
    """Read a resume and apply what people said of it, the later above the earlier. Never raises for odd values."""
    known = tuple(each.value for each in corrections if each.name == "basics.name" and each.value)[-1:]
    read = read_profile(text, today=today, known=known)
    anchors = tuple(anchor_of(each) for each in read.entries)
    profile, rests = _with_entries(read, anchors, corrections, known=known, today=today)
    for each in corrections:
        if each.name.startswith(("skills.", "languages.")):
            profile = listed(profile, each.name, each.value, content=text.content, today=today)
        elif each.anchor is None:
            profile = _stated(profile, each, known)
    return Corrected(replace(profile, flags=(*profile.flags, RESTS)) if rests else profile, anchors)


def day_of(written: str, *, last: bool) -> date | None:
    """The first or last day of `2020`, `2020-03` or `2020-03-31` (a bare year means its January); None when odd."""
    parts = written.strip().split("-")
    if not 1 <= len(parts) <= 3 or not all(part.isdecimal() for part in parts):
        return None
    year, month, day = (*(int(part) for part in parts), *(0,) * (3 - len(parts)))
    if not 1900 <= year <= 2100 or not (month in range(1, 13) or len(parts) == 1):
        return None
    if len(parts) == 3:
        return date(year, month, day) if 1 <= day <= monthrange(year, month)[1] else None
    return date(year, month or 1, monthrange(year, month)[1] if last and month else 1)


def _with_entries(
    read: Profile, anchors: Sequence[Anchor], corrections: Sequence[Correction], *, known: Sequence[str], today: date
) -> tuple[Profile, bool]:
    """The profile with corrected entries, and whether a correction fits none of them."""
    entries, fields, rests = list(read.entries), read.fields, False
    for each in corrections:
        if each.anchor is None:
            continue
        position = find_entry(each.anchor, anchors)
        if position is None:
            rests = True
            continue
        section, _, key = each.name.partition(".")
        row = sum(other.section is anchors[position].section for other in anchors[:position])
        entries[position] = _amended(entries[position], each, known)
        fields = put(fields, f"{section}[{row}].{key}", "" if each.value == NOW else each.value)
    profile = replace(read, fields=fields)
    return (recounted(profile, entries, today=today) if tuple(entries) != read.entries else profile), rests


def _amended(entry: Entry, correction: Correction, known: Sequence[str]) -> Entry:
    value = correction.value
    if correction.name in _TITLES:
        return replace(entry, title=blind_words(value, known=known))
    if correction.name == "work.name":
        return replace(entry, organisation=blind_words(value, known=known))
    # of a degree no date is kept where the ranking could read it
    if entry.section is Section.EDUCATION or not correction.name.endswith("Date"):
        return entry
    if correction.name.endswith(".startDate"):
        return replace(entry, start=day_of(value, last=False))
    return replace(entry, end=day_of(value, last=True), current=value == NOW)


def _stated(profile: Profile, correction: Correction, known: Sequence[str]) -> Profile:
    """One value of the person: beside the field, the typed value that rules read."""
    value = correction.value
    profile = replace(profile, fields=put(profile.fields, correction.name, value))
    match correction.name:
        case "basics.location.city":
            return replace(profile, place=blind_words(value, known=known))
        case "basics.location.countryCode":
            return replace(profile, country=value.upper()[:2])
        case "authorisation":
            return replace(profile, authorisation=blind_words(value, known=known))
    return profile
