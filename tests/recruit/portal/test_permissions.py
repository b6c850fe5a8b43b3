"""A cast of three at every page: a member of the workspace, a member of another one, somebody signed out."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from django.test import Client
from django.urls import reverse

from recruit.accounts.models import Member, Role
from recruit.jobs.models import Job, State
from recruit.tenancy.scope import workspace_scope
from tests import factories
from tests.factories import Ranked

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class World:
    """Our workspace's rows, and clients of the cast."""

    ranked: Ranked
    job: Job
    own: Client
    viewer: Client
    foreign: Client
    staff: Client
    nobody: Client


@pytest.fixture
def world() -> World:
    ours, theirs = factories.workspace("north"), factories.workspace("south")
    with workspace_scope(theirs.pk):
        stranger = factories.member(Role.ADMIN, is_staff=True)
    with workspace_scope(ours.pk):
        ranked = factories.posting_with_matches()
        job = Job.objects.create(
            workspace=ours, journey="resume", subject=ranked.first.resume_id, step="parse", state=State.DEAD
        )
        cast = [factories.member(), factories.member(Role.VIEWER), stranger, factories.member(is_staff=True)]
    return World(ranked, job, *(_signed_in(each) for each in cast), Client())


def _signed_in(member: Member) -> Client:
    client = Client()
    client.force_login(member.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def _of_rows(world: World) -> dict[str, str]:
    match = world.ranked.first
    return {
        "posting": reverse("postings:page", args=[match.posting_id]),
        "review": reverse("matches:review", args=[match.posting_id]),
        "one in review": reverse("matches:person", args=[match.posting_id, match.candidate_id]),
        "person": reverse("portal:person", args=[match.candidate_id]),
        "resume": reverse("candidates:resume", args=[match.resume_id]),
    }


SHARED = ["portal:today", "portal:postings", "portal:people", "portal:search", "portal:help", "portal:settings"]


@pytest.mark.parametrize("page", ["posting", "review", "one in review", "person", "resume"])
def test_a_member_sees_a_row_that_strangers_cannot_tell_from_a_missing_one(world: World, page: str) -> None:
    address = _of_rows(world)[page]
    assert world.own.get(address).status_code == 200
    assert world.viewer.get(address).status_code == 200
    assert world.foreign.get(address).status_code == 404
    assert world.nobody.get(address).headers["Location"].startswith("/accounts/login/")


@pytest.mark.parametrize("name", SHARED)
def test_a_shared_page_shows_each_member_only_their_own_workspace(world: World, name: str) -> None:
    address = reverse(name) + "?q=Python"
    assert world.own.get(address).status_code == 200
    foreign = world.foreign.get(address)
    assert foreign.status_code == 200
    for canary in (world.ranked.posting.title, world.ranked.first.candidate.alias):
        assert canary not in foreign.content.decode()
    assert world.nobody.get(address).status_code == 302


def _posts(world: World) -> dict[str, Callable[[Client], int]]:
    match = world.ranked.first
    decide = reverse("matches:decide", args=[match.posting_id])
    body = {"choice": "shortlist", "candidate": str(match.candidate_id)}
    return {
        "decide": lambda client: client.post(decide, body).status_code,
        "draft": lambda client: client.post(reverse("portal:draft", args=[match.posting_id]), {}).status_code,
    }


@pytest.mark.parametrize("act", ["decide", "draft"])
def test_only_recruiters_of_the_workspace_may_act(world: World, act: str) -> None:
    post = _posts(world)[act]
    assert post(world.viewer) == 403
    assert post(world.foreign) == 404
    assert post(world.nobody) == 302


def test_a_foreign_candidate_in_the_form_is_a_404(world: World) -> None:
    address = reverse("matches:decide", args=[world.ranked.posting.pk])
    body = {"choice": "shortlist", "candidate": "00000000-0000-0000-0000-000000000001"}
    assert world.own.post(address, body).status_code == 404
    assert world.own.post(address, {**body, "candidate": "not an id"}).status_code == 404


def test_the_staff_area_is_not_there_for_others_and_requeue_stays_in_the_workspace(world: World) -> None:
    address, requeue = reverse("portal:jobs"), reverse("portal:requeue", args=[world.job.pk])
    assert world.own.get(address).status_code == 404
    assert world.nobody.get(address).status_code == 302
    assert world.foreign.post(requeue).status_code == 404
    assert world.staff.get(address).status_code == 200
    assert world.staff.post(requeue).status_code == 302
    with workspace_scope(world.job.workspace_id):
        world.job.refresh_from_db()
    assert world.job.state == State.WAITING


def test_the_original_file_stays_closed_until_the_person_is_revealed(world: World) -> None:
    answer = world.own.get(reverse("candidates:original", args=[world.ranked.first.resume_id]))
    assert answer.status_code == 403
    assert "Reveal this person" in answer.content.decode()


def test_the_export_stays_closed_until_the_person_is_revealed_and_to_strangers_for_ever(world: World) -> None:
    match = world.ranked.first
    address = reverse("candidates:export", args=[match.resume_id])
    assert world.own.get(address).status_code == 403
    decide = reverse("matches:decide", args=[match.posting_id])
    world.own.post(decide, {"choice": "reveal", "candidate": str(match.candidate_id)})
    answer = world.own.get(address)
    assert (answer.status_code, answer.json()["basics"]["name"]) == (200, "Mira Halvorsen")
    assert address in world.own.get(reverse("portal:person", args=[match.candidate_id])).content.decode()
    assert world.foreign.get(address).status_code == 404
    assert world.nobody.get(address).status_code == 302


def test_a_signed_in_user_without_workspace_is_told_what_to_do(client: Client) -> None:
    client.force_login(factories.user(), backend="allauth.account.auth_backends.AuthenticationBackend")
    answer = client.get("/")
    assert answer.status_code == 403
    assert "no workspace" in answer.content.decode()


def test_a_run_that_there_never_was_is_not_shown_as_the_list_of_today(world: World) -> None:
    address = reverse("matches:review", args=[world.ranked.first.posting_id])
    assert world.own.get(f"{address}?run=1").status_code == 200
    assert world.own.get(f"{address}?run=999").status_code == 404
