"""What comes by the open upload page: the visitor learns of the file that they brought, and of nobody who is here.

Whether an address or a file is on file is told by no answer, because the list of people is nobody's business. So
everything is taken in and read in front of the visitor, known or not, and everything else goes by mail to the stated
address. A new person stands at once. What is known already, by its address or its bytes, waits as a version that is
shown to nobody and ranked nowhere until somebody follows the mail's link and says that it is theirs: a stranger
replaces nobody's resume. Turned down: refusing what is known (it told who is here), showing roles to the visitor (the
ranking of what waits would be missing).
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from typing import IO
from uuid import UUID

from django.conf import settings
from django.core import signing
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from recruit.candidates.access import VALID_FOR, given_by, link_for, post
from recruit.candidates.intake import is_received, receive
from recruit.candidates.models import Candidate, Correction, Resume, ResumeState
from recruit.errors import DomainError
from recruit.events.record import Actor, record
from recruit.jobs.models import LIVE, Job, Queue
from recruit.jobs.queue import enqueue
from recruit.tenancy.models import Workspace
from recruit.tenancy.scope import workspace_scope

_SEEN, _ASKED = "strata.arrival", "strata.confirm"
JOURNEY = "arrival"
SHOWN_FOR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class _Brought:
    """What a visitor's form held."""

    upload: IO[bytes]
    original_name: str
    wording: str
    address: str


def arrive(upload: IO[bytes], *, original_name: str, wording: str, email: str) -> Resume:
    """Take in what a visitor brings and have the way on mailed to them. Raises DomainError as `receive` does."""
    brought = _Brought(upload, original_name, wording, email.strip().lower())
    try:
        return _taken_in(brought)
    except DomainError as refusal:
        # a form that was sent twice: the first has made known what the second brings
        if refusal.slug not in {"already-known", "already-received"}:
            raise
        return _taken_in(brought)


def _taken_in(brought: _Brought) -> Resume:
    known = Candidate.objects.filter(email=brought.address, withdrawn_at=None).first()
    brought.upload.seek(0)
    content = brought.upload.read(settings.UPLOAD_LIMIT_BYTES + 1)
    brought.upload.seek(0)
    with transaction.atomic():
        if known is not None:
            _forget_stale(known)
        resume = receive(
            brought.upload,
            original_name=brought.original_name,
            consent_wording=brought.wording,
            candidate=known,
            email=brought.address,
            by=Actor("candidate"),
            pending=known is not None or is_received(sha256(content).hexdigest()),
        )
        enqueue(JOURNEY, resume, priority=Queue.INTERACTIVE)
    return resume


def mail_way_on(resume: UUID, *, workspace: UUID) -> Callable[[], None]:
    """The step of the job: mail the way on. Raises TransientError while the mail server cannot take it.

    A worker that is killed after the mail and before its record mails again.
    """
    with workspace_scope(workspace):
        row = Resume.objects.filter(pk=resume).select_related("workspace", "candidate").first()
        person = Candidate.objects.filter(pk=row.giver, withdrawn_at=None).first() if row else None
    if row is not None and person is not None and person.email:
        path = _ask_path(row, row.workspace) if row.pending else link_for(person)
        subject, words = _ASK if row.pending else _WELCOME
        named = {"link": settings.PUBLIC_URL + path, "days": VALID_FOR.days, "workspace": row.workspace.name}
        post(subject.format(**named), words.format(**named), to=person.email)
    return lambda: None


def shown_path(resume: Resume, workspace: Workspace) -> str:
    """Where the visitor sees the reading of what they brought, for an hour."""
    return reverse("portal:arrived", args=[workspace.slug, signing.dumps(str(resume.pk), salt=_SEEN, compress=False)])


def arrived_from(token: str) -> Resume:
    """The resume of a visitor's page. Raises DomainError when the page is over.

    It is over too when the resume stands and somebody has spoken of the person: what they said is in the reading then.
    """
    resume = _from(token, salt=_SEEN, max_age=SHOWN_FOR)
    if not resume.pending and Correction.objects.filter(candidate=resume.giver).exists():
        raise _expired()
    return resume


def asked_from(token: str) -> Resume:
    """The resume of which a mail asks. Raises DomainError when the link is no longer good."""
    return _from(token, salt=_ASKED, max_age=VALID_FOR)


