"""A candidate stops: consent is taken back, and they are never shown or ranked again.

Records that were merged are one person: whichever link the person uses, all of them stop. Whoever was merged by
mistake is then hidden as well, because showing somebody who has withdrawn would be the graver mistake.
"""

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from recruit.candidates.models import Candidate, Consent
from recruit.errors import DomainError
from recruit.events.record import Actor, record

GONE = "This person has withdrawn. Only they can come back, by uploading their resume themselves."


def withdraw(candidate: Candidate) -> None:
    """Withdraw the person and every consent they gave. Raises DomainError when they had withdrawn before."""
    now = timezone.now()
    actor = Actor("candidate", str(candidate.pk))
    with transaction.atomic():
        changed = Candidate.objects.filter(pk=candidate.pk, withdrawn_at=None).update(withdrawn_at=now)
        if not changed:
            raise DomainError("already-withdrawn", "You have withdrawn already. Nobody sees your profile.")
        record("candidate.withdrawn", candidate, by=actor)
        root = candidate.merged_into_id or candidate.pk
        others = Candidate.objects.filter(Q(pk=root) | Q(merged_into=root), withdrawn_at=None).order_by("pk")
        for each in others:
            record("candidate.withdrawn", each, by=actor, merged_with=str(candidate.pk))
        others.update(withdrawn_at=now)
        people = Candidate.objects.filter(Q(pk=root) | Q(merged_into=root))
        Consent.objects.filter(candidate__in=people, withdrawn_at=None).update(withdrawn_at=now)
    candidate.withdrawn_at = now


def keep_out(candidate: Candidate) -> None:
    """Put away what an import brought of somebody who had withdrawn; the address stays, to know them by at the door."""
    now = timezone.now()
    nothing = {"name": "", "phone": "", "place": "", "told": {}}
    with transaction.atomic():
        if Candidate.objects.filter(pk=candidate.pk, withdrawn_at=None).update(withdrawn_at=now, **nothing):
            Consent.objects.filter(candidate=candidate, withdrawn_at=None).update(withdrawn_at=now)
            record("candidate.kept-out", candidate)
