"""The journey's step from a requested draft to one that a person can read.

The brief is built in a short scope and holds only what may leave: blind quotes from the evidence, the posting's own
requirements, the names of company, workspace and recruiter. The composer runs outside any transaction, each of its
steps is committed as it happens, and the result comes back as one write.

Where a model is refused, unreachable or out of budget, the facts composer writes instead and the draft's header says
why: a recruiter is never left without a draft because a provider is down.
"""

from collections.abc import Callable, Mapping, Sequence
from uuid import UUID

from matching.agent import Brief, Budget, Source, Step, compose, compose_facts
from matching.agent import Draft as Mail
from matching.codec import from_json, to_json
from matching.errors import BudgetExceeded, DraftRejected, ModelUnavailable, PolicyRefused
from matching.grounding import CANDIDATE, check
from matching.layers import Layer
from matching.llm import LanguageModel
from matching.text import Span
from matching.values import Profile
from recruit.candidates.models import Candidate
from recruit.errors import DomainError
from recruit.governance.policy import WorkspacePolicy
from recruit.matches.models import Evidence, Match
from recruit.outreach.draft import change
from recruit.outreach.footer import origin_of, reason_of
from recruit.outreach.models import Draft, DraftState, DraftStep
from recruit.postings.models import Posting
from recruit.tenancy.scope import workspace_scope

Write = Callable[[], None]

PURPOSE = "outreach"
_QUOTES = 6
_SHOWN = ("met", "partly")


def compose_step(draft: UUID, *, workspace: UUID, model: LanguageModel | None, last_attempt: bool) -> Write:
    """Compose the draft and return the write that makes it ready. Raises ModelUnavailable while attempts are left."""
    with workspace_scope(workspace):
        row = Draft.objects.select_related("posting__company", "candidate", "requested_by", "workspace").get(pk=draft)
        if not _is_wanted(row):
            return _nothing
        brief = brief_for(row)
    ledger = DraftLedger(row)
    policy = WorkspacePolicy(workspace, subject=draft)
    mail = _compose(brief, model=model, ledger=ledger, policy=policy, last=last_attempt)
    grounding = check(mail, brief)
    verdict = {"supported": len(grounding.supported), "unsupported": len(grounding.unsupported)}
    ledger.add("check", "grounding", verdict)
    return lambda: _store(row, brief, mail)


def _is_wanted(row: Draft) -> bool:
    """A draft that failed is composed when its job goes round again, unless somebody has asked for another since."""
    if row.state == DraftState.FAILED:
        others = Draft.objects.filter(posting=row.posting_id, candidate=row.candidate_id, created_at__gt=row.created_at)
        return not others.exists()
    return row.state == DraftState.COMPOSING


def brief_for(draft: Draft) -> Brief:
    """What the composer may know of this person and this role: nobody's identity."""
    posting = draft.posting
    return Brief(
        purpose=PURPOSE,
        posting_title=_inert(posting.title),
        company_name=_inert(posting.company.name),
        recruiter_name=draft.requested_by.name,
        workspace_name=draft.workspace.name,
        sources=_sources(posting, draft.candidate),
        layer=Layer(posting.layer).label if posting.layer in {"1", "2", "3"} else "",
        place=str(posting.role.get("place", "")),
        reason_for_contact=reason_of(posting),
        origin=origin_of(draft.candidate, draft.workspace),
        postal_address=draft.workspace.postal_address,
    )


def _compose(
    brief: Brief, *, model: LanguageModel | None, ledger: "DraftLedger", policy: WorkspacePolicy, last: bool
) -> Mail:
    if model is None:
        ledger.add("tool", "quote the evidence", {"sources": len(brief.sources)})
        return compose_facts(brief)
    try:
        return compose(brief, model=model, ledger=ledger, policy=policy, budget=Budget())
    except ModelUnavailable as error:
        if not last:
            raise
        reason = error.sentence
    except (PolicyRefused, BudgetExceeded, DraftRejected) as error:
        reason = error.sentence
    ledger.add("check", "fallback", {"reason": reason})
    return compose_facts(brief, note=f"{reason} This draft was composed from the evidence instead.")


