"""`manage.py import_resumes DIR_OR_ZIP_OR_CSV`: many resumes at once, safe to kill and to start again at any row.

Takes the rows in by itself; the workers read them. The same source again goes on where an unfinished import stopped,
and does nothing when it was finished (`--again` imports it once more: what is here already is recognised). With
`--json` one object: `{import, source, kind, state, resumed, rows, received, refused, duplicates, read, unreadable,
ranked, dead, live}`. The exit status is 1 when rows are in the errors file.
"""

import getpass
import json
import sys
import time
from argparse import ArgumentParser
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from recruit.accounts.models import Member
from recruit.candidates.imports import begin, errors_file
from recruit.candidates.imports.columns import Column, check, field_named
from recruit.candidates.imports.models import Import, ImportRow, RowState, State
from recruit.candidates.imports.opening import Found, look_at
from recruit.candidates.imports.progress import Progress, progress_of
from recruit.candidates.imports.take import finish_if_done, take_in
from recruit.errors import DomainError
from recruit.tenancy.models import Workspace
from recruit.tenancy.scope import workspace_scope

_POLL_SECONDS = 1.0


class Command(BaseCommand):
    """Import a folder, a ZIP or a CSV of resumes."""

    help = "Import many resumes from a folder, a ZIP or a CSV. Safe to kill and to run again."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The source, whose it is, on what ground, and what to write."""
        parser.add_argument("source", metavar="DIR_OR_ZIP_OR_CSV", type=Path)
        parser.add_argument("--workspace", metavar="SLUG", help="needed where there are several")
        parser.add_argument("--by", metavar="EMAIL", help="the member on whose behalf it is done")
        ground = parser.add_mutually_exclusive_group()
        ground.add_argument("--consent", metavar="WORDING", help="the words to which these people agreed")
        ground.add_argument("--basis", metavar="STATEMENT", help="another legal basis; stored with each person")
        parser.add_argument("--contact", action="store_true", help="that ground also allows writing to them")
        parser.add_argument(
            "--map", action="append", default=[], metavar="COLUMN=FIELD", help="of a CSV; an empty field leaves it out"
        )
        parser.add_argument("--dry-run", action="store_true", help="show what it is and how its columns are understood")
        parser.add_argument("--again", action="store_true", help="import a source once more that was finished")
        parser.add_argument("--errors", type=Path, metavar="FILE", help="write row, file and reason of each refusal")
        parser.add_argument("--wait", action="store_true", help="follow until the workers have read everything")
        parser.add_argument("--json", action="store_true", help="one JSON object instead of lines")

    def handle(self, *args: Any, **options: Any) -> None:
        """Find out what it is, go on or begin, take in, and sum up."""
        try:
            self._import(options)
        except DomainError as refusal:
            raise CommandError(refusal.sentence) from None

    def _import(self, options: dict[str, Any]) -> None:
        path: Path = options["source"]
        workspace = _workspace(options["workspace"])
        found = _mapped(look_at(path), options["map"])
        if found.columns and not options["json"]:
            self.stdout.write(_shown(found.columns))
        if found.columns:
            check(found.columns)
        if options["dry_run"]:
            return
        with workspace_scope(workspace.pk):
            batch, resumed = self._batch(found, path, options)
        if batch.state != State.FINISHED:
            self._take_in(batch, path)
        if options["wait"]:
            _follow(batch)
        with workspace_scope(workspace.pk):
            progress = progress_of(batch)
        if options["errors"]:
            with options["errors"].open("w", encoding="utf-8", newline="") as file:
                file.writelines(errors_file.lines(batch))
        self.stdout.write(_json(batch, progress, resumed=resumed) if options["json"] else _summary(batch, progress))
        if progress.errors:
            sys.exit(1)

    def _batch(self, found: Found, path: Path, options: dict[str, Any]) -> tuple[Import, bool]:
        """The import of this source, begun or gone on with; and whether it was there before."""
        batch = begin.known(found)
        resumed = batch is not None and not (batch.state == State.FINISHED and options["again"])
        if batch is None or not resumed:
            member = _member(options["by"])
            importer = member.name if member else f"{getpass.getuser()} at the console"
            ground = _ground(options)
            batch = begin.draft(found, name=path.resolve().name, ground=ground, member=member, importer=importer)
        elif batch.state == State.FINISHED:
            self.stderr.write("This source was imported before, and nothing waits. --again imports it once more.")
        else:
            self.stderr.write(f"Going on with the import that {batch.importer} began, on the ground stated then.")
        if batch.state != State.FINISHED:
            begin.start(batch, by=begin.actor_of(batch), queued=False)
        return batch, resumed

    def _take_in(self, batch: Import, path: Path) -> None:
        """Row by row, with a bar; Ctrl-C stops it in order, so that its page says so."""
        try:
            with tqdm(desc="take in", unit="row", file=sys.stderr, leave=False, disable=not sys.stderr.isatty()) as bar:
                for _ in take_in(batch, path=path):
                    if bar.total is None:
                        bar.total, bar.n = _size(batch)
                        bar.refresh()
                    else:
                        bar.update()
            finish_if_done(batch)
        except KeyboardInterrupt:
            with workspace_scope(batch.workspace_id):
                begin.stop(batch, by=begin.actor_of(batch))
            raise CommandError("Stopped. The same command goes on from here.") from None
        except DomainError as refusal:
            with workspace_scope(batch.workspace_id):
                begin.refuse_source(batch.pk, sentence=refusal.sentence)
            raise


def _workspace(slug: str | None) -> Workspace:
    found = list(Workspace.objects.filter(slug=slug) if slug else Workspace.objects.order_by("slug")[:2])
    if len(found) == 1:
        return found[0]
    names = ", ".join(Workspace.objects.order_by("slug").values_list("slug", flat=True)[:10]) or "none yet"
    raise CommandError(f"Name the workspace with --workspace. There are: {names}.")


def _member(email: str | None) -> Member | None:
    if email is None:
        return None
    member: Member | None = Member.objects.filter(user__email=email.strip().lower()).first()
    if member is None:
        raise CommandError(f"Nobody with the address {email} works in this workspace.")
    return member


def _ground(options: dict[str, Any]) -> begin.Ground:
    if not options["consent"] and not options["basis"]:
        raise CommandError(
            "Say on what ground these people may be kept: --consent with the words to which they agreed, or --basis "
            "with another legal basis. It is stored with each of them."
        )
    statement = options["consent"] or options["basis"]
    return begin.Ground(statement, agreed=bool(options["consent"]), contact=options["contact"])


def _mapped(found: Found, wishes: Sequence[str]) -> Found:
    columns = {each.header.casefold(): each for each in found.columns}
    for wish in wishes:
        header, _, word = wish.rpartition("=")
        if header.strip().casefold() not in columns:
            raise CommandError(f"There is no column “{header or wish}”. Write --map 'Column=field'.")
        columns[header.strip().casefold()] = Column(header.strip(), field_named(word))
    return replace(found, columns=tuple(columns[each.header.casefold()] for each in found.columns))


def _shown(columns: Sequence[Column]) -> str:
    width = max(len(each.header) for each in columns)
    lines = [f"  {each.header:<{width}}  ->  {each.field.word or '(left out)'}" for each in columns]
    return "\n".join(["Columns; change one with --map 'Column=field':", *lines])


def _size(batch: Import) -> tuple[int, int]:
    with workspace_scope(batch.workspace_id):
        rows = ImportRow.objects.filter(batch=batch)
        return rows.count(), rows.exclude(state=RowState.WAITING).count()


def _follow(batch: Import) -> None:
    with tqdm(desc="read", unit="resume", file=sys.stderr, leave=False, disable=not sys.stderr.isatty()) as bar:
        while True:
            with workspace_scope(batch.workspace_id):
                progress = progress_of(batch)
            bar.total, bar.n = progress.received, progress.received - progress.live
            bar.refresh()
            if progress.finished:
                return
            time.sleep(_POLL_SECONDS)


def _json(batch: Import, progress: Progress, *, resumed: bool) -> str:
    named = {"import": str(batch.pk), "source": batch.source_name, "kind": batch.kind, "resumed": resumed}
    return json.dumps({**named, **progress.figures()}, ensure_ascii=False)


def _summary(batch: Import, progress: Progress) -> str:
    lines = [
        f"{batch.source_name}: {progress.rows:,} rows, {progress.received:,} received, {progress.duplicates:,} here "
        f"already, {progress.refused:,} refused at the door.",
        f"Of those received: {progress.read:,} read, {progress.unreadable:,} could not be read, {progress.live:,} on "
        f"their way; {progress.ranked:,} are compared with all roles.",
    ]
    return "\n".join(lines)
