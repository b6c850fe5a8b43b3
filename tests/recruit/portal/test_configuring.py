"""Settings: what an admin sets, that nobody else can, and that no workspace reaches into another."""

from dataclasses import dataclass

import pytest
from django.test import Client
from django.urls import reverse

from recruit.accounts.keys import find, issue
from recruit.accounts.models import ApiKey, Member, Role
from recruit.events.models import Event
from recruit.governance.models import Provider
from recruit.tenancy.models import Workspace
from recruit.tenancy.scope import workspace_scope
from tests import factories

pytestmark = pytest.mark.django_db
PAGE, SWITCHES, KEYS = "/settings/", "/settings/switches", "/settings/keys"


@dataclass(frozen=True)
class World:
    """Two workspaces with an admin each, and everybody else who must not configure ours."""

    north: Workspace
    key: ApiKey
    text: str
    company: str
    admin: Client
    clients: dict[str, Client]


@pytest.fixture
def world() -> World:
    north, south = factories.workspace("north"), factories.workspace("south")
    with workspace_scope(south.pk):
        clients = {"foreign": _signed_in(factories.member(Role.ADMIN))}
    with workspace_scope(north.pk):
        company = factories.company()
        key, text = issue(company, name="first")
        admin = _signed_in(factories.member(Role.ADMIN))
        clients |= {"recruiter": _signed_in(factories.member()), "viewer": _signed_in(factories.member(Role.VIEWER))}
    return World(north, key, text, str(company.pk), admin, {**clients, "nobody": Client()})


def _signed_in(member: Member) -> Client:
    client = Client()
    client.force_login(member.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def test_an_admin_sets_the_switches_and_each_change_is_an_event_without_what_was_written(world: World) -> None:
    form = {"postal_address": "1 Quay Street\r\nBergen", "sending_paused": "on", "external_models_allowed": "on"}
    assert world.admin.post(SWITCHES, form).status_code == 302
    world.north.refresh_from_db()
    assert world.north.postal_address == "1 Quay Street\nBergen"
    assert (world.north.sending_paused, world.north.external_models_allowed) == (True, True)
    with workspace_scope(world.north.pk):
        event = Event.objects.get(kind="workspace.configured")
        assert event.facts["changed"] == ["postal_address", "sending_paused", "external_models_allowed"]
        assert "Quay" not in str(event.facts)
        assert set(Provider.objects.values_list("purpose", "enabled")) == {("outreach", True)}
    world.admin.post(SWITCHES, {"postal_address": "1 Quay Street\nBergen"})
    world.north.refresh_from_db()
    assert (world.north.sending_paused, world.north.external_models_allowed) == (False, False)
    with workspace_scope(world.north.pk):
        assert not Provider.objects.filter(enabled=True).exists()


def test_what_did_not_change_leaves_no_event(world: World) -> None:
    world.admin.post(SWITCHES, {"postal_address": world.north.postal_address})
    with workspace_scope(world.north.pk):
        assert not Event.objects.filter(kind="workspace.configured").exists()


def test_a_key_is_shown_once_works_and_ends_when_it_is_revoked(world: World) -> None:
    answer = world.admin.post(KEYS, {"company": world.company, "name": "second"})
    text = answer.context["issued"]
    assert text in answer.content.decode()
    assert "no-store" in answer.headers["Cache-Control"]
    assert text not in world.admin.get(PAGE).content.decode()
    found = find(text)
    assert found is not None
    world.admin.post(reverse("portal:revoke_key", args=[found.pk]))
    assert find(text) is None
    assert find(world.text) is not None


def test_a_third_live_key_is_refused_with_what_to_do(world: World) -> None:
    world.admin.post(KEYS, {"company": world.company, "name": "second"})
    answer = world.admin.post(KEYS, {"company": world.company, "name": "third"}, follow=True)
    assert "Revoke one before you issue another" in answer.content.decode()


@pytest.mark.parametrize("who", ["recruiter", "viewer", "nobody"])
def test_nobody_but_an_admin_configures(world: World, who: str) -> None:
    client = world.clients[who]
    expected = 302 if who == "nobody" else 403
    assert client.post(SWITCHES, {"sending_paused": "on"}).status_code == expected
    assert client.post(KEYS, {"company": world.company, "name": "x"}).status_code == expected
    assert client.post(reverse("portal:revoke_key", args=[world.key.pk])).status_code == expected
    world.north.refresh_from_db()
    assert not world.north.sending_paused
    assert find(world.text) is not None
    if who != "nobody":
        assert "What an admin sets" not in client.get(PAGE).content.decode()


def test_an_admin_of_another_workspace_reaches_nothing_of_ours(world: World) -> None:
    foreign = world.clients["foreign"]
    assert foreign.post(reverse("portal:revoke_key", args=[world.key.pk])).status_code == 404
    assert foreign.post(KEYS, {"company": world.company, "name": "x"}).status_code == 404
    foreign.post(SWITCHES, {"sending_paused": "on", "postal_address": "Elsewhere"})
    world.north.refresh_from_db()
    assert (world.north.sending_paused, find(world.text) is not None) == (False, True)


def test_the_forms_need_their_token(world: World) -> None:
    world.admin.handler.enforce_csrf_checks = True
    for address in (SWITCHES, KEYS, reverse("portal:revoke_key", args=[world.key.pk]), "/settings/workspace"):
        assert world.admin.post(address, {"sending_paused": "on"}).status_code == 403
        assert world.admin.get(address).status_code == 405


def test_somebody_who_works_in_two_workspaces_goes_from_one_to_the_other_and_to_no_third(world: World) -> None:
    with workspace_scope(world.north.pk):
        member = factories.member(name="Kim")
    other, third = factories.workspace("west", name="West End"), factories.workspace("third", name="Third Place")
    with workspace_scope(other.pk):
        Member.objects.create(user=member.user, role=Role.VIEWER, name="Kim")
    client = _signed_in(member)
    assert "West End" in client.get(PAGE).content.decode()
    client.post("/settings/workspace", {"workspace": str(other.pk)})
    assert client.get(PAGE).context["of"].pk == other.pk
    client.post("/settings/workspace", {"workspace": str(third.pk)})
    assert client.get(PAGE).context["of"].pk == other.pk
