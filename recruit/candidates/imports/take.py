"""Take the rows of an import in: list them once, then receive each and mark it in one transaction.

A row is locked while it is received, so two processes on one import cannot take the same one. What goes wrong with a
row refuses that row and is written down; what is wrong with the database or the disk stops the import where it is,
and nothing is marked that did not happen.
"""

import logging
import time
import uuid
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from django.db import DatabaseError, DataError, IntegrityError, reset_queries
from django.utils import timezone

from recruit.candidates.imports import admit, begin
from recruit.candidates.imports.limits import refuse
from recruit.candidates.imports.models import Import, ImportRow, RowState, State
from recruit.candidates.imports.opening import opened
from recruit.candidates.imports.source import Given, Source
from recruit.errors import DomainError
from recruit.tenancy.scope import workspace_scope

logger = logging.getLogger(__name__)

SLICE = 500
_SLICE_SECONDS = 60.0
_TRIES = 3
_CHUNK = 50
_LISTED_AT_ONCE = 500
_BUG = "Something went wrong on our side with this row. It was not taken in; the others were."


def take_in(batch: Import, *, path: Path | None = None, limit: int | None = None) -> Iterator[ImportRow]:
    """Take in what waits, at most `limit` rows, and yield each as it was settled. Needs no scope and no transaction.

    Raises DomainError when the source as a whole is refused. Ends early when somebody stops the import.
    """
    with opened(batch, path=path) as source:
        _list(batch, source)
        for row in islice(_waiting(batch), limit):
            settled = _take(batch, source, row)
            if settled is not None:
                yield settled


def take_slice(key: uuid.UUID, *, workspace: uuid.UUID) -> bool:
    """Take in one slice for a worker. True when nothing is left to do, because it is finished or was stopped."""
    with workspace_scope(workspace):
        batch = Import.objects.get(pk=key)
    if batch.state == State.RUNNING:
        # large files on a slow disk: a slice ends long before the time limit of a task
        until = time.monotonic() + _SLICE_SECONDS
        for _ in take_in(batch, limit=SLICE):
            if time.monotonic() > until:
                break
    return finish_if_done(batch)


def finish_if_done(batch: Import) -> bool:
    """End the import when no row waits any more. True when it is not running, for whatever reason."""
    with workspace_scope(batch.workspace_id):
        fresh = Import.objects.select_for_update().get(pk=batch.pk)
        if fresh.state != State.RUNNING:
            return True
        if fresh.listed_at is None or fresh.rows.filter(state=RowState.WAITING).exists():
            return False
        begin.finish(fresh)
        return True


def _list(batch: Import, source: Source) -> None:
    with workspace_scope(batch.workspace_id):
        fresh = Import.objects.select_for_update().get(pk=batch.pk)
        if fresh.listed_at is not None:
            return
        rows = (
            ImportRow(
                workspace_id=batch.workspace_id,
                batch=fresh,
                position=each.position,
                place=each.place,
                name=each.name,
                state=RowState.REFUSED if each.refusal else RowState.WAITING,
                reason=each.refusal,
            )
            for each in source.rows()
        )
        while chunk := list(islice(rows, _LISTED_AT_ONCE)):
            ImportRow.objects.bulk_create(chunk)
            reset_queries()
        if not ImportRow.objects.filter(batch=fresh).exists():
            raise refuse("nothing-here", "There are no resumes in this. Put the files in and import it again.")
        fresh.listed_at = timezone.now()
        fresh.save(update_fields=["listed_at"])


def _waiting(batch: Import) -> Iterator[ImportRow]:
    after = 0
    while True:
        with workspace_scope(batch.workspace_id):
            running = Import.objects.filter(pk=batch.pk, state=State.RUNNING).exists()
            waiting = ImportRow.objects.filter(batch=batch, state=RowState.WAITING, position__gt=after)
            rows = list(waiting.order_by("position")[:_CHUNK]) if running else []
        # with DEBUG on, Django keeps every query that was made since the last request
        reset_queries()
        if not rows:
            return
        yield from rows
        after = rows[-1].position


def _take(batch: Import, source: Source, row: ImportRow) -> ImportRow | None:
    given: Given | DomainError
    try:
        given = source.read(name=row.name, place=row.place, position=row.position)
    except DomainError as refusal:
        given = refusal
    with workspace_scope(batch.workspace_id):
        locked: ImportRow | None = (
            ImportRow.objects.select_for_update().filter(pk=row.pk, state=RowState.WAITING).first()
        )
        if locked is None:
            return None
        outcome = _refused(given.sentence) if isinstance(given, DomainError) else _admitted(batch, locked, given)
        _settle(locked, outcome)
        return locked


def _admitted(batch: Import, row: ImportRow, given: Given) -> admit.Outcome:
    try:
        return _tried(batch, row, given)
    except DataError:
        logger.exception("Row %s of import %s holds what the database refuses.", row.position, batch.pk)
    except (DatabaseError, OSError):
        raise
    except Exception:
        logger.exception("Row %s of import %s met a bug.", row.position, batch.pk)
    return _refused(_BUG)


def _tried(batch: Import, row: ImportRow, given: Given) -> admit.Outcome:
    # an address, or an alias, may be taken elsewhere at this very moment
    for _ in range(_TRIES - 1):
        try:
            return admit.admit(batch, row, given)
        except IntegrityError:
            continue
    return admit.admit(batch, row, given)


def _refused(sentence: str) -> admit.Outcome:
    return admit.Outcome(RowState.REFUSED, sentence)


def _settle(row: ImportRow, outcome: admit.Outcome) -> None:
    """The one function that changes a row's state; the resume's own event tells of what was received."""
    row.state, row.reason, row.resume = outcome.state, outcome.reason, outcome.resume
    row.save(update_fields=["state", "reason", "resume"])
