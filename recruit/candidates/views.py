"""Pages of people who are not signed in (upload, link by e-mail, withdrawal) and, for members, a resume as a page.

What a candidate sees of their matches joins rooms and so lives in `recruit.portal.own`.
"""

import json
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from recruit.accounts.visibility import for_members, in_public_workspace, visible_or_404
from recruit.candidates import arrive as arrivals
from recruit.candidates import forms, visible
from recruit.candidates.access import ask_for_link, candidate_from, link_for, shown_to
from recruit.candidates.intake import receive, stored_bytes
from recruit.candidates.models import Resume
from recruit.candidates.portrait import portrait
from recruit.candidates.reading import json_resume_of
from recruit.candidates.withdraw import withdraw
from recruit.errors import DomainError
from recruit.events.record import Actor


@require_http_methods(["GET", "HEAD", "POST"])
@in_public_workspace
def upload(request: Any) -> HttpResponse:
    """Give a resume and a clear yes; then see it read. The answer is the same whether we know the person or not."""
    wording = forms.CONSENT.format(workspace=request.public_workspace.name)
    form = (
        forms.UploadForm(request.POST or None, request.FILES or None)
        if request.method == "POST"
        else forms.UploadForm()
    )
    if _too_large(request):
        form.errors.pop("file", None)
        form.add_error("file", forms.TOO_LARGE)
    elif form.is_bound and form.is_valid():
        try:
            resume = _arrive(form, wording=wording)
            return redirect(arrivals.shown_path(resume, request.public_workspace))
        except DomainError as refusal:
            form.add_error("file", refusal.sentence)
    words, accept = forms.taken()
    hint = forms.HINT.format(kinds=words)
    page = {"form": form, "wording": wording, "public": request.public_workspace, "hint": hint, "accept": accept}
    return render(request, "candidates/upload.html", page, status=400 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@in_public_workspace
def confirm(request: Any, token: str) -> HttpResponse:
    """From a mail: is this resume yours? Only the button decides, because programs open the links of mails too."""
    resume = arrivals.asked_from(token)
    page = {"resume": resume, "public": request.public_workspace, "thrown_away": False}
    if request.method == "POST" and request.POST.get("choice") == "disown":
        arrivals.disown(resume)
        page["thrown_away"] = True
    elif request.method == "POST":
        return redirect(link_for(arrivals.confirm(resume)))
    return render(request, "candidates/confirm.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
@in_public_workspace
def sign_in(request: Any) -> HttpResponse:
    """Send a new link to the address on file. The answer is the same whether we know the address or not."""
    form = forms.LinkForm(request.POST or None)
    sent = form.is_bound and form.is_valid()
    if sent:
        ask_for_link(form.cleaned_data["email"], workspace=request.public_workspace)
    page = {"form": form, "sent": sent, "public": request.public_workspace}
    return render(request, "candidates/sign_in.html", page, status=400 if form.errors else 200)


@require_POST
@in_public_workspace
def replace(request: Any, token: str) -> HttpResponse:
    """A newer version of the person's own resume."""
    candidate = candidate_from(token)
    file = request.FILES.get("file")
    if _too_large(request) or file is None:
        messages.error(request, forms.TOO_LARGE if _too_large(request) else "Choose a file first.", extra_tags="bad")
        return redirect(link_for(candidate))
    try:
        receive(file, original_name=file.name, consent_wording="", candidate=candidate, by=_as(candidate.pk))
    except DomainError as refusal:
        messages.error(request, refusal.sentence, extra_tags="bad")
    return redirect(link_for(candidate))


@require_POST
@in_public_workspace
def stop(request: Any, token: str) -> HttpResponse:
    """Withdraw: nobody sees the profile any more."""
    candidate = candidate_from(token)
    if candidate.withdrawn_at is None:
        withdraw(candidate)
    return redirect(link_for(candidate))


@require_safe
@in_public_workspace
def own_export(request: Any, token: str) -> HttpResponse:
    """The person's own resume as JSON Resume, to take wherever they like."""
    row = shown_to(candidate_from(token))
    if row is None:
        sentence = "There is no resume of yours here that has been read. Upload one, then download it."
        raise DomainError("nothing-to-export", sentence, status=404)
    return _download(row)


@require_safe
@for_members()
def export(request: Any, resume: UUID) -> HttpResponse:
    """A resume as JSON Resume, only once the person was revealed."""
    row = _resume(request, resume)
    if not visible.is_revealed(row):
        raise DomainError(
            "not-revealed", "Reveal this person in a review first; then the resume can be downloaded.", status=403
        )
    return _download(row)


@require_safe
@for_members()
def document(request: Any, resume: UUID) -> HttpResponse:
    """A resume as its text, covered until the person was revealed."""
    row = _resume(request, resume)
    return render(
        request,
        "candidates/resume.html",
        {"seen": portrait(row, revealed=visible.is_revealed(row)), "resume": row},
    )


@require_safe
@for_members()
def original(request: Any, resume: UUID) -> HttpResponse:
    """The file as it came, always as an attachment, only once the person was revealed."""
    row = _resume(request, resume)
    if not visible.is_revealed(row):
        raise DomainError(
            "not-revealed", "Reveal this person in a review first; then the original can be opened.", status=403
        )
    headers = {
        "Content-Disposition": f'attachment; filename="resume-{row.candidate.alias}"',
        "X-Content-Type-Options": "nosniff",
    }
    return HttpResponse(stored_bytes(row), content_type="application/octet-stream", headers=headers)


def _download(resume: Resume) -> HttpResponse:
    content = json.dumps(json_resume_of(resume), ensure_ascii=False, indent=2)
    headers = {
        "Content-Disposition": f'attachment; filename="resume-{resume.candidate.alias}.json"',
        "X-Content-Type-Options": "nosniff",
    }
    return HttpResponse(content, content_type="application/json", headers=headers)


def _arrive(form: forms.UploadForm, *, wording: str) -> Resume:
    file, email = form.cleaned_data["file"], form.cleaned_data["email"]
    return arrivals.arrive(file, original_name=file.name, wording=wording, email=email)


def _resume(request: Any, resume: UUID) -> Resume:
    row: Resume = visible_or_404(visible.documents_visible_to(request.member).select_related("candidate"), pk=resume)
    return row


def _too_large(request: Any) -> bool:
    return bool(request.FILES is not None and getattr(request, "upload_too_large", False))


def _as(candidate: UUID) -> Actor:
    return Actor("candidate", str(candidate))
