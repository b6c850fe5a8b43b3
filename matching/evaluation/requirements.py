"""How well postings are read: lines found, their priority, years, kind and skills, and the fields, against a gold set.

The gold set is a TOML file of postings with each requirement line labelled by hand. A line that was read counts as a
gold line when their spans overlap by half; what is said of it (priority, years, kind, skills) is measured on those.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from matching.errors import MatchingError
from matching.evaluation.intervals import ratio
from matching.evaluation.report import OURS, Report
from matching.requirements import read_role
from matching.requirements.markup import text_of
from matching.text import Span, Text
from matching.values import Requirement, Role

_OVERLAP = 0.5
Counts = dict[str, tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A gold line: what it says, and where it stands in the posting."""

    priority: str
    kind: str
    years: float | None
    skills: frozenset[str]
    span: Span


@dataclass(frozen=True, slots=True)
class GoldPosting:
    """One posting of the gold set. `fields` says of each named field what has to be read, "" for nothing."""

    shape: str
    content: str
    wants: tuple[Wanted, ...]
    fields: Mapping[str, str]
    cautions: frozenset[str]


def evaluate_requirements(folder: Path) -> Report:
    """Read every posting of the TOML files in `folder`. Raises MatchingError when there is none, or one is wrong."""
    paths = sorted(folder.glob("*.toml"))
    gold = [each for path in paths or [folder / "postings.toml"] for each in read_gold(path)]
    counted = [compared(each, read_role(Text(each.content))) for each in gold]
    names = sorted({name for each in counted for name in each})
    figures = {name: ratio([each[name] for each in counted if name in each]) for name in names}
    return Report(task="requirements", n=len(gold), systems={OURS: figures}, differences=(), rankings={})


def read_gold(path: Path) -> tuple[GoldPosting, ...]:
    """The gold set of `path`. Raises MatchingError naming the posting whose line does not stand in its text."""
    try:
        rows = tomllib.loads(path.read_text(encoding="utf-8"))["posting"]
    except (OSError, tomllib.TOMLDecodeError, KeyError) as error:
        raise MatchingError(
            f"{path} is no gold set. Name the folder of a postings.toml with [[posting]] tables.", slug="gold-postings"
        ) from error
    return tuple(_posting(each) for each in rows)


def compared(gold: GoldPosting, role: Role) -> Counts:
    """What a reading got right of one posting, as (right, of) for each figure."""
    found = list(role.requirements)
    pairs = [(want, each) for want in gold.wants if (each := _match(want, found)) is not None]
    matched = {id(each) for _, each in pairs}
    skills = [(want.skills, frozenset(each.skills)) for want, each in pairs]
    shared = sum(len(asked & read) for asked, read in skills)
    right = sum(_field(role, name) == value for name, value in gold.fields.items())
    warned = {each.slug for each in role.cautions}
    return {
        "lines_recall": (len(pairs), len(gold.wants)),
        "lines_precision": (len(matched), len(found)),
        "priority": (sum(each.priority == want.priority for want, each in pairs), len(pairs)),
        "kind": (sum(each.kind == want.kind for want, each in pairs), len(pairs)),
        "years": (sum(each.years == want.years for want, each in pairs), len(pairs)),
        "skills_recall": (shared, sum(len(asked) for asked, _ in skills)),
        "skills_precision": (shared, sum(len(read) for _, read in skills)),
        "fields": (right, len(gold.fields)),
        "cautions": (len(warned & gold.cautions), len(warned | gold.cautions)),
    }


def _match(want: Wanted, found: Sequence[Requirement]) -> Requirement | None:
    """The reading that covers the gold line best, by overlap over union of at least a half."""
    best = max(found, key=lambda each: _overlap(each.span, want.span), default=None)
    return best if best is not None and _overlap(best.span, want.span) >= _OVERLAP else None


def _overlap(a: Span, b: Span) -> float:
    shared = min(a.end, b.end) - max(a.start, b.start)
    return max(0, shared) / (max(a.end, b.end) - min(a.start, b.start))


def _field(role: Role, name: str) -> str:
    return next((each.value for each in role.fields if each.name == name), "")


def _posting(row: Mapping[str, object]) -> GoldPosting:
    written = str(row["text"]).strip()
    content = text_of(written) if row.get("html") else written
    lines, fields, warned = row.get("wants"), row.get("fields"), row.get("cautions")
    return GoldPosting(
        shape=str(row["shape"]),
        content=content,
        wants=tuple(_wanted_lines(lines, content)) if isinstance(lines, list) else (),
        fields={str(name): str(value) for name, value in fields.items()} if isinstance(fields, Mapping) else {},
        cautions=frozenset(map(str, warned)) if isinstance(warned, list) else frozenset(),
    )


def _wanted_lines(lines: Sequence[object], content: str) -> Iterator[Wanted]:
    """The gold lines in the order of the posting, each sought behind the one before."""
    end = 0
    for each in lines:
        wanted = _wanted(str(each), content, after=end)
        end = wanted.span.end
        yield wanted


def _wanted(line: str, content: str, *, after: int) -> Wanted:
    priority, kind, years, skills, words = (each.strip() for each in line.split("|", 4))
    start = content.find(words, after)
    if start < 0:
        raise MatchingError(f"{words!r} does not stand in its posting. Write the line verbatim.", slug="gold-postings")
    asked = float(years) if years else None
    return Wanted(priority, kind, asked, frozenset(skills.split()), Span(start, start + len(words)))
