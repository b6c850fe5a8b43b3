"""The command that makes a workspace: its admin can sign in with what it prints."""

import io
import re

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from recruit.accounts.models import Company, Member, Role, User
from recruit.tenancy.models import Workspace
from recruit.tenancy.scope import workspace_scope

pytestmark = pytest.mark.django_db
ADMIN = "kim@example.org"


def _made(*more: str) -> str:
    out = io.StringIO()
    call_command("workspace", "North & Sons", "--admin", ADMIN, *more, stdout=out)
    return out.getvalue()


def test_the_admin_signs_in_with_the_printed_password_and_configures(client: Client) -> None:
    said = _made("--postal-address", "1 Quay Street")
    password = re.search(r"password (\S+)", said)
    assert password
    form = {"login": ADMIN, "password": password[1]}
    assert client.post("/accounts/login/", form).status_code == 302
    assert client.post("/settings/switches", {"sending_paused": "on"}).status_code == 302
    assert client.get("/staff/jobs/").status_code == 200
    workspace = Workspace.objects.get()
    assert (workspace.slug, workspace.sending_paused) == ("north-sons", True)
    with workspace_scope(workspace.pk):
        assert Member.objects.get().role == Role.ADMIN
        assert Company.objects.get().name == "North & Sons"


def test_run_again_it_doubles_nothing_and_leaves_the_password() -> None:
    _made()
    before = User.objects.get().password
    assert "(as it was)" in _made()
    assert User.objects.get().password == before
    assert Workspace.objects.count() == 1


def test_an_address_that_is_not_whole_is_refused() -> None:
    with pytest.raises(CommandError, match="not whole"):
        call_command("workspace", "North", "--admin", "kim")
