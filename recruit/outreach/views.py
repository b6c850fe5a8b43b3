"""Drafts and mails for members: what waits, one draft with its sources, and the acts of a recruiter.

A draft's page shows the mail to the last character, as `footer.final` gives it, before anybody can approve it; the
form carries the digest of exactly that. The mail names the person, so it is shown once they were revealed.
"""

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.contrib import messages as notices
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from recruit.accounts.models import Role
from recruit.accounts.visibility import for_members, visible_or_404
from recruit.errors import DomainError
from recruit.outreach import approve as approvals
from recruit.outreach import draft as drafts
from recruit.outreach import message as mails
from recruit.outreach import visible
from recruit.outreach.desk import desk_of
from recruit.outreach.models import Draft, Message
from recruit.outreach.page import page_of

_STOP_POLLING = 286


@require_safe
@for_members()
def outreach(request: Any) -> HttpResponse:
    """Mails that need a look, drafts that wait, and what was sent."""
    return render(request, "outreach/outreach.html", {"desk": desk_of(request.member)})


@require_safe
@for_members()
def short(request: Any, draft: UUID) -> HttpResponse:
    """The short address of a draft."""
    return redirect("outreach-draft", _draft(request, draft).pk)


@require_safe
@for_members()
def draft(request: Any, draft: UUID) -> HttpResponse:
    """One draft: the mail, what each claim rests on, and the exact bytes that an approval would send."""
    row = _draft(request, draft)
    return render(request, "outreach/draft.html", {"page": page_of(row, member=request.member)})


@require_safe
@for_members()
def progress(request: Any, draft: UUID) -> HttpResponse:
    """The draft's body for a page that polls; 286 ends the polling once the composer is done."""
    row = _draft(request, draft)
    page = page_of(row, member=request.member)
    status = _STOP_POLLING if page.settled else 200
    return render(request, "outreach/draft_body.html", {"page": page}, status=status)


@require_POST
@for_members(Role.RECRUITER)
def reveal(request: Any, draft: UUID) -> HttpResponse:
    """Reveal the person, and show the exact mail."""
    row = _draft(request, draft)
    return _acted(request, row, lambda: drafts.reveal(row, by=request.member), "Revealed. This is on the record.")


@require_POST
@for_members(Role.RECRUITER)
def edit(request: Any, draft: UUID) -> HttpResponse:
    """Keep the recruiter's wording; a refusal shows the page again with what was typed."""
    return _reword(request, _draft(request, draft), said="Saved. Read the mail once more, then approve.")


def _reword(request: Any, row: Draft, *, said: str) -> HttpResponse:
    subject, body = request.POST.get("subject", ""), request.POST.get("body", "")
    try:
        approvals.reword(row, by=request.member, subject=subject, body=body)
    except DomainError as refusal:
        if refusal.status != 400:
            raise
        row.subject, row.body = subject, body
        # what was typed is not stored, so nothing of it can be approved
        page = replace(page_of(row, member=request.member, refusal=refusal.sentence), final=None)
        return render(request, "outreach/draft.html", {"page": page}, status=400)
    notices.success(request, said, extra_tags="good")
    return redirect("outreach-draft", row.pk)


@require_POST
@for_members(Role.RECRUITER)
def approve(request: Any, draft: UUID) -> HttpResponse:
    """Approve the mail that was shown. Words that were typed and not saved are kept and checked; nothing leaves yet."""
    row, form = _draft(request, draft), request.POST
    if "body" in form and drafts.differs(row, subject=form.get("subject", ""), body=form["body"]):
        return _reword(
            request, row, said="Your words were saved and checked; nothing was sent yet. Read on, then approve."
        )
    return _acted(
        request,
        row,
        lambda: approvals.approve(
            row, by=request.member, digest=form.get("digest", ""), answered=form.get("answered") == "yes"
        ),
        "Approved. The mail is on its way.",
    )


@require_POST
@for_members(Role.RECRUITER)
def take_back(request: Any, draft: UUID) -> HttpResponse:
    """Call back an approved mail that has not begun to leave."""
    row = _draft(request, draft)
    return _acted(request, row, lambda: approvals.take_back(row, by=request.member), "Taken back. Nothing was sent.")


@require_POST
@for_members(Role.RECRUITER)
def discard(request: Any, draft: UUID) -> HttpResponse:
    """Put a draft away."""
    drafts.discard(_draft(request, draft), by=request.member)
    notices.success(request, "Discarded. Nothing was sent.", extra_tags="good")
    return redirect("outreach")


@require_POST
@for_members(Role.RECRUITER)
def settle(request: Any, message: UUID) -> HttpResponse:
    """Say what became of an uncertain mail."""
    mails.settle(_message(request, message), by=request.member, arrived=request.POST.get("arrived") == "yes")
    return redirect("outreach")


@require_POST
@for_members(Role.RECRUITER)
def again(request: Any, message: UUID) -> HttpResponse:
    """Send a queued mail whose job had stopped."""
    mails.send_again(_message(request, message), by=request.member)
    notices.success(request, "It is tried again now.", extra_tags="good")
    return redirect("outreach")


def _acted(request: Any, row: Draft, act: Any, done: str) -> HttpResponse:
    """Run an act; a refusal is told on the draft's own page, where the person can put it right."""
    try:
        act()
    except DomainError as refusal:
        page = {"page": page_of(_draft(request, row.pk), member=request.member, refusal=refusal.sentence)}
        return render(request, "outreach/draft.html", page, status=refusal.status)
    notices.success(request, done, extra_tags="good")
    return redirect("outreach-draft", row.pk)


def _draft(request: Any, key: UUID) -> Draft:
    rows = visible.drafts_visible_to(request.member)
    row: Draft = visible_or_404(
        rows.select_related("posting__company", "candidate", "requested_by", "workspace"), pk=key
    )
    return row


def _message(request: Any, key: UUID) -> Message:
    row: Message = visible_or_404(visible.messages_visible_to(request.member), pk=key)
    return row
