"""Every page in both schemes and three widths: no violation that axe finds, nothing wider than the window."""

from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse

from recruit.candidates.access import link_for
from recruit.tenancy.scope import workspace_scope
from tests.browser.conftest import Shoot, World

pytestmark = pytest.mark.browser


def _addresses(world: World) -> dict[str, str]:
    match = world.ranked.first
    slug = world.workspace.slug
    with workspace_scope(world.workspace.pk):
        own = link_for(match.candidate)
    return {
        "today": "/",
        "postings": reverse("portal:postings"),
        "posting": reverse("postings:page", args=[match.posting_id]),
        "review": reverse("matches:review", args=[match.posting_id]),
        "one-in-review": reverse("matches:person", args=[match.posting_id, match.candidate_id]),
        "people": reverse("portal:people"),
        "person": reverse("portal:person", args=[match.candidate_id]),
        "pairs": reverse("candidates:pairs"),
        "resume": reverse("candidates:resume", args=[match.resume_id]),
        "search": reverse("portal:search") + "?q=retrieval",
        "help": reverse("portal:help"),
        "settings": reverse("portal:settings"),
        "jobs": reverse("portal:jobs"),
        "upload": reverse("candidates:upload", args=[slug]),
        "link": reverse("candidates:sign_in", args=[slug]),
        "own": own,
        "password": reverse("account_change_password"),
    }


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", ["wide", "middle", "narrow"])
def test_pages_fit_the_window_and_axe_finds_nothing(
    sign_in: Callable[..., Any], world: World, shoot: Shoot, size: str, scheme: str
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = sign_in(size, scheme=scheme)
    found = []
    for name, address in _addresses(world).items():
        page.goto(address)
        shoot(page, f"{name}-{size}-{scheme}")
        results = axe.run(page).response["violations"]
        found += [
            (name, each["id"], each["nodes"][0]["html"][:200], each["nodes"][0]["failureSummary"][:300])
            for each in results
        ]
        spill = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if spill > 0:
            found.append((name, "wider than the window", str(spill), ""))
    assert found == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_sign_in_page_is_clean(
    open_page: Callable[..., Any], shoot: Shoot, transactional_db: None, scheme: str
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = open_page("middle", scheme=scheme)
    page.goto("/accounts/login/")
    shoot(page, f"sign-in-middle-{scheme}")
    assert axe.run(page).response["violations"] == []
