"""The candidate's own page is opened by a signed link: it names the person, ends after a while, needs no password.

A link is a bearer's key, so it is mailed only to the address on file, it expires, and it stops working when the
person withdraws. It shows what came by that person's own upload and link: of records that a recruiter merged, each
link goes on showing its own, because proof of one address is no proof of the other. Turned down: accounts with
passwords for people who come here once.
"""

from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.core import signing
from django.core.mail import send_mail
from django.db.models import Q, QuerySet
from django.urls import reverse

from recruit.candidates.models import Candidate, Resume, ResumeState
from recruit.errors import DomainError
from recruit.tenancy.models import Workspace

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


def given_by(candidate: Candidate) -> QuerySet[Resume]:
    """The resumes that came by this person's own link or upload, wherever a merge keeps them now."""
    return Resume.objects.filter(Q(candidate=candidate, given_by=None) | Q(given_by=candidate))


def shown_to(candidate: Candidate) -> Resume | None:
    """The reading that this person's link shows: of what they gave, the current one, else the newest. None: none."""
    if candidate.withdrawn_at is not None:
        return None
    read = given_by(candidate).filter(state=ResumeState.READ).select_related("candidate")
    newest: Resume | None = read.order_by("-current", "-received_at", "id").first()
    return newest


def send_link(email: str, *, workspace: Workspace) -> None:
    """Mail a fresh link to the person with this address. Nobody there: nothing is sent, and nobody is told so."""
    candidate = Candidate.objects.filter(email=email.strip().lower(), withdrawn_at=None).first()
    if candidate is None:
        return
    address = settings.PUBLIC_URL + link_for(candidate)
    send_mail(
        subject=f"Your page at {workspace.name}",
        message=(
            f"Here is the link to your page:\n\n{address}\n\nIt works for {VALID_FOR.days} days. "
            "If you did not ask for it, you need not do anything."
        ),
        from_email=None,
        recipient_list=[candidate.email],
    )
