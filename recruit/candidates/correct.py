"""What people say of a reading: kept as rows that are only added, applied by a journey, taken back by a further row.

The candidate's word stands above a recruiter's, whenever either was said: it is their life. Among the words of one
side the later stands above the earlier. A recruiter takes back what members said, a candidate whatever was said of
them. Nothing is applied here: the `correction` journey reads the stored text anew, embeds the passages that changed
and ranks again; a new version of the resume is read under the same words.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Max, Q, QuerySet

from matching.codec import from_json, to_json
from matching.errors import TransientError
from matching.profile import KINDS, Anchor
from matching.profile import Correction as Correcting
from recruit.accounts.models import Member, Role
from recruit.candidates.models import Candidate, Correction, Resume, ResumeState
from recruit.errors import DomainError
from recruit.events.record import Actor, record
from recruit.jobs.models import Queue
from recruit.jobs.queue import enqueue

CANDIDATE = "the candidate"


@dataclass(frozen=True, slots=True)
class Said:
    """What stands of everything that was said of a candidate, in the order in which it is applied.

    `last` is None for a reading under which nothing that was said is taken.
    """

    candidate: UUID
    last: int | None
    corrections: tuple[Correcting, ...]

    def check(self) -> None:
        """Raise TransientError when more was said meanwhile: what was computed from this is out of date."""
        if self.last is None:
            return
        # whoever says something more waits for this row, or is seen here
        Candidate.objects.select_for_update().get(pk=self.candidate)
        if _last(self.candidate) != self.last:
            raise TransientError("Somebody corrected this person meanwhile. It is read again.", slug="said-meanwhile")


def correct(resume: Resume, changes: Sequence[Correcting], *, by: Member | None) -> tuple[Correction, ...]:
    """Keep what a member (or, with None, the candidate) says of a reading, and have it applied. No change, no row.

    Raises DomainError when the resume has not been read or is not the current one.
    """
    if resume.state != ResumeState.READ or not resume.current:
        raise DomainError("not-current", "There is a newer version of this resume. Open that one and correct it there.")
    person = Candidate.objects.select_for_update().get(pk=resume.giver)
    number = _last(person.pk)
    rows = tuple(
        Correction.objects.create(
            candidate=person,
            resume=resume,
            number=number + step,
            field=each.name,
            value=each.value,
            anchor=to_json(each.anchor) if each.anchor else None,
            member=by,
        )
        for step, each in enumerate(changes, start=1)
    )
    for row in rows:
        record("correction.made", person, by=_actor(by, person), correction=str(row.pk), field=row.field)
    if rows:
        enqueue("correction", rows[-1], priority=Queue.INTERACTIVE)
    return rows


def take_back(correction: Correction, *, by: Member | None) -> Correction:
    """Undo one correction by a further row. Raises DomainError when that is not this person's to do, or done."""
    person = Candidate.objects.select_for_update().get(pk=correction.candidate_id)
    if by is not None and correction.member_id is None:
        raise DomainError(
            "said-by-candidate", "The candidate said this themselves. Only they take it back.", status=403
        )
    if correction.undoes_id is not None or Correction.objects.filter(undoes=correction).exists():
        raise DomainError("already-undone", "This was taken back before. Reload the page to see what stands.")
    row = Correction.objects.create(
        candidate=person,
        resume=correction.resume,
        number=_last(person.pk) + 1,
        member=by,
        undoes=correction,
    )
    record("correction.undone", person, by=_actor(by, person), correction=str(correction.pk), field=correction.field)
    enqueue("correction", row, priority=Queue.INTERACTIVE)
    return row


def said_of(candidate: UUID) -> Said:
    """What stands, members' words before the candidate's, each in the order in which they were said."""
    rows = sorted(standing_of(candidate), key=lambda row: (row.member_id is None, row.number))
    return Said(candidate, _last(candidate), tuple(as_value(row) for row in rows))


def standing_of(candidate: UUID) -> QuerySet[Correction]:
    """Corrections that nobody took back, oldest first."""
    rows: QuerySet[Correction] = Correction.objects.filter(candidate=candidate, undoes=None, undone_by=None)
    return rows.select_related("member").order_by("number")


def as_value(row: Correction) -> Correcting:
    """A row as the science's value."""
    return Correcting(row.field, row.value, from_json(Anchor, row.anchor) if row.anchor else None, voice_of(row.member))


def voice_of(member: Member | None) -> str:
    """Whose word it is, as pages and statements put it: the candidate's, or that of a role, never a name."""
    if member is None:
        return CANDIDATE
    return "an admin" if member.role == Role.ADMIN else "a recruiter"


def changed_parts(candidate: UUID) -> frozenset[str]:
    """The sections in which an entry was added or taken out: `work`, `volunteer` along with `projects`."""
    names = [row.field.partition(".") for row in standing_of(candidate)]
    found = {kind for kind, _, verb in names if kind in KINDS and verb in {"add", "remove"}}
    return frozenset(found | ({"volunteer"} if "projects" in found else set()))


def resume_of(correction: Correction) -> Resume:
    """The resume to which it is applied: the person's current one, whichever it was when they said it."""
    theirs = Q(candidate=correction.candidate_id, given_by=None) | Q(given_by=correction.candidate_id)
    current = Resume.objects.filter(theirs, current=True, state=ResumeState.READ).first()
    return current or correction.resume


def _last(candidate: UUID) -> int:
    return Correction.objects.filter(candidate=candidate).aggregate(last=Max("number"))["last"] or 0


def _actor(by: Member | None, person: Candidate) -> Actor:
    return Actor("member", str(by.pk)) if by else Actor("candidate", str(person.pk))
