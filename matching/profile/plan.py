"""What corrections come to for one reading: fields to state, entries to take out, statements to write beside it.

Words are weighed in their order, the later above the earlier: an entry that was taken out stands again when somebody
corrects it later. A stated entry that the document shows itself by now (the next version of the resume has the job)
becomes corrections of that entry, so that nothing counts twice.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from matching.profile.anchors import Anchor, anchor_of, find_entry
from matching.profile.blind import Blinded, blind_value
from matching.profile.listing import SAID
from matching.profile.statements import KINDS, Statement, statement_of
from matching.values import Field, Profile, Section


@dataclass(frozen=True, slots=True)
class Word:
    """One thing that somebody said, as `matching.profile.corrections.Correction` holds it, and whose word it is."""

    name: str
    value: str
    anchor: Anchor | None
    by: str


@dataclass(slots=True)
class Plan:
    """`removed` are positions of entries as read; `listed` are certificates and publications, by kind and name.

    `resting` are words that fit no entry.
    """

    read: Profile
    anchors: tuple[Anchor, ...]
    fields: list[Field] = field(default_factory=list)
    removed: set[int] = field(default_factory=set)
    listed: list[tuple[str, str]] = field(default_factory=list)
    statements: dict[Anchor, Statement] = field(default_factory=dict)
    resting: list[Word] = field(default_factory=list)

    @property
    def schools(self) -> tuple[Field, ...]:
        """Stated schools as fields of rows that no resume has, so that they are cut in the document as well."""
        named = [each.values.get("institution", "") for each in self.statements.values()]
        return tuple(
            Field(f"education[{_NO_ROW - number}].institution", each, None, SAID)
            for number, each in enumerate(filter(None, named))
            if number < _NO_ROW // 2
        )

    def without_schools(self, fields: Sequence[Field]) -> tuple[Field, ...]:
        """Fields of a reading without those that `schools` put there."""
        names = {each.name for each in self.schools}
        return tuple(each for each in fields if each.name not in names)


_NO_ROW = 59
"""The highest row whose school is cut wherever it is named (`matching.profile.known`)."""


def planned(words: Sequence[Word], read: Profile) -> Plan:
    """Weigh every word against what was read."""
    plan = Plan(read, tuple(anchor_of(each) for each in read.entries))
    for word in words:
        kind, _, verb = word.name.partition(".")
        if kind in KINDS and verb == "add":
            _add(plan, word)
        elif kind in KINDS and verb == "remove":
            _remove(plan, word, kind)
        elif word.anchor is not None:
            _correct(plan, word, word.anchor)
        elif word.name.startswith("basics."):
            place = next((each.span for each in read.fields if each.name == word.name), None)
            plan.fields.append(Field(word.name, word.value, place, SAID))
    return plan


def _add(plan: Plan, word: Word) -> None:
    stated = statement_of(word.name, word.value, by=word.by)
    if stated is None:
        return
    row = _row_in_document(plan, stated)
    if row is None:
        anchor = _blind_anchor(stated, plan.read)
        plan.statements[anchor] = stated
        return
    plan.removed.discard(_position(plan, stated.section, row))
    plan.listed = [each for each in plan.listed if each != (stated.kind, stated.title)]
    for key, value in stated.values.items():
        if key != "highlights" and value:
            _state(plan, f"{stated.kind}[{row}].{key}", value)


def _remove(plan: Plan, word: Word, kind: str) -> None:
    if word.anchor is None:
        gone = [anchor for anchor, each in plan.statements.items() if each.kind == kind and each.title == word.value]
        for anchor in gone:
            del plan.statements[anchor]
        plan.listed += [] if gone else [(kind, word.value)]
        return
    found = _find(plan, word.anchor)
    if isinstance(found, Anchor):
        del plan.statements[found]
    elif found is not None:
        plan.removed.add(found)
    else:
        plan.resting.append(word)


def _correct(plan: Plan, word: Word, anchor: Anchor) -> None:
    found = _find(plan, anchor)
    kind, _, key = word.name.partition(".")
    if isinstance(found, Anchor):
        plan.statements[found] = plan.statements[found].told(key, word.value)
    elif found is None:
        plan.resting.append(word)
    else:
        plan.removed.discard(found)
        row = sum(each.section is anchor.section for each in plan.anchors[:found])
        _state(plan, f"{kind}[{row}].{key}", word.value)


def _find(plan: Plan, anchor: Anchor) -> int | Anchor | None:
    """The entry of the document by its position, or the statement by what names it."""
    among = (*plan.anchors, *plan.statements)
    position = find_entry(anchor, among)
    if position is None:
        return anchor if anchor in plan.statements else None
    return position if position < len(plan.anchors) else among[position]


def _state(plan: Plan, name: str, value: str) -> None:
    place = next((each.span for each in plan.read.fields if each.name == name), None)
    plan.fields.append(Field(name, value, place, SAID))


def _row_in_document(plan: Plan, stated: Statement) -> int | None:
    """The number of the entry that the document shows for this statement; None when it shows none."""
    if stated.section in {Section.WORK, Section.PROJECTS}:
        own = [each for each in plan.anchors if each.section is stated.section]
        return next((row for row, each in enumerate(own) if _same_entry(stated.anchor, each)), None)
    keys = ("studyType", "institution") if stated.kind == "education" else ("name",)
    wanted = [_plain(stated.values.get(key, "")) for key in keys]
    rows = range(_rows(plan.read, stated.kind))
    said = ([_plain(plan.read.field(f"{stated.kind}[{row}].{key}")) for key in keys] for row in rows)
    return next((row for row, each in enumerate(said) if each == wanted and all(wanted)), None)


def _same_entry(one: Anchor, two: Anchor) -> bool:
    """The same start, and neither title nor employer says otherwise."""
    if one.start is None or two.start is None or (one.start.year, one.start.month) != (two.start.year, two.start.month):
        return False
    words = [(_plain(one.title), _plain(two.title)), (_plain(one.organisation), _plain(two.organisation))]
    return any(a == b != "" for a, b in words) and all(a == b or not a or not b for a, b in words)


def _blind_anchor(stated: Statement, read: Profile) -> Anchor:
    blinded = Blinded(read.blind, (), read.field("basics.name"), None)
    own = stated.anchor
    return Anchor(
        own.section, blind_value(own.title, blinded), blind_value(own.organisation, blinded), own.start, own.end
    )


def _position(plan: Plan, section: Section, row: int) -> int:
    own: Iterator[int] = (number for number, each in enumerate(plan.anchors) if each.section is section)
    return next((number for count, number in enumerate(own) if count == row), -1)


def _rows(read: Profile, kind: str) -> int:
    found = [int(match[1]) for each in read.fields if (match := re.match(rf"{kind}\[(\d+)\]", each.name))]
    return max(found, default=-1) + 1


def _plain(words: str) -> str:
    return " ".join(words.casefold().split()).strip(" .,")
