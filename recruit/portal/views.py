"""Today, postings, search and help: pages that join rooms."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from recruit.accounts.models import Role
from recruit.accounts.visibility import for_members, visible_or_404
from recruit.candidates import visible as candidates
from recruit.outreach import draft as drafts
from recruit.portal import desk
from recruit.postings import visible as postings_room

_YEAR = 365 * 24 * 3600
_FOUND = 30


@require_safe
@for_members()
def today(request: Any) -> HttpResponse:
    """What needs the person who is reading, each with the one action."""
    return render(request, "portal/today.html", {"waiting": desk.waiting_for(request.member)})


@require_safe
@for_members()
def postings(request: Any) -> HttpResponse:
    """Every posting with its layer, its state and how many people are new."""
    lines = desk.posting_lines(request.member)
    show = request.GET.get("show", "")
    shown = [each for each in lines if show in ("", each.posting.state, each.posting.layer)]
    states = sorted({each.posting.state for each in lines})
    return render(request, "portal/postings.html", {"lines": shown, "all": len(lines), "show": show, "states": states})


@require_safe
@for_members()
def search(request: Any) -> HttpResponse:
    """People and postings for some words."""
    words = request.GET.get("q", "").replace("\x00", "").strip()[:200]
    found = {
        "postings": desk.found_postings(request.member, words)[:_FOUND] if words else [],
        "people": desk.found_people(request.member, words, limit=_FOUND) if words else [],
    }
    return render(request, "portal/search.html", {"words": words, **found})


@require_safe
@for_members()
def help_page(request: Any) -> HttpResponse:
    """Keys, and how to read what Strata shows."""
    return render(request, "portal/help.html")


@require_POST
def scheme(request: Any) -> HttpResponse:
    """Light, dark, or as the system has it; kept in a cookie, so that no page flashes."""
    asked = request.POST.get("scheme", "")
    back = request.POST.get("back", "/")
    safe = url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()})
    response = redirect(back if safe else "/")
    if asked in {"light", "dark"}:
        response.set_cookie("scheme", asked, max_age=_YEAR, samesite="Lax", secure=request.is_secure(), httponly=True)
    else:
        response.delete_cookie("scheme")
    return response


@require_POST
@for_members(Role.RECRUITER)
def draft(request: Any, posting: UUID) -> HttpResponse:
    """Ask for an outreach draft; a person reads and approves it on its own page."""
    role = visible_or_404(postings_room.visible_to(request.member), pk=posting)
    named = request.POST.get("candidate", "")
    person = visible_or_404(candidates.visible_to(request.member), pk=_uuid(named))
    asked = drafts.request(role, person, by=request.member)
    return redirect(f"/outreach/{asked.pk}/")


def _uuid(written: str) -> UUID:
    try:
        return UUID(written)
    except ValueError:
        return UUID(int=0)
