"""Which people a member may see: those of their workspace who have not withdrawn."""

from django.db.models import QuerySet

from recruit.accounts.models import Member
from recruit.candidates.models import Candidate, Resume, ResumeState


def visible_to(member: Member) -> QuerySet[Candidate]:
    """The people of the member's workspace, without those who withdrew."""
    rows: QuerySet[Candidate] = Candidate.objects.filter(workspace_id=member.workspace_id, withdrawn_at=None)
    return rows


def resumes_visible_to(member: Member) -> QuerySet[Resume]:
    """The resumes that were read of people whom the member may see."""
    rows: QuerySet[Resume] = Resume.objects.filter(
        workspace_id=member.workspace_id, candidate__withdrawn_at=None, state=ResumeState.READ
    )
    return rows


def is_revealed(resume: Resume) -> bool:
    """True when a recruiter revealed the person, for whichever posting."""
    # by the reverse name: standings live in a room above this one
    return bool(resume.candidate.standings.exclude(revealed_at=None).exists())
