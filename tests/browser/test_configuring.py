"""The admin's part of Settings in Chromium: it fits, axe finds nothing, and a new key can be copied once."""

from collections.abc import Callable
from typing import Any

import pytest

from recruit.accounts.models import Member, Role
from recruit.tenancy.scope import workspace_scope
from tests.browser.conftest import Shoot, World

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("size", "scheme"), [("wide", "light"), ("narrow", "dark")])
def test_an_admin_makes_a_key_and_pauses_sending(
    sign_in: Callable[..., Any], world: World, shoot: Shoot, size: str, scheme: str
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    with workspace_scope(world.workspace.pk):
        Member.objects.filter(pk=world.recruiter.pk).update(role=Role.ADMIN)
    page = sign_in(size, scheme=scheme)
    page.goto("/settings/")
    page.get_by_label("What it is for").fill("applicant tracking")
    page.get_by_role("button", name="Make a key").click()
    page.get_by_text("Copy it now").wait_for()
    assert page.locator("code").inner_text().startswith("sk_")
    shoot(page, f"configuring-{size}-{scheme}")
    page.get_by_role("heading", name="API keys").scroll_into_view_if_needed()
    shoot(page, f"configuring-keys-{size}-{scheme}")
    assert axe.run(page).response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    page.goto("/settings/")
    page.get_by_label("Pause sending").check()
    page.get_by_role("button", name="Keep").click()
    page.get_by_text("paused: no mail leaves").wait_for()
