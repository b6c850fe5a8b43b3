"""What waits for a person, as short lists: the queries behind Today, the postings list and the search."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.contrib.postgres.search import SearchQuery
from django.db.models import Count, Exists, F, Func, JSONField, OuterRef, Q, QuerySet
from django.db.models.fields.json import KT, KeyTransform

from recruit.accounts.models import Member
from recruit.candidates import visible as candidates
from recruit.candidates.models import Candidate, Resume
from recruit.jobs.models import Job, State
from recruit.matches import visible as matches
from recruit.matches.models import Match, Status
from recruit.outreach import visible as outreach
from recruit.outreach.models import Draft, DraftState, Message, MessageState
from recruit.postings import visible as postings
from recruit.postings.models import Posting
from recruit.postings.models import State as PostingState

SHORT = 8
# the title of the newest work, as a person's own page has it: the first entry may be a degree
_NEWEST_TITLE = (
    'jsonb_path_query_first(%(expressions)s, \'$.entries[*] ? (@.section == "work" && @.title != "").title\')'
)


@dataclass(frozen=True, slots=True)
class PostingLine:
    """A posting with how many people its list holds and how many nobody has looked at."""

    posting: Posting
    people: int
    new: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """The short lists of Today."""

    postings: tuple[PostingLine, ...]
    drafts: tuple[Draft, ...]
    messages: tuple[Message, ...]
    jobs: tuple[Job, ...]

    @property
    def nothing(self) -> bool:
        """Nothing needs this person."""
        return not (self.postings or self.drafts or self.messages or self.jobs)


def waiting_for(member: Member) -> Waiting:
    """What needs somebody's hand in the member's workspace."""
    lines = [each for each in posting_lines(member) if each.new and each.posting.state == PostingState.OPEN]
    drafts = outreach.drafts_visible_to(member).select_related("posting", "candidate").order_by("-created_at", "id")
    mails = outreach.messages_visible_to(member).select_related("candidate").order_by("-queued_at", "id")
    return Waiting(
        tuple(sorted(lines, key=lambda each: (-each.new, each.posting.title, str(each.posting.pk)))[:SHORT]),
        tuple(drafts.filter(state=DraftState.READY)[:SHORT]),
        tuple(mails.filter(state=MessageState.UNCERTAIN)[:SHORT]),
        tuple(stopped_jobs(member)[:SHORT]),
    )


def posting_lines(member: Member) -> list[PostingLine]:
    """Every posting with its numbers, newest first; two queries."""
    rows = postings.visible_to(member).select_related("company").defer("text", "role", "as_read", "weights")
    numbers = _numbers(member)
    return [PostingLine(each, *numbers.get(each.pk, (0, 0))) for each in rows.order_by("-created_at", "id")]


def stopped_jobs(member: Member) -> QuerySet[Job]:
    """Jobs that used up their attempts: a person has to look."""
    rows: QuerySet[Job] = Job.objects.filter(workspace_id=member.workspace_id, state=State.DEAD).order_by("-id")
    return rows


def _numbers(member: Member) -> Mapping[UUID, tuple[int, int]]:
    """People of each list, and how many of them nobody has decided on.

    Who withdrew and what was decided are few beside everybody, so those are looked up and taken away.
    """
    held = Match.objects.filter(workspace_id=member.workspace_id, last_run=None).order_by()
    everybody = dict(held.values_list("posting").annotate(Count("pk")))
    gone = held.filter(candidate__in=Candidate.objects.filter(withdrawn_at__isnull=False))
    withdrawn = dict(gone.values_list("posting").annotate(Count("pk")))
    people = {posting: count - withdrawn.get(posting, 0) for posting, count in everybody.items()}
    listed = Match.objects.filter(posting=OuterRef("posting"), candidate=OuterRef("candidate"), last_run=None)
    standings = matches.standings_visible_to(member).exclude(status=Status.NEW).filter(Exists(listed)).order_by()
    decided = dict(standings.values_list("posting").annotate(Count("pk")))
    return {posting: (count, count - decided.get(posting, 0)) for posting, count in people.items()}


def current_resumes(member: Member) -> QuerySet[Resume]:
    """Current resumes, newest first: what a list is counted and cut into pages by, before anything is read of it."""
    rows: QuerySet[Resume] = candidates.resumes_visible_to(member).filter(current=True)
    return rows.order_by("-received_at", "id")


def lines_of(rows: QuerySet[Resume]) -> QuerySet[Resume]:
    """A page of resumes with the few words that a list shows; the heavy columns stay behind.

    The page is cut first: PostgreSQL works annotations out for every row that it sorts, also for those it drops.
    """
    page = Resume.objects.filter(pk__in=rows.values("pk")).select_related("candidate")
    return (
        page.defer(
            *("text", "profile", "reading", "hidden", "boxes", "anchors", "stated", "links", "told", "candidate__told")
        )
        .annotate(
            background=KT("reading__background"),
            headline=Func(F("profile"), template=_NEWEST_TITLE, output_field=JSONField()),
            years=KT("profile__years"),
            probabilities=KeyTransform("probabilities", "reading"),
        )
        .order_by("-received_at", "id")
    )


def found_people(member: Member, words: str, *, limit: int) -> QuerySet[Resume]:
    """People by alias, by a name that somebody revealed, or by what their blind resume says."""
    revealed = matches.standings_visible_to(member).filter(candidate=OuterRef("candidate")).exclude(revealed_at=None)
    query = SearchQuery(words, search_type="websearch", config="english")
    found = current_resumes(member).filter(
        Q(candidate__alias__iexact=words)
        | Q(candidate__lexeme__document=query)
        | (Q(candidate__name__icontains=words) & Exists(revealed))
    )
    return lines_of(found[:limit])


def found_postings(member: Member, words: str) -> QuerySet[Posting]:
    """Postings by title, company or reference."""
    return (
        postings.visible_to(member)
        .select_related("company")
        .filter(Q(title__icontains=words) | Q(company__name__icontains=words) | Q(reference__iexact=words))
        .order_by("-created_at", "id")
    )
