"""How well resumes are read: precision and recall of each field against gold, by layout and in all.

Gold is a JSON Resume object, so anybody can write one beside a document; what JSON Resume has no word for stands
under `meta` (`layout`, `half`, `authorisation`, and `skills`: a skill to its years and strength). Entries of
one list are paired first, those that agree in most fields together, and then compared field by field; a value is
right only when it is the same up to case, spaces and signs. A job that still runs has the end "present".
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from matching.evaluation.resumes import Record, gold_records, read_records, same
from matching.values import Document, Profile, Section

ALL = "all"
_FIRST_LINES = 5


@dataclass(frozen=True, slots=True)
class Tally:
    """Values that were right, read but wrong, and stated but not read."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)

    @property
    def n(self) -> int:
        """Values that the documents state."""
        return self.right + self.missed

    @property
    def precision(self) -> float:
        """Share of what was read that is right; 1 when nothing was read."""
        read = self.right + self.wrong
        return self.right / read if read else 1.0

    @property
    def recall(self) -> float:
        """Share of what is stated that was read; 1 when nothing is stated."""
        return self.right / self.n if self.n else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Judged:
    """One document: its layout, what was counted by field, and each difference as (field, stated, read)."""

    name: str
    layout: str
    half: str
    tallies: Mapping[str, Tally]
    differences: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ReadingReport:
    """Tallies by group ("all", each half, each layout) and field; documents that could not be read, with why; and of
    documents without gold the share in which each thing was found.
    """

    n: int
    groups: Mapping[str, Mapping[str, Tally]]
    failures: tuple[tuple[str, str], ...] = ()
    found: Mapping[str, float] = field(default_factory=dict)
    documents: tuple[Judged, ...] = field(default=())


def judge(profile: Profile, gold: Mapping[str, Any], *, name: str = "") -> Judged:
    """Compare what was read from one document with its gold."""
    meta = gold.get("meta", {})
    stated, read = gold_records(gold), read_records(profile, gold)
    tallies: Counter[tuple[str, str]] = Counter()
    differences: list[tuple[str, str, str]] = []
    for section in stated.keys() | read.keys():
        for one, other in _paired(stated.get(section, ()), read.get(section, ())):
            for key in one.keys() | other.keys():
                label = f"{section}.{key}"
                wanted, found = one.get(key, ""), other.get(key, "")
                if wanted and same(key, wanted, found):
                    tallies[label, "right"] += 1
                    continue
                tallies[label, "missed"] += bool(wanted)
                tallies[label, "wrong"] += bool(found)
                differences.append((label, wanted, found))
    names = {label for label, _ in tallies}
    counted = {
        each: Tally(tallies[each, "right"], tallies[each, "wrong"], tallies[each, "missed"]) for each in sorted(names)
    }
    return Judged(name, meta.get("layout", ""), meta.get("half", ""), counted, tuple(sorted(differences)))


def report(
    judged: Iterable[Judged],
    *,
    failures: Sequence[tuple[str, str]] = (),
    found: Mapping[str, float] | None = None,
    n: int = 0,
) -> ReadingReport:
    """Sum documents up; a field that no document states or shows is in no group. `n`: documents without gold."""
    documents = tuple(judged)
    groups: dict[str, dict[str, Tally]] = {}
    for each in documents:
        for group in dict.fromkeys((ALL, each.half, each.layout)):
            if group:
                held = groups.setdefault(group, {})
                for name, tally in (*each.tallies.items(), (ALL, sum(each.tallies.values(), Tally()))):
                    held[name] = held.get(name, Tally()) + tally
    return ReadingReport(n + len(documents) + len(failures), groups, tuple(failures), found or {}, documents)


def found_in(read: Sequence[tuple[Document, Profile]]) -> Mapping[str, float]:
    """Of documents without gold: the share in which each thing was found, right or wrong."""
    return {name: sum(map(test, read)) / len(read) for name, test in _FOUND.items()} if read else {}


def _name_at_the_top(read: tuple[Document, Profile]) -> bool:
    document, profile = read
    place = next((each.span for each in profile.fields if each.name == "basics.name"), None)
    content = document.text.content
    above = content[: place.start].split("\n") if place else []
    return place is not None and sum(bool(line.strip()) for line in above) <= _FIRST_LINES


_FOUND: Mapping[str, Callable[[tuple[Document, Profile]], bool]] = {
    "documents with text": lambda read: bool(read[0].text.content.strip()),
    f"a name within the first {_FIRST_LINES} lines": _name_at_the_top,
    "a dated job": lambda read: any(each.section is Section.WORK and each.start for each in read[1].entries),
    "a job with title and employer": lambda read: any(
        each.section is Section.WORK and each.title and each.organisation for each in read[1].entries
    ),
    "an education": lambda read: any(each.section is Section.EDUCATION for each in read[1].entries),
    "a skill": lambda read: bool(read[1].skills),
}


def _paired(stated: Sequence[Record], read: Sequence[Record]) -> Iterable[tuple[Record, Record]]:
    """Stated and read entries that agree most, each once; what has no partner comes with an empty one."""
    scores = sorted(
        (
            (-sum(same(key, value, other.get(key, "")) for key, value in one.items()), abs(row - column), row, column)
            for row, one in enumerate(stated)
            for column, other in enumerate(read)
        ),
    )
    rows: dict[int, int] = {}
    for score, _, row, column in scores:
        if score and row not in rows and column not in rows.values():
            rows[row] = column
    yield from ((one, read[rows[row]] if row in rows else {}) for row, one in enumerate(stated))
    yield from (({}, other) for column, other in enumerate(read) if column not in rows.values())