def _sources(posting: Posting, candidate: Candidate) -> tuple[Source, ...]:
    matches = Match.objects.select_related("resume").filter(posting=posting, candidate=candidate, last_run=None)
    match = matches.filter(candidate__withdrawn_at=None).first()
    if match is None:
        raise DomainError("not-ranked", "This person is no longer ranked for this posting. Nothing was written.")
    cells = list(
        match.evidence.filter(verdict__in=_SHOWN)
        .exclude(quote="")
        .select_related("requirement")
        .order_by("-strength", "requirement__position")[:_QUOTES]
    )
    asked = [
        Source(f"r{each.requirement.position + 1}", "requirement", _inert(each.requirement.text))
        for each in sorted(cells, key=lambda cell: cell.requirement.position)
    ]
    about = [Source("c1", "company", _inert(posting.company.about))] if posting.company.about else []
    return (*_quotes(match, cells), *asked, *about)


def _quotes(match: Match, cells: Sequence[Evidence]) -> list[Source]:
    masks = from_json(Profile, match.resume.profile).blind.masks if match.resume.profile else ()
    sources = []
    for number, cell in enumerate(cells, start=1):
        span = Span(cell.start or 0, cell.end or 0)
        text, position = "", span.start
        for mask in (each for each in masks if each.span.overlaps(span)):
            text += match.resume.text[position : max(position, mask.span.start)] + mask.placeholder
            position = mask.span.end
        text += match.resume.text[position : span.end] if position < span.end else ""
        sources.append(
            Source(f"q{number}", "quote", _inert(" ".join(text.split())), f"r{cell.requirement.position + 1}")
        )
    return sources


def _inert(text: str) -> str:
    """Words of others in which our placeholder stands for nobody: a company must not have the person's name put in."""
    return text.replace(CANDIDATE, CANDIDATE.strip("{}"))


def _store(row: Draft, brief: Brief, mail: Mail) -> None:
    change(
        row,
        DraftState.READY,
        was=(DraftState.COMPOSING, DraftState.FAILED),
        brief=to_json(brief),
        subject=mail.subject[:200],
        body=mail.body,
        claims=to_json(mail.claims),
        grounding=to_json(check(mail, brief)),
        composer=mail.composer,
        note=mail.note,
    )


def refuse(draft: UUID, *, sentence: str) -> None:
    """The draft cannot be composed: keep the sentence that the recruiter is shown."""
    row = Draft.objects.get(pk=draft)
    if row.state == DraftState.COMPOSING:
        change(row, DraftState.FAILED, was=(DraftState.COMPOSING,), note=sentence)


def _nothing() -> None:
    """Somebody discarded the draft while it waited."""


class DraftLedger:
    """Keeps the steps of one draft as rows, each committed at once; implements the agent's `Ledger`."""

    def __init__(self, draft: Draft) -> None:
        self._draft, self._workspace = draft, draft.workspace_id

    def recorded(self) -> tuple[Step, ...]:
        """The steps of earlier attempts."""
        with workspace_scope(self._workspace):
            rows = list(DraftStep.objects.filter(draft=self._draft).order_by("number"))
        return tuple(
            Step(row.number, row.kind, row.name, row.content, row.tokens_in, row.tokens_out, row.milliseconds)
            for row in rows
        )

    def record(self, step: Step) -> None:
        """Keep one step in a transaction of its own."""
        with workspace_scope(self._workspace):
            DraftStep.objects.create(
                draft=self._draft,
                number=step.number,
                kind=step.kind,
                name=step.name[:60],
                content=dict(step.content),
                tokens_in=step.tokens_in,
                tokens_out=step.tokens_out,
                milliseconds=step.milliseconds,
            )

    def add(self, kind: str, name: str, content: Mapping[str, object]) -> None:
        """Keep a step of the journey itself, after the agent's."""
        self.record(Step(len(self.recorded()) + 1, kind, name, content))
