"""A reading as its page shows it: every value with how certain it is, where it stands, and who said otherwise.

Values come in groups, and a group is what one form corrects. What is identity stays covered until somebody reveals
the person, in the values, in their forms and in what people typed; so do schools and graduation years.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import count

from matching.codec import from_json
from matching.profile import Anchor, facts_of, find_entry
from matching.profile.anchors import anchor_of
from matching.profile.corrections import NOW
from matching.skills import label
from matching.values import Entry, Field, Section
from recruit.candidates.correct import as_value, standing_of
from recruit.candidates.correctable import IDENTITY, LABELS, LISTED, OF_ENTRY, SWAPS
from recruit.candidates.masking import COVER, Piece
from recruit.candidates.models import Correction
from recruit.candidates.own_words import is_own, is_plain
from recruit.candidates.paper import Place
from recruit.candidates.portrait import Portrait
from recruit.candidates.shown import Group, Readout, Swap, Value

_CONTACT = ("basics.name", "basics.email", "basics.phone")
_ABOUT = ("basics.label", "basics.location.city", "basics.location.countryCode", "authorisation")
_DONE = (Section.WORK, Section.PROJECTS)
_MOST_SPANS = 6


def readout(seen: Portrait) -> Readout:
    """The reading of a portrait's resume, covered as the portrait is."""
    return _Readout(seen, _said(seen)).whole()


def places_of(read: Readout) -> tuple[Place, ...]:
    """Where each value stands, for the document beside it."""
    return tuple(
        Place(
            f"p{each.number}",
            each.label if each.covered else f"{each.label}: {each.words}",
            each.spans,
            kind="covered"
            if each.covered
            else "low"
            if each.low
            else "said"
            if each.said
            else "skill"
            if each.name == "skills.remove"
            else "",
            back=f"f{each.number}",
        )
        for each in read.values
        if each.spans
    )


def anchors_of(seen: Portrait) -> tuple[Anchor, ...]:
    """What names each entry of the profile, as read."""
    stored = tuple(from_json(Anchor, each) for each in seen.resume.anchors)
    return stored if len(stored) == len(seen.profile.entries) else tuple(map(anchor_of, seen.profile.entries))


def current_value(seen: Portrait, name: str, entry: int | None = None) -> str:
    """What a form starts with, so that only what was changed is kept as a correction."""
    if entry is None:
        return seen.profile.authorisation if name == "authorisation" else seen.profile.field(name)
    job, (_, _, key) = seen.profile.entries[entry], name.partition(".")
    read = _field(seen, name, entry)
    if name.endswith("Date") and job.section is not Section.EDUCATION:
        day = job.start if key == "startDate" else job.end
        return NOW if key == "endDate" and job.current and day is None else _day(read, day)
    if key == "highlights":
        return "\n".join(_lines_done(seen, name, entry))
    if name in IDENTITY or key == "area":
        return read.value if read else ""
    # what an entry says is blind; after the reveal it is shown as the document has it
    own = job.organisation if name == "work.name" else job.title
    return read.value if read and seen.revealed else own


def _swaps(values: Sequence[Value], section: Section) -> tuple[Swap, ...]:
    """Swaps of values that the reader may see, and of which there is at least one to move."""
    named = {each.name: each for each in values}
    return tuple(
        Swap(f"{one}:{two}", f"{LABELS[one]} ↔ {LABELS[two]}")
        for one, two in SWAPS.get(section, ())
        if not named[one].covered and not named[two].covered and (named[one].value or named[two].value)
    )


def _day(read: Field | None, day: date | None) -> str:
    return read.value if read and day else f"{day:%Y-%m}" if day else ""


def _field(seen: Portrait, name: str, entry: int) -> Field | None:
    wanted = _name_of_row(seen, name, entry)
    return next((each for each in seen.profile.fields if each.name == wanted), None)


def _lines_done(seen: Portrait, name: str, entry: int) -> Iterator[str]:
    """What somebody stated that was done there; a passage before the reveal, because it is blind."""
    if not seen.revealed:
        yield from (each.text for each in seen.profile.passages if each.entry == entry)
        return
    prefix = f"{_name_of_row(seen, name, entry)}["
    yield from (each.value for each in seen.profile.fields if each.name.startswith(prefix))


def _name_of_row(seen: Portrait, name: str, entry: int) -> str:
    section, _, key = name.partition(".")
    entries = seen.profile.entries
    row = sum(each.section is entries[entry].section for each in entries[:entry])
    return f"{section}[{row}].{key}"


def _said(seen: Portrait) -> dict[tuple[str, int | None], Correction]:
    anchors = anchors_of(seen)
    said: dict[tuple[str, int | None], Correction] = {}
    for row in sorted(standing_of(seen.resume.giver), key=lambda row: (row.member_id is None, row.number)):
        anchor = as_value(row).anchor
        said[row.field, find_entry(anchor, anchors) if anchor else None] = row
    return said


