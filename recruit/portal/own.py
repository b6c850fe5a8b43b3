"""The candidate's own page: what was read, how it is understood, which roles and why, and how to stop.

Opened by a signed link (`recruit.candidates.access`). While the resume is being read the page asks for its progress
and is answered with 286 when there is nothing more to wait for.
"""

from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from recruit.accounts.visibility import in_public_workspace
from recruit.candidates.access import candidate_from, given_by, shown_to
from recruit.candidates.forms import taken
from recruit.candidates.models import Candidate, Resume
from recruit.candidates.portrait import portrait
from recruit.jobs.progress import progress_of
from recruit.matches.models import Evidence, Match
from recruit.postings.models import State

_ROLES = 6
_STOP_POLLING = 286


@dataclass(frozen=True, slots=True)
class Role:
    """An open role in plain words: what of it the resume shows, and what not."""

    match: Match
    shown: tuple[Evidence, ...]
    not_shown: tuple[Evidence, ...]


@require_safe
@in_public_workspace
def page(request: Any, token: str) -> HttpResponse:
    """Progress while we read, and then everything that was read."""
    return render(request, "portal/own.html", {**_own(request, token), "accept": taken()[1]})


@require_safe
@in_public_workspace
def progress(request: Any, token: str) -> HttpResponse:
    """The steps as they stand; the last answer brings what was read and ends the polling."""
    context = _own(request, token)
    done = context["progress"] is None or context["progress"].finished
    return render(
        request, "portal/own_progress.html", {**context, "polled": True}, status=_STOP_POLLING if done else 200
    )


def _own(request: Any, token: str) -> dict[str, Any]:
    candidate = candidate_from(token)
    newest: Resume | None = given_by(candidate).order_by("-received_at", "id").first()
    current = shown_to(candidate)
    context = {
        "candidate": candidate,
        "public": request.public_workspace,
        "token": token,
        "newest": newest,
        "progress": progress_of(newest.pk, journey="resume") if newest else None,
        "resume": current,
    }
    if current is None:
        return context
    seen = portrait(current, revealed=True)
    shared = candidate.merged_into_id is not None or candidate.merged.exists()
    return context | {"seen": seen, "quotes": seen.layer_quotes, "roles": _roles(candidate), "shared": shared}


def _roles(candidate: Candidate) -> list[Role]:
    # by their own resumes: a match of the same person by another resume quotes what another address gave
    matches = (
        Match.objects.filter(resume__in=given_by(candidate), last_run=None, posting__state=State.OPEN)
        .select_related("posting__company")
        .prefetch_related("evidence__requirement")
        .order_by("-judged", "-score", "-first_stage", "posting__title", "id")
    )
    return [
        Role(
            each,
            tuple(cell for cell in each.evidence.all() if cell.verdict in {"met", "partly"}),
            tuple(cell for cell in each.evidence.all() if cell.verdict not in {"met", "partly"}),
        )
        for each in matches[:_ROLES]
    ]
