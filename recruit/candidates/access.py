"""The candidate's own page is opened by a signed link: it names the person, ends after a while, needs no password.

A link is a bearer's key, so it is mailed only to the address on file, it expires, and it stops working when the
person withdraws. It shows what came by that person's own upload and link: of records that a recruiter merged, each
link goes on showing its own, because proof of one address is no proof of the other. Turned down: accounts with
passwords for people who come here once.
"""

from collections.abc import Callable
from datetime import timedelta
from smtplib import SMTPException
from uuid import UUID, uuid5

from django.conf import settings
from django.core import signing
from django.core.mail import send_mail
from django.db.models import Q, QuerySet
from django.urls import reverse

from matching.errors import TransientError
from recruit.candidates.models import Candidate, Resume, ResumeState
from recruit.errors import DomainError
from recruit.jobs.models import Queue
from recruit.jobs.queue import enqueue
from recruit.tenancy.models import Workspace
from recruit.tenancy.scope import workspace_scope

JOURNEY = "link"
SALT = "strata.candidate"
VALID_FOR = timedelta(days=30)


def token_for(candidate: Candidate) -> str:
    """The signed name of a candidate, stamped with the time."""
    return signing.dumps(str(candidate.pk), salt=SALT, compress=False)


def link_for(candidate: Candidate) -> str:
    """The path of the candidate's own page."""
    slug = Workspace.objects.values_list("slug", flat=True).get(pk=candidate.workspace_id)
    return reverse("portal:own", args=[slug, token_for(candidate)])


def candidate_from(token: str) -> Candidate:
    """The person whom a token names, in the workspace in scope. Raises DomainError when the link is no longer good."""
    try:
        key = UUID(signing.loads(token, salt=SALT, max_age=VALID_FOR))
    except signing.SignatureExpired:
        raise DomainError("link-expired", "This link has expired. Ask for a new one by e-mail.", status=410) from None
    except (signing.BadSignature, ValueError):
        raise DomainError("link-broken", "This link is not whole. Copy it again from the e-mail.", status=404) from None
    candidate: Candidate | None = Candidate.objects.filter(pk=key).first()
    if candidate is None:
        raise DomainError("link-broken", "This link leads to nobody here. Upload your resume again.", status=404)
    return candidate


def given_by(candidate: Candidate, *, pending: bool = False) -> QuerySet[Resume]:
    """The resumes that came by this person's own link or upload, wherever a merge keeps them now.

    With `pending` those that wait for the person's word instead.
    """
    return Resume.objects.filter(Q(candidate=candidate, given_by=None) | Q(given_by=candidate), pending=pending)


def shown_to(candidate: Candidate) -> Resume | None:
    """The reading that this person's link shows: of what they gave, the current one, else the newest. None: none."""
    if candidate.withdrawn_at is not None:
        return None
    read = given_by(candidate).filter(state=ResumeState.READ).select_related("candidate")
    newest: Resume | None = read.order_by("-current", "-received_at", "id").first()
    return newest


def ask_for_link(email: str, *, workspace: Workspace) -> None:
    """Have a fresh link mailed to the person with this address; nobody is told whether there is one.

    A stranger's address leaves the same job as anybody's, one that finds nobody: neither the answer nor its time tells.
    """
    address = email.strip().lower()
    person = Candidate.objects.filter(email=address, withdrawn_at=None).first()
    subject = person or Candidate(pk=uuid5(workspace.pk, address), workspace=workspace)
    enqueue(JOURNEY, subject, priority=Queue.INTERACTIVE)


def mail_link(candidate: UUID, *, workspace: UUID) -> Callable[[], None]:
    """The step of the job: mail the link. Raises TransientError while the mail server cannot take it."""
    with workspace_scope(workspace):
        person = Candidate.objects.filter(pk=candidate, withdrawn_at=None).select_related("workspace").first()
        address = settings.PUBLIC_URL + link_for(person) if person else ""
    if person is not None and person.email:
        words = (
            f"Here is the link to your page:\n\n{address}\n\nIt works for {VALID_FOR.days} days. "
            "If you did not ask for it, you need not do anything."
        )
        post(f"Your page at {person.workspace.name}", words, to=person.email)
    return _nothing


def post(subject: str, words: str, *, to: str) -> None:
    """Send a mail of the product's own, not a recruiter's. Raises TransientError while the mail server is away."""
    try:
        send_mail(subject, words, from_email=None, recipient_list=[to])
    except (OSError, SMTPException) as error:
        raise TransientError("The mail server could not take the link.", slug="mail-server") from error


def _nothing() -> None:
    """What was mailed needs no row."""
