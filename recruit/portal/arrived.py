"""What a visitor of the upload page sees for an hour: the reading of the file that they brought, and nothing else.

The same page whether we know the person or not: it names no other resume, no roles, nothing that was said before.
"""

from dataclasses import replace
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from recruit.accounts.visibility import in_public_workspace
from recruit.candidates.arrive import arrived_from
from recruit.candidates.models import ResumeState
from recruit.candidates.portrait import portrait
from recruit.jobs.progress import Progress, progress_of

_STOP_POLLING = 286


@require_safe
@in_public_workspace
def page(request: Any, token: str) -> HttpResponse:
    """Progress while we read, and then what was read."""
    return render(request, "portal/arrived.html", _arrived(request, token))


@require_safe
@in_public_workspace
def progress(request: Any, token: str) -> HttpResponse:
    """The steps as they stand; the last answer brings what was read and ends the polling."""
    context = _arrived(request, token)
    done = context["progress"] is None or context["progress"].finished
    return render(request, "portal/arrived_progress.html", context, status=_STOP_POLLING if done else 200)


def _until_ranking(progress: Progress | None) -> Progress | None:
    """The steps before the ranking: what waits is not ranked, and how long that takes would tell who is known."""
    if progress is None:
        return None
    steps = tuple(each for each in progress.steps if each.name != "rank")
    done = all(each.state == "done" for each in steps)
    return replace(
        progress, steps=steps, finished=done or progress.finished, sentence="" if done else progress.sentence
    )


def _arrived(request: Any, token: str) -> dict[str, Any]:
    resume = arrived_from(token)
    context = {
        "public": request.public_workspace,
        "token": token,
        "newest": resume,
        "progress": _until_ranking(progress_of(resume.pk, journey="resume")),
        "resume": resume,
    }
    if resume.state != ResumeState.READ or not resume.reading:
        return context
    seen = portrait(resume, revealed=True)
    return context | {"seen": seen, "quotes": seen.layer_quotes}
