"""Which postings a member may see: those of their workspace."""

from django.db.models import QuerySet

from recruit.accounts.models import Member
from recruit.postings.models import Posting


def visible_to(member: Member) -> QuerySet[Posting]:
    """The postings of the member's workspace; foreign ones are not there at all."""
    rows: QuerySet[Posting] = Posting.objects.filter(workspace_id=member.workspace_id)
    return rows
