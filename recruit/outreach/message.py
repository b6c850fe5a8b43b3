"""The one function that changes a message's state, and what a person does about one that did not simply go out."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from recruit.accounts.models import Member, Role
from recruit.accounts.visibility import require
from recruit.errors import DomainError
from recruit.events.record import Actor, record
from recruit.jobs.models import Queue
from recruit.jobs.queue import enqueue
from recruit.outreach.models import Message, MessageState


def change(
    message: Message, state: MessageState, *, was: tuple[MessageState, ...], by: Member | None = None, **fields: Any
) -> None:
    """Move a message on, conditional on its old state, and record the event. Raises DomainError: message-moved-on."""
    with transaction.atomic():
        changed = Message.objects.filter(pk=message.pk, state__in=was).update(state=state, **fields)
        if not changed:
            raise DomainError("message-moved-on", "This mail has moved on. Reload the page to see where it is.")
        actor = Actor("member", str(by.pk)) if by else Actor("system")
        record(f"message.{state.value}", message, by=actor, candidate=str(message.candidate_id))
    for name, value in {"state": state, **fields}.items():
        setattr(message, name, value)


def send_again(message: Message, *, by: Member) -> None:
    """Ring for a queued mail whose job has stopped: the switch was on, or the relay was down for long."""
    require(by, Role.RECRUITER)
    if message.state != MessageState.QUEUED:
        raise DomainError("not-queued", "Only a mail that is still queued can be sent. Reload the page.")
    enqueue("message", message, priority=Queue.INTERACTIVE)


def settle(message: Message, *, by: Member, arrived: bool) -> None:
    """A person has found out what became of an uncertain mail. It is never sent again by itself."""
    require(by, Role.RECRUITER)
    if arrived:
        change(message, MessageState.SENT, was=(MessageState.UNCERTAIN,), by=by, sent_at=timezone.now())
    else:
        sentence = "A person found that it did not arrive. Ask for a new draft to write again."
        change(message, MessageState.REFUSED, was=(MessageState.UNCERTAIN,), by=by, refusal=sentence)
