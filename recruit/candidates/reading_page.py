"""The page that shows a reading: the document with each value marked where it stands, and a form for each group.

The same page twice: for members, covered until the person was revealed, and for the candidate on their own signed
link, in whole. Pictures are served by the same rule, as pictures and nothing else.
"""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from matching.documents import FLAGS, IMPORT_FLAGS
from recruit.accounts.models import Member, Role
from recruit.accounts.visibility import at_least, for_members, in_public_workspace, visible_or_404
from recruit.candidates import visible
from recruit.candidates.access import candidate_from, shown_to
from recruit.candidates.correct import correct, take_back
from recruit.candidates.correctable import blanks
from recruit.candidates.draw import ask_for_pages, pages_of, picture
from recruit.candidates.models import Correction, Resume
from recruit.candidates.paper import paper
from recruit.candidates.portrait import portrait
from recruit.candidates.readout import places_of, readout
from recruit.candidates.said import history
from recruit.candidates.saying import changes_in
from recruit.errors import DomainError
from recruit.jobs.models import LIVE
from recruit.jobs.progress import Progress, progress_of

_STOP_POLLING = 286
_SENTENCES = {**FLAGS, **IMPORT_FLAGS}
_PICTURE = {
    "Content-Type": "image/png",
    "Content-Disposition": "inline",
    "Cache-Control": "private, no-store",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cross-Origin-Resource-Policy": "same-origin",
}


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads which resume: a member, or (with `member` None) the candidate by their link."""

    resume: Resume
    member: Member | None
    revealed: bool
    workspace: str = ""
    token: str = ""

    def url(self, name: str, *more: Any) -> str:
        """The address of a part of this page."""
        if self.member is None:
            return reverse(f"candidates:own_{name}", args=[self.workspace, self.token, *more])
        return reverse(f"candidates:{name}", args=[self.resume.pk, *more])

    @property
    def addresses(self) -> dict[str, str]:
        """The addresses that the page names; those of a picture and of an undoing go on with a number and an id."""
        names = ("reading", "applied", "drawn", "say")
        return {name: self.url(name) for name in names} | {"pictures": self.url("picture", 0).removesuffix("0")}


def _for_member(role: Role = Role.VIEWER) -> Any:
    def wrap(view: Any) -> Any:
        @for_members(role)
        def page(request: Any, resume: UUID, **more: Any) -> HttpResponse:
            rows = visible.resumes_visible_to(request.member).select_related("candidate")
            row: Resume = visible_or_404(rows, pk=resume)
            answer: HttpResponse = view(request, Reader(row, request.member, visible.is_revealed(row)), **more)
            return answer

        return page

    return wrap


def _for_candidate(view: Any) -> Any:
    @in_public_workspace
    def page(request: Any, token: str, **more: Any) -> HttpResponse:
        row = shown_to(candidate_from(token))
        if row is None:
            raise Http404("Nothing was read of you yet. Go back to your page.")
        reader = Reader(row, None, revealed=True, workspace=request.public_workspace.slug, token=token)
        answer: HttpResponse = view(request, reader, **more)
        return answer

    return page


def _page(request: Any, reader: Reader) -> HttpResponse:
    drawing = ask_for_pages(reader.resume)
    name = "candidates/reading.html" if reader.member else "candidates/own_reading.html"
    return render(request, name, _shown(request, reader) | {"drawing": drawing is not None and drawing.state in LIVE})


def _shown(request: Any, reader: Reader) -> dict[str, Any]:
    seen = portrait(reader.resume, revealed=reader.revealed)
    whole = readout(seen)
    only = request.GET.get("show") == "uncertain"
    read = whole.uncertain_only() if only else whole
    of_reader = reader.member is None or at_least(reader.member, Role.RECRUITER)
    return {
        "seen": seen,
        "resume": reader.resume,
        "reader": reader,
        "at": reader.addresses,
        "read": read,
        "uncertain": whole.uncertain,
        "only": only,
        "first": next((each.number for each in read.values if each.spans), None),
        "sheets": paper(seen, places_of(whole), pages_of(reader.resume)),
        "said": history(reader.resume.giver, reader=reader.member, revealed=reader.revealed),
        "progress": _applying(reader),
        "flags": [_SENTENCES.get(each, each) for each in reader.resume.flags],
        "blanks": blanks(revealed=reader.revealed),
        "may_correct": of_reader and reader.resume.current,
        "public": getattr(request, "public_workspace", None),
    }


def _applying(reader: Reader) -> Progress | None:
    newest = Correction.objects.filter(candidate=reader.resume.giver).order_by("-number").first()
    return progress_of(newest.pk, journey="correction") if newest else None


def _applied(request: Any, reader: Reader) -> HttpResponse:
    """How far the newest correction is; polled until it is applied."""
    progress = _applying(reader)
    done = progress is None or progress.finished
    context = {"progress": progress, "at": reader.addresses}
    return render(request, "candidates/applying.html", context, status=_STOP_POLLING if done else 200)


def _drawn(request: Any, reader: Reader) -> HttpResponse:
    """The drawn pages in place of the text, as soon as they are there; polled until then."""
    job = ask_for_pages(reader.resume)
    done = job is None or job.state not in LIVE
    context = _shown(request, reader) if done else {}
    return render(request, "candidates/drawn.html", context, status=_STOP_POLLING if done else 200)


def _picture(request: Any, reader: Reader, number: int) -> HttpResponse:
    """One page as a picture: covered before the reveal, and whenever the address asks for it."""
    page = next((each for each in pages_of(reader.resume) if each.number == number), None)
    if page is None:
        raise Http404("This page is not drawn.")
    covered = not reader.revealed or "covered" in request.GET
    return HttpResponse(picture(page, covered=covered), headers=_PICTURE)


def _correct(request: Any, reader: Reader) -> HttpResponse:
    """Keep what the form says; it is applied by the correction's journey."""
    form = {key: str(value) for key, value in request.POST.items()}
    try:
        seen = portrait(reader.resume, revealed=reader.revealed)
        said = correct(reader.resume, changes_in(form, seen=seen, by=reader.member), by=reader.member)
    except DomainError as refusal:
        messages.error(request, refusal.sentence, extra_tags="bad")
        return redirect(reader.url("reading"))
    if said:
        messages.success(request, "Kept. It stands above what is read, now and in later versions.", extra_tags="good")
    else:
        messages.info(request, "Nothing was changed.")
    return redirect(reader.url("reading"))


def _take_back(request: Any, reader: Reader, correction: UUID) -> HttpResponse:
    """Undo one correction."""
    rows = Correction.objects.filter(candidate=reader.resume.giver, undoes=None)
    row = visible_or_404(rows.select_related("resume"), pk=correction)
    try:
        take_back(row, by=reader.member)
        messages.success(request, "Taken back. What was read stands again.", extra_tags="good")
    except DomainError as refusal:
        messages.error(request, refusal.sentence, extra_tags="bad")
    return redirect(reader.url("reading"))


reading, own_reading = require_safe(_for_member()(_page)), require_safe(_for_candidate(_page))
applied, own_applied = require_safe(_for_member()(_applied)), require_safe(_for_candidate(_applied))
drawn, own_drawn = require_safe(_for_member()(_drawn)), require_safe(_for_candidate(_drawn))
page_picture, own_page_picture = require_safe(_for_member()(_picture)), require_safe(_for_candidate(_picture))
say, own_say = require_POST(_for_member(Role.RECRUITER)(_correct)), require_POST(_for_candidate(_correct))
unsay, own_unsay = require_POST(_for_member(Role.RECRUITER)(_take_back)), require_POST(_for_candidate(_take_back))
