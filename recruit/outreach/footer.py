"""The exact mail: wording with the person's name filled in, and the footer that says who, why, whence and how to stop.

What `final` returns is what a recruiter is shown before approving, what the approval's digest covers, and what SMTP
carries. There is one function for it, so the three cannot differ.
"""

from dataclasses import dataclass
from hashlib import sha256

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.formats import date_format

from matching.grounding import CANDIDATE
from recruit.candidates.access import given_by
from recruit.candidates.models import Candidate, ImportRow
from recruit.errors import DomainError
from recruit.outreach.models import Draft
from recruit.outreach.suppress import stop_link
from recruit.postings.models import Posting
from recruit.tenancy.models import Workspace

_SUBJECT = 200
_STATEMENT = 500


@dataclass(frozen=True, slots=True)
class Final:
    """A mail as it will leave: recipient, subject and plain text."""

    recipient: str
    subject: str
    content: str

    @property
    def digest(self) -> str:
        """SHA-256 over the exact bytes, recipient and subject included: what an approval approves."""
        return sha256("\n".join((self.recipient, self.subject, "", self.content)).encode()).hexdigest()


def final(draft: Draft) -> Final:
    """The mail to the last character. Raises DomainError when it may not be sent at all: no address, no footer."""
    candidate, workspace = draft.candidate, draft.workspace
    if not candidate.email:
        raise DomainError("no-address", "There is no e-mail address on file for this person. Ask them for one.")
    if not _writable(candidate.email):
        raise DomainError("bad-address", "Mail servers cannot take this person's address. Ask them for another one.")
    if not workspace.postal_address.strip():
        raise DomainError(
            "no-postal-address",
            "Outreach needs your postal address in its footer. Ask an admin to add it under Settings.",
        )
    name = " ".join(candidate.name.split()) or "there"
    subject, body = (each.replace(CANDIDATE, name) for each in (draft.subject, draft.body))
    return Final(candidate.email, subject[:_SUBJECT], f"{body}\n\n-- \n{_footer(draft, candidate, workspace)}\n")


def _writable(address: str) -> bool:
    """Plain ASCII without line ends: neither the envelope nor a header can be broken out of."""
    try:
        validate_email(address)
    except ValidationError:
        return False
    return address.isascii()


def reason_of(posting: Posting) -> str:
    """Why the mail is written, in a sentence."""
    return f"Your resume shows experience that the role {posting.title} at {posting.company.name} asks for."


def origin_of(candidate: Candidate, workspace: Workspace) -> str:
    """Where the address came from, in a sentence."""
    day = date_format(candidate.created_at, "j F Y")
    if candidate.source in {"upload", "demo"}:
        return f"Your address is from the resume that you gave to {workspace.name} on {day}."
    row = ImportRow.objects.filter(resume__in=given_by(candidate)).select_related("batch").order_by("pk").first()
    if row is None:
        return f"Your address came to {workspace.name} on {day} from: {candidate.source}."
    batch = row.batch
    ground = f"{batch.importer} states that you agreed to this" if batch.agreed else "The ground stated for it"
    return (
        f"Your address came to {workspace.name} on {day} from the list “{batch.source_name}”, brought by "
        f"{batch.importer}. {ground}: “{' '.join(batch.statement.split())[:_STATEMENT]}”"
    )


def _footer(draft: Draft, candidate: Candidate, workspace: Workspace) -> str:
    lines = (
        f"{draft.requested_by.name}, {workspace.name}",
        f"Why you: {reason_of(draft.posting)}",
        f"Where from: {origin_of(candidate, workspace)}",
        f"No more mail from us: {stop_link(candidate.email, workspace=workspace)}",
        " · ".join(line.strip() for line in workspace.postal_address.splitlines() if line.strip()),
    )
    return "\n".join(lines)


def sender_address() -> str:
    """The bare address that mail leaves from."""
    return settings.DEFAULT_FROM_EMAIL.rpartition("<")[2].rstrip("> ")
