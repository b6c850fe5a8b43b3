"""What people make of a match: shortlist, pass, undo, release, reveal. The only functions that change a standing.

Each change is conditional on what the person saw, so two recruiters cannot overwrite each other, and writes its
Decision and its event in the same transaction. Undo takes back one step, the release first. Nothing here rejects
anybody by itself: passing is a person's act, with a reason in words of the trade.
"""

from typing import Any

from django.db import transaction
from django.db.models import TextChoices
from django.utils import timezone

from recruit.accounts.models import Member, Role
from recruit.accounts.visibility import require
from recruit.candidates.merged import refuse_if_merged
from recruit.errors import DomainError
from recruit.events.record import Actor, record
from recruit.matches.models import Choice, Decision, Match, Standing, Status


class Reason(TextChoices):
    """Why somebody was passed over, in five words of the trade."""

    DEPTH = "depth", "Depth"
    LEVEL = "level", "Level"
    LAYER = "layer", "Layer"
    PLACE = "place", "Place"
    TIMING = "timing", "Timing"


EXPLAINED = {
    Reason.DEPTH: "A must is not shown deeply enough",
    Reason.LEVEL: "Too junior or too senior for the role",
    Reason.LAYER: "Works at another layer of the stack",
    Reason.PLACE: "Place, time zone or work permit",
    Reason.TIMING: "Not now: availability or interest",
}
_RELEASED = "released"


def standing_of(match: Match) -> Standing:
    """Where the person stands with the posting; the row is made when somebody first decides.

    Raises DomainError: merged. Of two records of one person only the one that is kept is decided on.
    """
    refuse_if_merged(match.candidate)
    standing, _ = Standing.objects.get_or_create(
        posting_id=match.posting_id, candidate_id=match.candidate_id, defaults={"workspace_id": match.workspace_id}
    )
    return standing


def shortlist(standing: Standing, *, by: Member, run: int | None = None, words: str = "") -> Decision:
    """Keep this person for the role."""
    return _decide(standing, Choice.SHORTLIST, status=Status.SHORTLISTED, by=by, run=run, words=words)


def pass_over(standing: Standing, *, by: Member, reason: str, words: str = "", run: int | None = None) -> Decision:
    """Pass on this person, for a stated reason."""
    if reason not in Reason.values:
        raise DomainError(
            "reason-missing",
            "Choose a reason: depth, level, layer, place or timing. Words of your own go with it.",
            status=400,
        )
    if standing.released_at is not None:
        raise DomainError("released", "This person was released to the company. Undo the release first, then pass.")
    return _decide(standing, Choice.PASS, status=Status.PASSED, by=by, run=run, words=words, reason=reason)


def undo(standing: Standing, *, by: Member, run: int | None = None) -> Decision:
    """Take back one step: a release if there is one, else the last shortlisting or pass."""
    require(by, Role.RECRUITER)
    with transaction.atomic():
        if standing.released_at is not None:
            _change(standing, released_at=None)
            return _write(standing, Choice.UNDO, by=by, run=run, before=_RELEASED)
        last = _decision_behind(standing)
        before = standing.status
        _change(standing, status=Status(last.before))
        return _write(standing, Choice.UNDO, by=by, run=run, before=before)


def release(standing: Standing, *, by: Member, run: int | None = None) -> Decision:
    """Let the company see this person: only somebody who was shortlisted, and only once."""
    require(by, Role.RECRUITER)
    if standing.status != Status.SHORTLISTED:
        raise DomainError("not-shortlisted", "Shortlist this person first; then you can release them to the company.")
    if standing.released_at is not None:
        raise DomainError("already-released", "The company already sees this person. Undo takes the release back.")
    with transaction.atomic():
        _change(standing, released_at=timezone.now())
        return _write(standing, Choice.RELEASE, by=by, run=run, before=standing.status)


def reveal(standing: Standing, *, by: Member, run: int | None = None) -> Decision | None:
    """Show name, contacts and the original file to the recruiters of this posting. None when they were shown before."""
    require(by, Role.RECRUITER)
    if standing.revealed_at is not None:
        return None
    with transaction.atomic():
        _change(standing, revealed_at=timezone.now())
        return _write(standing, Choice.REVEAL, by=by, run=run, before=standing.status)


def _decide(
    standing: Standing, choice: Choice, *, status: Status, by: Member, run: int | None, words: str, reason: str = ""
) -> Decision:
    require(by, Role.RECRUITER)
    if standing.status == status:
        raise DomainError("already-decided", f"This person is already {status.label.lower()}. Undo takes it back.")
    before = standing.status
    with transaction.atomic():
        _change(standing, status=status)
        return _write(
            standing, choice, by=by, run=run, before=before, reason=reason, words=words.replace("\x00", "").strip()
        )


def _decision_behind(standing: Standing) -> Decision:
    """The last shortlisting or pass that stands. Decisions are a stack: each undo takes back the newest one left."""
    taken_back = 0
    rows = standing.decisions.filter(choice__in=[Choice.SHORTLIST, Choice.PASS, Choice.UNDO])
    # an undone release is a step of its own and no decision of this stack
    for each in rows.exclude(choice=Choice.UNDO, before=_RELEASED).order_by("-id"):
        if each.choice == Choice.UNDO:
            taken_back += 1
        elif taken_back:
            taken_back -= 1
        else:
            return each
    raise DomainError("nothing-to-undo", "There is nothing to undo for this person.")


def _change(standing: Standing, **fields: Any) -> None:
    """The one UPDATE: it holds only if the row is still as this person saw it."""
    seen = {name: getattr(standing, name) for name in ("status", "released_at", "revealed_at")}
    changed = Standing.objects.filter(pk=standing.pk, **seen).update(updated_at=timezone.now(), **fields)
    if not changed:
        raise DomainError("changed-meanwhile", "Somebody else decided on this person just now. Reload to see what.")
    for name, value in fields.items():
        setattr(standing, name, value)


def _write(standing: Standing, choice: Choice, *, by: Member, run: int | None, before: str, **more: str) -> Decision:
    decision: Decision = Decision.objects.create(
        workspace_id=standing.workspace_id, standing=standing, member=by, choice=choice, before=before, run=run, **more
    )
    record(
        "decision.made",
        standing,
        by=Actor("member", str(by.pk)),
        choice=choice.value,
        reason=more.get("reason", ""),
        posting=str(standing.posting_id),
        candidate=str(standing.candidate_id),
        run=run,
    )
    return decision
