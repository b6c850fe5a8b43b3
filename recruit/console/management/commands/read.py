"""`manage.py read FILE…`: a resume or posting becomes fields with their places. Needs no database and no service.

With `--json` one object a file, one a line: `{file, kind, status, reason, fields, passages, hidden, flags}`; pages
count from 1. A posting has `posting` beside these: what it says and asks, as plain values (see `role_as_plain`). The
file of a job board (JSON, XML, or a page with JSON-LD) gives one object for each of its postings, `#2` behind the name
of the file for the second. With `--json-resume` each resume as JSON Resume, one a line. A refused file does not stop
the others; the exit status is then 1.
"""

import json
import sys
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from tqdm import tqdm

from matching.documents import FLAGS, guess_kind, read_in_jail
from matching.documents.opening import content_of
from matching.errors import MatchingError
from matching.profile import json_resume, read_profile
from matching.requirements import Posted, postings_in, read_posted, read_role, role_as_plain
from matching.text import Text
from matching.tree import Tree
from matching.values import Document, Field, Hidden, Role

_MANY = 4
_QUOTE = 160


@dataclass(frozen=True, slots=True)
class Reading:
    """What one file says, or why it was refused."""

    file: str
    kind: str
    document: Document | None = None
    fields: tuple[Field, ...] = ()
    passages: int = 0
    remarks: tuple[tuple[str, str], ...] = ()
    reason: str = ""
    resume: Tree | None = None
    role: Role | None = None

    @property
    def hidden(self) -> tuple[Hidden, ...]:
        """The text that no reader of the file sees."""
        return self.document.hidden if self.document else ()

    @property
    def flags(self) -> tuple[tuple[str, str], ...]:
        """What there is to know about how the file was read and what it says: slug and sentence."""
        flags = self.document.flags if self.document else ()
        return (*((flag, FLAGS.get(flag, flag)) for flag in flags), *self.remarks)


