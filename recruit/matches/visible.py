"""Which matches and standings a member may see: those of their workspace, without people who withdrew."""

from django.db.models import QuerySet

from recruit.accounts.models import Member
from recruit.matches.models import Match, Standing


def visible_to(member: Member) -> QuerySet[Match]:
    """The matches of the member's workspace, of whichever run."""
    rows: QuerySet[Match] = Match.objects.filter(workspace_id=member.workspace_id, candidate__withdrawn_at=None)
    return rows


def standings_visible_to(member: Member) -> QuerySet[Standing]:
    """Where people stand, in the member's workspace."""
    rows: QuerySet[Standing] = Standing.objects.filter(workspace_id=member.workspace_id, candidate__withdrawn_at=None)
    return rows
