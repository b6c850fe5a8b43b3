"""What a draft's page shows: the mail, each claim beside its source with a verdict, the exact bytes, the trace.

The exact mail names the person. So it is shown to who may approve it, and only after the person was revealed for this
posting, which is an act on record; before that, and to a viewer, the wording stands with its placeholder.
"""

import json
from dataclasses import dataclass

from matching.codec import from_json
from matching.grounding import Brief, ClaimCheck
from recruit.accounts.models import Member, Role
from recruit.accounts.visibility import at_least
from recruit.errors import DomainError
from recruit.jobs.progress import Progress, progress_of
from recruit.matches.models import Standing
from recruit.outreach.draft import grounding_of
from recruit.outreach.footer import Final, final
from recruit.outreach.models import Draft, DraftState, DraftStep, Message
from recruit.outreach.permission import refuse_unless_permitted

_SHORT = 300
_KINDS = {"quote": "From the resume", "requirement": "From the posting", "company": "About the company"}


@dataclass(frozen=True, slots=True)
class Line:
    """One claim: its words, the source it rests on, and what the check found wrong with it."""

    text: str
    kind: str
    source: str
    faults: tuple[str, ...]

    @property
    def verdict(self) -> str:
        """The check's answer in words."""
        return "not borne out" if self.faults else "borne out"

    @property
    def css(self) -> str:
        """The verdict as a class name; a fault needs a louder colour than an absence."""
        return "contradicted" if self.faults else "met"


@dataclass(frozen=True, slots=True)
class Traced:
    """One step of the trace: short facts in a line, anything longer folded away."""

    step: DraftStep
    tokens: int
    short: str
    long: str


@dataclass(frozen=True, slots=True)
class Page:
    """Everything that one draft's page shows. `blocked` is why it may not be sent as things stand; `covered` says that
    the exact mail waits until the person is revealed.
    """

    draft: Draft
    lines: tuple[Line, ...]
    final: Final | None
    blocked: str
    refusal: str
    message: Message | None
    steps: tuple[Traced, ...]
    progress: Progress | None
    may_act: bool
    covered: bool

    @property
    def faulty(self) -> int:
        """How many claims no source bears out."""
        return sum(bool(each.faults) for each in self.lines)

    @property
    def settled(self) -> bool:
        """Nothing on this page will change by itself."""
        stopped = self.progress is not None and bool(self.progress.sentence)
        return self.draft.state != DraftState.COMPOSING or stopped

    @property
    def editable(self) -> bool:
        """Words may change until they leave."""
        queued = self.message is not None and self.message.state == "queued"
        return self.may_act and (self.draft.state == DraftState.READY or queued)


def page_of(draft: Draft, *, member: Member, refusal: str = "") -> Page:
    """The page of one draft for this member."""
    may_act = at_least(member, Role.RECRUITER)
    mail, blocked = _mail(draft) if may_act and draft.state == DraftState.READY else (None, "")
    message = Message.objects.filter(approval__draft=draft).order_by("-queued_at", "id").first()
    if message is not None and may_act and draft.state == DraftState.APPROVED:
        mail = Final(message.recipient, message.subject, message.content)
    steps = tuple(_traced(each) for each in DraftStep.objects.filter(draft=draft).order_by("number"))
    progress = progress_of(draft.pk, journey="draft")
    covered = mail is not None and not _revealed(draft)
    shown = None if covered else mail
    return Page(draft, _lines(draft), shown, blocked, refusal, message, steps, progress, may_act, covered)


def _revealed(draft: Draft) -> bool:
    rows = Standing.objects.filter(posting=draft.posting_id, candidate=draft.candidate_id)
    return bool(rows.exclude(revealed_at=None).exists())


def _traced(step: DraftStep) -> Traced:
    plain = {name: value for name, value in step.content.items() if isinstance(value, str | int | float)}
    short = "; ".join(f"{name}: {value}" for name, value in plain.items())
    folded = len(plain) < len(step.content) or len(short) > _SHORT
    long = json.dumps(step.content, indent=1, ensure_ascii=False) if folded else ""
    return Traced(step, step.tokens_in + step.tokens_out, "" if folded else short, long)


def _mail(draft: Draft) -> tuple[Final | None, str]:
    try:
        mail = final(draft)
    except DomainError as refusal:
        return None, refusal.sentence
    try:
        refuse_unless_permitted(draft.candidate, draft.workspace)
    except DomainError as refusal:
        return mail, refusal.sentence
    return mail, ""


def _lines(draft: Draft) -> tuple[Line, ...]:
    if not draft.brief:
        return ()
    brief, grounding = from_json(Brief, draft.brief), grounding_of(draft)
    return tuple(_line(each, brief) for each in (*grounding.unsupported, *grounding.supported))


def _line(check: ClaimCheck, brief: Brief) -> Line:
    source = brief.source(check.claim.source)
    if source is None:
        return Line(check.claim.text, "No source", "", check.faults or ("No source was shown for it.",))
    return Line(check.claim.text, _KINDS.get(source.kind, source.kind), source.text, check.faults)
