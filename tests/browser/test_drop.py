"""The zone that takes a file: by a drop, by a click, by the keyboard, and without a script."""

from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse

from recruit.candidates.access import link_for
from recruit.tenancy.scope import workspace_scope
from tests.browser.conftest import Shoot, World

pytestmark = pytest.mark.browser
FILE = {"name": "mira-halvorsen.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 " + b"x" * 1_500}
_DROP = """([zone, name]) => {
  const held = new DataTransfer();
  held.items.add(new File(["%PDF-1.7"], name, {type: "application/pdf"}));
  zone.dispatchEvent(new DragEvent("dragenter", {dataTransfer: held, bubbles: true}));
  const input = zone.querySelector("input").getBoundingClientRect();
  return [zone.className, zone.clientHeight - input.height, zone.clientWidth - input.width];
}"""


def _upload(world: World) -> str:
    return reverse("candidates:upload", args=[world.workspace.slug])


def test_what_was_chosen_is_named_and_can_be_chosen_again(
    open_page: Callable[..., Any], world: World, shoot: Shoot
) -> None:
    page = open_page()
    page.goto(_upload(world))
    zone = page.locator(".drop")
    shoot(page, "upload-empty-wide-light")
    zone.locator("input").set_input_files(FILE)
    zone.get_by_text("mira-halvorsen.pdf (1.5 kB)").wait_for()
    assert zone.get_by_text("Choose another").is_visible()
    shoot(page, "upload-chosen-wide-light")
    zone.locator("input").set_input_files([])
    zone.get_by_text("Drop your resume here").wait_for()


def test_the_whole_zone_takes_a_drop_and_says_so(open_page: Callable[..., Any], world: World) -> None:
    page = open_page()
    page.goto(_upload(world))
    look, *missing = page.evaluate(_DROP, [page.query_selector(".drop"), "cv.pdf"])
    assert "over" in look.split()
    assert max(missing) < 1


def test_the_zone_is_reached_by_the_keyboard_and_shows_the_focus(open_page: Callable[..., Any], world: World) -> None:
    page = open_page()
    page.goto(_upload(world))
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.type") == "file"
    assert page.locator(".drop").evaluate("zone => getComputedStyle(zone).outlineStyle") == "solid"


def test_without_a_script_the_browsers_own_button_looks_like_ours_and_names_the_file(
    open_page: Callable[..., Any], world: World, shoot: Shoot
) -> None:
    page = open_page(javascript=False)
    page.goto(_upload(world))
    field = page.locator(".drop input")
    field.set_input_files(FILE)
    assert field.bounding_box()["height"] > 20
    shoot(page, "upload-without-script-wide-light")
    assert field.evaluate("field => getComputedStyle(field).opacity") == "1"
    assert field.evaluate("field => getComputedStyle(field, '::file-selector-button').borderRadius") == "6px"


def test_a_newer_version_is_brought_through_a_zone_as_well(
    open_page: Callable[..., Any], world: World, settings: Any, tmp_path: Any
) -> None:
    settings.MEDIA_ROOT = tmp_path
    with workspace_scope(world.workspace.pk):
        own = link_for(world.ranked.first.candidate)
    page = open_page()
    page.goto(own)
    page.locator("#newer").set_input_files(FILE)
    page.get_by_text("mira-halvorsen.pdf (1.5 kB)").wait_for()
    page.get_by_role("button", name="Upload the newer version").click()
    page.get_by_label("Reading").wait_for()
