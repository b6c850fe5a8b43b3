"""What was read of a person, in the shape that pages show: headline, dated work, skills by strength, the document.

Everything comes from the stored Profile; nothing is guessed here. Whatever the ranking
could not read (name, contacts, school, graduation year) stays covered until somebody reveals the person.
"""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from matching.codec import from_json
from matching.documents import FLAGS, IMPORT_FLAGS
from matching.text import Span
from matching.values import Entry, Profile, Section, SkillShown, Strength
from recruit.candidates.masking import Mark, Piece, pieces, quote
from recruit.candidates.models import Resume

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
        return tuple(each for each in self.profile.entries if each.section in {Section.WORK, Section.PROJECTS})

    @property
    def education(self) -> tuple[Entry, ...]:
        """Degrees; the school is identity enough to stay covered."""
        return tuple(each for each in self.profile.entries if each.section is Section.EDUCATION)

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
