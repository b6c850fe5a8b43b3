"""A person's yes to exact bytes. Only here does a draft become a message.

The approval names the digest that the person was shown. If what would be sent now has another digest (somebody
edited, the address changed), it is refused and the person reads again. An approval is for one message, is void after
any edit, and is gone after 72 hours.
"""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from recruit.accounts.models import Member, Role
from recruit.accounts.visibility import require
from recruit.errors import DomainError
from recruit.events.record import Actor, record
from recruit.jobs.models import Queue
from recruit.jobs.queue import enqueue
from recruit.outreach.draft import change, edit, grounding_of
from recruit.outreach.footer import final, sender_address
from recruit.outreach.message import change as change_message
from recruit.outreach.models import Approval, Draft, DraftState, Message, MessageState
from recruit.outreach.permission import refuse_unless_permitted

_TAKEN_BACK = "The approval was taken back before the mail left."
VALID_FOR = timedelta(hours=72)


def approve(draft: Draft, *, by: Member, digest: str, answered: bool = False) -> Message:
    """Approve the mail whose digest was shown, and queue exactly that. Raises DomainError when it may not be sent.

    A statement that no source bears out leaves only when the person says that they `answered` for it; that is kept.
    """
    require(by, Role.RECRUITER)
    with transaction.atomic():
        draft = _locked(draft)
        if draft.state != DraftState.READY:
            raise DomainError("not-ready", "This draft does not wait for approval. Reload the page to see where it is.")
        refuse_unless_permitted(draft.candidate, draft.workspace)
        mail = final(draft)
        if mail.digest != digest:
            raise DomainError("changed-since", "The mail is not the one you were shown. Read it again, then approve.")
        unsupported = len(grounding_of(draft).unsupported)
        if unsupported and not answered:
            sentence = "A statement has no source. Change the words, or say that you answer for it yourself."
            raise DomainError("unsupported", sentence)
        approval = Approval.objects.create(
            draft=draft, member=by, digest=digest, recipient=mail.recipient, expires_at=timezone.now() + VALID_FOR
        )
        change(draft, DraftState.APPROVED, was=(DraftState.READY,), by=by)
        message = Message(approval=approval, candidate=draft.candidate, recipient=mail.recipient)
        message.subject, message.content = mail.subject, mail.content
        message.message_id = f"<{message.pk}@{sender_address().rpartition('@')[2]}>"
        message.save()
        record(
            "message.queued",
            message,
            by=Actor("member", str(by.pk)),
            draft=str(draft.pk),
            digest=digest,
            unsupported=unsupported,
        )
        enqueue("message", message, priority=Queue.INTERACTIVE)
    return message


def reword(draft: Draft, *, by: Member, subject: str, body: str) -> None:
    """Edit a draft. What was approved before is void; a message that has not left is called back."""
    require(by, Role.RECRUITER)
    with transaction.atomic():
        draft = _locked(draft)
        if draft.state == DraftState.APPROVED:
            take_back(draft, by=by)
        edit(draft, by=by, subject=subject, body=body)


def take_back(draft: Draft, *, by: Member) -> None:
    """Void the approval of a mail that has not begun to leave. Raises DomainError when it is too late."""
    require(by, Role.RECRUITER)
    with transaction.atomic():
        now = timezone.now()
        queued = Message.objects.filter(approval__draft=draft, state=MessageState.QUEUED)
        message = queued.select_for_update(of=("self",)).first()
        if message is None:
            raise DomainError("already-left", "This mail has left or is leaving. It can no longer be changed.")
        change_message(message, MessageState.REFUSED, was=(MessageState.QUEUED,), by=by, refusal=_TAKEN_BACK)
        Approval.objects.filter(draft=draft, used_at=None, expires_at__gt=now).update(expires_at=now)
        change(draft, DraftState.READY, was=(DraftState.APPROVED,), by=by, event="approval.voided")


def _locked(draft: Draft) -> Draft:
    """The row as it is now, held until the transaction ends."""
    rows = Draft.objects.select_for_update(of=("self",))
    return rows.select_related("posting__company", "candidate", "requested_by", "workspace").get(pk=draft.pk)
