"""Who may see what: the one vocabulary through which querysets reach views.

`visible_to` is defined on each room's queryset through the functions here. A foreign object is a 404, never a 403:
its existence is nobody's business.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render

from recruit.accounts.models import Member, Role
from recruit.errors import DomainError
from recruit.tenancy.models import Workspace
from recruit.tenancy.scope import workspace_scope

View = Callable[..., HttpResponse]
_RANK = {Role.VIEWER: 0, Role.RECRUITER: 1, Role.ADMIN: 2}


def at_least(member: Member, role: Role) -> bool:
    """True when the member's role carries at least the rights of `role`."""
    return _RANK[Role(member.role)] >= _RANK[role]


def require(member: Member, role: Role) -> None:
    """Refuse unless the member's role carries at least the rights of `role`."""
    if not at_least(member, role):
        raise DomainError("role-too-low", f"This needs the role {role}. Ask an admin of your workspace.", status=403)


def for_members(role: Role = Role.VIEWER) -> Callable[[View], View]:
    """A page for members of a workspace, of at least this role."""

    def wrap(view: View) -> View:
        @wraps(view)
        def page(request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
            if request.member is None:
                return render(request, "accounts/no_workspace.html", status=403)
            require(request.member, role)
            return view(request, *args, **kwargs)

        return login_required(page)

    return wrap


def in_public_workspace(view: View) -> View:
    """A page without sign-in, `/w/<workspace>/…`: the workspace comes from the address."""

    @wraps(view)
    def page(request: Any, workspace: str, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            request.public_workspace = get_object_or_404(Workspace, slug=workspace)
        except Http404:
            raise Http404("There is no such workspace. Ask the person who sent you this address.") from None
        with workspace_scope(request.public_workspace.pk):
            return view(request, *args, **kwargs)

    return page


def visible_or_404(rows: Any, **lookup: Any) -> Any:
    """The one visible row, or a 404."""
    return get_object_or_404(rows, **lookup)
