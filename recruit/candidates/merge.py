"""Two records become one person and, when that was wrong, two again. Only a recruiter does either.

Nothing is copied and nothing is lost. The record that is kept stands for both; the other one points at it, stands in
no list, and keeps its fields, consents, decisions, drafts and mails. Of resumes only the newest current one may change
hands: it stands with the kept record as its next version and remembers whose it was and under which number, so that
taking the merge back is arithmetic, and so that each person's own page shows only what came by its own link: who
proves one address must not be shown what another address gave.

Turned down: copying fields over (a wrong merge could not be taken apart), merging by itself above some score (a
recruiter answers for it), chains (whoever stands for others is always the one that is kept).
"""

from typing import Any

from django.db import transaction
from django.utils import timezone

from recruit.accounts.models import Member, Role
from recruit.accounts.visibility import require
from recruit.candidates.intake import next_version
from recruit.candidates.models import Candidate, CandidateVector, Lexeme, Pair, PairState, Resume, ResumeState
from recruit.candidates.reading import index, profile_of
from recruit.candidates.twins import one_at_a_time, propose
from recruit.errors import DomainError
from recruit.events.record import Actor, record
from recruit.jobs.models import LIVE, Job, Queue
from recruit.jobs.queue import enqueue


def merge(pair: Pair, *, keep: Candidate, by: Member) -> None:
    """Make both records one person under `keep`. Raises DomainError with what stands in the way."""
    require(by, Role.RECRUITER)
    with transaction.atomic():
        kept, gone = _locked(pair, keep=keep)
        _refuse_unless_mergeable(kept, gone)
        displaced = _hand_over(gone, kept)
        was = (PairState.PROPOSED, PairState.UNMERGED)
        change(pair, PairState.MERGED, was=was, by=by, kept=kept, displaced=displaced)
        _point(gone, kept, by=by)
        _stand(kept)
        propose(kept)


def unmerge(pair: Pair, *, by: Member) -> None:
    """Two people again, each with what they gave, also with what they gave since."""
    require(by, Role.RECRUITER)
    if pair.kept is None:
        raise DomainError("not-merged", "These two are not merged. Reload the page to see where they stand.")
    with transaction.atomic():
        kept, gone = _locked(pair, keep=pair.kept)
        if kept.withdrawn_at is not None or gone.withdrawn_at is not None:
            raise DomainError("withdrawn", "This person has withdrawn. What was merged stays merged and hidden.")
        merged_at, displaced = pair.decided_at, pair.displaced
        change(pair, PairState.UNMERGED, was=(PairState.MERGED,), by=by, kept=None, displaced=None)
        _hand_back(kept, gone, displaced=displaced, merged_at=merged_at)
        _point(gone, None, by=by)
        for each in (kept, gone):
            each.refresh_from_db()
            _stand(each)
            propose(each)


def dismiss(pair: Pair, *, by: Member) -> None:
    """They are two people; nobody is asked again."""
    require(by, Role.RECRUITER)
    change(pair, PairState.DISMISSED, was=(PairState.PROPOSED,), by=by)


def reopen(pair: Pair, *, by: Member) -> None:
    """Take a dismissal back."""
    require(by, Role.RECRUITER)
    change(pair, PairState.PROPOSED, was=(PairState.DISMISSED,), by=by)


def reveal(pair: Pair, *, by: Member) -> bool:
    """Show name and contacts of both on the pair's page. False when they were shown before."""
    require(by, Role.RECRUITER)
    with transaction.atomic():
        if not Pair.objects.filter(pk=pair.pk, revealed_at=None).update(revealed_at=timezone.now()):
            return False
        _record("pair.revealed", pair, by=by)
    return True


def change(pair: Pair, state: PairState, *, was: tuple[PairState, ...], by: Member, **fields: Any) -> None:
    """The one function that changes a pair's state, conditional on the old one; it records the event."""
    decided = {"state": state, "decided_by": by, "decided_at": timezone.now(), **fields}
    with transaction.atomic():
        if not Pair.objects.filter(pk=pair.pk, state__in=was).update(**decided):
            raise DomainError("pair-moved-on", "Somebody else has decided on these two. Reload the page to see what.")
        for name, value in decided.items():
            setattr(pair, name, value)
        _record(f"pair.{state.value}", pair, by=by, kept=str(pair.kept_id or ""))


