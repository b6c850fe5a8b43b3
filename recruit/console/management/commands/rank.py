"""`manage.py rank --posting FILE_OR_DIR --resumes DIR`: who fits a posting, with the quote for every requirement.

Needs no database and no server: the same functions that the product ranks with run on files. The list goes to
standard output, progress and refused files to standard error. With `--json` the shape is
`{posting, title, layer, requirements, results: [{candidate, rank, score, parts, layer, evidence}]}`, a list of these
where a folder of postings or a job board's file was given; ids are file stems, as in the TREC run (there white space
is written `%20`). A refused file does not stop the others; the exit status is then 1.
"""

import json
import sys
from argparse import ArgumentParser
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from tqdm import tqdm

from matching.errors import MatchingError
from matching.ranking.files import (
    PostingFile,
    Ranked,
    RankedList,
    RefusedFile,
    ResumeFile,
    embed_files,
    files_under,
    rank_files,
    read_postings,
    read_resumes,
    texts_of,
)
from matching.values import Evidence, Priority, Requirement, Verdict
from recruit import engine
from recruit.console.trec_run import check_place, write

_TOP = 10
_MARKS = {Verdict.MET: "+", Verdict.PARTLY: "~", Verdict.NOT_SHOWN: "?", Verdict.CONTRADICTED: "!"}
_WIDTH = 110


