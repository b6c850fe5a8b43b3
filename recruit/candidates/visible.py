"""Which people a member may see: those of their workspace who have not withdrawn.

A record that was merged into another stands in no list; its documents and its history stay within reach.
"""

from django.db.models import QuerySet

from recruit.accounts.models import Member
from recruit.candidates.models import Candidate, Pair, Resume, ResumeState


def visible_to(member: Member) -> QuerySet[Candidate]:
    """The people of the member's workspace, each once, without those who withdrew."""
    return records_visible_to(member).filter(merged_into=None)


def records_visible_to(member: Member) -> QuerySet[Candidate]:
    """The same with the records that were merged into others."""
    rows: QuerySet[Candidate] = Candidate.objects.filter(workspace_id=member.workspace_id, withdrawn_at=None)
    return rows


def resumes_visible_to(member: Member) -> QuerySet[Resume]:
    """The resumes that were read of people whom the member may see."""
    return documents_visible_to(member).filter(candidate__merged_into=None)


def documents_visible_to(member: Member) -> QuerySet[Resume]:
    """The same with those that stayed with merged records."""
    rows: QuerySet[Resume] = Resume.objects.filter(
        workspace_id=member.workspace_id, candidate__withdrawn_at=None, state=ResumeState.READ, pending=False
    )
    return rows


def is_revealed(resume: Resume) -> bool:
    """True when a recruiter revealed the person, for whichever posting."""
    # by the reverse name: standings live in a room above this one
    return bool(resume.candidate.standings.exclude(revealed_at=None).exists())


def pairs_visible_to(member: Member) -> QuerySet[Pair]:
    """The pairs of the member's workspace of which nobody withdrew."""
    rows: QuerySet[Pair] = Pair.objects.filter(
        workspace_id=member.workspace_id, first__withdrawn_at=None, second__withdrawn_at=None
    )
    return rows
