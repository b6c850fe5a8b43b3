"""Plain builders of resumes and roles whose every offset is real."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from matching.evidence import judge
from matching.requirements import asked_of
from matching.text import Span, mask
from matching.values import (
    Entry,
    Evidence,
    Field,
    Kind,
    Language,
    Passage,
    Priority,
    Profile,
    Requirement,
    Role,
    Section,
    SkillShown,
    Strength,
)
from tests.doubles import FixedEncoder

TODAY = date(2026, 1, 1)


@dataclass
class Resume:
    """A resume that grows line by line; each line becomes a passage with its true span."""

    text: str = ""
    passages: list[Passage] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    skills: list[SkillShown] = field(default_factory=list)
    languages: list[Language] = field(default_factory=list)
    fields: list[Field] = field(default_factory=list)

    def line(self, words: str, *, section: Section = Section.WORK, entry: int | None = None) -> Span:
        span = Span(len(self.text), len(self.text) + len(words))
        self.text += words + "\n"
        self.passages.append(Passage(words, span, section, entry))
        return span

    def job(self, start: date, end: date | None, title: str = "Engineer") -> int:
        span = Span(len(self.text), len(self.text))
        self.entries.append(Entry(Section.WORK, title, "", start, end, end is None, span))
        return len(self.entries) - 1

    def skill(
        self, name: str, span: Span, *, strength: Strength = Strength.DATED, years: float | None = None
    ) -> "Resume":
        self.skills.append(SkillShown(name, strength, years, (span,)))
        return self

    def profile(self, *, years: float = 0.0, **stated: object) -> Profile:
        return Profile(
            fields=tuple(self.fields),
            entries=tuple(self.entries),
            skills=tuple(self.skills),
            languages=tuple(self.languages),
            passages=tuple(self.passages),
            blind=mask(self.text, ()),
            identity=(),
            years=years,
            **stated,  # type: ignore[arg-type]
        )


def ask(
    text: str,
    kind: Kind = Kind.SKILL,
    *,
    skills: Sequence[str] = (),
    years: float | None = None,
    priority: Priority = Priority.MUST,
    any_of: bool = False,
    value: str = "",
) -> Requirement:
    return Requirement(text, Span(0, len(text)), kind, priority, years, tuple(skills), any_of, value)


def role_of(*requirements: Requirement, **stated: object) -> Role:
    return Role("Engineer", (), requirements, (), **stated)  # type: ignore[arg-type]


def judged(role: Role, resume: Resume, profile: Profile) -> tuple[Evidence, ...]:
    encoder = FixedEncoder()
    return judge(
        role,
        encoder.encode([each.text for each in asked_of(role)]),
        profile,
        encoder.encode([each.embedded_text for each in profile.passages]),
        today=TODAY,
        text=resume.text,
    )


def verdict(requirement: Requirement, resume: Resume, profile: Profile, **stated: object) -> Evidence:
    return judged(role_of(requirement, **stated), resume, profile)[0]
