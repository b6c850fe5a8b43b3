"""May this person be written to now? Asked before approval, and again in the transaction in which sending begins."""

from recruit.candidates.models import Candidate, Consent
from recruit.errors import DomainError
from recruit.outreach.suppress import is_suppressed
from recruit.tenancy.models import Workspace


def refuse_unless_permitted(candidate: Candidate, workspace: Workspace) -> None:
    """Raises DomainError: sending-paused, withdrawn, suppressed. Reads the switches as they are at this moment."""
    if Workspace.objects.filter(pk=workspace.pk, sending_paused=True).exists():
        raise DomainError("sending-paused", "Sending is paused for this workspace. The draft is safe; try again later.")
    withdrawn = Candidate.objects.filter(pk=candidate.pk, withdrawn_at__isnull=False).exists()
    if withdrawn or not Consent.objects.filter(candidate=candidate, withdrawn_at=None).exists():
        raise DomainError("withdrawn", "This person has withdrawn their consent. Nobody may write to them.")
    if is_suppressed(candidate.email):
        raise DomainError("suppressed", "This person asked not to be written to.")
