"""A possible duplicate in the browser: seen, revealed, merged and taken apart, without a script as well."""

from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse

from recruit.candidates.models import Pair
from recruit.candidates.reading import profile_of
from recruit.candidates.twins import notice
from recruit.tenancy.scope import workspace_scope
from tests import factories
from tests.browser.conftest import Shoot, World
from tests.people import PEOPLE

pytestmark = pytest.mark.browser


@pytest.fixture
def pair(world: World) -> Pair:
    """Mira, who is ranked already, brings a newer resume from another address; Lena spells her name otherwise."""
    with workspace_scope(world.workspace.pk):
        for match in world.ranked.matches:
            notice(match.candidate, profile_of(match.resume))
        for person, changes in (
            (
                PEOPLE[0],
                {"mira.halvorsen@example.org": "mira@fjordline.example", "Staff Engineer": "Principal Engineer"},
            ),
            (PEOPLE[5], {"Lena Kowalczyk": "Lena Kovalchik", "lena.kowalczyk@example.eu": "lk@baltic.example"}),
        ):
            text = person.text
            for old, new in changes.items():
                text = text.replace(old, new)
            twin = factories.candidate(name=text.split("\n")[0])
            notice(twin, profile_of(factories.resume(twin, text)))
        found: Pair = Pair.objects.select_related("first").order_by("-score").first()
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", ["wide", "narrow"])
def test_the_pages_of_pairs_fit_and_axe_finds_nothing(
    sign_in: Callable[..., Any], pair: Pair, shoot: Shoot, size: str, scheme: str
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = sign_in(size, scheme=scheme)
    for name, address in (("pairs", reverse("candidates:pairs")), ("pair", reverse("candidates:pair", args=[pair.pk]))):
        page.goto(address)
        shoot(page, f"{name}-{size}-{scheme}")
        assert axe.run(page).response["violations"] == []
        assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    page.get_by_role("button", name="Reveal both").click()
    page.get_by_text("mira@fjordline.example").wait_for()
    shoot(page, f"pair-revealed-{size}-{scheme}")


@pytest.mark.parametrize("javascript", [True, False])
def test_two_records_are_merged_and_taken_apart(
    sign_in: Callable[..., Any], pair: Pair, shoot: Shoot, javascript: bool
) -> None:
    page = sign_in(javascript=javascript)
    page.goto("/people/")
    shoot(page, "people-with-pairs")
    page.get_by_role("link", name="Possible duplicates").click()
    page.get_by_role("link", name=f"Compare {pair.first}").click()
    page.get_by_role("button", name="Merge").click()
    page.get_by_text("stands for both, and the lists").wait_for()
    page.goto(reverse("portal:person", args=[pair.first_id]))
    page.get_by_role("heading", name="Also on file as").wait_for()
    shoot(page, "person-merged")
    page.get_by_role("link", name="Compare or undo").click()
    shoot(page, "pair-merged")
    page.get_by_role("button", name="Undo the merge").click()
    page.get_by_text("Two people again").wait_for()
