"""An import as a recruiter does it: bring a table, say what its columns mean, watch it, in both schemes and widths."""

import csv
import io
from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse

from recruit.candidates.imports.models import Import
from recruit.candidates.models import Resume
from recruit.candidates.reading import refuse
from recruit.jobs.models import Job, State
from recruit.journeys import walker
from recruit.tenancy.scope import workspace_scope
from tests.browser.conftest import Shoot, World
from tests.people import PEOPLE

pytestmark = pytest.mark.browser


def _table() -> bytes:
    out = io.StringIO()
    write = csv.writer(out).writerow
    write(["Full name", "E-mail", "Current title", "LinkedIn URL", "Resume", "Internal notes"])
    for each in PEOPLE:
        title, link = "Engineer", f"https://linkedin.example/in/{each.alias.lower()}"
        write([each.name, f"new.{each.email}", title, link, each.text, "met at the spring meet-up"])
    write(["Bo Søe", "not an address", "Analyst", "", "Analyst, Lumen Desk", ""])
    write(["Mira Halvorsen", "second@example.org", "", "", "", "=cmd|calc"])
    return out.getvalue().encode()


def _take_in(world: World) -> None:
    with workspace_scope(world.workspace.pk):
        walker.walk(Job.objects.get(journey="import").pk)


def _read(world: World, *, all_of_them: bool) -> None:
    with workspace_scope(world.workspace.pk):
        jobs = list(Job.objects.filter(journey="resume").order_by("id"))
        for job in jobs[: None if all_of_them else len(jobs) // 2]:
            Job.objects.filter(pk=job.pk).update(state=State.DONE)
            Resume.objects.filter(pk=job.subject).update(state="read")
        if all_of_them:
            unreadable = Resume.objects.get(pk=jobs[-1].subject)
            refuse(unreadable, sentence="We found no sentences about work in this file. Upload a text PDF.")


def _bring(page: Any, *, ground: str, statement: str) -> None:
    page.get_by_label(ground).check()
    page.get_by_label("The statement").fill(statement)
    page.locator("#id_file").set_input_files({"name": "people.csv", "mimeType": "text/csv", "buffer": _table()})
    page.get_by_role("button", name="Upload and look at it").click()


def _look(page: Any, shoot: Shoot, axe: Any, name: str) -> list[tuple[str, str]]:
    shoot(page, name)
    found = [(each["id"], each["nodes"][0]["html"][:200]) for each in axe.run(page).response["violations"]]
    if page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") > 0:
        found.append((name, "wider than the window"))
    return found


@pytest.mark.parametrize(
    ("size", "scheme"), [("wide", "light"), ("wide", "dark"), ("narrow", "light"), ("narrow", "dark")]
)
def test_a_table_is_brought_mapped_and_followed_to_its_end(
    sign_in: Callable[..., Any], world: World, shoot: Shoot, size: str, scheme: str, settings: Any, tmp_path: Any
) -> None:
    settings.MEDIA_ROOT = tmp_path
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = sign_in(size, scheme=scheme)
    page.goto(reverse("portal:people"))
    page.get_by_role("link", name="Import many").click()
    found = _look(page, shoot, axe, f"imports-{size}-{scheme}")
    _bring(page, ground="Another legal basis", statement="They applied to us by letter between 2023 and 2025.")
    page.get_by_role("heading", name="What the columns mean").wait_for()
    assert page.get_by_label("Full name").input_value() == "name"
    assert page.get_by_label("Internal notes").input_value() == ""
    found += _look(page, shoot, axe, f"import-mapping-{size}-{scheme}")
    page.get_by_role("button", name="Start the import").click()
    page.get_by_role("heading", name="Listing").wait_for()
    _take_in(world)
    page.get_by_role("heading", name="Reading").wait_for()
    _read(world, all_of_them=False)
    page.get_by_text("4 of 8").wait_for()
    assert page.get_by_role("button", name="Stop").count() == 0
    found += _look(page, shoot, axe, f"import-running-{size}-{scheme}")
    _read(world, all_of_them=True)
    page.get_by_role("heading", name="Done").wait_for()
    page.get_by_text("We found no sentences about work").wait_for()
    found += _look(page, shoot, axe, f"import-done-{size}-{scheme}")
    with page.expect_download() as download:
        page.get_by_role("link", name="Errors (CSV)").click()
    assert download.value.suggested_filename.startswith("import-errors-")
    assert found == []


def test_an_import_is_brought_and_started_without_javascript(
    sign_in: Callable[..., Any], world: World, settings: Any, tmp_path: Any
) -> None:
    settings.MEDIA_ROOT = tmp_path
    page = sign_in(javascript=False)
    page.goto(reverse("imports:imports"))
    _bring(page, ground="They agreed", statement="You may keep my resume.")
    page.get_by_role("button", name="Start the import").click()
    page.get_by_role("heading", name="Listing").wait_for()
    with workspace_scope(world.workspace.pk):
        assert Import.objects.get().state == "running"