def confirm(resume: Resume) -> Candidate:
    """It is theirs: what waited becomes their newest version. Done twice, it stays so. Returns whose page to open."""
    with transaction.atomic():
        waiting = _waiting(resume)
        person = Candidate.objects.get(pk=resume.giver)
        if person.withdrawn_at is not None:
            raise DomainError("withdrawn", "You have withdrawn since. To come back, use the upload page.")
        if waiting is None:
            return person
        if _stands_already(waiting, person):
            _discard(waiting)
        else:
            Resume.objects.filter(pk=waiting.pk).update(pending=False)
            record("resume.confirmed", waiting, by=Actor("candidate", str(person.pk)), candidate=str(person.pk))
            enqueue("resume", waiting, priority=Queue.INTERACTIVE)
    return person


def disown(resume: Resume) -> None:
    """It is not theirs: what waited is thrown away, and a person of whom nothing else is here.

    Raises DomainError when it stands already, and while it is being read.
    """
    with transaction.atomic():
        waiting = _waiting(resume)
        if waiting is None:
            raise DomainError("stands-already", "This resume was confirmed before. Withdraw it on your own page.")
        _discard(waiting)
        person = waiting.giver
        if not Resume.objects.filter(Q(candidate=person) | Q(given_by=person)).exists():
            Candidate.objects.filter(pk=person).delete()


def _waiting(resume: Resume) -> Resume | None:
    """The row as it is now, held until the transaction ends, so that one word counts. None when it stands already.

    Raises DomainError when it is gone, and while it is being read: the reader would find nothing to write to.
    """
    row: Resume | None = Resume.objects.select_for_update().filter(pk=resume.pk).first()
    if row is None:
        raise _gone()
    if not row.pending:
        return None
    if Job.objects.filter(journey="resume", subject=row.pk, state__in=LIVE).exists():
        raise DomainError("being-read", "This file is still being read. Try again in a minute.")
    return row


def _stands_already(resume: Resume, person: Candidate) -> bool:
    return given_by(person).filter(sha256=resume.sha256, current=True, state=ResumeState.READ).exists()


def _forget_stale(person: Candidate) -> None:
    """What waited longer than its link was good."""
    old = given_by(person, pending=True).filter(received_at__lt=timezone.now() - VALID_FOR)
    for each in old.select_for_update():
        _discard(each)


def _discard(resume: Resume) -> None:
    person, file = str(resume.giver), settings.MEDIA_ROOT / resume.file
    record("resume.disowned", resume, by=Actor("candidate", person), candidate=person)
    resume.delete()
    transaction.on_commit(lambda: file.unlink(missing_ok=True))


def _from(token: str, *, salt: str, max_age: timedelta) -> Resume:
    try:
        key = UUID(signing.loads(token, salt=salt, max_age=max_age))
    except signing.SignatureExpired:
        raise _expired() from None
    except (signing.BadSignature, ValueError):
        raise DomainError("link-broken", "This link is not whole. Copy it again from the e-mail.", status=404) from None
    resume: Resume | None = Resume.objects.filter(pk=key).first()
    if resume is None:
        raise _gone()
    return resume


def _expired() -> DomainError:
    return DomainError("link-expired", "This link has expired. Ask for a new one by e-mail.", status=410)


def _gone() -> DomainError:
    sentence = "What this link leads to is not here any more. Upload your resume again."
    return DomainError("link-broken", sentence, status=404)


def _ask_path(resume: Resume, workspace: Workspace) -> str:
    token = signing.dumps(str(resume.pk), salt=_ASKED, compress=False)
    return reverse("candidates:confirm", args=[workspace.slug, token])


_WELCOME = (
    "Your page at {workspace}",
    "Thank you for your resume. Here is the link to your page, with what we read and the open roles:\n\n{link}\n\n"
    "It works for {days} days. If you sent us no resume, open the page and withdraw what came under your address.",
)
_ASK = (
    "A resume came to {workspace} under your address",
    "We have this address, or this very file, on file already. If you sent us a resume just now, say so here, and it "
    "takes the place of the one before:\n\n{link}\n\nThe link works for {days} days. If it was not you, throw it away "
    "there, or do nothing: until you say so nobody sees it.",
)