class Command(BaseCommand):
    """Read files and show what was found, each field with its place."""

    help = "Read resumes or postings: every field with the place where it stands. Works without a database."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Files or folders, the kind where it should not be guessed, and the shape of the output."""
        parser.add_argument(
            "files", nargs="+", metavar="FILE", help="a document, a structured resume, or a folder of them"
        )
        parser.add_argument(
            "--kind", choices=("resume", "posting"), help="what the files are (default: guessed for each)"
        )
        shape = parser.add_mutually_exclusive_group()
        shape.add_argument("--json", action="store_true", help="one JSON object a file, one a line")
        shape.add_argument("--json-resume", action="store_true", help="each resume as JSON Resume, one a line")

    def handle(self, *args: Any, **options: Any) -> None:
        """Read each file in a jail of its own."""
        files = _files(options["files"])
        if not files:
            raise CommandError(
                "No files found. Name a PDF, DOCX, TXT, Markdown or HTML file, a structured resume, or a folder."
            )
        write = _object if options["json"] else _json_resume if options["json_resume"] else _page
        kind = "resume" if options["json_resume"] else options["kind"]
        refused = False
        for file in tqdm(files, desc="read", unit="file", file=sys.stderr, disable=len(files) < _MANY):
            for reading in _read(file, kind=kind):
                refused = refused or bool(reading.reason)
                out = self.stderr if reading.reason and options["json_resume"] else self.stdout
                out.write(write(reading))
        if refused:
            sys.exit(1)


def _files(names: Iterable[str]) -> list[Path]:
    found: list[Path] = []
    for name in names:
        path = Path(name)
        found += sorted(each for each in path.rglob("*") if each.is_file()) if path.is_dir() else [path]
    return found


def _read(path: Path, *, kind: str | None) -> Iterator[Reading]:
    try:
        content = content_of(path)
        postings = None if kind == "resume" else postings_in(content)
        if postings is None:
            yield _document(path, content, kind=kind)
        elif not postings:
            reason = "This is the answer of a job board that lists no postings at present."
            yield Reading(str(path), "posting", reason=reason)
        else:
            for number, posted in enumerate(postings, start=1):
                yield _posted(f"{path}#{number}" if number > 1 else str(path), posted)
    except OSError as error:
        reason = f"This file cannot be opened: {(error.strerror or 'unknown error').lower()}."
        yield Reading(str(path), kind or "resume", reason=reason)
    except MatchingError as error:
        yield Reading(str(path), kind or "resume", reason=error.sentence)


def _document(path: Path, content: bytes, *, kind: str | None) -> Reading:
    document = read_in_jail(content, name=path.name)
    kind = kind or ("resume" if document.stated else guess_kind(document.text.content))
    if kind == "posting":
        return _posting(str(path), document, read_role(document.text))
    profile = read_profile(document.text, today=timezone.localdate(), stated=document.stated)
    remarks = tuple((flag, flag.replace("-", " ")) for flag in profile.flags)
    resume = json_resume(profile, document.text.content, stated=document.stated)
    return Reading(str(path), kind, document, profile.fields, len(profile.passages), remarks, resume=resume)


def _posted(name: str, posted: Posted) -> Reading:
    if not posted.text.strip() and not posted.title:
        return Reading(name, "posting", reason="This posting has neither a title nor a text.")
    return _posting(name, Document(Text(posted.text), f"application/vnd.{posted.board}"), read_posted(posted))


def _posting(name: str, document: Document, role: Role) -> Reading:
    asked: list[Field] = []
    for index, each in enumerate(role.requirements):
        asked.append(Field(f"requirements[{index}]", each.text, each.span, 1.0))
        asked.append(Field(f"requirements[{index}].priority", each.priority.value, each.span, 1.0))
    remarks = tuple((caution.slug, caution.sentence) for caution in role.cautions)
    return Reading(name, "posting", document, (*role.fields, *asked), len(role.passages), remarks, role=role)


def _object(reading: Reading) -> str:
    posting = {"posting": role_as_plain(reading.role)} if reading.role else {}
    return json.dumps(
        {
            "file": reading.file,
            "kind": reading.kind,
            "status": "refused" if reading.reason else "read",
            "reason": reading.reason or None,
            "fields": [_field(each, reading) for each in reading.fields],
            "passages": reading.passages,
            "hidden": [{"text": h.text, "method": h.method, "page": h.page + 1} for h in reading.hidden],
            "flags": [slug for slug, _ in reading.flags],
            **posting,
        },
        ensure_ascii=False,
    )


def _field(field: Field, reading: Reading) -> dict[str, Any]:
    place = field.span if reading.document else None
    text = reading.document.text if reading.document else None
    return {
        "name": field.name,
        "value": field.value,
        "confidence": round(field.confidence, 3),
        "span": [place.start, place.end] if place else None,
        "page": text.page_of(place.start) + 1 if place and text else None,
        "quote": place.of(text.content) if place and text else "",
    }


def _json_resume(reading: Reading) -> str:
    return f"{reading.file}: {reading.reason}" if reading.reason else json.dumps(reading.resume, ensure_ascii=False)


def _page(reading: Reading) -> str:
    if reading.document is None:
        return f"{reading.file}\n  refused: {reading.reason}\n"
    pages = len(reading.document.text.page_starts)
    lines = [f"{reading.file}", f"  {reading.kind}, {pages} page{'s' * (pages > 1)}, {reading.passages} passages"]
    lines += [_row(field, reading.document) for field in reading.fields]
    lines += [f"  hidden   page {h.page + 1}, {h.method}: {_short(h.text)}" for h in reading.hidden]
    lines += [f"  flag     {sentence}" for _, sentence in reading.flags]
    return "\n".join(lines) + "\n"


def _row(field: Field, document: Document) -> str:
    place = ""
    if field.span:
        line = document.text.content.count("\n", 0, field.span.start) + 1
        place = f"page {document.text.page_of(field.span.start) + 1}, line {line}"
    return f"  {field.name:<28} {place:<18} {_short(field.value)}"


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _QUOTE else plain[: _QUOTE - 1] + "…"
