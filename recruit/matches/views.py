"""The review of a posting: the ranked list, one person's evidence, the document beside it, and the decisions.

Only what nobody's focus is in is ever swapped: the list and the row of actions stay, the sheet and its document
follow. Without JavaScript the same addresses give whole pages.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from recruit.accounts.models import Member, Role
from recruit.accounts.visibility import at_least, for_members, visible_or_404
from recruit.errors import DomainError
from recruit.matches import decide, lists, visible
from recruit.matches.models import Choice, Match, Run, Standing
from recruit.matches.sheet import Sheet, sheet
from recruit.postings import visible as postings
from recruit.postings.models import Posting


@dataclass(frozen=True, slots=True)
class Place:
    """Where in which list the reader is: the run (None: as it is now), the status shown, the cursor."""

    run: int | None
    show: str
    after: int | None
    start: int

    @property
    def query(self) -> str:
        """The address's query that leads back to this list."""
        named = {"run": self.run, "show": self.show}
        return "&".join(f"{key}={value}" for key, value in named.items() if value)


@require_safe
@for_members()
def review(request: Any, posting: UUID, candidate: UUID | None = None) -> HttpResponse:
    """The whole desk, one person's sheet for the detail pane, or more rows of the list."""
    role = visible_or_404(postings.visible_to(request.member).select_related("company"), pk=posting)
    place = _place(request)
    if place.run is not None and not role.runs.filter(number=place.run).exists():
        raise Http404("There is no such run of this posting.")
    if request.htmx and not request.htmx.history_restore_request and candidate:
        return render(request, "matches/chosen.html", _chosen(request, role, place, candidate=candidate))
    page = lists.ranked(
        role, member=request.member, run=place.run, show=place.show, after=place.after, start=place.start
    )
    if request.htmx and not request.htmx.history_restore_request:
        return render(request, "matches/more.html", {"posting": role, "place": place, "page": page})
    first = candidate or (page.rows[0].match.candidate_id if page.rows else None)
    chosen = _chosen(request, role, place, candidate=first) if first else {"posting": role, "place": place}
    runs = list(lists.runs_of(role)[:12])
    return render(
        request,
        "matches/review.html",
        {
            **chosen,
            "page": page,
            "tally": lists.tally(role, member=request.member, run=place.run),
            "runs": runs,
            "shown_run": _shown(runs, place),
            "named": candidate is not None,
            "beside": _beside(request.member, chosen, place),
            "may_decide": at_least(request.member, Role.RECRUITER),
            "reasons": [(each.value, each.label, decide.EXPLAINED[each]) for each in decide.Reason],
        },
    )


@require_POST
@for_members(Role.RECRUITER)
def decide_on(request: Any, posting: UUID) -> HttpResponse:
    """Shortlist, pass, undo, release or reveal the person whom the form names."""
    role = visible_or_404(postings.visible_to(request.member), pk=posting)
    place = _place(request)
    match = _match(request.member, role, place, candidate=_uuid(request.POST.get("candidate", "")))
    said, refused = _carry_out(request.POST, match, by=request.member)
    if request.htmx:
        context = _chosen(request, role, place, candidate=match.candidate_id)
        context |= {"said": said, "refused": refused, "decided": True}
        context["tally"] = lists.tally(role, member=request.member, run=place.run)
        return render(request, "matches/chosen.html", context)
    (messages.error if refused else messages.success)(request, said, extra_tags="bad" if refused else "good")
    address = reverse("matches:person", args=[posting, match.candidate_id])
    return redirect(f"{address}?{place.query}" if place.query else address)


def _carry_out(form: Any, match: Match, *, by: Member) -> tuple[str, bool]:
    """What was done or refused, as a sentence; and whether it was refused."""
    verb = _VERBS.get(form.get("choice", ""))
    if verb is None:
        return "Choose what to do with this person.", True
    last_run = match.posting.runs.order_by("-number").values_list("number", flat=True).first()
    try:
        return verb(decide.standing_of(match), by, form, last_run), False
    except DomainError as refusal:
        return refusal.sentence, True


def _pass(standing: Standing, by: Member, form: Any, run: int | None) -> str:
    decide.pass_over(standing, by=by, reason=form.get("reason", ""), words=form.get("words", "")[:2000], run=run)
    return "Passed. Undo takes it back."


def _shortlist(standing: Standing, by: Member, form: Any, run: int | None) -> str:
    decide.shortlist(standing, by=by, words=form.get("words", "")[:2000], run=run)
    return "Shortlisted."


def _undo(standing: Standing, by: Member, form: Any, run: int | None) -> str:
    decide.undo(standing, by=by, run=run)
    return "Undone."


def _release(standing: Standing, by: Member, form: Any, run: int | None) -> str:
    decide.release(standing, by=by, run=run)
    return "Released. The company sees this person now."


def _reveal(standing: Standing, by: Member, form: Any, run: int | None) -> str:
    done = decide.reveal(standing, by=by, run=run)
    return "Revealed. This is on the record." if done else "This person was revealed before."


_VERBS: dict[str, Callable[[Standing, Member, Any, int | None], str]] = {
    Choice.PASS: _pass,
    Choice.SHORTLIST: _shortlist,
    Choice.UNDO: _undo,
    Choice.RELEASE: _release,
    Choice.REVEAL: _reveal,
}


def _chosen(request: Any, posting: Posting, place: Place, *, candidate: UUID) -> dict[str, Any]:
    match = _match(request.member, posting, place, candidate=candidate)
    standing = visible.standings_visible_to(request.member).filter(posting=posting, candidate=candidate).first()
    read: Sheet = sheet(match, standing)
    return {"posting": posting, "place": place, "sheet": read}


def _beside(member: Member, chosen: dict[str, Any], place: Place) -> lists.Beside | None:
    """The neighbours in the list, for who steps through it without a script or without seeing it."""
    shown = chosen.get("sheet")
    return lists.beside(shown.match, member=member, run=place.run, show=place.show) if shown else None


def _match(member: Member, posting: Posting, place: Place, *, candidate: UUID) -> Match:
    matches = lists.matches_of(posting, member=member, run=place.run).select_related("candidate", "resume", "posting")
    found: Match | None = matches.filter(candidate=candidate).first()
    if found is None:
        raise Http404("This person is not in this list.")
    return found


def _place(request: HttpRequest) -> Place:
    asked = request.POST if request.method == "POST" else request.GET
    return Place(
        run=_number(asked.get("run")),
        show=asked.get("show", ""),
        after=_number(asked.get("after")),
        start=_number(asked.get("start")) or 1,
    )


def _shown(runs: list[Run], place: Place) -> Run | None:
    return next((each for each in runs if place.run in (None, each.number)), None)


def _number(written: str | None) -> int | None:
    return int(written) if written and written.isdecimal() and len(written) < 10 else None


def _uuid(written: str) -> UUID:
    try:
        return UUID(written)
    except ValueError:
        raise Http404("This person is not in this list.") from None
