"""What the reading page shows: single values, the groups that one form corrects, and all of a reading in order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from matching.text import Span
from recruit.candidates.masking import Piece
from recruit.candidates.models import Correction

_LOW = 0.65


@dataclass(frozen=True, slots=True)
class Value:
    """One value. `name` is the form's field ("" when it cannot be corrected), `value` what the form starts with."""

    number: int
    label: str
    name: str
    value: str
    shown: tuple[Piece, ...]
    confidence: float | None = None
    spans: tuple[Span, ...] = ()
    said: Correction | None = None
    covered: bool = False
    note: str = ""

    @property
    def words(self) -> str:
        """What the page shows of it, as one text."""
        return "".join(each.text for each in self.shown)

    @property
    def low(self) -> bool:
        """The reader is not certain, and nobody has said what is right."""
        return self.said is None and self.confidence is not None and self.confidence < _LOW and bool(self.shown)

    @property
    def pending(self) -> bool:
        """What was said is not what stands here, so it has not been applied yet."""
        return self.said is not None and not self.covered and self.said.value != self.value


@dataclass(frozen=True, slots=True)
class Swap:
    """Two values of an entry that may stand in each other's place."""

    names: str
    label: str


@dataclass(frozen=True, slots=True)
class Group:
    """Values that one form corrects; `entry` is the position of a job or degree in the profile.

    `listed` is the kind of what is named by its name (a certificate), `own_name` that name unless it is covered,
    `stated_by` whose word a whole entry is.
    """

    title: str
    values: tuple[Value, ...]
    entry: int | None = None
    listed: str = ""
    stated_by: str = ""
    swaps: tuple[Swap, ...] = ()
    own_name: str = ""

    @property
    def open_values(self) -> tuple[Value, ...]:
        """What a form may ask for."""
        return tuple(each for each in self.values if each.name and not each.covered)


@dataclass(frozen=True, slots=True)
class Readout:
    """Everything that was read, in the order of the page."""

    about: tuple[Group, ...]
    work: tuple[Group, ...]
    projects: tuple[Group, ...]
    education: tuple[Group, ...]
    certificates: tuple[Group, ...]
    publications: tuple[Group, ...]
    skills: tuple[Value, ...]
    languages: tuple[Value, ...]
    said_only: tuple[str, ...]

    @property
    def groups(self) -> tuple[Group, ...]:
        """Everything that a form corrects."""
        entries = (*self.work, *self.projects, *self.education)
        return (*self.about, *entries, *self.certificates, *self.publications)

    @property
    def uncertain(self) -> tuple[Value, ...]:
        """What somebody should look at, in the order of the page."""
        return tuple(each for each in self.values if each.low)

    def uncertain_only(self) -> "Readout":
        """The groups in which something is uncertain, and of them only that."""
        parts = {
            name: tuple(_uncertain(getattr(self, name)))
            for name in ("about", "work", "projects", "education", "certificates", "publications")
        }
        return replace(self, **parts, skills=(), languages=(), said_only=())

    @property
    def values(self) -> Iterator[Value]:
        """Every value that may have a place in the document."""
        for group in self.groups:
            yield from group.values
        yield from (*self.skills, *self.languages)


def _uncertain(groups: Sequence[Group]) -> Iterator[Group]:
    for group in groups:
        values = tuple(each for each in group.values if each.low)
        if values:
            yield replace(group, values=values)
