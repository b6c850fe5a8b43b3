"""A walk over every page, as each of the people who meet them: on a phone of 360 px and on a desk of 1440 px.

Nothing scrolls sideways, nothing that axe knows of is wrong, and what is unusually long (an address, a word of an ad, a
file's name) breaks inside of its place. Pages of errors are walked like any other.
"""

from collections.abc import Callable
from dataclasses import dataclass
from email.message import EmailMessage
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from django.template.loader import render_to_string
from django.urls import reverse

from recruit.accounts.models import Member, Role
from recruit.candidates.access import link_for
from recruit.candidates.imports.models import Import
from recruit.candidates.reading import profile_of
from recruit.candidates.twins import notice
from recruit.jobs.models import Job, State
from recruit.journeys import walker
from recruit.outreach import draft
from recruit.tenancy.scope import workspace_scope
from tests import factories
from tests.browser.conftest import Shoot, World
from tests.people import PEOPLE
from tests.reading import demo_pdf, read_resume

pytestmark = pytest.mark.browser
LONG = "Hauptverwaltungsinfrastrukturmodernisierungsbeauftragte"
AD = f"""# {LONG}
Intro with https://jobs.example/{"a" * 120} behind it.

**You bring**
1. **Python**, daily
2. | a | table | that | is | wide |
"""
ERRORS = {
    "403": {},
    "403_csrf": {},
    "404": {},
    "500": {},
    "error": {"status": 410, "sentence": "This link is older than 30 days. Ask for a new one."},
}
"""Pages of errors, drawn by their templates: a browser reports each refused address as an error of its own."""
MAIL = "20261116T090000000000-0a1b2c3d"


@dataclass(frozen=True)
class Cast:
    """Who walks, and the rows whose pages they walk."""

    world: World
    admin: Member
    addresses: dict[str, str]
    own: str


@pytest.fixture
def cast(world: World, settings: Any, tmp_path: Path) -> Cast:
    settings.MEDIA_ROOT, settings.MAIL_SINK_DIR, settings.LAPTOP = tmp_path, str(tmp_path), True
    (tmp_path / f"{MAIL}.eml").write_bytes(_mail().as_bytes())
    match = world.ranked.first
    with workspace_scope(world.workspace.pk):
        admin = factories.member(Role.ADMIN, name="Ines Aldana", email="ines@harbour.example", is_staff=True)
        drawn = read_resume(demo_pdf("callum-macrae"))
        long = factories.posting(title=f"{LONG} and more", text=AD, requirements=[("must", "**Python**, daily")])
        twin = factories.candidate(name=PEOPLE[0].name)
        text = PEOPLE[0].text.replace("mira.halvorsen@example.org", "mira@fjordline.example")
        notice(match.candidate, profile_of(match.resume))
        notice(twin, profile_of(factories.resume(twin, text)))
        asked = draft.request(match.posting, match.candidate, by=world.recruiter)
        Import.objects.create(
            kind="csv", source_name=f"{LONG.lower() * 2}.csv", digest="d", importer="Robin", statement="They wrote."
        )
        Job.objects.create(
            workspace=world.workspace, journey="resume", subject=drawn.pk, step="parse", state=State.DEAD, queue="bulk"
        )
        compose = Job.objects.get(subject=asked.pk)
        own = link_for(drawn.candidate)
    walker.walk(compose.pk)
    rows = {
        "posting": reverse("postings:page", args=[long.pk]),
        "review": reverse("matches:review", args=[match.posting_id]),
        "one-in-review": reverse("matches:person", args=[match.posting_id, match.candidate_id]),
        "nobody-in-review": reverse("matches:review", args=[long.pk]),
        "person": reverse("portal:person", args=[match.candidate_id]),
        "reading": reverse("candidates:reading", args=[drawn.pk]),
        "reading-text": reverse("candidates:reading", args=[match.resume_id]),
        "resume": reverse("candidates:resume", args=[match.resume_id]),
        "draft": reverse("outreach-draft", args=[asked.pk]),
    }
    return Cast(world, admin, rows, own)


