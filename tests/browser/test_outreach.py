"""The draft's page as a recruiter meets it: wait, read beside the sources, edit, approve."""

from collections.abc import Callable
from typing import Any

import pytest

from recruit.jobs.models import Job
from recruit.journeys import walker
from recruit.outreach import draft
from recruit.outreach.models import Draft
from recruit.tenancy.scope import workspace_scope
from tests.browser.conftest import Shoot, World

pytestmark = pytest.mark.browser


@pytest.fixture
def asked(world: World) -> Draft:
    with workspace_scope(world.workspace.pk):
        first = world.ranked.first
        return draft.request(first.posting, first.candidate, by=world.recruiter)


def compose(asked: Draft) -> None:
    with workspace_scope(asked.workspace_id):
        job = Job.objects.get(subject=asked.pk)
    walker.walk(job.pk)


def test_a_draft_appears_by_itself_and_is_approved(sign_in: Callable[..., Any], asked: Draft, shoot: Shoot) -> None:
    page = sign_in()
    page.goto(f"/outreach/drafts/{asked.pk}")
    page.get_by_text("The draft is being written").wait_for()
    compose(asked)
    page.get_by_role("heading", name="What each statement rests on").wait_for()
    page.get_by_text("No language model is configured").wait_for()
    shoot(page, "draft-covered-wide-light")
    page.get_by_role("button", name="Reveal and read the exact mail").click()
    page.get_by_role("heading", name="Exactly this will be sent").wait_for()
    shoot(page, "draft-wide-light")
    page.get_by_role("button", name="Approve and send to").click()
    page.get_by_text("Approved. The mail is on its way.").wait_for()


@pytest.mark.parametrize(("size", "scheme"), [("wide", "dark"), ("middle", "light"), ("narrow", "light")])
def test_the_draft_fits_every_width(
    sign_in: Callable[..., Any], asked: Draft, shoot: Shoot, size: str, scheme: str
) -> None:
    compose(asked)
    page = sign_in(size, scheme=scheme)
    page.goto(f"/outreach/drafts/{asked.pk}")
    shoot(page, f"draft-{size}-{scheme}")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.goto("/outreach/")
    shoot(page, f"outreach-{size}-{scheme}")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("javascript", [True, False])
def test_words_that_were_not_saved_are_kept_and_not_sent_by_an_approval(
    sign_in: Callable[..., Any], asked: Draft, javascript: bool
) -> None:
    compose(asked)
    page = sign_in(javascript=javascript)
    page.goto(f"/outreach/drafts/{asked.pk}")
    page.get_by_role("button", name="Reveal and read the exact mail").click()
    page.get_by_label("Text").fill("A line of my own.\n\nRobin")
    page.get_by_role("button", name="Approve and send to").click()
    page.get_by_text("nothing was sent yet").wait_for()
    assert "A line of my own." in page.locator("pre.letter").inner_text()
    page.get_by_role("button", name="Approve and send to").click()
    page.get_by_text("Approved. The mail is on its way.").wait_for()
