"""The reading page and its pictures: who sees them, what is covered in them, and what stands where no picture is."""

import io
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from PIL import Image

from matching.profile import Correction as Correcting
from recruit.accounts.models import Member, Role
from recruit.candidates import draw, reading
from recruit.candidates.access import link_for
from recruit.candidates.correct import correct
from recruit.candidates.models import Correction, DrawnPage, Resume
from recruit.jobs.models import Job, State
from recruit.journeys import walker
from recruit.matches.models import Standing
from recruit.tenancy.models import Workspace
from recruit.tenancy.scope import workspace_scope
from tests import factories
from tests.reading import HIDDEN, mira_pdf, read_resume

pytestmark = pytest.mark.django_db
NAME_AT = (60, 778, 130, 789)
NORDMANN_AT = (165, 556, 215, 563)


@dataclass(frozen=True)
class World:
    """A drawn resume of our workspace, and clients of the cast."""

    workspace: Workspace
    resume: Resume
    own: Client
    viewer: Client
    foreign: Client
    nobody: Client

    def at(self, name: str, *more: Any) -> str:
        return reverse(f"candidates:{name}", args=[self.resume.pk, *more])

    def reveal(self) -> None:
        with workspace_scope(self.workspace.pk):
            Standing.objects.create(
                posting=factories.posting(), candidate=self.resume.candidate, revealed_at="2026-11-20T10:00:00Z"
            )


@pytest.fixture
def world(settings: Any, tmp_path: Path) -> World:
    settings.MEDIA_ROOT = tmp_path
    ours, theirs = factories.workspace("north"), factories.workspace("south")
    with workspace_scope(theirs.pk):
        stranger = factories.member(Role.ADMIN)
    with workspace_scope(ours.pk):
        resume = read_resume(mira_pdf("Reported weekly to kari nordmann about it."))
        cast = [factories.member(), factories.member(Role.VIEWER), stranger]
    return World(ours, resume, *(_signed_in(each) for each in cast), Client())


