"""People: everybody who gave a resume, and one person across all postings."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from matching.layers import STACK, Layer
from matching.text import Span
from recruit.accounts.models import Member
from recruit.accounts.visibility import for_members, visible_or_404
from recruit.candidates import visible
from recruit.candidates.models import Candidate
from recruit.candidates.portrait import Portrait, portrait
from recruit.events.models import Event
from recruit.matches import visible as matches
from recruit.matches.models import Match, Standing
from recruit.outreach import visible as outreach
from recruit.outreach.models import Draft
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
    lines = desk.resume_lines(request.member)
    if layer in {each.value for each in Layer}:
        lines = lines.filter(layer=layer)
    page = Paginator(lines, _PAGE).get_page(request.GET.get("page"))
    return render(request, "portal/people.html", {"page": page, "layer": layer, "layers": list(Layer)})


@require_safe
@for_members()
def person(request: Any, candidate: UUID) -> HttpResponse:
    """One person: dated work, skills, layers, every posting, every mail, every event."""
    found: Candidate = visible_or_404(visible.visible_to(request.member), pk=candidate)
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
            "quotes": [(each["layer"], seen.quote(Span(*each["span"]))) for each in resume.reading.get("evidence", ())]
            if resume and seen
            else [],
            "distances": _distances(resume.reading) if resume else [],
            "roles": _roles(request.member, found, standings),
            "drafts": outreach.drafts_visible_to(request.member)
            .filter(candidate=found)
            .select_related("posting")
            .order_by("-created_at", "id"),
            "mails": outreach.messages_visible_to(request.member).filter(candidate=found).order_by("-queued_at", "id"),
            "events": _events(found, standings)[:_EVENTS],
        },
    )


def _drafts(member: Member, candidate: Candidate) -> QuerySet[Draft]:
    drafts = outreach.drafts_visible_to(member).filter(candidate=candidate).select_related("posting")
    return drafts.order_by("-created_at", "id")


def _roles(member: Member, candidate: Candidate, standings: dict[UUID, Standing]) -> list[Role]:
    held = matches.visible_to(member).filter(candidate=candidate, last_run=None).select_related("posting__company")
    held = held.order_by("-judged", "-score", "-first_stage", "posting__title", "id")
    return [Role(each, standings.get(each.posting_id)) for each in held]


def _events(candidate: Candidate, standings: dict[UUID, Standing]) -> QuerySet[Event]:
    resumes = [str(key) for key in candidate.resumes.values_list("pk", flat=True)]
    about = Q(subject_kind="candidate", subject_id=str(candidate.pk)) | Q(subject_kind="resume", subject_id__in=resumes)
    about |= Q(subject_kind="standing", subject_id__in=[str(each.pk) for each in standings.values()])
    rows: QuerySet[Event] = Event.objects.filter(about).order_by("-id")
    return rows


def _distances(reading: dict[str, Any]) -> list[tuple[str, list[str], list[str]]]:
    distance = reading.get("distance", {})
    return [
        (layer.value, distance[layer.value]["shown"], distance[layer.value]["missing"])
        for layer in STACK
        if layer.value in distance
    ]
