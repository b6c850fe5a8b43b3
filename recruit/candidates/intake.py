"""Take a resume in: check the size, keep the bytes under a name of our own, write the rows, start the journey.

The same door for the upload page, imports and the demo world. Nothing is read here: a worker does that in a jail.
Identical bytes are recognised at once and refused with a way on, because showing somebody the page of whoever
brought the same file before would hand out a stranger's profile.
"""

import uuid
from collections.abc import Callable
from hashlib import sha256
from pathlib import PurePath
from typing import IO

from django.conf import settings
from django.db import transaction
from django.db.models import Max

from recruit.candidates.models import Candidate, Consent, Resume, ResumeState, new_alias
from recruit.candidates.told import Told
from recruit.errors import DomainError
from recruit.events.record import SYSTEM, Actor, record
from recruit.jobs.models import Queue
from recruit.jobs.queue import enqueue
from recruit.tenancy.scope import current_workspace

_MEGABYTE = 1024 * 1024


def receive(
    upload: IO[bytes],
    *,
    original_name: str,
    consent_wording: str,
    candidate: Candidate | None = None,
    email: str = "",
    source: str = "upload",
    priority: Queue = Queue.INTERACTIVE,
    by: Actor = SYSTEM,
    kept_as: uuid.UUID | None = None,
) -> Resume:
    """Keep the file and start reading it. With `candidate`, a new version of their resume; else a new person.

    `kept_as` is for a caller that may be killed and come again: the same name is written over, not left behind.
    Raises DomainError: withdrawn, empty-file, file-too-large, already-received, already-known.
    """
    if candidate is not None and candidate.withdrawn_at is not None:
        sentence = "You have withdrawn, so nothing more is taken in here. To come back, use the upload page."
        raise DomainError("withdrawn", sentence)
    content = upload.read(settings.UPLOAD_LIMIT_BYTES + 1)
    _check_size(len(content), declared=getattr(upload, "size", None))
    digest = sha256(content).hexdigest()
    _check_new(digest, email=email.strip().lower(), candidate=candidate)
    with transaction.atomic():
        person = candidate or _new_person(email.strip().lower(), source=source)
        if candidate is None:
            Consent.objects.create(candidate=person, wording=consent_wording)
        file = _keep(content, kept_as or uuid.uuid4())
        resume = _next_version(person, content, digest=digest, original_name=original_name, file=file)
        record("resume.received", resume, by=by, candidate=str(person.pk), version=resume.version, source=source)
        enqueue("resume", resume, priority=priority)
    return resume


def unused_alias(draw: Callable[[], str] = new_alias) -> str:
    """An alias that nobody in this workspace has: of ten thousand people one or two draw one that is taken."""
    alias = draw()
    while Candidate.objects.filter(alias=alias).exists():
        alias = draw()
    return alias


def _new_person(email: str, *, source: str) -> Candidate:
    told = Told(email=email).stored
    return Candidate.objects.create(alias=unused_alias(), email=email, source=source, told=told)


def stored_bytes(resume: Resume) -> bytes:
    """The file exactly as it came."""
    return (settings.MEDIA_ROOT / resume.file).read_bytes()


def _next_version(person: Candidate, content: bytes, *, digest: str, original_name: str, file: str) -> Resume:
    # what somebody brings whose record was merged belongs to the record that stands for both
    holder = person.merged_into or person
    return Resume.objects.create(
        candidate=holder,
        version=next_version(holder),
        given_by=person if holder != person else None,
        given_version=next_version(person) if holder != person else None,
        # it takes the place of the last version when it was read: one that is refused replaces nothing
        current=False,
        file=file,
        original_name=PurePath(original_name.replace("\x00", "")).name[:200] or "resume",
        size=len(content),
        sha256=digest,
    )


def next_version(person: Candidate) -> int:
    """The number of the next resume that this person gives, those counted that a merge keeps elsewhere."""
    own = Resume.objects.filter(candidate=person).aggregate(last=Max("version"))["last"] or 0
    elsewhere = Resume.objects.filter(given_by=person).aggregate(last=Max("given_version"))["last"] or 0
    return max(own, elsewhere) + 1


def _keep(content: bytes, own_name: uuid.UUID) -> str:
    # a name of our own: what the person called the file never reaches the disk
    name = f"{current_workspace()}/{own_name}"
    path = settings.MEDIA_ROOT / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return name


def _check_size(size: int, *, declared: int | None) -> None:
    if size == 0:
        raise DomainError("empty-file", "This file is empty. Choose the file again and upload it.", status=400)
    if size > settings.UPLOAD_LIMIT_BYTES:
        large = f"{(declared or size) / _MEGABYTE:.1f} MB"
        limit = settings.UPLOAD_LIMIT_BYTES // _MEGABYTE
        sentence = f"This file has {large}. Upload one of at most {limit} MB."
        raise DomainError("file-too-large", sentence, status=413)


def _check_new(digest: str, *, email: str, candidate: Candidate | None) -> None:
    same = Resume.objects.filter(sha256=digest, candidate__withdrawn_at=None).exclude(state=ResumeState.REFUSED)
    if same.exists():
        raise DomainError(
            "already-received",
            "We already have this very file. Ask for a link to your page to see what was read from it.",
        )
    if candidate is None and email and Candidate.objects.filter(email=email, withdrawn_at=None).exists():
        raise DomainError(
            "already-known",
            "We already have a resume from this address. Ask for a link to your page and upload the new version there.",
        )
