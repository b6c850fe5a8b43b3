"""What an admin sets on the Settings page, and how somebody who works in two workspaces goes from one to the other."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from recruit.accounts import keys
from recruit.accounts.middleware import memberships_of
from recruit.accounts.models import ApiKey, Company, Member, Role
from recruit.accounts.visibility import at_least, for_members, visible_or_404
from recruit.errors import DomainError
from recruit.events.record import Actor
from recruit.governance.switches import Switches, configure
from recruit.tenancy.models import Workspace


class SwitchesForm(forms.Form):
    """The workspace's switches; a box that is not ticked says no."""

    postal_address = forms.CharField(required=False, max_length=500)
    sending_paused = forms.BooleanField(required=False)
    external_models_allowed = forms.BooleanField(required=False)


@require_safe
@for_members()
def settings_page(request: Any) -> HttpResponse:
    """The workspace, the people who work in it, and how pages look."""
    return render(request, "portal/settings.html", _page(request))


@require_POST
@for_members(Role.ADMIN)
def switches(request: Any) -> HttpResponse:
    """Keep postal address, sending and outside models as the form has them."""
    form = SwitchesForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Keep the postal address to 500 characters.", extra_tags="bad")
        return redirect("portal:settings")
    address = "\n".join(form.cleaned_data.pop("postal_address").splitlines())
    changed = configure(Switches(postal_address=address, **form.cleaned_data), by=request.member)
    messages.success(request, "Kept." if changed else "Nothing was changed.", extra_tags="good")
    return redirect("portal:settings")


@never_cache
@require_POST
@for_members(Role.ADMIN)
def issue_key(request: Any) -> HttpResponse:
    """A new API key of a company, shown in this answer and never again."""
    company = visible_or_404(Company.objects.filter(workspace_id=request.member.workspace_id), pk=_company(request))
    name = " ".join(request.POST.get("name", "").replace("\x00", "").split())[:60] or "key"
    try:
        _, text = keys.issue(company, name=name, by=_actor(request))
    except DomainError as refusal:
        messages.error(request, refusal.sentence, extra_tags="bad")
        return redirect("portal:settings")
    return render(request, "portal/settings.html", _page(request) | {"issued": text, "issued_for": company})


@require_POST
@for_members(Role.ADMIN)
def revoke_key(request: Any, key: UUID) -> HttpResponse:
    """End a key at once."""
    row = visible_or_404(ApiKey.objects.filter(workspace_id=request.member.workspace_id), pk=key)
    keys.revoke(row, by=_actor(request))
    messages.success(request, f"The key “{row.name}” opens nothing any more.", extra_tags="good")
    return redirect("portal:settings")


@require_POST
@for_members()
def switch_workspace(request: Any) -> HttpResponse:
    """Go on in another workspace in which this person works; what they do not work in stays where it is."""
    chosen = request.POST.get("workspace", "")
    if any(str(each.workspace_id) == chosen for each in memberships_of(request.user.pk)):
        request.session["workspace"] = chosen
    return redirect("portal:today")


def _page(request: Any) -> dict[str, Any]:
    workspace = request.member.workspace_id
    admin = at_least(request.member, Role.ADMIN)
    live = ApiKey.objects.filter(workspace_id=workspace, revoked_at=None).select_related("company")
    return {
        "members": Member.objects.filter(workspace_id=workspace).select_related("user").order_by("name", "id"),
        "companies": Company.objects.filter(workspace_id=workspace).order_by("name", "id"),
        "may_configure": admin,
        "keys": live.order_by("company__name", "-created_at", "id") if admin else (),
        "of": Workspace.objects.get(pk=workspace),
        "elsewhere": [each for each in memberships_of(request.user.pk) if each.workspace_id != workspace],
    }


def _company(request: Any) -> UUID:
    try:
        return UUID(request.POST.get("company", ""))
    except ValueError:
        return UUID(int=0)


def _actor(request: Any) -> Actor:
    return Actor("member", str(request.member.pk))
