"""Which imports a member may see: those of their workspace."""

from django.db.models import Count, Q, QuerySet

from recruit.accounts.models import Member
from recruit.candidates.imports.models import Import, RowState


def visible_to(member: Member) -> QuerySet[Import]:
    """The imports of the member's workspace, newest first."""
    rows: QuerySet[Import] = Import.objects.filter(workspace_id=member.workspace_id).order_by("-created_at", "id")
    return rows


def lines(member: Member) -> QuerySet[Import]:
    """The same with how many rows each has, and how many of them the door took in."""
    return visible_to(member).annotate(
        total=Count("rows"), received=Count("rows", filter=Q(rows__state=RowState.RECEIVED))
    )
