"""What people say of a reading, kept above it: a resume is read, and read again with every correction that fits.

A correction of a job or degree names its entry by what was read of it (`matching.profile.anchors`), so that it holds
in the next version of the resume too; where it fits no entry any more it rests, and a flag says so.

The document's own words never change, so a quote stays verbatim; a skill or a language that somebody adds counts only
where the document shows the word. A corrected name widens what is cut as identity, and typed titles and employers are
blind like everything else that the ranking reads.
"""

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from matching.profile.anchors import Anchor, anchor_of, find_entry
from matching.profile.blind import Blinded, blind_value
from matching.profile.listing import SAID, listed
from matching.profile.read import read_profile
from matching.text import Text
from matching.values import Field, Profile

NOW = "present"
PERMISSION = "authorisation"
RESTS = "A correction fits no entry of this version of the resume any more, so it rests."
_DATE = re.compile(r"(19\d\d|20\d\d)(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


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
    anchors = tuple(anchor_of(each) for each in read.entries)
    said, rests = _fields(corrections, anchors, read)
    profile = read_profile(text, today=today, stated=(*stated, *said), known=known) if said else read
    names = tuple(each.value for each in (*known, *stated, *said) if each.name == "basics.name" and each.value.strip())
    for each in corrections:
        if each.name.startswith(("skills.", "languages.")):
            profile = listed(profile, each.name, each.value, content=text.content, today=today)
        elif each.name == PERMISSION:
            name = profile.field("basics.name")
            profile = replace(
                profile, authorisation=blind_value(each.value, Blinded(profile.blind, (), name, None, names))
            )
    return Corrected(replace(profile, flags=(*profile.flags, RESTS)) if rests else profile, anchors)


def is_date(written: str) -> bool:
    """True for `2020`, `2020-03` and `2020-03-31`, as a form takes them."""
    match = _DATE.fullmatch(written)
    if match is None:
        return False
    year, month, day = int(match[1]), int(match[2] or 1), int(match[3] or 1)
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def _fields(corrections: Sequence[Correction], anchors: Sequence[Anchor], read: Profile) -> tuple[list[Field], bool]:
    """What was said as stated fields with the numbers that entries have in this reading; and whether anything rests."""
    fields, rests = [], False
    places = {each.name: each.span for each in read.fields}
    for each in corrections:
        name = each.name
        if each.anchor is not None:
            position = find_entry(each.anchor, anchors)
            if position is None:
                rests = True
                continue
            section, _, key = name.partition(".")
            row = sum(other.section is each.anchor.section for other in anchors[:position])
            name = f"{section}[{row}].{key}"
        elif not name.startswith("basics."):
            continue
        fields.append(Field(name, each.value, places.get(name), SAID))
    return fields, rests
