"""The reading page as people use it: places answer values, corrections without JavaScript, both schemes, all widths."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse
from PIL import Image

from recruit.candidates.access import link_for
from recruit.candidates.correct import correct
from recruit.candidates.models import Correction, Resume
from recruit.candidates.portrait import portrait
from recruit.candidates.saying import changes_in
from recruit.matches.models import Standing
from recruit.tenancy.scope import workspace_scope
from tests.browser.conftest import Shoot, World
from tests.reading import demo_pdf, mira_pdf, on_paper, read_resume

pytestmark = pytest.mark.browser


@pytest.fixture
def resumes(world: World, settings: Any, tmp_path: Path) -> dict[str, Resume]:
    settings.MEDIA_ROOT = tmp_path
    with workspace_scope(world.workspace.pk):
        found = {
            "mira": read_resume(mira_pdf()),
            "callum": read_resume(demo_pdf("callum-macrae")),
            "shreya": read_resume(demo_pdf("shreya-banerjee")),
        }
        Standing.objects.create(
            posting=world.ranked.posting, candidate=found["shreya"].candidate, revealed_at="2026-11-20T10:00:00Z"
        )
        seen = portrait(found["shreya"], revealed=True)
        correct(found["shreya"], changes_in({"basics.label": "Alignment engineer"}, seen=seen), by=world.recruiter)
    return found


def _address(resume: Resume) -> str:
    return reverse("candidates:reading", args=[resume.pk])


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", ["wide", "middle", "narrow"])
def test_reading_pages_fit_the_window_and_axe_finds_nothing(
    sign_in: Callable[..., Any], world: World, resumes: dict[str, Resume], shoot: Shoot, size: str, scheme: str
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = sign_in(size, scheme=scheme)
    addresses = {f"reading-{name}": _address(each) for name, each in resumes.items()}
    addresses["reading-text"] = _address(world.ranked.first.resume)
    with workspace_scope(world.workspace.pk):
        addresses["own-reading"] = link_for(resumes["callum"].candidate) + "/reading"
    found = []
    for name, address in addresses.items():
        page.goto(address)
        page.wait_for_load_state("networkidle") if "shreya" not in name else None
        shoot(page, f"{name}-{size}-{scheme}")
        found += [(name, each["id"], each["nodes"][0]["html"][:200]) for each in axe.run(page).response["violations"]]
        spill = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if spill > 0:
            found.append((name, "wider than the window", str(spill)))
    assert found == []


def test_a_value_and_its_place_answer_each_other(
    sign_in: Callable[..., Any], resumes: dict[str, Resume], shoot: Shoot
) -> None:
    page = sign_in()
    page.goto(_address(resumes["callum"]))
    row = page.locator(".value", has_text="HPC Engineer").first
    row.scroll_into_view_if_needed()
    row.hover()
    place = row.get_attribute("data-place")
    spot = page.locator(f"#{place}")
    assert "now" in str(spot.get_attribute("class"))
    assert spot.bounding_box()["y"] > page.locator("#document").bounding_box()["y"]
    shoot(page, "reading-hover-wide-light")
    # the focus scrolls, and a pointer that rests over the list would then stand on another value
    page.mouse.move(1, 1)
    page.locator(".value", has_text="Headline").get_by_role("link").focus()
    assert "now" in str(page.locator(".spot.now").first.get_attribute("class"))
    assert "now" not in str(spot.get_attribute("class"))


def test_a_correction_needs_no_javascript(
    sign_in: Callable[..., Any], world: World, resumes: dict[str, Resume], shoot: Shoot
) -> None:
    page = sign_in("middle", javascript=False)
    page.goto(_address(resumes["callum"]))
    entry = page.get_by_role("article", name="HPC Engineer")
    entry.get_by_role("link", name="Show Title in the document").click()
    assert page.locator(".spot:target").count() == 1
    entry.locator("summary").click()
    entry.get_by_role("textbox", name="Start").fill("2015-02")
    shoot(page, "reading-form-middle-light")
    entry.get_by_role("button", name="Keep").click()
    page.get_by_text("It stands above what is read").wait_for()
    page.get_by_role("button", name="Undo Start").click()
    page.get_by_text("Taken back").first.wait_for()
    with workspace_scope(world.workspace.pk):
        rows = list(Correction.objects.filter(candidate=resumes["callum"].candidate).order_by("number"))
    assert [(row.field, row.value, row.undoes_id is None) for row in rows] == [
        ("work.startDate", "2015-02", True),
        ("", "", False),
    ]


def test_review_shows_the_covered_page_with_the_quotes_on_it(
    sign_in: Callable[..., Any], world: World, shoot: Shoot, settings: Any, tmp_path: Path
) -> None:
    settings.MEDIA_ROOT = tmp_path
    with workspace_scope(world.workspace.pk):
        on_paper(world.ranked.first)
    match = world.ranked.first
    page = sign_in()
    page.goto(reverse("matches:person", args=[match.posting_id, match.candidate_id]))
    picture = page.get_by_alt_text("identity covered")
    assert picture.evaluate("image => image.complete && image.naturalWidth") > 500
    page.locator("a.quote").first.click()
    assert page.locator(".paper .spot:target").count() == 1
    shoot(page, "review-drawn-wide-light")


def test_a_cover_stays_a_cover_where_values_are_marked(
    sign_in: Callable[..., Any], world: World, resumes: dict[str, Resume], shoot: Shoot
) -> None:
    page = sign_in()
    page.goto(_address(resumes["mira"]))
    page.wait_for_load_state("networkidle")
    shoot(page, "reading-covered-wide-light")
    name = page.locator("li.value", has_text="Name").first
    spot = page.locator(f'[data-of="{name.get_attribute("data-place")}"]')
    assert _colours(page, spot) == {(168, 174, 184)}
    name.hover()
    assert "now" in str(spot.get_attribute("class"))
    assert _colours(page, spot) == {(168, 174, 184)}
    told = page.locator(".document title").all_text_contents()
    assert "Name" in told
    for words in ("Halvorsen", "mira.halvorsen", "412 90 118"):
        assert words not in page.content()


def _colours(page: Any, spot: Any) -> set[tuple[int, int, int]]:
    """The colours inside of a place, a little away from its edges."""
    box = spot.bounding_box()
    taken = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    middle = round(box["y"] + box["height"] / 2)
    across = range(round(box["x"]) + 6, round(box["x"] + box["width"]) - 6)
    return {taken.getpixel((x, middle)) for x in across}


def test_n_and_p_go_from_value_to_value_and_light_their_places(
    sign_in: Callable[..., Any], resumes: dict[str, Resume]
) -> None:
    page = sign_in()
    page.goto(_address(resumes["callum"]))
    rows = page.locator("[data-place]")
    page.keyboard.press("n")
    page.keyboard.press("n")
    place = rows.nth(1).get_attribute("data-place")
    assert "now" in str(page.locator(f"[data-of={place}]").first.get_attribute("class"))
    page.keyboard.press("p")
    assert "now" in str(rows.nth(0).get_attribute("class"))
    assert "now" not in str(rows.nth(1).get_attribute("class"))
