"""`manage.py evaluate reading`: how well resumes are read, on our own gold set or on a folder of documents.

A folder holds documents, each with its gold beside it as `NAME.gold.json` (JSON Resume; see
`matching.evaluation.reading` for what may stand under `meta`). Documents without gold count for failures and for what
was found in them. Without a folder the gold set is made in memory and both halves are reported.
"""

import json
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from django.utils import timezone
from tqdm import tqdm

from matching.documents import read_document, read_in_jail
from matching.errors import MatchingError
from matching.evaluation.reading import ALL, Judged, ReadingReport, found_in, judge, report
from matching.profile import read_profile
from matching.values import Document, Profile
from recruit.local.gold import GOLD_SUFFIX, gold_documents

_SHOWN = ("all", "open", "held")


def measure_reading(data: Path | None) -> ReadingReport:
    """Read every document and compare it with its gold. Raises nothing for a document that cannot be read."""
    return _own() if data is None else _folder(data)


def reading_object(found: ReadingReport) -> dict[str, Any]:
    """`{task, n, failures, found, groups: {group: {field: {n, precision, recall, f1}}}}`."""
    return {
        "task": "reading",
        "n": found.n,
        "failures": [{"file": name, "reason": reason} for name, reason in found.failures],
        "found": dict(found.found),
        "groups": {
            group: {
                name: {
                    "n": tally.n,
                    "precision": round(tally.precision, 4),
                    "recall": round(tally.recall, 4),
                    "f1": round(tally.f1, 4),
                }
                for name, tally in sorted(fields.items())
            }
            for group, fields in found.groups.items()
        },
    }


def reading_table(found: ReadingReport, *, differences: bool) -> str:
    """Fields by group, then the layouts; with `differences` also each value that was read otherwise."""
    lines = [f"reading: {found.n} documents, {len(found.failures)} could not be read"]
    lines += [f"  {name}: {reason}" for name, reason in found.failures]
    groups = [group for group in _SHOWN if group in found.groups]
    if groups:
        lines += ["", f"{'':26}" + "".join(f"{group + ': precision recall n':>30}" for group in groups)]
        for name in sorted(found.groups[ALL]):
            lines.append(f"{name:26}" + "".join(f"{_cell(found.groups[group], name):>30}" for group in groups))
        lines.append("")
        lines += [f"{g:26}{_cell(found.groups[g], ALL):>30}" for g in found.groups if g not in groups]
    lines += [f"{name:44}{share:>8.1%}" for name, share in found.found.items()]
    if differences:
        lines += [
            f"{each.name}  {field}: stated {stated!r}, read {read!r}"
            for each in found.documents
            for field, stated, read in each.differences
        ]
    return "\n".join(lines)


def _cell(fields: Mapping[str, Any], name: str) -> str:
    tally = fields.get(name)
    return f"{tally.precision:.3f} {tally.recall:.3f} {tally.n:>5}" if tally else ""


def _own() -> ReadingReport:
    judged = []
    for each in tqdm(gold_documents(), desc="read", unit="file", file=sys.stderr):
        document = read_document(each.content, name=each.name)
        judged.append(_judged(document, each.gold, each.name))
    return report(judged)


def _folder(data: Path) -> ReadingReport:
    judged, failures = list[Judged](), list[tuple[str, str]]()
    without: list[tuple[Document, Profile]] = []
    for path in tqdm(list(_documents(data)), desc="read", unit="file", file=sys.stderr):
        name = str(path.relative_to(data))
        gold = path.with_name(f"{path.stem}{GOLD_SUFFIX}")
        try:
            document = read_in_jail(path.read_bytes(), name=path.name)
        except MatchingError as error:
            failures.append((name, error.sentence))
            continue
        if gold.exists():
            judged.append(_judged(document, json.loads(gold.read_text("utf-8")), name))
        else:
            without.append((document, read_profile(document.text, today=timezone.localdate())))
    return report(judged, failures=failures, found=found_in(without), n=len(without))


def _documents(data: Path) -> Iterator[Path]:
    kinds = {".pdf", ".docx", ".txt", ".md", ".html", ".htm"}
    yield from sorted(path for path in data.rglob("*") if path.suffix.lower() in kinds)


def _judged(document: Document, gold: Mapping[str, Any], name: str) -> Judged:
    as_of = gold.get("meta", {}).get("asOf")
    today = date.fromisoformat(as_of) if as_of else timezone.localdate()
    return judge(read_profile(document.text, today=today), gold, name=name)
