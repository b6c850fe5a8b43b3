"""A candidate stops: consent is taken back, and they are never shown or ranked again."""

from django.db import transaction
from django.utils import timezone

from recruit.candidates.models import Candidate, Consent
from recruit.errors import DomainError
from recruit.events.record import Actor, record


def withdraw(candidate: Candidate) -> None:
    """Withdraw the person and every consent they gave. Raises DomainError when they had withdrawn before."""
    now = timezone.now()
    with transaction.atomic():
        changed = Candidate.objects.filter(pk=candidate.pk, withdrawn_at=None).update(withdrawn_at=now)
        if not changed:
            raise DomainError("already-withdrawn", "You have withdrawn already. Nobody sees your profile.")
        Consent.objects.filter(candidate=candidate, withdrawn_at=None).update(withdrawn_at=now)
        record("candidate.withdrawn", candidate, by=Actor("candidate", str(candidate.pk)))
    candidate.withdrawn_at = now