class Command(BaseCommand):
    """Rank resumes against postings, from files to files."""

    help = "Rank a folder of resumes for a posting, with a verdict and a quote for every requirement."
    requires_system_checks: tuple[str, ...] = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What to rank, how many rows to show, and the shape of the output."""
        parser.add_argument("--posting", required=True, type=Path, metavar="FILE_OR_DIR", help="one posting or many")
        parser.add_argument("--resumes", required=True, type=Path, metavar="DIR", help="the folder of the resumes")
        parser.add_argument("--top", type=int, metavar="N", help="rows to show (10 in the table, all with --json)")
        parser.add_argument("--json", action="store_true", help="JSON on standard output")
        parser.add_argument("--trec", type=Path, metavar="RUN", help="also write a TREC run with everybody in it")

    def handle(self, *args: Any, **options: Any) -> None:
        """Read, embed once, rank, print."""
        top = options["top"]
        if top is not None and top < 1:
            raise CommandError("--top needs a number of 1 or more.")
        if options["trec"]:
            check_place(options["trec"])
        postings, resumes, refused = self._read(options["posting"], options["resumes"])
        try:
            lists = _rank(postings, resumes)
        except MatchingError as error:
            raise CommandError(error.sentence) from error
        if options["json"]:
            found = [_object(each, top=top or len(each.rows)) for each in lists]
            many = options["posting"].is_dir() or len(lists) > 1
            self.stdout.write(json.dumps(found if many else found[0], ensure_ascii=False, indent=1))
        else:
            self.stdout.write("\n\n".join(_table(each, top=top or _TOP) for each in lists))
        if options["trec"]:
            write(options["trec"], {each.posting.key: [(row.key, row.total) for row in each.rows] for each in lists})
        if refused:
            sys.exit(1)

    def _read(self, posting: Path, resumes: Path) -> tuple[list[PostingFile], list[ResumeFile], int]:
        for path in (posting, resumes):
            if not path.exists():
                raise CommandError(f"There is no {path}. Name a file or a folder that exists.")
        files, people = files_under(posting), files_under(resumes)
        today = timezone.localdate()
        with _bar("postings", len(files)) as bar:
            roles = read_postings(files, progress=bar.update)
        with _bar("resumes", len(people)) as bar:
            profiles = read_resumes(people, today=today, progress=bar.update)
        refused = [each for each in (*roles, *profiles) if isinstance(each, RefusedFile)]
        for refusal in refused:
            self.stderr.write(f"Refused: {refusal.file}: {refusal.sentence}")
        read_roles = [each for each in roles if isinstance(each, PostingFile)]
        read_people = [each for each in profiles if isinstance(each, ResumeFile)]
        if not read_roles or not read_people:
            missing = "posting" if not read_roles else "resume"
            raise CommandError(f"No {missing} could be read. Name PDF, DOCX, TXT, Markdown or HTML files.")
        for each in read_roles:
            if not each.role.requirements:
                self.stderr.write(f"{each.file}: no requirement was found; the order follows layer and years alone.")
        return read_roles, read_people, len(refused)


def _rank(postings: list[PostingFile], resumes: list[ResumeFile]) -> list[RankedList]:
    encoder = engine.encoder()
    with _bar("embed", len(texts_of(postings, resumes)), unit="text") as bar:
        vectors = embed_files(postings, resumes, encoder=encoder, progress=bar.update)
    with _bar("rank", len(postings) * len(resumes), unit="pair") as bar:
        return list(
            rank_files(
                postings,
                resumes,
                vectors=vectors,
                dimensions=encoder.identity.dimensions,
                classifier=engine.classifier(),
                today=timezone.localdate(),
                progress=bar.update,
            )
        )


def _bar(name: str, total: int, *, unit: str = "file") -> "tqdm[Any]":
    return tqdm(total=total, desc=name, unit=unit, file=sys.stderr, leave=False, disable=total < 4)


def _object(found: RankedList, *, top: int) -> dict[str, Any]:
    return {
        "posting": found.posting.key,
        "title": found.posting.role.title,
        "layer": str(found.layers.primary),
        "requirements": [_requirement(each) for each in found.posting.role.requirements],
        "results": [_result(row, rank) for rank, row in enumerate(found.rows[:top], start=1)],
    }


def _requirement(requirement: Requirement) -> dict[str, Any]:
    return {
        "text": requirement.text,
        "kind": str(requirement.kind),
        "priority": str(requirement.priority),
        "years": requirement.years,
        "skills": list(requirement.skills),
        "any_of": requirement.any_of,
        "choices": [list(each.skills) for each in requirement.parts],
        "span": [requirement.span.start, requirement.span.end],
    }


def _result(row: Ranked, rank: int) -> dict[str, Any]:
    score = row.assessment.score
    return {
        "candidate": row.key,
        "rank": rank,
        "score": score.total,
        "parts": dict(score.parts),
        "capped": score.capped,
        "layer": str(row.layers.primary),
        "evidence": [_cell(each, row) for each in row.assessment.evidence],
    }


def _cell(cell: Evidence, row: Ranked) -> dict[str, Any]:
    return {
        "requirement": cell.requirement,
        "verdict": str(cell.verdict),
        "strength": cell.strength,
        "quote": cell.quote,
        "span": [cell.span.start, cell.span.end] if cell.span else None,
        "file": str(row.resume.file),
        "reason": cell.reason,
        "change": cell.change,
    }


def _table(found: RankedList, *, top: int) -> str:
    role = found.posting.role
    musts = sum(each.priority is Priority.MUST for each in role.requirements)
    lines = [
        f"{role.title or found.posting.key}  ({found.posting.file})",
        f"{found.layers.primary.label}. {len(role.requirements)} requirements, {musts} of them musts. "
        f"{len(found.rows)} resumes.",
        "+ met   ~ partly   ? not shown   ! contradicted",
    ]
    for rank, row in enumerate(found.rows[:top], start=1):
        lines += ["", _headline(row, rank, musts), *_grid(row, role.requirements)]
    left = len(found.rows) - top
    if left > 0:
        lines += ["", f"{left} more follow. Show them with --top {len(found.rows)}."]
    return "\n".join(lines)


def _headline(row: Ranked, rank: int, musts: int) -> str:
    parts = ", ".join(
        f"{name} {value:+.2f}" for name, value in row.assessment.score.parts.items() if abs(value) >= 0.005
    )
    return (
        f"{rank:>3}. {row.key:<28} {row.total:.3f}  = {parts}\n"
        f"     {row.layers.primary.label}; {row.musts_met} of {musts} musts met"
    )


def _grid(row: Ranked, requirements: Iterable[Requirement]) -> list[str]:
    lines = []
    for requirement, cell in zip(requirements, row.assessment.evidence, strict=True):
        lines.append(f"     {_MARKS[cell.verdict]} {requirement.priority:<5} {_short(requirement.text)}")
        if cell.quote:
            lines.append(f"             “{_short(cell.quote)}”")
        lines.append(f"             {cell.reason}")
    return lines


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _WIDTH else plain[: _WIDTH - 1] + "…"