@dataclass(slots=True)
class _Readout:
    seen: Portrait
    said: Mapping[tuple[str, int | None], Correction]
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def whole(self) -> Readout:
        contact = Group("Contact", (*(self._value(name) for name in _CONTACT), *self._links()))
        about = Group("About", (*(self._value(name) for name in _ABOUT), *self._permission()))
        fields = (each for each in self.seen.profile.fields if each.name.startswith("said."))
        said = [each.value if self.seen.revealed or is_plain(each.name, each.value) else COVER for each in fields]
        return Readout(
            (contact, about),
            work=tuple(self._entries(Section.WORK)),
            projects=tuple(self._entries(Section.PROJECTS)),
            education=tuple(self._entries(Section.EDUCATION)),
            certificates=tuple(self._listed("certificates")),
            publications=tuple(self._listed("publications")),
            skills=tuple(self._skills()),
            languages=tuple(self._languages()),
            said_only=tuple(said),
        )

    def _entries(self, section: Section) -> Iterator[Group]:
        for position, entry in enumerate(self.seen.profile.entries):
            if entry.section is section:
                by = self.seen.resume.stated_by(entry.span.start)
                names = [*OF_ENTRY[section], *((f"{section.value}.highlights",) if by and section in _DONE else ())]
                values = tuple(self._value(name, position, entry) for name in names)
                title = entry.title or entry.organisation or "No title found"
                yield Group(title, values, position, stated_by=by, swaps=_swaps(values, section))

    def _listed(self, kind: str) -> Iterator[Group]:
        rows = {each.name.partition(".")[0] for each in self.seen.profile.fields if each.name.startswith(f"{kind}[")}
        for row in sorted(rows, key=lambda each: int(each[len(kind) + 1 : -1])):
            values = tuple(self._value_of_row(name, row) for name in LISTED[kind])
            by = next((self.seen.resume.stated_by(span.start) for each in values for span in each.spans), "")
            name = values[0].value
            yield Group(name or LABELS[f"{kind}.name"], values, listed=kind, stated_by=by, own_name=name)

    def _value_of_row(self, name: str, row: str) -> Value:
        own = f"{row}.{name.partition('.')[2]}"
        read = next((each for each in self.seen.profile.fields if each.name == own), None)
        spans = (read.span,) if read and read.span else ()
        value = read.value if read else ""
        made = Value(
            next(self.numbers),
            LABELS[name],
            name,
            value,
            (Piece(value),) if value else (),
            read.confidence if read else None,
            spans,
        )
        cut = any(mask.overlaps(span) for mask in self.seen.masks for span in spans)
        return self._covered(made) if cut else made

    def _value(self, name: str, position: int | None = None, entry: Entry | None = None) -> Value:
        profile = self.seen.profile
        read = next((each for each in profile.fields if each.name == name), None)
        if position is not None:
            read = _field(self.seen, name, position)
        value = current_value(self.seen, name, position)
        place = read or self._start_of(name, position, value)
        spans = (place.span,) if place and place.span else ()
        # the right to work is shown as the blind text has it: the market, not the nation
        blind = name == "authorisation" or (entry is not None and name not in IDENTITY and name != "education.area")
        cuts = () if blind else tuple(cut for cut in self.seen.masks if any(cut.overlaps(span) for span in spans))
        row = self.said.get((name, position))
        covered = bool(cuts) or (not self.seen.revealed and (name in IDENTITY or (row is not None and is_own(row))))
        made = Value(
            next(self.numbers),
            LABELS[name],
            name,
            value,
            (Piece(value),) if value else (),
            read.confidence if read else None,
            spans,
            row,
        )
        return self._covered(made) if covered else made

    def _start_of(self, name: str, position: int | None, value: str) -> Field | None:
        """An open end has no words of its own: it stands with the start."""
        if value != NOW or position is None:
            return None
        return _field(self.seen, name.replace("endDate", "startDate"), position)

    def _covered(self, value: Value) -> Value:
        shown = (Piece(COVER, masked=True),) if value.value else ()
        return replace(value, value="", shown=shown, covered=True)

    def _permission(self) -> Iterator[Value]:
        """What the stated right to work comes to; never the nation, which the words of the document may say."""
        facts = facts_of(self.seen.profile.authorisation)
        if facts:
            yield Value(next(self.numbers), "That means", "", facts, (Piece(facts),))

    def _links(self) -> Iterator[Value]:
        for each in self.seen.profile.fields:
            if each.name.startswith("basics.profiles["):
                spans = (each.span,) if each.span else ()
                made = Value(next(self.numbers), "Link", "", each.value, (Piece(each.value),), each.confidence, spans)
                yield made if self.seen.revealed else self._covered(made)

    def _skills(self) -> Iterator[Value]:
        for group in self.seen.skills:
            for each in group.skills:
                years = f"{each.years:.0f} y" if each.years and each.years >= 1 else ""
                shown, spans = (Piece(label(each.skill)),), each.spans[:_MOST_SPANS]
                number = next(self.numbers)
                yield Value(number, group.strength, "skills.remove", each.skill, shown, spans=spans, note=years)

    def _languages(self) -> Iterator[Value]:
        for each in self.seen.profile.languages:
            plain = self.seen.revealed or is_plain("languages", f"{each.name}, {each.level}")
            label = (each.level if plain else COVER) or "level not stated"
            yield Value(
                next(self.numbers), label, "languages.remove", each.name, (Piece(each.name),), None, (each.span,)
            )
