"""The typed values that travel between the modules of the science, all frozen.

One file, so that two modules of one row (profile and requirements, say) can hand values to `evidence`
without knowing each other. Offsets always index the *original* text; `text` of a passage is *blind*."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from hashlib import sha256

from matching.layers import Background, Layer
from matching.text import Document as Document
from matching.text import Field as Field
from matching.text import Hidden as Hidden
from matching.text import MaskedText, Span


class Section(StrEnum):
    """The part of a resume or posting in which a passage stands."""

    HEADER = "header"
    SUMMARY = "summary"
    WORK = "work"
    EDUCATION = "education"
    SKILLS = "skills"
    PROJECTS = "projects"
    PUBLICATIONS = "publications"
    CERTIFICATES = "certificates"
    LANGUAGES = "languages"
    OTHER = "other"
    COMPANY = "company"
    DUTIES = "duties"
    REQUIREMENTS = "requirements"
    BENEFITS = "benefits"
    LEGAL = "legal"


@dataclass(frozen=True, slots=True)
class Passage:
    """One to three sentences or one bullet: the unit that is embedded and quoted.
    `text` is blind (identity replaced by placeholders) and free of layout; `span` indexes the original text;
    `context` is the blind title of its entry ("Staff engineer"); `entry` indexes `Profile.entries`."""

    text: str
    span: Span
    section: Section
    entry: int | None = None
    context: str = ""

    @property
    def embedded_text(self) -> str:
        """Exactly what the embedder reads."""
        return f"{self.context}: {self.text}" if self.context else self.text

    @property
    def digest(self) -> str:
        """SHA-256 of what the embedder reads: the key under which its vector is reused."""
        return sha256(self.embedded_text.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Entry:
    """A dated block of a resume: one job, one degree, one project. `end` is None when open or not stated."""

    section: Section
    title: str
    organisation: str
    start: date | None
    end: date | None
    current: bool
    span: Span
    location: str = ""


class Strength(StrEnum):
    """How a skill is shown, weakest first (SCIENCE.md 2)."""

    LISTED = "listed"
    PROJECT = "in a project"
    DATED = "in dated work"
    RECENT = "recent dated work with an outcome"


@dataclass(frozen=True, slots=True)
class SkillShown:
    """A canonical skill that a resume shows, how strongly, for how many years, and where (original spans)."""

    skill: str
    strength: Strength
    years: float | None
    spans: tuple[Span, ...]
    last_used: date | None = None


@dataclass(frozen=True, slots=True)
class Language:
    """A spoken language and its level as stated ("" when not stated)."""

    name: str
    level: str
    span: Span


@dataclass(frozen=True, slots=True)
class Profile:
    """What a resume says. Everything except `fields`, `entries` and `identity` comes from the blind text only."""

    fields: tuple[Field, ...]
    entries: tuple[Entry, ...]
    skills: tuple[SkillShown, ...]
    languages: tuple[Language, ...]
    passages: tuple[Passage, ...]
    blind: MaskedText
    identity: tuple[Span, ...]
    years: float
    degree: str = ""
    place: str = ""
    country: str = ""
    remote: bool | None = None
    relocation: bool | None = None
    authorisation: str = ""
    flags: tuple[str, ...] = ()

    def field(self, name: str) -> str:
        """The value of the field of that name, or "" when it is not stated."""
        return next((each.value for each in self.fields if each.name == name), "")


class Kind(StrEnum):
    """What a requirement asks for."""

    SKILL = "skill"
    EXPERIENCE = "experience"
    EDUCATION = "education"
    LANGUAGE = "language"
    PLACE = "place"
    AUTHORISATION = "authorisation"
    OTHER = "other"


class Priority(StrEnum):
    """How much a requirement matters to the company."""

    MUST = "must"
    NICE = "nice"
    AVOID = "avoid"


@dataclass(frozen=True, slots=True)
class Requirement:
    """One thing that a posting asks for. With `any_of` one of the canonical `skills` is enough, else all are needed;
    what is mixed ("Python, and PyTorch or JAX") has `parts`: one is enough with `any_of`, else all are needed."""

    text: str
    span: Span
    kind: Kind
    priority: Priority
    years: float | None = None
    skills: tuple[str, ...] = ()
    any_of: bool = False
    value: str = ""
    parts: tuple["Requirement", ...] = ()

    @property
    def digest(self) -> str:
        """SHA-256 of what the embedder reads: the key under which its vector is reused."""
        return sha256(self.text.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Caution:
    """A protected attribute that was refused as a criterion, or a proxy for one that a person should look at."""

    text: str
    span: Span
    slug: str
    sentence: str
    refused: bool


@dataclass(frozen=True, slots=True)
class Role:
    """What a posting says: the reading of a posting, as `Profile` is the reading of a resume."""

    title: str
    fields: tuple[Field, ...]
    requirements: tuple[Requirement, ...]
    passages: tuple[Passage, ...]
    cautions: tuple[Caution, ...] = ()
    seniority: str = ""
    place: str = ""
    country: str = ""
    remote: bool | None = None


@dataclass(frozen=True, slots=True)
class LayerEvidence:
    """A verbatim quote that speaks for a layer, with its share of the decision."""

    layer: Layer
    quote: str
    span: Span
    weight: float


@dataclass(frozen=True, slots=True)
class LayerReading:
    """Calibrated probabilities by layer, the main one, the quotes, and (for people) the background beside it.
    `distance` maps each layer of the stack to what is shown and what is missing, as canonical skill names; `also`
    names the other layers that are a good part of the work (for cross-layer: those that it spans)."""

    probabilities: Mapping[Layer, float]
    primary: Layer
    abstained: bool
    evidence: tuple[LayerEvidence, ...] = ()
    background: Background | None = None
    background_quote: str = ""
    distance: Mapping[Layer, "LayerDistance"] = field(default_factory=dict)
    also: tuple[Layer, ...] = ()

    @property
    def nothing_read(self) -> bool:
        """True when the text held no passage and no title: the equal probabilities then say nothing about anybody."""
        return not self.evidence and len(set(self.probabilities.values())) == 1


@dataclass(frozen=True, slots=True)
class LayerDistance:
    """How far a person is from a layer, from evidence only."""

    shown: tuple[str, ...]
    missing: tuple[str, ...]


class Verdict(StrEnum):
    """What the resume says about one requirement. Unknown is "not shown", never failed."""

    MET = "met"
    PARTLY = "partly"
    NOT_SHOWN = "not shown"
    CONTRADICTED = "contradicted"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One cell of the grid: requirement (index into the role's), verdict, strength in [0, 1], the verbatim quote.
    `reason` says why in one sentence, `change` what would change it. `quote` is "" exactly when `span` is None."""

    requirement: int
    verdict: Verdict
    strength: float
    span: Span | None
    quote: str
    reason: str
    change: str
    passage: int | None = None


@dataclass(frozen=True, slots=True)
class Score:
    """A fit in [0, 1] and its parts, which add up to it exactly (to 1e-9). `capped` when a must held it down."""

    total: float
    parts: Mapping[str, float]
    capped: bool = False


@dataclass(frozen=True, slots=True)
class Weights:
    """What each part may contribute at most; non-negative, they sum to 1."""

    musts: float = 0.60
    nices: float = 0.15
    layer: float = 0.15
    seniority: float = 0.10
    requirement: Mapping[int, float] = field(default_factory=dict)
