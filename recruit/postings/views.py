"""A posting as it was read: the ad with its requirements where they stand, its layer with quotes, cautions."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from recruit.accounts.visibility import for_members, visible_or_404
from recruit.jobs.progress import progress_of
from recruit.postings import visible
from recruit.postings.ad import read_ad


@require_safe
@for_members()
def page(request: Any, posting: UUID) -> HttpResponse:
    """One posting: the ad as read."""
    role = visible_or_404(visible.visible_to(request.member).select_related("company"), pk=posting)
    progress = progress_of(role.pk, journey="posting")
    refusal = progress.sentence if progress else ""
    return render(request, "postings/page.html", {"posting": role, "ad": read_ad(role), "refusal": refusal})
