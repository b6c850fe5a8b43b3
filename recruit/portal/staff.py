"""Jobs that stopped, for the people who run the house: why each stopped, and the button that sends it round again."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from recruit.accounts.visibility import View, for_members, visible_or_404
from recruit.events.record import Actor
from recruit.jobs.models import Job, State
from recruit.jobs.queue import requeue
from recruit.portal import desk

_LISTED = 200


def for_staff(view: View) -> View:
    """A page of the staff area; for everybody else it is not there."""

    @login_required
    def page(request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.is_staff:
            raise Http404
        return for_members()(view)(request, *args, **kwargs)

    return page


@require_safe
@for_staff
def jobs(request: Any) -> HttpResponse:
    """Dead jobs first, then those that were refused, then what is under way."""
    rows = Job.objects.filter(workspace_id=request.member.workspace_id)
    page = {
        "dead": desk.stopped_jobs(request.member)[:_LISTED],
        "failed": rows.filter(state=State.FAILED).order_by("-id")[:_LISTED],
        "live": rows.filter(state__in=[State.WAITING, State.RUNNING]).order_by("id")[:_LISTED],
    }
    return render(request, "portal/jobs.html", page)


@require_POST
@for_staff
def requeue_job(request: Any, job: int) -> HttpResponse:
    """Send a stopped job round again."""
    row = visible_or_404(Job.objects.filter(workspace_id=request.member.workspace_id), pk=job)
    requeue(row, by=Actor("member", str(request.member.pk)))
    messages.success(request, "It is tried again.", extra_tags="good")
    return redirect("portal:jobs")
