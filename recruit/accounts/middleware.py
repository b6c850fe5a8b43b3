"""Runs each signed-in member's request inside their workspace, and shows refusals as pages.

The workspace comes from the session and the membership, never from what the browser sends. Pages without
sign-in find theirs in the address (`recruit.accounts.visibility.in_public_workspace`).
"""

from collections.abc import Callable
from typing import Any

from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from recruit.accounts.models import Member
from recruit.errors import DomainError
from recruit.tenancy.scope import lookup, workspace_scope

Handler = Callable[[HttpRequest], HttpResponse]


def memberships_of(user_id: Any) -> list[Member]:
    """Every workspace in which a user works, as memberships."""
    with lookup("strata.user", str(user_id)):
        return list(Member.everywhere.filter(user_id=user_id).select_related("workspace").order_by("workspace__slug"))


def membership(user_id: Any, workspace_id: str | None) -> Member | None:
    """The user's membership in the workspace of their session, or their first one."""
    memberships = memberships_of(user_id)
    chosen = [each for each in memberships if str(each.workspace_id) == workspace_id]
    return next(iter(chosen or memberships), None)


class WorkspaceMiddleware:
    """One transaction and one workspace per request of a member; a view that raises rolls it back."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: Any) -> HttpResponse:
        request.member = request.workspace = None
        if not _has_session(request) or not request.user.is_authenticated:
            return self.get_response(request)
        member = membership(request.user.pk, request.session.get("workspace"))
        if member is None:
            return self.get_response(request)
        request.member, request.workspace = member, member.workspace
        with workspace_scope(member.workspace_id):
            response = self.get_response(request)
            if hasattr(response, "render") and not getattr(response, "is_rendered", True):
                response = response.render()
            return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if connection.in_atomic_block:
            transaction.set_rollback(True)
        if isinstance(exception, DomainError):
            page = {"sentence": exception.sentence, "slug": exception.slug, "status": exception.status}
            return render(request, "error.html", page, status=exception.status)
        return None


def _has_session(request: HttpRequest) -> bool:
    # assets and the API never ask who is signed in, so they need no database for it
    return not request.path.startswith(("/static/", "/api/", "/livez", "/readyz"))