def _mail() -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"] = "ana@strata.example", f"{LONG.lower()}.{'x' * 60}@example.com"
    message["Subject"], message["Date"] = f"About {LONG}", "Mon, 16 Nov 2026 09:00:00 +0000"
    message.set_content(f"See https://jobs.example/{'a' * 200}\n")
    return message


def _of_recruiter(cast: Cast) -> dict[str, str]:
    names = {
        "today": "portal:today",
        "postings": "portal:postings",
        "people": "portal:people",
        "pairs": "candidates:pairs",
        "imports": "imports:imports",
        "outreach": "outreach",
        "search": "portal:search",
        "help": "portal:help",
        "settings": "portal:settings",
        "mails": "local:mails",
        "password": "account_change_password",
        "leave": "account_logout",
    }
    listed = {name: reverse(address) for name, address in names.items()}
    more = {
        "found": reverse("portal:search") + "?q=retrieval",
        "found-nothing": reverse("portal:search") + f"?q={LONG}",
        "nobody-of-layer": reverse("portal:people") + "?layer=3",
        "mail": reverse("local:mail", args=[MAIL]),
    }
    return listed | more | cast.addresses


def _of_candidate(cast: Cast) -> dict[str, str]:
    slug = cast.world.workspace.slug
    return {
        "upload": reverse("candidates:upload", args=[slug]),
        "link": reverse("candidates:sign_in", args=[slug]),
        "own": cast.own,
        "own-reading": cast.own + "/reading",
        "sign-in": reverse("account_login"),
        "forgotten": reverse("account_reset_password"),
        "problems": reverse("api-problems"),
    } | {name: f"/errors/{name}" for name in ERRORS}


def _of_admin(cast: Cast) -> dict[str, str]:
    return {"today-admin": "/", "jobs": reverse("portal:jobs"), "settings-admin": reverse("portal:settings")}


def _answer(body: str, route: Any) -> None:
    route.fulfill(body=body, content_type="text/html")


def _walk(page: Any, addresses: dict[str, str], *, shoot: Shoot, look: str) -> list[tuple[str, ...]]:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    for error, context in ERRORS.items():
        body = render_to_string(f"{error}.html", context)
        page.route(f"**/errors/{error}", partial(_answer, body))
    found: list[tuple[str, ...]] = []
    for name, address in addresses.items():
        page.goto(address)
        page.wait_for_load_state("networkidle")
        shoot(page, f"{name}-{look}")
        wide = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
        if wide[0] > wide[1]:
            found.append((name, f"{wide[0]} px in {wide[1]} px"))
        found += [(name, each["id"], each["nodes"][0]["html"][:160]) for each in axe.run(page).response["violations"]]
    return found


LOOKS = pytest.mark.parametrize(("size", "scheme"), [("phone", "dark"), ("phone", "light"), ("wide", "dark")])


@LOOKS
def test_a_recruiter_meets_no_page_that_scrolls_sideways(
    sign_in: Callable[..., Any], cast: Cast, shoot: Shoot, size: str, scheme: str
) -> None:
    page = sign_in(size, scheme=scheme)
    assert _walk(page, _of_recruiter(cast), shoot=shoot, look=f"{size}-{scheme}") == []


@LOOKS
def test_a_candidate_meets_no_page_that_scrolls_sideways(
    open_page: Callable[..., Any], cast: Cast, shoot: Shoot, size: str, scheme: str
) -> None:
    page = open_page(size, scheme=scheme)
    assert _walk(page, _of_candidate(cast), shoot=shoot, look=f"{size}-{scheme}") == []


@LOOKS
def test_an_administrator_meets_no_page_that_scrolls_sideways(
    sign_in: Callable[..., Any], cast: Cast, shoot: Shoot, size: str, scheme: str
) -> None:
    page = sign_in(size, scheme=scheme, by=cast.admin)
    assert _walk(page, _of_admin(cast), shoot=shoot, look=f"{size}-{scheme}") == []
