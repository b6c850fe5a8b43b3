"""Pages of bulk imports, for recruiters: bring a ZIP or CSV, say what its columns mean, follow it, fetch its errors.

The file streams to disk under a limit of its own, so the view sets its upload handlers before anything reads the
form, and the check of the form's token, which reads it, comes after that (Django's documented order for upload
handlers). Who asks is checked before both: of a stranger's upload not a byte is read.
"""

from pathlib import Path
from typing import Any, cast
from uuid import UUID

from django.contrib import messages
from django.core.files.uploadhandler import TemporaryFileUploadHandler
from django.core.paginator import Paginator
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from recruit.accounts.models import Role
from recruit.accounts.visibility import for_members, visible_or_404
from recruit.candidates.imports import begin, errors_file, forms, visible
from recruit.candidates.imports.models import UNFINISHED, Import, Kind, State
from recruit.candidates.imports.opening import columns_of, look_at, opened, samples_of
from recruit.candidates.imports.progress import not_taken, progress_of
from recruit.candidates.imports.source import Listed
from recruit.candidates.uploads import BulkUploadHandler
from recruit.errors import DomainError
from recruit.events.record import Actor

_LISTED = 25
_ERRORS_SHOWN = 20
_STOP_POLLING = 286
_HERE = "This very file is here already; this is its import."
_BEFORE = "This very file was imported before. Who is here already will be recognised, and not taken in twice."


@csrf_exempt
@for_members(Role.RECRUITER)
def imports(request: Any) -> HttpResponse:
    """Bring a file, and look back at what was brought before."""
    request.upload_handlers = [BulkUploadHandler(request), TemporaryFileUploadHandler(request)]
    return _imports(request)


@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
def _imports(request: Any) -> HttpResponse:
    form = forms.ImportForm(request.POST, request.FILES) if request.method == "POST" else forms.ImportForm()
    if form.is_bound and getattr(request, "upload_too_large", False):
        form.errors.pop("file", None)
        form.add_error("file", forms.TOO_LARGE)
    elif form.is_bound and form.is_valid():
        try:
            return redirect("imports:import", _received(request, form).pk)
        except DomainError as refusal:
            form.add_error("file", refusal.sentence)
    page = Paginator(visible.lines(request.member), _LISTED).get_page(request.GET.get("page"))
    context = {"form": form, "page": page, "limits": forms.LIMITS, "grounds": forms.GROUNDS}
    return render(request, "candidates/imports.html", context, status=400 if form.errors else 200)


@require_safe
@for_members(Role.RECRUITER)
def one(request: Any, batch: UUID) -> HttpResponse:
    """One import: what its columns mean while it is a draft, and afterwards what became of its rows."""
    row = _import(request, batch)
    if row.state == State.DRAFT and row.file:
        return render(request, "candidates/import_draft.html", _draft(row))
    return render(request, "candidates/import.html", _stand(row))


@require_safe
@for_members(Role.RECRUITER)
def progress(request: Any, batch: UUID) -> HttpResponse:
    """The figures as they stand; the last answer brings what can be done now and ends the polling."""
    context = _stand(_import(request, batch))
    done = context["progress"].finished
    status = _STOP_POLLING if done else 200
    return render(request, "candidates/import_progress.html", {**context, "polled": True}, status=status)


@require_POST
@for_members(Role.RECRUITER)
def start(request: Any, batch: UUID) -> HttpResponse:
    """Start a draft with its columns as mapped, or go on with what stopped. A worker does the work."""
    row = _import(request, batch)
    if not row.file:
        raise DomainError("command-only", "This was imported by the command. Run the same command to go on.")
    try:
        if row.kind == Kind.CSV and row.state == State.DRAFT:
            begin.map_columns(row, forms.mapped(columns_of(row), request.POST))
        begin.start(row, by=_actor(request))
    except DomainError as refusal:
        messages.error(request, refusal.sentence, extra_tags="bad")
    return redirect("imports:import", row.pk)


@require_POST
@for_members(Role.RECRUITER)
def stop(request: Any, batch: UUID) -> HttpResponse:
    """Take in nothing more for now."""
    row = _import(request, batch)
    begin.stop(row, by=_actor(request))
    messages.success(request, "Stopped. What was received stays; the rest waits for you.", extra_tags="wait")
    return redirect("imports:import", row.pk)


@require_POST
@for_members(Role.RECRUITER)
def discard(request: Any, batch: UUID) -> HttpResponse:
    """Drop what was not taken in, and the uploaded file."""
    row = _import(request, batch)
    begin.discard(row, by=_actor(request))
    messages.success(request, f"{row.source_name} was discarded and its file removed.", extra_tags="good")
    return redirect("imports:imports")


@require_safe
@for_members(Role.RECRUITER)
def errors(request: Any, batch: UUID) -> HttpResponse:
    """Row, file and reason of each row that is not among the people."""
    row = _import(request, batch)
    headers = {"Content-Disposition": f'attachment; filename="import-errors-{row.created_at:%Y-%m-%d}.csv"'}
    lines = errors_file.lines(row)
    # Django's two kinds of answers share a base that the decorators of views do not name
    return cast("HttpResponse", StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8", headers=headers))


def _import(request: Any, batch: UUID) -> Import:
    row: Import = visible_or_404(visible.visible_to(request.member), pk=batch)
    return row


def _received(request: Any, form: forms.ImportForm) -> Import:
    file = form.cleaned_data["file"]
    said = form.cleaned_data
    ground = begin.Ground(said["statement"], agreed=said["ground"] == "agreed", contact=said["contact"])
    upload = Path(file.temporary_file_path())
    found = look_at(upload)
    begin.drop_uploads()
    known = begin.known(found)
    if known is not None:
        unfinished = known.state in UNFINISHED
        messages.info(request, _HERE if unfinished else _BEFORE, extra_tags="wait")
        if unfinished:
            return known
    member = request.member
    return begin.draft(found, name=file.name, ground=ground, member=member, importer=member.name, upload=upload)


def _draft(row: Import) -> dict[str, Any]:
    context: dict[str, Any] = {"batch": row, "offered": forms.offered()}
    if row.kind == Kind.CSV:
        shown = samples_of(row)
        return context | {"columns": forms.mapping_rows(columns_of(row), shown)}
    with opened(row) as source:
        files = 0
        refused: list[Listed] = []
        for listed in source.rows():
            files += 1
            if listed.refusal and len(refused) < _ERRORS_SHOWN:
                refused.append(listed)
    return context | {"files": files, "refused": refused}


def _stand(row: Import) -> dict[str, Any]:
    found = progress_of(row)
    return {"batch": row, "progress": found, "not_taken": list(not_taken(row)[:_ERRORS_SHOWN]) if found.errors else []}


def _actor(request: Any) -> Actor:
    return Actor("member", str(request.member.pk))
