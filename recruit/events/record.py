"""Record a fact, in the caller's transaction: an event exists exactly when what it tells of happened."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Model

from recruit.events.models import Event
from recruit.tenancy.scope import current_workspace


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: a member, a candidate, a company's key, or the system itself."""

    kind: str
    id: str = ""


SYSTEM = Actor("system")


def record(kind: str, subject: Model, *, by: Actor = SYSTEM, **facts: Any) -> Event:
    """Write one event about `subject`. `facts` are ids, words and numbers, never names or text that people wrote."""
    return Event.objects.create(
        workspace_id=current_workspace(),
        kind=kind,
        actor_kind=by.kind,
        actor_id=by.id,
        subject_kind=subject._meta.model_name or "",
        subject_id=str(subject.pk),
        facts=facts,
    )
