"""Criteria as a recruiter edits them, with and without JavaScript, in both schemes and widths."""

from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse

from recruit.jobs.models import Job
from recruit.postings import reading
from recruit.postings.models import Posting, State
from recruit.tenancy.scope import workspace_scope
from tests import factories
from tests.browser.conftest import Shoot, World

pytestmark = pytest.mark.browser

TEXT = """Agent platform engineer

What we look for
- 5+ years of backend engineering, most of it in Python or TypeScript
- Experience with retrieval-augmented generation in production
- Kubernetes
- 3+ years of Python and either PyTorch or JAX
- Master's degree in computer science, or equivalent experience
- Native English speaker

Nice to have
- Rust
- Evaluation of language models

Not for you if
- You want to manage people all day
"""


@pytest.fixture
def posting(world: World) -> Posting:
    with workspace_scope(world.workspace.pk):
        made: Posting = Posting.objects.create(
            company=factories.company(),
            title="Agent platform engineer",
            text=TEXT,
            digest="0" * 64,
            state=State.OPEN,
            layer="1",
            reading=factories.reading("1"),
        )
        reading.read(made)()
    return made


def _edit(page: Any, posting: Posting) -> None:
    page.goto(reverse("postings:criteria", args=[posting.pk]))
    rust = page.locator("li.asks").filter(has_text="Rust")
    rust.locator("summary").click()
    rust.get_by_label("How much it matters").select_option("must")
    rust.get_by_label("Weight").select_option("5")
    rust.get_by_role("button", name="Keep").click()
    page.get_by_text("Changed. The list is ranked again with it.").wait_for()
    page.get_by_role("checkbox", name="Choose: Kubernetes").check()
    page.get_by_role("checkbox", name="Choose: Master's degree").check()
    page.get_by_role("button", name="Put together").click()
    page.get_by_text("One of these", exact=True).wait_for()
    page.get_by_role("button", name="Remove: You want to manage").click()
    page.get_by_role("button", name="Bring back").wait_for()
    page.get_by_label("What is asked").last.fill("2+ years of Docker or Podman")
    page.get_by_role("button", name="Add", exact=True).click()
    page.get_by_text("Not in the ad; added here").wait_for()


def _ranked(world: World) -> None:
    with workspace_scope(world.workspace.pk):
        Job.objects.filter(journey="criteria").update(state="done")


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without"])
def test_criteria_are_changed_put_together_removed_added_and_taken_back(
    sign_in: Callable[..., Any], world: World, posting: Posting, javascript: bool
) -> None:
    page = sign_in("wide", javascript=javascript)
    _edit(page, posting)
    page.get_by_role("button", name="Back to what was read", exact=True).first.click()
    page.get_by_text("as read from the ad").wait_for()
    assert page.locator("li.asks").count() == 9


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", ["wide", "middle", "narrow"])
def test_nothing_runs_out_of_the_page(
    sign_in: Callable[..., Any], world: World, posting: Posting, shoot: Shoot, size: str, scheme: str
) -> None:
    page = sign_in(size, scheme=scheme)
    _edit(page, posting)
    _ranked(world)
    if size == "narrow":
        page.set_viewport_size({"width": 360, "height": 844})
    page.reload()
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    shoot(page, f"criteria-{size}-{scheme}")
    page.locator("li.asks").nth(1).locator("summary").click()
    page.locator("li.asks").nth(1).scroll_into_view_if_needed()
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    shoot(page, f"criteria-form-{size}-{scheme}")
