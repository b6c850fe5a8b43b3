"""What the outreach page lists: mails that need a person first, then drafts that wait, then what was sent."""

from dataclasses import dataclass

from recruit.accounts.models import Member
from recruit.outreach.models import Draft, DraftState, Message, MessageState
from recruit.outreach.visible import drafts_visible_to, messages_visible_to

_LISTED = 100


@dataclass(frozen=True, slots=True)
class Desk:
    """The four lists, each newest first."""

    uncertain: tuple[Message, ...]
    waiting: tuple[Draft, ...]
    under_way: tuple[Message, ...]
    done: tuple[Message, ...]

    @property
    def empty(self) -> bool:
        """Nobody has asked for a draft yet."""
        return not (self.uncertain or self.waiting or self.under_way or self.done)


def desk_of(member: Member) -> Desk:
    """The lists of the member's workspace."""
    drafts = drafts_visible_to(member).select_related("posting__company", "candidate")
    mails = messages_visible_to(member).select_related("candidate", "approval__draft__posting")
    mails = mails.order_by("-queued_at", "id")
    open_states = [DraftState.READY, DraftState.COMPOSING, DraftState.FAILED]
    return Desk(
        tuple(mails.filter(state=MessageState.UNCERTAIN)),
        tuple(drafts.filter(state__in=open_states).order_by("-created_at", "id")[:_LISTED]),
        tuple(mails.filter(state__in=[MessageState.QUEUED, MessageState.SENDING])[:_LISTED]),
        tuple(mails.filter(state__in=[MessageState.SENT, MessageState.REFUSED])[:_LISTED]),
    )
