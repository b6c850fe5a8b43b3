"""Headless Chromium against a live server with seeded rows; every console message and CSP report fails the test.

With STRATA_SCREENSHOTS set to a folder, tests also write the pictures of the pages there.
"""

import io
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pytest_django.live_server_helper import LiveServer

from recruit.accounts.models import Member
from recruit.tenancy.models import Workspace
from recruit.tenancy.scope import workspace_scope
from tests import factories
from tests.factories import Ranked

CHROMIUM = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SIZES = {"wide": (1440, 900), "middle": (1000, 800), "narrow": (390, 844), "phone": (360, 740)}
Shoot = Callable[[Any, str], None]


@dataclass(frozen=True)
class World:
    """A workspace with one ranked posting and a recruiter."""

    workspace: Workspace
    recruiter: Member
    ranked: Ranked


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    sync_playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed.").sync_playwright
    if not CHROMIUM.exists():
        pytest.skip(f"No Chromium at {CHROMIUM}. Install it, or set CHROMIUM to its path.")
    # Playwright's own event loop makes Django believe that a test is asynchronous
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def world(transactional_db: None) -> World:
    workspace = factories.workspace(
        "harbour", name="Harbour Talent", postal_address="1 Quay Street, Bristol", reply_to="team@harbour.example"
    )
    with workspace_scope(workspace.pk):
        recruiter = factories.member(email="robin@harbour.example", is_staff=True)
        ranked = factories.posting_with_matches()
    return World(workspace, recruiter, ranked)


@pytest.fixture
def open_page(chromium: Any, live_server: LiveServer) -> Iterator[Callable[..., Any]]:
    """Opens a page of a size and scheme; what its console or the policy complains of ends in `complaints`."""
    contexts: list[Any] = []
    complaints: list[str] = []

    def open_(size: str = "wide", *, scheme: str = "light", javascript: bool = True) -> Any:
        width, height = SIZES[size]
        context = chromium.new_context(
            base_url=live_server.url,
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            java_script_enabled=javascript,
            reduced_motion="reduce",
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("console", lambda said: complaints.append(said.text) if said.type in {"error", "warning"} else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        return page

    yield open_
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def sign_in(open_page: Callable[..., Any], world: World) -> Callable[..., Any]:
    """A page on which the recruiter has signed in, as people do: by the form."""

    def signed_in(size: str = "wide", *, by: Member = world.recruiter, **more: Any) -> Any:
        page = open_page(size, **more)
        page.goto("/accounts/login/")
        page.get_by_label("E-mail").fill(by.user.email)
        page.get_by_label("Password").fill(factories.PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        page.get_by_role("heading", name="Today").wait_for()
        return page

    return signed_in


@pytest.fixture
def shoot() -> Shoot:
    """Writes a picture where pictures are wanted."""
    folder = os.environ.get("STRATA_SCREENSHOTS")

    def picture(page: Any, name: str) -> None:
        if folder:
            Path(folder).mkdir(parents=True, exist_ok=True)
            # a palette keeps the pictures in README below 200 kB
            taken = Image.open(io.BytesIO(page.screenshot())).convert("RGB").quantize(256)
            taken.save(Path(folder) / f"{name}.png", optimize=True)

    return picture
