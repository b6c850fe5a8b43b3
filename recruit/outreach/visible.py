"""Which drafts and messages a member may see: those of their workspace; no drafts for people who withdrew."""

from django.db.models import QuerySet

from recruit.accounts.models import Member
from recruit.outreach.models import Draft, Message


def drafts_visible_to(member: Member) -> QuerySet[Draft]:
    """The drafts of the member's workspace, without those for people who withdrew."""
    return Draft.objects.filter(workspace_id=member.workspace_id, candidate__withdrawn_at=None)


def messages_visible_to(member: Member) -> QuerySet[Message]:
    """Every mail that left or was to leave, also to people who withdrew since: what was sent stays on the record."""
    return Message.objects.filter(workspace_id=member.workspace_id)
