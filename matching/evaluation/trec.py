"""TREC runs and qrels, and a task's folder: so that any public tool can check our figures."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from matching.errors import MatchingError

# what ends a column, what is no UTF-8, and what an escaped id would be taken for
_NOT_IN_AN_ID = re.compile(r"\s|[\ud800-\udfff]|%(?=[0-9A-Fa-f]{2})")

Qrels = dict[str, dict[str, float]]


@dataclass(frozen=True, slots=True)
class Task:
    """Queries and documents by id, and the judgements of each query."""

    queries: Mapping[str, str]
    corpus: Mapping[str, str]
    qrels: Qrels


def read_task(folder: Path) -> Task:
    """Read `queries.jsonl`, `corpus.jsonl` and `qrels.tsv`. Raises MatchingError naming the file that is wrong."""
    task = Task(_texts(folder / "queries.jsonl"), _texts(folder / "corpus.jsonl"), read_qrels(folder / "qrels.tsv"))
    if not any(query in task.queries for query in task.qrels):
        raise MatchingError(
            f"No query of {folder / 'qrels.tsv'} stands in queries.jsonl. Check their ids.", slug="qrels"
        )
    return task


def read_qrels(path: Path) -> Qrels:
    """Judgements by query: lines of `query 0 document gain`, or of `query document gain`, split by tab or space."""
    found: Qrels = {}
    for number, line in enumerate(_lines(path), start=1):
        fields = line.split("\t") if "\t" in line else line.split()
        try:
            query, document, gain = fields[0], fields[-2], float(fields[-1])
        except (IndexError, ValueError) as error:
            raise MatchingError(
                f"Line {number} of {path} is no judgement. Write `query 0 document relevance`.", slug="qrels"
            ) from error
        found.setdefault(query, {})[document] = gain
    return found


def read_run(path: Path) -> dict[str, list[str]]:
    """Rankings by query from lines of `query Q0 document rank score tag`, ordered by score, then by rank."""
    rows: dict[str, list[tuple[float, int, str]]] = {}
    for number, line in enumerate(_lines(path), start=1):
        fields = line.split()
        try:
            rows.setdefault(fields[0], []).append((-float(fields[4]), int(fields[3]), fields[2]))
        except (IndexError, ValueError) as error:
            raise MatchingError(
                f"Line {number} of {path} is no TREC run. Write `query Q0 document rank score tag`.", slug="run"
            ) from error
    return {query: [document for _, _, document in sorted(each)] for query, each in rows.items()}


def write_run(path: Path, rankings: Mapping[str, Sequence[tuple[str, float]]], *, tag: str = "strata") -> None:
    """Write rankings of (document, score), best first. Columns are split by white space, so in ids it becomes `%20`.

    Scores are written as they fall by rank: where two are equal the later one is lowered by a hair, because tools
    order a run by score and break ties in their own way.
    """
    lines: list[str] = []
    for query, ranking in rankings.items():
        last = float("inf")
        for rank, (document, score) in enumerate(ranking, start=1):
            last = min(score, last - 1e-9)
            lines.append(f"{_id(query)} Q0 {_id(document)} {rank} {last:.9f} {tag}\n")
    path.write_text("".join(lines), encoding="utf-8")


def _id(name: str) -> str:
    """Return the id as one word. No two names share one, and none depends on which others there are."""
    return _NOT_IN_AN_ID.sub(lambda found: quote(found[0], safe="", errors="surrogateescape"), name)


def _texts(path: Path) -> dict[str, str]:
    found: dict[str, str] = {}
    for number, line in enumerate(_lines(path), start=1):
        try:
            row = json.loads(line)
            found[str(row["id"])] = str(row["text"])
        except (ValueError, KeyError, TypeError) as error:
            raise MatchingError(
                f'Line {number} of {path} is no document. Write {{"id": …, "text": …}}.', slug="jsonl"
            ) from error
    return found


def _lines(path: Path) -> Iterable[str]:
    try:
        content = path.read_text(encoding="utf-8")
    except OSError as error:
        raise MatchingError(f"{path} cannot be read. Name the folder of one task.", slug="task-folder") from error
    return (line for line in content.split("\n") if line.strip())
