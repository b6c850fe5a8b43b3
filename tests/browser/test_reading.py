"""The reading page as people use it: places answer values, corrections without JavaScript, both schemes, all widths."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse

from recruit.candidates.access import link_for
from recruit.candidates.correct import correct
from recruit.candidates.models import Resume
from recruit.candidates.portrait import portrait
from recruit.candidates.saying import changes_in
from recruit.matches.models import Standing
from recruit.tenancy.scope import workspace_scope
from tests.browser.conftest import Shoot, World
from tests.reading import demo_pdf, mira_pdf, read_resume

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