def _locked(pair: Pair, *, keep: Candidate) -> tuple[Candidate, Candidate]:
    """The record that is kept and the other, held until the transaction ends.

    First the workspace's lock, then rows: whoever writes what was read of a resume does it in the same order. A merge
    waits for nobody who is still reading: it is refused, and that is looked at when nothing new can begin.
    """
    keys = [pair.first_id, pair.second_id]
    one_at_a_time(pair.workspace_id)
    # foreign keys of others may go on pointing at these rows meanwhile
    rows = Candidate.objects.select_for_update(no_key=True).filter(pk__in=keys).order_by("pk")
    both = {each.pk: each for each in rows}
    resumes = Resume.objects.filter(candidate__in=keys).values("pk")
    if Job.objects.filter(journey="resume", subject__in=resumes, state__in=LIVE).exists():
        raise DomainError("being-read", "A resume of these two is being read. Try again in a minute.")
    kept = both.pop(keep.pk)
    return kept, next(iter(both.values()))


def _refuse_unless_mergeable(kept: Candidate, gone: Candidate) -> None:
    for each in (kept, gone):
        if each.withdrawn_at is not None:
            raise DomainError("withdrawn", f"{each.alias} has withdrawn. Nobody comes back by a merge.")
        if each.merged_into_id is not None:
            raise DomainError("already-merged", f"{each.alias} is merged with somebody already. Undo that first.")
    if gone.merged.exists():
        raise DomainError("stands-for-others", f"{gone.alias} stands for merged records. Keep {gone.alias} instead.")
    # by the reverse name: standings live in a room above this one
    if gone.standings.exclude(released_at=None).exists():
        sentence = f"{gone.alias} was released to a company. Keep {gone.alias}, or undo the release first."
        raise DomainError("released", sentence)


def _current(person: Candidate) -> Resume | None:
    row: Resume | None = Resume.objects.filter(candidate=person, current=True, state=ResumeState.READ).first()
    return row


def _hand_over(gone: Candidate, kept: Candidate) -> Resume | None:
    """The newest current resume stands with `kept`. Returns the one that it takes the place of."""
    theirs, own = _current(gone), _current(kept)
    if theirs is None or (own is not None and own.received_at >= theirs.received_at):
        return None
    Resume.objects.filter(candidate=kept, current=True).update(current=False)
    Resume.objects.filter(pk=theirs.pk).update(
        candidate=kept, version=next_version(kept), given_by=gone, given_version=theirs.version
    )
    return own


def _hand_back(kept: Candidate, gone: Candidate, *, displaced: Resume | None, merged_at: Any) -> None:
    """Each resume to whoever gave it, under its own number; of each person's the newest that was read is current."""
    lent = list(Resume.objects.filter(candidate=kept, given_by=gone).order_by("given_version"))
    if not lent:
        return
    lost = any(each.current for each in lent)
    Resume.objects.filter(pk__in=[each.pk for each in lent]).update(current=False)
    for each in lent:
        Resume.objects.filter(pk=each.pk).update(
            candidate=gone, version=each.given_version, given_by=None, given_version=None
        )
    read = [each for each in lent if each.state == ResumeState.READ and not each.pending]
    if read:
        _make_current(gone, read[-1])
    if lost:
        own = _own_since(kept, displaced=displaced, merged_at=merged_at)
        if own is not None:
            _make_current(kept, own)


def _own_since(kept: Candidate, *, displaced: Resume | None, merged_at: Any) -> Resume | None:
    """What they gave after the merge, else what was current before it, else the newest that is left with them."""
    read = Resume.objects.filter(candidate=kept, state=ResumeState.READ, pending=False)
    newest = read.filter(given_by=None, received_at__gt=merged_at).order_by("-version").first()
    before = read.filter(pk=displaced.pk).first() if displaced else None
    # without a resume of their own before, none stands for them now unless another merge has brought one
    found: Resume | None = newest or before or read.order_by("-received_at", "pk").first()
    return found


def _make_current(person: Candidate, resume: Resume) -> None:
    Resume.objects.filter(candidate=person, current=True).update(current=False)
    Resume.objects.filter(pk=resume.pk).update(current=True)


def _point(gone: Candidate, kept: Candidate | None, *, by: Member) -> None:
    """The one function that says for which record another one stands."""
    Candidate.objects.filter(pk=gone.pk).update(merged_into=kept)
    actor = Actor("member", str(by.pk))
    if kept is None:
        record("candidate.unmerged", gone, by=actor)
    else:
        record("candidate.merged", gone, by=actor, into=str(kept.pk))


def _stand(person: Candidate) -> None:
    """What search reads of a person follows the resume that is current now, and the lists are ranked again."""
    resume = _current(person)
    if resume is None:
        Lexeme.objects.filter(candidate=person).delete()
        CandidateVector.objects.filter(candidate=person).delete()
        return
    index(resume, profile_of(resume))
    enqueue("rerank", resume, priority=Queue.INTERACTIVE)


def _record(kind: str, pair: Pair, *, by: Member, **facts: str) -> None:
    actor = Actor("member", str(by.pk))
    record(kind, pair, by=actor, first=str(pair.first_id), second=str(pair.second_id), **facts)
