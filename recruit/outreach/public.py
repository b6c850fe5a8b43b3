"""The page behind the last line of each mail: one click, without sign-in, ends all mail from this workspace.

A mail program may send the click by itself (RFC 8058), so the POST takes no CSRF token: the signed link is the proof.
Opening the link changes nothing, because scanners open every link of a mail.
"""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from recruit.accounts.visibility import in_public_workspace
from recruit.events.record import Actor
from recruit.outreach.suppress import digest_from, is_stopped, suppress


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@in_public_workspace
def stop(request: Any, token: str) -> HttpResponse:
    """Ask whether to stop; a POST stops."""
    digest = digest_from(token)
    if request.method == "POST":
        suppress(digest, reason="asked", by=Actor("candidate"))
    page = {"public": request.public_workspace, "stopped": is_stopped(digest)}
    return render(request, "outreach/stop.html", page)
