"""May this person be written to now? Asked before approval, and again in the transaction in which sending begins."""

from recruit.candidates.access import given_by
from recruit.candidates.merged import addresses_of, refuse_if_merged
from recruit.candidates.models import CONTACT, Candidate, Consent
from recruit.errors import DomainError
from recruit.outreach.suppress import is_suppressed
from recruit.tenancy.models import Workspace


def refuse_unless_permitted(candidate: Candidate, workspace: Workspace) -> None:
    """Raises DomainError: sending-paused, merged, withdrawn, no-ground, suppressed. Reads what stands now."""
    if Workspace.objects.filter(pk=workspace.pk, sending_paused=True).exists():
        raise DomainError("sending-paused", "Sending is paused for this workspace. The draft is safe; try again later.")
    refuse_if_merged(candidate)
    withdrawn = Candidate.objects.filter(pk=candidate.pk, withdrawn_at__isnull=False).exists()
    if withdrawn or not Consent.objects.filter(candidate=candidate, withdrawn_at=None).exists():
        raise DomainError("withdrawn", "This person has withdrawn their consent. Nobody may write to them.")
    if not _may_be_contacted(candidate):
        raise DomainError(
            "no-ground",
            "An import brought this person, and its stated ground does not allow writing to them. They can be written "
            "to once they have uploaded a resume themselves.",
        )
    if is_silenced(candidate):
        raise DomainError("suppressed", "This person asked not to be written to.")


def _may_be_contacted(candidate: Candidate) -> bool:
    """Whoever came by themselves may; of those whom an import brought, the ones whose ground says so."""
    if candidate.source != "import":
        return True
    if Consent.objects.filter(candidate=candidate, purpose=CONTACT, withdrawn_at=None).exists():
        return True
    return bool(given_by(candidate).filter(import_rows=None).exists())


def is_silenced(candidate: Candidate) -> bool:
    """True when this person asked us not to write, at whichever of the addresses that are on file for them."""
    return any(is_suppressed(each) for each in sorted({candidate.email, *addresses_of(candidate)}))
