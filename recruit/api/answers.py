"""Rows to plain values for the API, in a constant number of queries whatever the page's length."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.db.models import F, Max, Q, QuerySet, Window
from django.db.models.functions import RowNumber

from matching.skills import label
from recruit.jobs.models import STOPPED, Job
from recruit.matches.lists import ORDER
from recruit.matches.models import Evidence, Match, Run, Standing
from recruit.postings.models import Posting, Requirement
from recruit.postings.models import State as PostingState

Plain = dict[str, Any]


def postings(rows: list[Posting]) -> list[Plain]:
    """Postings with their requirements, the number of their last run, and the refusal where there is one."""
    keys = [each.pk for each in rows]
    runs = dict(Run.objects.filter(posting__in=keys).values_list("posting").annotate(Max("number")).order_by())
    refused = [each.pk for each in rows if each.state == PostingState.REFUSED]
    refusals = dict(
        Job.objects.filter(subject__in=refused, journey="posting", state__in=STOPPED)
        .order_by("id")
        .values_list("subject", "error_sentence")
    )
    requirements: dict[Any, list[Plain]] = {key: [] for key in keys}
    for each in Requirement.objects.filter(posting__in=keys, current=True).order_by("posting_id", "position"):
        requirements[each.posting_id].append(_requirement(each))
    return [_posting(each, requirements[each.pk], runs.get(each.pk), refusals.get(each.pk, "")) for each in rows]


def matches(posting: Posting, *, run: int | None) -> list[Plain]:
    """The released people of this posting with their evidence, as of `run`."""
    if run is None:
        return []
    released = {
        each.candidate_id: each
        for each in Standing.objects.filter(posting=posting, candidate__withdrawn_at=None)
        .exclude(released_at=None)
        .select_related("candidate")
    }
    listed = list(_ranked(posting, run, released))
    evidence: dict[int, list[Plain]] = {each["id"]: [] for each in listed}
    cells = Evidence.objects.filter(match__in=list(evidence)).select_related("requirement")
    for cell in cells.order_by("match_id", "requirement__position"):
        evidence[cell.match_id].append(_cell(cell))
    return [_match(each, released[each["candidate_id"]], evidence[each["id"]]) for each in listed]


def _ranked(posting: Posting, run: int, people: Collection[UUID]) -> QuerySet[Match, Any]:
    """Rows of these people with their place among everybody, counted in the database."""
    held = Match.objects.filter(posting=posting, first_run__lte=run, candidate__withdrawn_at=None)
    order = [F(each[1:]).desc() if each.startswith("-") else F(each).asc() for each in ORDER]
    return (
        held.filter(Q(last_run=None) | Q(last_run__gte=run))
        .annotate(rank=Window(RowNumber(), order_by=order))
        # beside the window's own column the condition goes outside of it, so that the others are numbered as well
        .filter(Q(rank=0) | Q(candidate__in=list(people)))
        .order_by("rank")
        .values("id", "candidate_id", "rank", "judged", "score", "first_stage", "parts", "layer")
    )


def _posting(posting: Posting, requirements: list[Plain], run: int | None, refusal: str) -> Plain:
    return {
        "id": str(posting.pk),
        "title": posting.title,
        "reference": posting.reference,
        "state": posting.state,
        "refusal": refusal,
        "layer": posting.layer,
        "layers": posting.reading.get("probabilities", {}),
        "ranked": run is not None,
        "run": run,
        "created_at": posting.created_at.isoformat(),
        "requirements": requirements,
    }


def _requirement(row: Requirement) -> Plain:
    return {
        "text": row.text,
        "kind": row.kind,
        "priority": row.priority,
        "years": row.years,
        "skills": row.skills,
        "skill_names": [label(each) for each in row.skills],
        "any_of": row.any_of,
        "span": [row.start, row.end],
    }


def _cell(cell: Evidence) -> Plain:
    return {
        "requirement": cell.requirement.text,
        "priority": cell.requirement.priority,
        "verdict": cell.verdict,
        "strength": round(cell.strength, 4),
        "quote": cell.quote,
        "reason": cell.reason,
        "change": cell.change,
    }


def _match(row: Plain, standing: Standing, evidence: list[Plain]) -> Plain:
    released_at = standing.released_at
    parts = {name: round(value, 4) for name, value in row["parts"].items()}
    return {
        "candidate": standing.candidate.alias,
        "name": standing.candidate.name,
        "rank": row["rank"],
        "judged": row["judged"],
        # the rounded parts add up to it, as the exact ones do to the exact score
        "score": round(sum(parts.values()), 4) if row["judged"] else None,
        "first_stage": None if row["judged"] else round(row["first_stage"], 4),
        "parts": parts,
        "layer": row["layer"],
        "released_at": released_at.isoformat() if released_at else None,
        "evidence": evidence,
    }
