"""People: everybody who gave a resume, and one person across all postings."""

from dataclasses import dataclass
from typing import Any, cast
from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from matching.layers import STACK, Layer
from recruit.accounts.models import Member
from recruit.accounts.visibility import for_members, visible_or_404
from recruit.candidates import visible
from recruit.candidates.models import Candidate, Pair, PairState, Resume
from recruit.candidates.pairs import listed
from recruit.candidates.portrait import Portrait, portrait
from recruit.events.models import Event
from recruit.matches import visible as matches
from recruit.matches.models import Match, Standing
from recruit.outreach import visible as outreach
from recruit.portal import desk

_PAGE = 50
_EVENTS = 40


@dataclass(frozen=True, slots=True)
class Role:
    """One posting that a person is matched with, and where they stand there."""

    match: Match
    standing: Standing | None


@require_safe
@for_members()
def people(request: Any) -> HttpResponse:
    """The list, newest first; a layer narrows it."""
    layer = request.GET.get("layer", "")
    rows = desk.current_resumes(request.member)
    if layer in {each.value for each in Layer}:
        rows = rows.filter(layer=layer)
    page = Paginator(rows, _PAGE).get_page(request.GET.get("page"))
    page.object_list = desk.lines_of(cast("QuerySet[Resume]", page.object_list))
    pairs = listed(request.member, tab="open").count()
    shown = {"page": page, "layer": layer, "layers": list(Layer), "pairs": pairs}
    return render(request, "portal/people.html", shown)


@require_safe
@for_members()
def person(request: Any, candidate: UUID) -> HttpResponse:
    """One person: dated work, skills, layers, every posting, every mail, every event."""
    found: Candidate = visible_or_404(visible.records_visible_to(request.member), pk=candidate)
    if found.merged_into_id is not None:
        return redirect("portal:person", found.merged_into_id)
    records = [found, *found.merged.order_by("alias")]
    standings = {each.posting_id: each for each in matches.standings_visible_to(request.member).filter(candidate=found)}
    revealed = any(each.revealed_at for each in standings.values())
    resume = visible.resumes_visible_to(request.member).filter(candidate=found, current=True).first()
    seen: Portrait | None = portrait(resume, revealed=revealed) if resume else None
    return render(
        request,
        "portal/person.html",
        {
            "candidate": found,
            "seen": seen,
            "revealed": revealed,
            "name": found.name if revealed and found.name else str(found),
            "quotes": seen.layer_quotes if seen else (),
            "distances": _distances(resume.reading) if resume else [],
            "roles": _roles(request.member, found, standings),
            "drafts": outreach.drafts_visible_to(request.member)
            .filter(candidate__in=records)
            .select_related("posting")
            .order_by("-created_at", "id"),
            "mails": outreach.messages_visible_to(request.member)
            .filter(candidate__in=records)
            .order_by("-queued_at", "id"),
            "merged": _merged(request.member, records[1:]),
            "events": _events(request.member, records)[:_EVENTS],
        },
    )


def _merged(member: Member, records: list[Candidate]) -> QuerySet[Pair]:
    """The decisions by which other records came to stand under this one."""
    rows = visible.pairs_visible_to(member).filter(state=PairState.MERGED)
    return rows.filter(Q(first__in=records) | Q(second__in=records)).select_related("first", "second", "decided_by")


def _roles(member: Member, candidate: Candidate, standings: dict[UUID, Standing]) -> list[Role]:
    held = matches.visible_to(member).filter(candidate=candidate, last_run=None).select_related("posting__company")
    held = held.order_by("-judged", "-score", "-first_stage", "posting__title", "id")
    return [Role(each, standings.get(each.posting_id)) for each in held]


def _events(member: Member, records: list[Candidate]) -> QuerySet[Event]:
    subjects = {
        "candidate": [str(each.pk) for each in records],
        "resume": [str(each.pk) for record in records for each in record.resumes.only("pk")],
        "standing": [str(each.pk) for each in matches.standings_visible_to(member).filter(candidate__in=records)],
    }
    about = Q()
    for kind, keys in subjects.items():
        about |= Q(subject_kind=kind, subject_id__in=keys)
    rows: QuerySet[Event] = Event.objects.filter(about).order_by("-id")
    return rows


def _distances(reading: dict[str, Any]) -> list[tuple[str, list[str], list[str]]]:
    distance = reading.get("distance", {})
    return [
        (layer.value, distance[layer.value]["shown"], distance[layer.value]["missing"])
        for layer in STACK
        if layer.value in distance
    ]
