"""The review as a recruiter uses it: by keys, by mouse, and without JavaScript."""

import time
from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse

from recruit.matches.models import Decision, Standing, Status
from recruit.tenancy.scope import workspace_scope
from tests.browser.conftest import Shoot, World

pytestmark = pytest.mark.browser
CHOSEN = '#people a[aria-current="true"]'


def _review(world: World) -> str:
    return reverse("matches:review", args=[world.ranked.posting.pk])


def _standing(world: World, place: int) -> Standing:
    with workspace_scope(world.workspace.pk):
        candidate = world.ranked.matches[place].candidate_id
        standing: Standing = Standing.objects.get(posting=world.ranked.posting, candidate=candidate)
        return standing


def test_a_review_is_done_with_keys_alone(sign_in: Callable[..., Any], world: World, shoot: Shoot) -> None:
    page = sign_in()
    page.goto(_review(world))
    page.keyboard.press("s")
    page.get_by_role("status").get_by_text("Shortlisted.").wait_for()
    page.keyboard.press("r")
    page.get_by_role("status").get_by_text("Released.").wait_for()
    page.keyboard.press("j")
    page.get_by_role("heading", name="Candidate 2HFDX").wait_for()
    assert page.evaluate("document.activeElement.matches('#people a[aria-current]')")
    page.keyboard.press("x")
    shoot(page, "passing-wide-light")
    page.keyboard.press("2")
    page.get_by_role("status").get_by_text("Passed.").wait_for()
    assert _standing(world, 0).released_at is not None
    assert _standing(world, 1).status == Status.PASSED
    page.keyboard.press("u")
    page.get_by_role("status").get_by_text("Undone.").wait_for()
    assert _standing(world, 1).status == Status.NEW
    with workspace_scope(world.workspace.pk):
        assert Decision.objects.get(choice="pass").reason == "level"


def test_the_row_of_the_list_tells_at_once_what_was_decided(sign_in: Callable[..., Any], world: World) -> None:
    page = sign_in()
    page.goto(_review(world))
    page.get_by_role("button", name="Shortlist").click()
    page.locator(CHOSEN).get_by_text("shortlisted").wait_for()


def test_a_key_typed_into_a_field_decides_nothing(sign_in: Callable[..., Any], world: World) -> None:
    page = sign_in()
    page.goto(_review(world))
    page.keyboard.press("/")
    page.keyboard.type("susx")
    assert page.get_by_role("searchbox").input_value() == "susx"
    with workspace_scope(world.workspace.pk):
        assert not Standing.objects.exists()


def test_identity_reaches_the_page_only_after_reveal(sign_in: Callable[..., Any], world: World) -> None:
    page = sign_in()
    page.goto(_review(world))
    assert "Halvorsen" not in page.content()
    assert "mira.halvorsen@" not in page.content()
    page.keyboard.press("v")
    page.get_by_role("heading", name="Mira Halvorsen").wait_for()
    assert page.get_by_text("mira.halvorsen@example.org").first.is_visible()


def test_a_quote_leads_to_where_it_stands_in_the_resume(sign_in: Callable[..., Any], world: World) -> None:
    page = sign_in()
    page.goto(_review(world))
    page.locator("a.quote", has_text="graded cases").click()
    marked = page.locator(".paper mark", has_text="Wrote 1,400 graded cases")
    marked.wait_for()
    assert page.evaluate("location.hash").startswith("#q")
    assert marked.bounding_box()["y"] < 900


def test_everything_works_without_javascript(sign_in: Callable[..., Any], world: World) -> None:
    page = sign_in(javascript=False)
    page.goto(_review(world))
    page.get_by_role("link", name="Candidate W9TNC").click()
    page.get_by_role("heading", name="Candidate W9TNC").wait_for()
    page.get_by_text("Pass…").click()
    page.get_by_label("In your own words").fill("Ask again in spring.")
    page.get_by_role("button", name="Timing").click()
    page.get_by_text("Passed. Undo takes it back.").wait_for()
    standing = _standing(world, 2)
    assert standing.status == Status.PASSED
    with workspace_scope(world.workspace.pk):
        assert standing.decisions.get().words == "Ask again in spring."


def test_on_a_phone_the_list_comes_first_and_leads_to_one_person(
    sign_in: Callable[..., Any], world: World, shoot: Shoot
) -> None:
    page = sign_in("narrow")
    page.goto(_review(world))
    assert not page.get_by_role("article", name="Evidence").is_visible()
    page.get_by_role("link", name="Candidate K7QM4").click()
    page.get_by_role("article", name="Evidence").wait_for()
    page.get_by_role("link", name="All people").click()
    page.get_by_role("link", name="Candidate K7QM4").wait_for()


