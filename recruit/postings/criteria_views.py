"""The criteria of a posting as a page: what was read with its words in the ad, what was changed, by whom, and back.

Every act is a form that works without JavaScript. A refused form comes back with what was typed and the reason.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from matching.requirements import cautions_of
from matching.values import Caution, Kind, Priority
from recruit.accounts.models import Member, Role
from recruit.accounts.visibility import at_least, for_members, visible_or_404
from recruit.errors import DomainError
from recruit.jobs.progress import Progress, progress_of
from recruit.postings import revise, visible
from recruit.postings.criteria import WEIGHTS, Criterion, criteria_of, removed_of
from recruit.postings.history import history_of
from recruit.postings.models import Posting, State
from recruit.postings.wording import skill_names, wording_of

_STOP_POLLING = 286
_PRIORITIES = ((Priority.MUST, "Must"), (Priority.NICE, "Nice to have"), (Priority.AVOID, "To avoid"))
_KINDS = tuple((each.value, each.value.capitalize()) for each in Kind)
_RANKED_AGAIN = "The list is ranked again with it."


@dataclass(frozen=True, slots=True)
class Line:
    """One criterion on the page: its fields as the form shows them, the ad's words, cautions, what was refused."""

    criterion: Criterion
    number: int
    typed: Mapping[str, str]
    cautions: tuple[Caution, ...]
    refusal: str = ""

    @property
    def quote(self) -> str:
        """The words in the ad, where they differ from the criterion's."""
        read = self.criterion.read
        return read.text if read and read.text != self.criterion.requirement.text else ""


@require_safe
@for_members()
def page(request: Any, posting: UUID) -> HttpResponse:
    """The criteria as they stand, how they came to be so, and the forms to change them."""
    role = visible_or_404(visible.visible_to(request.member).select_related("company"), pk=posting)
    return _page(request, role)


@require_safe
@for_members()
def progress(request: Any, posting: UUID) -> HttpResponse:
    """How far the ranking with the changed criteria is, for a page that polls; 286 once it is done."""
    role = visible_or_404(visible.visible_to(request.member), pk=posting)
    found = _ranking(role)
    status = _STOP_POLLING if found is None or found.finished else 200
    return render(request, "postings/criteria_state.html", {"posting": role, "progress": found}, status=status)


@require_POST
@for_members(Role.RECRUITER)
def act(request: Any, posting: UUID) -> HttpResponse:
    """Do what the form says, or show the page again with the reason why not."""
    role = visible_or_404(visible.visible_to(request.member).select_related("company"), pk=posting)
    verb = _VERBS.get(request.POST.get("act", ""))
    try:
        if verb is None:
            raise DomainError("no-such-act", "Choose what to do with this criterion.", status=400)
        said = verb(role, request.POST, request.member)
    except DomainError as refusal:
        role.refresh_from_db()
        return _page(request, role, refusal=refusal)
    messages.success(request, said, extra_tags="good")
    return redirect("postings:criteria", posting=posting)


def _page(request: Any, posting: Posting, *, refusal: DomainError | None = None) -> HttpResponse:
    form = request.POST if refusal else {}
    key = form.get("key", "") if form.get("act") == "change" else ""
    standing = criteria_of(posting)
    lines = [
        _line(each, at, form=form if each.key == key else None, refusal=refusal) for at, each in enumerate(standing)
    ]
    context = {
        "posting": posting,
        "groups": [
            (priority, heading, [each for each in lines if each.criterion.requirement.priority is priority])
            for priority, heading in _PRIORITIES
        ],
        "count": len(lines),
        "removed": removed_of(posting),
        "edited": posting.revised,
        "history": history_of(posting),
        "progress": _ranking(posting),
        "may_edit": at_least(request.member, Role.RECRUITER) and posting.state == State.OPEN,
        "priorities": _PRIORITIES,
        "kinds": _KINDS,
        "weights": WEIGHTS,
        "own": form if form.get("act") == "add" else {},
        "refusal": refusal.sentence if refusal else "",
        "refused_here": any(each.refusal for each in lines),
    }
    return render(request, "postings/criteria.html", context, status=refusal.status if refusal else 200)


def _line(criterion: Criterion, number: int, *, form: Mapping[str, str] | None, refusal: DomainError | None) -> Line:
    asked = criterion.requirement
    stands = {
        "text": asked.text,
        "priority": asked.priority.value,
        "kind": asked.kind.value,
        "years": f"{asked.years:g}" if asked.years else "",
        "skills": skill_names(asked),
        "any_of": "on" if asked.any_of else "",
        "weight": str(criterion.weight),
    }
    typed = stands if form is None else {name: form.get(name, "") for name in stands}
    sentence = refusal.sentence if refusal and form is not None else ""
    return Line(criterion, number, typed, cautions_of(asked.text), sentence)


def _ranking(posting: Posting) -> Progress | None:
    return progress_of(posting.pk, journey="criteria")


def _with_warnings(said: str, warned: tuple[Caution, ...]) -> str:
    return " ".join([said, *(f"Look at “{each.text}” twice: {each.sentence}" for each in warned)])


def _change(posting: Posting, form: Mapping[str, str], by: Member) -> str:
    key = form.get("key", "")
    old = next((each for each in criteria_of(posting) if each.key == key), None)
    return _with_warnings(f"Changed. {_RANKED_AGAIN}", revise.change(posting, key, wording_of(form, old=old), by=by))


def _add(posting: Posting, form: Mapping[str, str], by: Member) -> str:
    return _with_warnings(f"Added. {_RANKED_AGAIN}", revise.add(posting, wording_of(form, old=None), by=by))


def _remove(posting: Posting, form: Mapping[str, str], by: Member) -> str:
    revise.remove(posting, form.get("key", ""), by=by)
    return "Removed. The list is ranked again without it."


def _group(posting: Posting, form: Any, by: Member) -> str:
    revise.put_together(posting, form.getlist("keys"), any_of=form.get("how") != "all", by=by)
    return f"Put together. {_RANKED_AGAIN}"


def _restore(posting: Posting, form: Mapping[str, str], by: Member) -> str:
    revise.restore(posting, form.get("key", ""), by=by)
    return "As it was read again. The list is ranked again."


_VERBS: Mapping[str, Callable[[Posting, Any, Member], str]] = {
    "change": _change,
    "add": _add,
    "remove": _remove,
    "group": _group,
    "restore": _restore,
}
