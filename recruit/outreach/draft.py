"""Ask for a draft, edit it, discard it. A draft ends at `ready`: only a person's approval leads on (see approve)."""

from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from matching.codec import from_json, to_json
from matching.grounding import Brief, Claim, Grounding, check
from matching.grounding import Draft as Mail
from recruit.accounts.models import Member, Role
from recruit.accounts.visibility import require
from recruit.candidates.merged import refuse_if_merged
from recruit.candidates.models import Candidate
from recruit.errors import DomainError
from recruit.events.record import Actor, record
from recruit.jobs.models import Queue
from recruit.jobs.queue import enqueue
from recruit.matches import decide
from recruit.matches.models import Match
from recruit.outreach.models import Draft, DraftState, DraftStep
from recruit.outreach.permission import is_silenced
from recruit.postings.models import Posting

OPEN = (DraftState.COMPOSING, DraftState.READY)
SUBJECT_LIMIT = 150
BODY_LIMIT = 6_000


def request(posting: Posting, candidate: Candidate, *, by: Member) -> Draft:
    """Start a draft to this person about this posting; an open one for the same pair is returned as it is.

    Raises DomainError: role-too-low, merged, withdrawn, not-ranked, suppressed.
    """
    require(by, Role.RECRUITER)
    refuse_if_merged(candidate)
    if candidate.withdrawn_at is not None:
        raise DomainError("withdrawn", "This person has withdrawn. Nobody may write to them.")
    if is_silenced(candidate):
        raise DomainError("suppressed", "This person asked not to be written to. Choose somebody else.")
    if not Match.objects.filter(posting=posting, candidate=candidate, last_run=None).exists():
        raise DomainError("not-ranked", "This person is not ranked for this posting yet. Wait until they are.")
    with transaction.atomic():
        # the posting's row is the lock: two clicks at once give one draft
        Posting.objects.select_for_update().get(pk=posting.pk)
        standing = Draft.objects.filter(posting=posting, candidate=candidate, state__in=OPEN).first()
        if standing is not None:
            return standing
        draft = Draft.objects.create(posting=posting, candidate=candidate, requested_by=by)
        record("draft.requested", draft, by=Actor("member", str(by.pk)), candidate=str(candidate.pk))
        enqueue("draft", draft, priority=Queue.INTERACTIVE)
    return draft


def reveal(draft: Draft, *, by: Member) -> None:
    """Show who the mail goes to, so that its exact words can be read: the same act, on record, as in a review."""
    match = Match.objects.filter(posting=draft.posting_id, candidate=draft.candidate_id).latest("first_run")
    last_run = draft.posting.runs.order_by("-number").values_list("number", flat=True).first()
    decide.reveal(decide.standing_of(match), by=by, run=last_run)


def discard(draft: Draft, *, by: Member) -> None:
    """Put the draft away; nothing of it will be sent."""
    require(by, Role.RECRUITER)
    change(draft, DraftState.DISCARDED, was=(DraftState.READY, DraftState.COMPOSING, DraftState.FAILED), by=by)


def edit(draft: Draft, *, by: Member, subject: str, body: str) -> None:
    """Keep the person's wording and check it against the sources again. The caller has voided what was approved."""
    require(by, Role.RECRUITER)
    subject, body = clean_subject(subject), clean_body(body)
    if (subject, body) == (draft.subject, draft.body):
        return
    claims = [each for each in draft.claims if each["text"] in body]
    mail = Mail(subject, body, tuple(from_json(Claim, each) for each in claims), draft.composer)
    grounding = check(mail, from_json(Brief, draft.brief))
    words = {"subject": subject, "body": body, "claims": claims, "grounding": to_json(grounding), "edited": True}
    with transaction.atomic():
        change(draft, DraftState.READY, was=(DraftState.READY,), by=by, event="draft.edited", **words)
        _record_check(draft, grounding)


def differs(draft: Draft, *, subject: str, body: str) -> bool:
    """Whether these are other words than those that are kept. What cannot be kept differs."""
    try:
        return (clean_subject(subject), clean_body(body)) != (clean_subject(draft.subject), clean_body(draft.body))
    except DomainError:
        return True


def _record_check(draft: Draft, grounding: Grounding) -> None:
    last = DraftStep.objects.filter(draft=draft).aggregate(last=Max("number"))["last"] or 0
    found = {"supported": len(grounding.supported), "unsupported": len(grounding.unsupported)}
    DraftStep.objects.create(draft=draft, number=last + 1, kind="check", name="grounding after an edit", content=found)


def change(
    draft: Draft,
    state: DraftState,
    *,
    was: tuple[DraftState, ...],
    by: Member | None = None,
    event: str = "",
    **fields: Any,
) -> None:
    """The one function that changes a draft's state, conditional on the old one; it records the event."""
    with transaction.atomic():
        changed = Draft.objects.filter(pk=draft.pk, state__in=was).update(
            state=state, updated_at=timezone.now(), **fields
        )
        if not changed:
            raise DomainError("draft-moved-on", "This draft has moved on. Reload the page to see where it is.")
        actor = Actor("member", str(by.pk)) if by else Actor("system")
        record(event or f"draft.{state.value}", draft, by=actor, candidate=str(draft.candidate_id))
    for name, value in {"state": state, **fields}.items():
        setattr(draft, name, value)


def grounding_of(draft: Draft) -> Grounding:
    """The stored check; an empty one before there is a text."""
    return from_json(Grounding, draft.grounding) if draft.grounding else Grounding((), ())


def clean_subject(subject: str) -> str:
    """One line, no control characters: a subject cannot smuggle a header in."""
    one_line = " ".join("".join(each if each.isprintable() else " " for each in subject).split())
    if not one_line:
        raise DomainError("subject-missing", "Write a subject.", status=400)
    if len(one_line) > SUBJECT_LIMIT:
        raise DomainError("subject-long", f"Shorten the subject to {SUBJECT_LIMIT} characters.", status=400)
    return one_line


def clean_body(body: str) -> str:
    """Lines end in \\n, control characters go, nothing else changes."""
    lines = body.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    kept = ["".join(_plain(each) for each in line).rstrip() for line in lines]
    text = "\n".join(kept).strip("\n")
    if not text.strip():
        raise DomainError("body-missing", "Write something to say.", status=400)
    if len(text) > BODY_LIMIT:
        raise DomainError("body-long", f"Shorten the mail to {BODY_LIMIT} characters.", status=400)
    return text


def _plain(character: str) -> str:
    if character.isprintable():
        return character
    return " " if character.isspace() else ""
