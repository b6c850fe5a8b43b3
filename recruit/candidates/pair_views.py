"""Possible duplicates: the list, one pair side by side, and what a recruiter decides about it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from recruit.accounts.models import Member, Role
from recruit.accounts.visibility import at_least, for_members, visible_or_404
from recruit.candidates import merge, visible
from recruit.candidates.models import Candidate, Pair
from recruit.candidates.pairs import TABS, comparison, listed
from recruit.errors import DomainError

_PAGE = 25


@require_safe
@for_members()
def pairs(request: Any) -> HttpResponse:
    """Records that may be one person, those that were merged, and those that somebody kept apart."""
    tab = request.GET.get("show", "")
    tab = tab if tab in TABS else "open"
    page = Paginator(listed(request.member, tab=tab), _PAGE).get_page(request.GET.get("page"))
    counts = [(name, label, listed(request.member, tab=name).count()) for name, label in _LABELS]
    return render(request, "candidates/pairs.html", {"page": page, "tab": tab, "tabs": counts})


@require_safe
@for_members()
def pair(request: Any, pair: UUID) -> HttpResponse:
    """Two records side by side."""
    seen = comparison(_pair(request, pair))
    may_decide = at_least(request.member, Role.RECRUITER)
    return render(request, "candidates/pair.html", {"seen": seen, "pair": seen.pair, "may_decide": may_decide})


@require_POST
@for_members(Role.RECRUITER)
def decide(request: Any, pair: UUID) -> HttpResponse:
    """Merge, keep apart, take back or reveal; the answer is told on the pair's page."""
    row = _pair(request, pair)
    try:
        said = _carry_out(row, request.POST, by=request.member)
        messages.success(request, said, extra_tags="good")
    except DomainError as refusal:
        messages.error(request, refusal.sentence, extra_tags="bad")
    return redirect("candidates:pair", row.pk)


def _carry_out(row: Pair, form: Any, *, by: Member) -> str:
    verb = _VERBS.get(form.get("choice", ""))
    if verb is None:
        raise DomainError("choice-missing", "Choose what to do with these two.", status=400)
    return verb(row, form, by)


def _merge(row: Pair, form: Any, by: Member) -> str:
    keep: Candidate = {str(row.first_id): row.first, str(row.second_id): row.second}.get(form.get("keep"), row.first)
    gone = row.second if keep == row.first else row.first
    merge.merge(row, keep=keep, by=by)
    return (
        f"Merged. {keep.alias} stands for both, and the lists are ranked again. Undo keeps everything of {gone.alias}."
    )


def _unmerge(row: Pair, form: Any, by: Member) -> str:
    merge.unmerge(row, by=by)
    return "Two people again, each with what they gave. The lists are ranked again."


def _dismiss(row: Pair, form: Any, by: Member) -> str:
    merge.dismiss(row, by=by)
    return "Kept apart. Nobody is asked about these two again."


def _reopen(row: Pair, form: Any, by: Member) -> str:
    merge.reopen(row, by=by)
    return "Back among the possible duplicates."


def _reveal(row: Pair, form: Any, by: Member) -> str:
    return "Revealed. This is on the record." if merge.reveal(row, by=by) else "These two were revealed before."


_VERBS: dict[str, Callable[[Pair, Any, Member], str]] = {
    "merge": _merge,
    "unmerge": _unmerge,
    "dismiss": _dismiss,
    "reopen": _reopen,
    "reveal": _reveal,
}
_LABELS = (("open", "To decide"), ("merged", "Merged"), ("apart", "Kept apart"))


def _pair(request: Any, key: UUID) -> Pair:
    rows = visible.pairs_visible_to(request.member).select_related("first", "second", "kept", "displaced", "decided_by")
    found: Pair = visible_or_404(rows, pk=key)
    return found
