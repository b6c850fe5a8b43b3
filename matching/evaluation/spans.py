"""Skill spans in tagged sentences: strict F1 of the spans that our skill finder marks, beside a plain dictionary.

Reads SkillSpan (`dev.jsonl`: tokens with BIO tags of knowledge and of skills) and Green et al. (`testset.csv`: a word a
line with its tag). Strict: a span counts only when both its ends are right. Knowledge is measured with the spans of
knowledge; "skill" means conduct and phrases of doing as well, so it is measured with every mention that the finder
makes. The finder bounds no phrases of doing, and the figure says so.
"""

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from matching.errors import MatchingError
from matching.evaluation.intervals import ratio, ratio_difference
from matching.evaluation.report import OURS, Difference, Report
from matching.skills import VOCABULARY, find_skills
from matching.skills.spans import knowledge_spans

DICTIONARY = "dictionary"
_LONGEST = 6
TokenSpan = tuple[int, int]
Parts = list[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Tagged:
    """A sentence as tokens, and its gold spans by target (`knowledge`, `skill`), as token ranges [start, end)."""

    tokens: tuple[str, ...]
    gold: Mapping[str, frozenset[TokenSpan]]


def evaluate_spans(folder: Path) -> Report:
    """Measure on the set of `folder`. Raises MatchingError when it holds neither `dev.jsonl` nor `testset.csv`."""
    sentences = read_tagged(folder)
    names = _names()
    targets = sorted({target for each in sentences for target in each.gold})
    parts: dict[str, dict[str, Parts]] = {OURS: {}, DICTIONARY: {}}
    for target in targets:
        gold = [each.gold[target] for each in sentences]
        ours = [_as_tokens(each.tokens, _FINDERS[target]) for each in sentences]
        parts[OURS] |= _counted(gold, ours, target)
        parts[DICTIONARY] |= _counted(gold, [_by_names(each.tokens, names) for each in sentences], target)
    return Report(
        task="spans",
        n=len(sentences),
        systems={
            system: {metric: ratio(each) for metric, each in by_metric.items()} for system, by_metric in parts.items()
        },
        differences=tuple(
            Difference(metric, DICTIONARY, ratio_difference(each, parts[DICTIONARY][metric]))
            for metric, each in parts[OURS].items()
        ),
        rankings={},
    )


def read_tagged(folder: Path) -> tuple[Tagged, ...]:
    """The tagged sentences of a folder. Raises MatchingError naming what is missing or wrong."""
    try:
        if (folder / "dev.jsonl").exists():
            return tuple(_skillspan((folder / "dev.jsonl").read_text(encoding="utf-8").splitlines()))
        with (folder / "testset.csv").open(encoding="utf-8", newline="") as lines:
            return tuple(_green(csv.DictReader(lines)))
    except (OSError, ValueError, KeyError) as error:
        raise MatchingError(
            f"{folder} holds no tagged sentences. Name a folder with dev.jsonl (SkillSpan) or testset.csv (Green).",
            slug="tagged-sentences",
        ) from error


def bounded(tags: Iterable[str]) -> frozenset[TokenSpan]:
    """The spans of BIO tags, as token ranges [start, end); an I without a B before it opens nothing."""
    spans: list[list[int]] = []
    inside = False
    for position, tag in enumerate(tags):
        if tag.startswith("B"):
            spans.append([position, position + 1])
        elif tag.startswith("I") and inside:
            spans[-1][1] = position + 1
        inside = tag.startswith("B") or (tag.startswith("I") and inside)
    return frozenset((start, end) for start, end in spans)


def _skillspan(lines: Iterable[str]) -> Iterator[Tagged]:
    for line in lines:
        row = json.loads(line)
        gold = {"knowledge": bounded(row["tags_knowledge"]), "skill": bounded(row["tags_skill"])}
        yield Tagged(tuple(row["tokens"]), gold)


def _green(rows: Iterable[Mapping[str, str]]) -> Iterator[Tagged]:
    sentences: dict[str, list[Mapping[str, str]]] = {}
    for row in rows:
        sentences.setdefault(row["sentence_id"], []).append(row)
    for words in sentences.values():
        tags = [each["tag"] if each["tag"].endswith("-Skill") else "O" for each in words]
        yield Tagged(tuple(each["word"] for each in words), {"skill": bounded(tags)})


def _mentions(text: str) -> tuple[tuple[int, int], ...]:
    return tuple((each.start, each.end) for each in find_skills(text))


_FINDERS: Mapping[str, Callable[[str], tuple[tuple[int, int], ...]]] = {
    "knowledge": knowledge_spans,
    "skill": _mentions,
}


def _as_tokens(tokens: Sequence[str], finder: Callable[[str], tuple[tuple[int, int], ...]]) -> frozenset[TokenSpan]:
    """The spans of a finder, widened to whole tokens."""
    ends = list(accumulate(len(each) + 1 for each in tokens))
    found = []
    for start, end in finder(" ".join(tokens)):
        first = next(k for k, stop in enumerate(ends) if stop > start)
        found.append((first, next(k for k, stop in enumerate(ends) if stop > end - 1) + 1))
    return frozenset(found)


def _by_names(tokens: Sequence[str], names: frozenset[tuple[str, ...]]) -> frozenset[TokenSpan]:
    """The longest names of the vocabulary in any case, wherever they stand: what a plain dictionary finds."""
    words = [each.casefold() for each in tokens]
    found, position = [], 0
    while position < len(words):
        sizes = range(min(_LONGEST, len(words) - position), 0, -1)
        size = next((k for k in sizes if tuple(words[position : position + k]) in names), 0)
        if size:
            found.append((position, position + size))
        position += size or 1
    return frozenset(found)


def _names() -> frozenset[tuple[str, ...]]:
    spellings = (name for each in VOCABULARY.values() for name in (each.name, *each.aliases, *each.exact))
    return frozenset(tuple(each.casefold().split()) for each in spellings)


def _counted(
    gold: Sequence[frozenset[TokenSpan]], found: Sequence[frozenset[TokenSpan]], target: str
) -> dict[str, Parts]:
    """Hits over totals by sentence: F1 is twice the hits over gold and found together."""
    hits = [len(a & b) for a, b in zip(gold, found, strict=True)]
    return {
        f"f1_{target}": [(2.0 * k, float(len(a) + len(b))) for k, a, b in zip(hits, gold, found, strict=True)],
        f"precision_{target}": [(float(k), float(len(b))) for k, b in zip(hits, found, strict=True)],
        f"recall_{target}": [(float(k), float(len(a))) for k, a in zip(hits, gold, strict=True)],
    }
