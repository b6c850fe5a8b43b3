"""What was read of a person, in the shape that pages show: headline, dated work, skills by strength, the document.

Everything comes from the stored Profile; nothing is guessed here. Whatever the ranking
could not read (name, contacts, school, graduation year) stays covered until somebody reveals the person.
"""

import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from matching.codec import from_json
from matching.documents import FLAGS, IMPORT_FLAGS
from matching.text import Span
from matching.values import Entry, Profile, Section, SkillShown, Strength
from recruit.candidates.masking import Mark, Piece, pieces, quote
from recruit.candidates.models import Resume

_SHOWN = {
    Section.WORK: (("position",), ("name",)),
    Section.PROJECTS: (("name",), ()),
    Section.EDUCATION: (("studyType", "area"), ("institution",)),
}
"""The fields that say an entry's title and organisation in the resume's own words."""

_TOLD = {section: [*title, *organisation] for section, (title, organisation) in _SHOWN.items()}
_STRONGEST_FIRST = (Strength.RECENT, Strength.DATED, Strength.PROJECT, Strength.LISTED)


@dataclass(frozen=True, slots=True)
class SkillGroup:
    """Skills shown equally strongly, the longest used first."""

    strength: str
    skills: tuple[SkillShown, ...]


@dataclass(frozen=True, slots=True)
class Portrait:
    """A resume as pages show it. `masks` is empty when the person was revealed."""

    resume: Resume
    profile: Profile
    masks: tuple[Span, ...]
    revealed: bool

    @property
    def headline(self) -> str:
        """The title of the newest dated work."""
        work = [each for each in self.profile.entries if each.section is Section.WORK and each.title]
        return work[0].title if work else ""

    @property
    def years(self) -> int:
        """Whole years of dated work."""
        return int(self.profile.years)

    @property
    def work(self) -> tuple[Entry, ...]:
        """Dated work and projects, in the resume's order."""
        return self._entries(Section.WORK, Section.PROJECTS)

    @property
    def education(self) -> tuple[Entry, ...]:
        """Degrees; the school is identity enough to stay covered until the reveal."""
        return self._entries(Section.EDUCATION)

    def _entries(self, *sections: Section) -> tuple[Entry, ...]:
        rows: Counter[Section] = Counter()
        found = []
        for each in self.profile.entries:
            if each.section in sections:
                found.append(self._uncovered(each, rows[each.section]) if self.revealed else each)
            rows[each.section] += 1
        return tuple(found)

    def _uncovered(self, entry: Entry, row: int) -> Entry:
        """The entry as it was written, where the ranking's text holds a placeholder and a field the words."""
        told = {name: self.profile.field(f"{entry.section.value}[{row}].{name}") for name in _TOLD[entry.section]}
        title, organisation = (" ".join(filter(None, map(told.get, names))) for names in _SHOWN[entry.section])
        return replace(
            entry,
            title=title if "[" in entry.title and title else entry.title,
            organisation=organisation
            if "[" in entry.organisation + entry.title and organisation
            else entry.organisation,
        )

    @property
    def skills(self) -> tuple[SkillGroup, ...]:
        """Skills by how strongly they are shown, the strongest first."""
        groups = []
        for strength in _STRONGEST_FIRST:
            found = [each for each in self.profile.skills if each.strength is strength]
            if found:
                groups.append(
                    SkillGroup(strength.value, tuple(sorted(found, key=lambda s: (-(s.years or 0), s.skill))))
                )
        return tuple(groups)

    @property
    def flags(self) -> tuple[str, ...]:
        """What there is to know about how the file was read and what it says, in sentences."""
        return tuple(FLAGS.get(flag, flag) for flag in self.resume.flags)

    @property
    def remarks(self) -> tuple[str, ...]:
        """What the person should know about their structured file: what it lacked, what was mended or left out."""
        return tuple(IMPORT_FLAGS[flag] for flag in self.resume.flags if flag in IMPORT_FLAGS)

    def quote(self, span: Span) -> tuple[Piece, ...]:
        """The characters of a span, covered where they must be."""
        return quote(self.resume.text, span, masks=self.masks)

    @property
    def layer_quotes(self) -> tuple[tuple[str, tuple[Piece, ...]], ...]:
        """The words that speak for a layer, each with the layer's name, covered where they must be."""
        evidence = self.resume.reading.get("evidence", ())
        return tuple((each["layer"], self.quote(Span(*each["span"]))) for each in evidence)

    def pages(self, marks: Sequence[Mark] = ()) -> tuple[tuple[Piece, ...], ...]:
        """The whole text, page by page, with quotes marked."""
        text = self.resume.text
        starts = [*(self.resume.pages or [0]), len(text)]
        return tuple(
            pieces(text, within=Span(start, end), masks=self.masks, marks=marks)
            for start, end in itertools.pairwise(starts)
            if end > start
        )


def portrait(resume: Resume, *, revealed: bool) -> Portrait:
    """The stored reading of a resume, covered unless `revealed`."""
    profile = from_json(Profile, resume.profile)
    return Portrait(resume, profile, () if revealed else _covered(profile), revealed)


def covered_spans(resume: Resume) -> tuple[Span, ...]:
    """Everything in the resume's text that stays covered until somebody reveals the person."""
    return _covered(from_json(Profile, resume.profile))


def _covered(profile: Profile) -> tuple[Span, ...]:
    return (*profile.identity, *(each.span for each in profile.blind.masks))
