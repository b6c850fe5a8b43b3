"""Take a resume in: check the size, keep the bytes under a name of our own, write the rows, start the journey.

The same door for the upload page, imports and the demo world. Nothing is read here: a worker does that in a jail.
Identical bytes are recognised at once and refused with a way on, because showing somebody the page of whoever
brought the same file before would hand out a stranger's profile. The open upload page tells nobody what is known:
it brings everything in (`recruit.candidates.arrive`), and what is known waits for the person's word.
"""

import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import PurePath
from typing import IO

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Max

from recruit.candidates.models import Candidate, Consent, Resume, ResumeState, new_alias
from recruit.candidates.told import Told
from recruit.errors import DomainError
from recruit.events.record import SYSTEM, Actor, record
from recruit.jobs.models import Queue
from recruit.jobs.queue import enqueue
from recruit.tenancy.scope import current_workspace

_MEGABYTE = 1024 * 1024
_SAME_BYTES, _SAME_ADDRESS = 0x5712B17, 0x5712ADD


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
    pending: bool = False,
) -> Resume:
    """Keep the file and start reading it. With `candidate`, a new version of their resume; else a new person.

    With `pending` it is read and stands for nobody until `recruit.candidates.arrive.confirm`; that its bytes are
    known is then no reason to refuse it. `kept_as` is for a caller that may be killed and come again: the same name is
    written over, not left behind.
    Raises DomainError: withdrawn, empty-file, file-too-large, already-received, already-known.
    """
    content = upload.read(settings.UPLOAD_LIMIT_BYTES + 1)
    _check_size(len(content), declared=getattr(upload, "size", None))
    digest = sha256(content).hexdigest()
    with _kept_only_with_its_rows(kept_as := kept_as or uuid.uuid4()), transaction.atomic():
        candidate = _hold(digest, email=email.strip().lower(), candidate=candidate)
        _check_new(digest, email=email.strip().lower(), candidate=candidate, pending=pending)
        person = candidate or _new_person(email.strip().lower(), source=source)
        if candidate is None:
            Consent.objects.create(candidate=person, wording=consent_wording)
        file = _keep(content, kept_as)
        resume = _next_version(person, content, digest=digest, original_name=original_name, file=file, pending=pending)
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


def _next_version(
    person: Candidate, content: bytes, *, digest: str, original_name: str, file: str, pending: bool
) -> Resume:
    # what somebody brings whose record was merged belongs to the record that stands for both
    holder = person.merged_into or person
    return Resume.objects.create(
        candidate=holder,
        version=next_version(holder),
        given_by=person if holder != person else None,
        given_version=next_version(person) if holder != person else None,
        # it takes the place of the last version when it was read: one that is refused replaces nothing
        current=False,
        pending=pending,
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


def _hold(digest: str, *, email: str, candidate: Candidate | None) -> Candidate | None:
    """Let nobody else bring this file, use this address or add to this person until the transaction ends.

    A form that is sent twice finds, the second time, what the first has left. Returns the person as they are now.
    """
    for space, word in ((_SAME_BYTES, digest), (_SAME_ADDRESS, email)):
        if word:
            key = sha256(f"{current_workspace()}:{word}".encode()).digest()
            with connection.cursor() as cursor:
                cursor.execute(
                    "SELECT pg_advisory_xact_lock(%s, %s)", [space, int.from_bytes(key[:4], "big", signed=True)]
                )
    if candidate is None:
        return None
    person: Candidate = Candidate.objects.select_for_update(no_key=True).get(pk=candidate.pk)
    if person.withdrawn_at is not None:
        sentence = "You have withdrawn, so nothing more is taken in here. To come back, use the upload page."
        raise DomainError("withdrawn", sentence)
    return person


@contextmanager
def _kept_only_with_its_rows(own_name: uuid.UUID) -> Iterator[None]:
    """What was written to the disk goes when the rows that name it are not written."""
    try:
        yield
    except BaseException:
        (settings.MEDIA_ROOT / f"{current_workspace()}/{own_name}").unlink(missing_ok=True)
        raise


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


def is_received(digest: str) -> bool:
    """True when these very bytes stand for somebody who has not withdrawn."""
    same = Resume.objects.filter(sha256=digest, pending=False, candidate__withdrawn_at=None)
    return bool(same.exclude(state=ResumeState.REFUSED).exists())


def _check_new(digest: str, *, email: str, candidate: Candidate | None, pending: bool) -> None:
    if not pending and is_received(digest):
        raise DomainError(
            "already-received",
            "We already have this very file. Ask for a link to your page to see what was read from it.",
        )
    if candidate is None and email and Candidate.objects.filter(email=email, withdrawn_at=None).exists():
        raise DomainError(
            "already-known",
            "We already have a resume from this address. Ask for a link to your page and upload the new version there.",
        )
