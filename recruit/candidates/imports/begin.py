"""Begin an import, go on with it, stop it, end it: every change of its state, with the event that tells of it."""

import shutil
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from recruit.accounts.models import Member
from recruit.candidates.imports.columns import Column, check, field_named
from recruit.candidates.imports.limits import refuse
from recruit.candidates.imports.models import UNFINISHED, Import, Kind, State
from recruit.candidates.imports.opening import Found, stored
from recruit.candidates.imports.source import shown
from recruit.errors import DomainError
from recruit.events.record import SYSTEM, Actor, record
from recruit.jobs.models import Queue
from recruit.jobs.queue import enqueue
from recruit.tenancy.scope import current_workspace

JOURNEY = "import"
_LONGEST_STATEMENT = 2000


@dataclass(frozen=True, slots=True)
class Ground:
    """On what these people may be kept: the words they agreed to, or another legal basis, as the importer states it.

    `contact` says that it also allows writing to them about roles.
    """

    statement: str
    agreed: bool
    contact: bool = False

    def __post_init__(self) -> None:
        if not self.statement.strip():
            raise refuse("no-ground", "Say on what basis these people may be kept. It is stored with each of them.")
        if len(self.statement) > _LONGEST_STATEMENT:
            raise refuse("long-ground", f"Say it in at most {_LONGEST_STATEMENT:,} characters.")


def known(found: Found) -> Import | None:
    """The unfinished import of this very source, else the newest finished one."""
    same = Import.objects.filter(digest=found.digest, kind=found.kind)
    unfinished: Import | None = same.filter(state__in=UNFINISHED).first()
    return unfinished or same.filter(state=State.FINISHED).order_by("-created_at", "id").first()


def draft(
    found: Found, *, name: str, ground: Ground, member: Member | None = None, importer: str, upload: Path | None = None
) -> Import:
    """Keep an import that somebody will look at and start. `upload` is moved to a name of our own."""
    with transaction.atomic():
        batch: Import = Import.objects.create(
            kind=found.kind,
            source_name=shown(name)[:200] or "source",
            digest=found.digest,
            agreed=ground.agreed,
            contact=ground.contact,
            statement=ground.statement.strip(),
            member=member,
            importer=importer,
            dialect=stored(found.dialect),
            columns=[[each.header, each.field.word] for each in found.columns],
            file=_keep(upload) if upload else "",
        )
        record("import.drafted", batch, by=actor_of(batch), source=batch.kind)
    return batch


def map_columns(batch: Import, columns: Sequence[Column]) -> None:
    """Say what the columns of a CSV mean. Raises DomainError: no-resume-column, mapped-twice, import-started."""
    if batch.state != State.DRAFT:
        raise DomainError("import-started", "This import has begun; its columns cannot change any more.")
    check(columns)
    batch.columns = [[each.header, each.field.word] for each in columns]
    batch.save(update_fields=["columns"])


def start(batch: Import, *, by: Actor, queued: bool = True) -> None:
    """Start it, or go on with one that stopped. A worker takes it in, or, not `queued`, whoever calls `take_in`."""
    if batch.kind == Kind.CSV and batch.state == State.DRAFT:
        check([Column(header, field_named(word)) for header, word in batch.columns])
    with transaction.atomic():
        if batch.state != State.RUNNING:
            _change(batch, State.RUNNING, by=by, allowed=(State.DRAFT, State.STOPPED), refusal="")
        if queued:
            enqueue(JOURNEY, batch, priority=Queue.BULK)


def stop(batch: Import, *, by: Actor) -> None:
    """Take in nothing more for now. What was received stays."""
    _change(batch, State.STOPPED, by=by, allowed=(State.RUNNING,))


def refuse_source(key: uuid.UUID, *, sentence: str) -> None:
    """The source cannot be listed or read any more: keep the sentence, unless somebody stopped the import meanwhile."""
    batch = Import.objects.select_for_update().get(pk=key)
    if batch.state == State.RUNNING:
        _change(batch, State.STOPPED, by=SYSTEM, allowed=(State.RUNNING,), refusal=sentence)


def finish(batch: Import) -> None:
    """The last row is taken in: the upload is not needed any more, and not kept."""
    with transaction.atomic():
        _change(batch, State.FINISHED, by=SYSTEM, allowed=(State.RUNNING,), finished_at=timezone.now())
    drop_upload(batch)


def discard(batch: Import, *, by: Actor) -> None:
    """Drop an import whose rest nobody wants, and its upload. Its rows stay as the record of what came in."""
    _change(batch, State.DISCARDED, by=by, allowed=(State.DRAFT, State.STOPPED))
    drop_upload(batch)


def drop_uploads() -> None:
    """Remove the uploads of ended imports: those that a process left which died between the commit and the removal."""
    for batch in Import.objects.exclude(state__in=UNFINISHED).exclude(file=""):
        drop_upload(batch)


def drop_upload(batch: Import) -> None:
    """Remove the uploaded file; it holds many people's resumes, each of which is kept by itself now."""
    if batch.file:
        (settings.MEDIA_ROOT / batch.file).unlink(missing_ok=True)
        batch.file = ""
        batch.save(update_fields=["file"])


def actor_of(batch: Import) -> Actor:
    """Who brings these people in, as events name them."""
    return Actor("member", str(batch.member_id)) if batch.member_id else Actor("console")


def _change(batch: Import, state: State, *, by: Actor, allowed: Sequence[State], **fields: object) -> None:
    """The one function that changes an import's state."""
    with transaction.atomic():
        changed = Import.objects.filter(pk=batch.pk, state__in=allowed).update(state=state, **fields)
        if not changed:
            raise DomainError("import-elsewhere", "This import has moved on. Reload the page to see where it is.")
        record(f"import.{state.value}", batch, by=by)
    for name, value in {"state": state, **fields}.items():
        setattr(batch, name, value)


def _keep(upload: Path) -> str:
    name = f"{current_workspace()}/imports/{uuid.uuid4()}"
    target = settings.MEDIA_ROOT / name
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.move(upload, target)
    return name
