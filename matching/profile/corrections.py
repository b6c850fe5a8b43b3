"""What people say of a reading, kept above it: a resume is read, and read again with every correction that fits.

A correction of a job or degree names its entry by what was read of it (`matching.profile.anchors`), so that it holds
in the next version of the resume too; where it fits no entry any more it rests, and a flag says so.

The document's own words never change, so a quote stays verbatim. Whole entries that somebody adds are written on a
page of their own behind it (`matching.profile.statements`), and quotes of them are quotes of that page. A skill or a
language that somebody adds counts only where the document or such a page shows the word. A corrected name widens
what is cut as identity, and typed titles and employers are blind like everything else that the ranking reads.
"""

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from matching.profile.anchors import Anchor
from matching.profile.blind import Blinded, blind_value
from matching.profile.joining import joined, without_entry, without_listed
from matching.profile.listing import SAID, listed
from matching.profile.permission import FACTS, permission_fields
from matching.profile.plan import Plan, Word, planned
from matching.profile.read import read_profile
from matching.profile.statements import read_sheet, sheets_of
from matching.text import Text
from matching.values import Field, Profile

NOW = "present"
PERMISSION = "authorisation"
RESTS = "A correction fits no entry of this version of the resume any more, so it rests"
"""What the sentence about a correction begins with when its entry is gone."""
_VALUES = {
    "remove": "the removal",
    "position": "the title",
    "name": "the name",
    "location": "the place",
    "startDate": "the start",
    "endDate": "the end",
    "studyType": "the degree",
    "area": "the subject",
    "institution": "the school",
    "highlights": "the lines",
}
_GAP = "\n"
_ENTRIES = ("work", "projects", "education")
_DATE = re.compile(r"(19\d\d|20\d\d)(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


@dataclass(frozen=True, slots=True)
class Correction:
    """One thing that somebody said: `name` as fields are named, without a number (`work.startDate`).

    `value` "" says that it is not stated. Dates are `2020`, `2020-03` or `2020-03-31`, an open end is `present`.
    `skills.add`, `skills.remove`, `languages.add` ("German, C1") and `languages.remove` take one name each.
    `work.add` (and for `projects`, `education`, `certificates`, `publications`) takes a whole entry as a JSON object,
    `work.remove` takes out the entry that the anchor names, `certificates.remove` the one of this name.
    `by` says whose word it is, as pages put it; it stands above what is stated.
    """

    name: str
    value: str
    anchor: Anchor | None = None
    by: str = "a person"


@dataclass(frozen=True, slots=True)
class Told:
    """Text that stands behind the document's: where it starts, and whose word it is."""

    start: int
    by: str


@dataclass(frozen=True, slots=True)
class Corrected:
    """The profile with every correction that fits, and what names each entry (as read), position by position.

    `content` is the document's text and, behind it, a page for each voice that stated entries (`told`).
    """

    profile: Profile
    anchors: tuple[Anchor, ...]
    content: str
    told: tuple[Told, ...] = ()


def read_corrected(
    text: Text,
    *,
    today: date,
    corrections: Sequence[Correction],
    stated: Sequence[Field] = (),
    known: Sequence[Field] = (),
) -> Corrected:
    """Read a resume under what a structured file states and, above that, what people said, the later above the earlier.

    `known` identity is cut as in `read_profile`. Never raises for odd values.
    """
    read = read_profile(text, today=today, stated=stated, known=known)
    plan = planned([Word(each.name, each.value, each.anchor, each.by) for each in corrections], read)
    said = (*plan.fields, *plan.schools)
    profile = read_profile(text, today=today, stated=(*stated, *said), known=known) if said else read
    profile = replace(profile, fields=plan.without_schools(profile.fields))
    for position in sorted(plan.removed, reverse=True):
        profile = without_entry(profile, position, today=today)
    for kind, name in plan.listed:
        profile = without_listed(profile, kind, name, today=today)
    kept = tuple(each for position, each in enumerate(plan.anchors) if position not in plan.removed)
    named = (*known, *stated, *said, *read.fields)
    names = tuple(dict.fromkeys(each.value for each in named if each.name == "basics.name" and each.value.strip()))
    corrected = _beside(Corrected(profile, kept, text.content), plan, names=names, today=today)
    profile = _listed(corrected, corrections, names=names, today=today)
    flags = (*profile.flags, *dict.fromkeys(map(_resting, plan.resting)))
    return replace(corrected, profile=replace(profile, flags=flags))


def _resting(word: Word) -> str:
    """Which value of which entry rests, and what to do; never the value itself, which may say who the person is."""
    kind, _, key = word.name.partition(".")
    named = ", ".join(filter(None, (word.anchor.title, word.anchor.organisation))) if word.anchor else ""
    what = f"{_VALUES.get(key, key)} of " + (f"“{named}”" if named else f"an entry under {kind}")
    return f"{RESTS}: {what}. If it still holds, correct the entry that stands there now."


def _beside(read: Corrected, plan: Plan, *, names: Sequence[str], today: date) -> Corrected:
    """With a page for each voice behind the document, and the entries that it states."""
    named = {id(each): anchor for anchor, each in plan.statements.items()}
    for sheet in sheets_of(tuple(plan.statements.values())):
        start = len(read.content)
        content = read.content + _GAP + sheet.text
        told = read_sheet(sheet, known=read.profile.fields, names=names, today=today)
        read = Corrected(
            joined(read.profile, told, content=content, at=start + len(_GAP), today=today),
            (*read.anchors, *(named[id(each)] for each in sheet.statements if each.kind in _ENTRIES)),
            content,
            (*read.told, Told(start, sheet.by)),
        )
    return read


def _listed(read: Corrected, corrections: Sequence[Correction], *, names: tuple[str, ...], today: date) -> Profile:
    """Skills and languages come last: a word that somebody stated shows them like one of the document."""
    profile = read.profile
    for each in corrections:
        if each.name.startswith(("skills.", "languages.")):
            profile = listed(profile, each.name, each.value, content=read.content, today=today)
        elif each.name == PERMISSION:
            profile = _permitted(profile, each.value, names=names)
    return profile


def _permitted(profile: Profile, value: str, *, names: tuple[str, ...]) -> Profile:
    """The profile with another right to work: its words, and the facts that they say, blind."""
    name = profile.field("basics.name")
    stated = blind_value(value, Blinded(profile.blind, (), name, None, names))
    read = next((each.span for each in profile.fields if each.name == PERMISSION), None)
    kept = [each for each in profile.fields if not FACTS.fullmatch(each.name)]
    said = [Field(PERMISSION, value, read, SAID)] if value else []
    return replace(profile, authorisation=stated, fields=(*kept, *said, *permission_fields(stated, read, SAID)))


def is_date(written: str) -> bool:
    """True for `2020`, `2020-03` and `2020-03-31`, as a form takes them."""
    match = _DATE.fullmatch(written)
    if match is None:
        return False
    year, month, day = int(match[1]), int(match[2] or 1), int(match[3] or 1)
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]