def _signed_in(member: Member) -> Client:
    client = Client()
    client.force_login(member.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def _colours(picture: bytes, edges: tuple[int, int, int, int]) -> int:
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    scale = image.width / 595
    left, bottom, right, top = edges
    box = (int(left * scale), int((842 - top) * scale), int(right * scale), int((842 - bottom) * scale))
    return len(image.crop(box).getcolors(1 << 20) or ())


@pytest.mark.parametrize(("name", "more"), [("reading", ()), ("picture", (0,)), ("drawn", ()), ("applied", ())])
def test_members_see_it_and_for_strangers_it_is_not_there(world: World, name: str, more: tuple[int, ...]) -> None:
    address = world.at(name, *more)
    assert world.own.get(address).status_code in (200, 286)
    assert world.viewer.get(address).status_code in (200, 286)
    assert world.foreign.get(address).status_code == 404
    assert world.nobody.get(address).headers["Location"].startswith("/accounts/login/")


def test_only_recruiters_of_the_workspace_correct_and_undo(world: World) -> None:
    say, form = world.at("say"), {"basics.label": "Search engineer"}
    assert world.viewer.post(say, form).status_code == 403
    assert world.foreign.post(say, form).status_code == 404
    assert world.nobody.post(say, form).status_code == 302
    assert world.own.post(say, form).status_code == 302
    with workspace_scope(world.workspace.pk):
        row = Correction.objects.get()
    undo = world.at("unsay", row.pk)
    assert world.viewer.post(undo).status_code == 403
    assert world.foreign.post(undo).status_code == 404
    assert world.own.post(world.at("unsay", world.resume.pk)).status_code == 404
    assert world.own.post(undo).status_code == 302
    assert world.own.get(say).status_code == 405


def test_another_persons_correction_is_not_undone_by_this_address(world: World) -> None:
    with workspace_scope(world.workspace.pk):
        other = read_resume(mira_pdf("Rust", hidden=False), drawn=False)
        (row,) = correct(other, [Correcting("basics.label", "Engineer")], by=None)
    assert world.own.post(world.at("unsay", row.pk)).status_code == 404


def test_the_picture_is_covered_until_the_reveal_and_whole_after_it(world: World) -> None:
    address = world.at("picture", 0)
    covered = world.own.get(address)
    assert _colours(covered.content, NAME_AT) == 1
    world.reveal()
    assert _colours(world.own.get(address).content, NAME_AT) > 2
    assert _colours(world.own.get(address + "?covered").content, NAME_AT) == 1


def test_a_picture_is_served_as_a_picture_and_nothing_else(world: World) -> None:
    answer = world.own.get(world.at("picture", 0))
    assert answer.headers["Content-Type"] == "image/png"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert world.own.get(world.at("picture", 7)).status_code == 404


def test_the_page_tells_no_identity_before_the_reveal(world: World) -> None:
    page = world.own.get(world.at("reading")).content.decode()
    for secret in ("Mira", "Halvorsen", "mira.halvorsen", "412 90 118", "University of Bergen", HIDDEN):
        assert secret not in page
    assert "Hidden text" in page
    assert "kept apart, counts for nothing" in page
    world.reveal()
    revealed = world.own.get(world.at("reading")).content.decode()
    assert "Mira Halvorsen" in revealed
    assert HIDDEN in revealed


def test_the_right_to_work_is_shown_as_facts_without_the_nation(world: World) -> None:
    with workspace_scope(world.workspace.pk):
        resume = read_resume(mira_pdf("Irish citizen, no sponsorship needed", hidden=False), drawn=False)
    page = world.own.get(reverse("candidates:reading", args=[resume.pk])).content.decode()
    assert "may work in EU; needs no sponsorship" in page
    assert "EU citizen, no sponsorship needed" in page
    assert "Irish" not in page


def test_identity_cannot_be_corrected_before_the_reveal(world: World) -> None:
    answer = world.own.post(world.at("say"), {"basics.name": "Somebody Else"}, follow=True)
    assert "Reveal this person in a review first" in answer.content.decode()
    with workspace_scope(world.workspace.pk):
        assert not Correction.objects.exists()


def test_each_value_leads_to_its_place_and_back(world: World) -> None:
    page = world.own.get(world.at("reading")).content.decode()
    place = page.split('href="#p', 2)[1].split('"', 1)[0]
    assert f'id="p{place}"' in page
    assert f'id="f{place}" class="value' in page
    assert 'class="spot' in page
    assert "style=" not in page


def test_the_candidate_sees_everything_on_their_own_link_and_nobody_else_by_it(world: World) -> None:
    with workspace_scope(world.workspace.pk):
        link = link_for(world.resume.candidate)
    page = world.nobody.get(f"{link}/reading").content.decode()
    assert "Mira Halvorsen" in page
    assert HIDDEN in page
    assert _colours(world.nobody.get(f"{link}/pages/0").content, NAME_AT) > 2


@pytest.mark.parametrize("part", ["reading", "pages/0", "reading/drawn", "reading/applied"])
def test_a_link_opens_nothing_in_another_workspace(world: World, part: str) -> None:
    with workspace_scope(world.workspace.pk):
        link = link_for(world.resume.candidate)
    assert world.nobody.get(f"{link.replace('/w/north/', '/w/south/')}/{part}").status_code == 404


def test_after_a_withdrawal_the_pages_are_closed_to_members(world: World) -> None:
    with workspace_scope(world.workspace.pk):
        link = link_for(world.resume.candidate)
    world.nobody.post(f"{link}/withdraw")
    assert world.own.get(world.at("picture", 0)).status_code == 404
    assert world.own.get(world.at("reading")).status_code == 404


def test_after_a_withdrawal_the_candidates_own_page_is_closed(world: World) -> None:
    with workspace_scope(world.workspace.pk):
        link = link_for(world.resume.candidate)
    world.nobody.post(f"{link}/withdraw")
    assert world.nobody.get(f"{link}/reading").status_code == 404


def test_after_a_corrected_name_the_old_pictures_are_never_shown_again(world: World) -> None:
    before = world.own.get(world.at("picture", 0)).content
    with workspace_scope(world.workspace.pk):
        correct(world.resume, [Correcting("basics.name", "Kari Nordmann")], by=None)
        reading.apply(world.resume)()
        assert draw.pages_of(world.resume) == ()
    assert world.own.get(world.at("picture", 0)).status_code == 404
    with workspace_scope(world.workspace.pk):
        job = Job.objects.get(journey="pages", state=State.WAITING)
    walker.walk(job.pk)
    answer = world.own.get(world.at("picture", 0))
    assert _colours(answer.content, NORDMANN_AT) == 1
    assert _colours(before, NORDMANN_AT) > 1


def test_until_pages_are_drawn_the_text_is_shown_and_drawing_is_asked_for_once(world: World) -> None:
    with workspace_scope(world.workspace.pk):
        draw.forget(world.resume)
        Job.objects.filter(journey="pages").delete()
    for _ in range(2):
        page = world.own.get(world.at("reading")).content.decode()
        assert "The pages are being drawn" in page
        assert "Ran document retrieval" in page
    with workspace_scope(world.workspace.pk):
        job = Job.objects.get(journey="pages")
    assert world.own.get(world.at("drawn")).status_code == 200
    walker.walk(job.pk)
    answer = world.own.get(world.at("drawn"))
    assert answer.status_code == 286
    assert "<img" in answer.content.decode()


def test_a_file_that_cannot_be_drawn_keeps_its_text(world: World, tmp_path: Path) -> None:
    with workspace_scope(world.workspace.pk):
        draw.forget(world.resume)
        Job.objects.filter(journey="pages").delete()
        (tmp_path / world.resume.file).write_bytes(b"%PDF-1.4 broken")
        job = draw.ask_for_pages(world.resume)
    assert job is not None
    walker.walk(job.pk)
    with workspace_scope(world.workspace.pk):
        job.refresh_from_db()
        assert (job.state, job.error_slug) == (State.FAILED, "damaged")
        assert not DrawnPage.objects.exists()
    page = world.own.get(world.at("reading")).content.decode()
    assert "Ran document retrieval" in page
    assert "The pages are being drawn" not in page


def test_an_upload_asks_for_its_pages_and_a_text_file_has_none(world: World) -> None:
    with workspace_scope(world.workspace.pk):
        assert Job.objects.filter(journey="pages", subject=world.resume.pk).exists()
        text = read_resume(
            "\n".join(
                ["Ann Lee", "Experience", "Engineer, Acme", "2019 - 2021", "- Built Python services for shops."]
            ).encode(),
            drawn=False,
            name="cv.txt",
        )
        assert draw.ask_for_pages(text) is None
