"""The ranked list of a posting, as it is now or as a named run had it, page by page and to the last person.

Keyset paging over `ORDER`: a page costs the same wherever it stands, nothing is counted, and no
two pages show or lose a row. A page takes two queries whatever its size (three when it follows another).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from recruit.accounts.models import Member
from recruit.matches import visible
from recruit.matches.models import Match, Run, Standing, Status
from recruit.postings.models import Posting

PAGE = 50
ORDER = ("-judged", "-score", "-first_stage", "-musts_met", "tie", "id")
_COLUMNS = tuple(each.removeprefix("-") for each in ORDER)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a list: the match, its place, where the person stands; `opens_tail` for the first unjudged one."""

    rank: int
    match: Match
    status: str
    released: bool
    revealed: bool
    background: str
    reading: Mapping[str, Any]
    opens_tail: bool = False


@dataclass(frozen=True, slots=True)
class RankedPage:
    """Some rows of a list; `after` and `start` lead to the next page, None at the end."""

    rows: tuple[Row, ...]
    after: int | None
    start: int


@dataclass(frozen=True, slots=True)
class Beside:
    """The candidates before and after somebody in a list; None at either end."""

    previous: UUID | None
    following: UUID | None


@dataclass(frozen=True, slots=True)
class Tally:
    """How many people a list holds, by where they stand."""

    all: int
    new: int
    shortlisted: int
    passed: int


def runs_of(posting: Posting) -> QuerySet[Run]:
    """The runs of a posting, newest first."""
    rows: QuerySet[Run] = posting.runs.order_by("-number")
    return rows


def matches_of(posting: Posting, *, member: Member, run: int | None = None) -> QuerySet[Any]:
    """The matches that hold now, or held in run number `run`, best first."""
    holds = Q(last_run=None) if run is None else Q(first_run__lte=run) & (Q(last_run=None) | Q(last_run__gte=run))
    return _with_standing(visible.visible_to(member).filter(holds, posting=posting)).order_by(*ORDER)


def ranked(
    posting: Posting,
    *,
    member: Member,
    run: int | None = None,
    show: str = "",
    after: int | None = None,
    start: int = 1,
    size: int = PAGE,
) -> RankedPage:
    """One page of the list. `show` keeps one status; `after` is the match that closed the page before."""
    matches = matches_of(posting, member=member, run=run)
    if show in Status.values:
        matches = matches.filter(status=show)
    judged = True
    if after is not None:
        last = Match.objects.filter(pk=after).values(*_COLUMNS).first()
        if last is None:
            return RankedPage((), after=None, start=start)
        matches = _following(matches, last=last)
        judged = last["judged"]
    found = list(_light(matches)[: size + 1])
    before = [judged, *(each.judged for each in found)]
    rows = tuple(
        _row(each, rank=start + place, opens_tail=before[place] and not each.judged)
        for place, each in enumerate(found[:size])
    )
    more = len(found) > size
    return RankedPage(rows, after=rows[-1].match.pk if more else None, start=start + len(rows))


def beside(match: Match, *, member: Member, run: int | None = None, show: str = "") -> Beside:
    """Who stands directly before and after this match in its list; two queries that read one row each."""
    matches = matches_of(match.posting, member=member, run=run)
    if show in Status.values:
        matches = matches.filter(status=show)
    here = {column: getattr(match, column) for column in _COLUMNS}
    before = _following(matches, last=here, backwards=True).reverse()
    after = _following(matches, last=here)
    previous, following = (each.values_list("candidate", flat=True).first() for each in (before, after))
    return Beside(previous, following)


def tally(posting: Posting, *, member: Member, run: int | None = None) -> Tally:
    """How many people stand where; one query over the posting's own index."""
    by_status = dict(
        matches_of(posting, member=member, run=run)
        .order_by()
        .values("status")
        .annotate(n=Count("pk"))
        .values_list("status", "n")
    )
    new, kept, passed = (by_status.get(each.value, 0) for each in (Status.NEW, Status.SHORTLISTED, Status.PASSED))
    return Tally(new + kept + passed, new, kept, passed)


def _with_standing(matches: QuerySet[Match]) -> QuerySet[Any]:
    standing = Standing.objects.filter(posting=OuterRef("posting"), candidate=OuterRef("candidate"))
    rows: QuerySet[Any] = matches.annotate(
        status=Coalesce(Subquery(standing.values("status")[:1]), Value(Status.NEW.value)),
        released_at=Subquery(standing.values("released_at")[:1]),
        revealed_at=Subquery(standing.values("revealed_at")[:1]),
    )
    return rows


def _light(matches: QuerySet[Any]) -> QuerySet[Any]:
    # a resume's text and profile weigh tens of kilobytes; a line needs two words of them
    rows: QuerySet[Any] = matches.select_related("candidate").annotate(
        background=F("resume__reading__background"), probabilities=F("resume__reading__probabilities")
    )
    return rows


def _following(matches: QuerySet[Any], *, last: Mapping[str, Any], backwards: bool = False) -> QuerySet[Any]:
    beyond, equal = Q(), Q()
    for column, asked in zip(_COLUMNS, ORDER, strict=True):
        towards = "lt" if asked.startswith("-") != backwards else "gt"
        beyond |= equal & Q(**{f"{column}__{towards}": last[column]})
        equal &= Q(**{column: last[column]})
    return matches.filter(beyond)


def _row(match: Any, *, rank: int, opens_tail: bool) -> Row:
    return Row(
        rank=rank,
        match=match,
        status=match.status,
        released=match.released_at is not None,
        revealed=match.revealed_at is not None,
        background=match.background or "",
        reading={"probabilities": match.probabilities or {}},
        opens_tail=opens_tail,
    )