def test_on_a_phone_the_next_person_is_one_thumb_away(sign_in: Callable[..., Any], world: World, shoot: Shoot) -> None:
    page = sign_in("phone")
    page.goto(_review(world))
    page.get_by_role("link", name="Candidate K7QM4").click()
    page.get_by_role("heading", name="Candidate K7QM4").wait_for()
    following, previous = page.get_by_role("link", name="Next"), page.get_by_role("link", name="Previous")
    for step in (following, previous):
        box = step.bounding_box()
        assert box["y"] > 740 / 2
        assert min(box["width"], box["height"]) >= 44
    shoot(page, "one-in-review-phone-light")
    assert previous.get_attribute("aria-disabled") == "true"
    following.click()
    page.get_by_role("heading", name="Candidate 2HFDX").wait_for()
    assert page.get_by_role("heading", name="Candidate 2HFDX").bounding_box()["y"] < 400
    previous.click()
    page.get_by_role("heading", name="Candidate K7QM4").wait_for()


def test_steps_on_a_phone_are_links_without_javascript(sign_in: Callable[..., Any], world: World) -> None:
    page = sign_in("phone", javascript=False)
    page.goto(reverse("matches:person", args=[world.ranked.posting.pk, world.ranked.matches[1].candidate_id]))
    page.get_by_role("link", name="Next").click()
    page.get_by_role("heading", name="Candidate W9TNC").wait_for()
    page.get_by_role("link", name="Previous").click()
    page.get_by_role("heading", name="Candidate 2HFDX").wait_for()


def _slow_sheets(page: Any) -> None:
    def late(route: Any) -> None:
        time.sleep(0.3)
        route.continue_()

    page.route("**/people/*", late)


def test_keys_in_quick_succession_act_on_whom_the_list_marks(sign_in: Callable[..., Any], world: World) -> None:
    page = sign_in()
    page.goto(_review(world))
    _slow_sheets(page)
    for key in ("j", "s", "r", "j", "x"):
        page.keyboard.press(key)
    page.get_by_role("heading", name="Candidate W9TNC").wait_for()
    page.keyboard.press("2")
    page.get_by_role("status").get_by_text("Passed.").wait_for()
    assert page.locator(CHOSEN).get_by_text("Candidate W9TNC").is_visible()
    with workspace_scope(world.workspace.pk):
        assert not Standing.objects.filter(candidate=world.ranked.matches[0].candidate_id).exists()
    second, third = _standing(world, 1), _standing(world, 2)
    assert (second.status, second.released_at is not None) == (Status.SHORTLISTED, True)
    assert third.status == Status.PASSED


def test_a_draft_asked_for_at_once_is_for_whom_the_list_marks(sign_in: Callable[..., Any], world: World) -> None:
    page = sign_in()
    page.goto(_review(world))
    _slow_sheets(page)
    page.keyboard.press("j")
    page.keyboard.press("d")
    page.get_by_role("heading", name="Draft to Candidate 2HFDX").wait_for()


def test_enter_behind_the_own_words_gives_no_reason_that_nobody_chose(
    sign_in: Callable[..., Any], world: World
) -> None:
    page = sign_in()
    page.goto(_review(world))
    page.keyboard.press("x")
    page.get_by_label("In your own words").fill("salary too high")
    page.keyboard.press("Enter")
    page.get_by_role("status").get_by_text("Choose a reason").wait_for()
    assert page.get_by_label("In your own words").input_value() == "salary too high"
    with workspace_scope(world.workspace.pk):
        assert not Decision.objects.exists()
    page.get_by_role("button", name="Level").click()
    page.get_by_role("status").get_by_text("Passed.").wait_for()
    with workspace_scope(world.workspace.pk):
        assert Decision.objects.get().words == "salary too high"


def test_the_end_of_the_list_is_its_end(sign_in: Callable[..., Any], world: World) -> None:
    page = sign_in()
    page.goto(_review(world))
    for _ in range(6):
        page.keyboard.press("j")
    page.get_by_role("heading", name="Candidate W9TNC").wait_for()
    assert page.locator("#people a.person").count() == len(world.ranked.matches)


def test_counts_and_names_of_the_list_follow_a_decision(sign_in: Callable[..., Any], world: World) -> None:
    page = sign_in()
    page.goto(_review(world))
    page.keyboard.press("s")
    page.locator("#tabs").get_by_text("Shortlisted 1").wait_for()
    assert f"{len(world.ranked.matches) - 1} new" in page.locator("#tally").inner_text()
    page.keyboard.press("v")
    page.locator(CHOSEN).get_by_text("Mira Halvorsen").wait_for()
