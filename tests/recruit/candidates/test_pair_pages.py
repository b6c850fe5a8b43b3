"""The pages of possible duplicates: what they show before and after a reveal, who may decide, and who sees nothing."""

from dataclasses import dataclass

import pytest
from django.test import Client
from django.urls import reverse

from recruit.accounts.models import Member, Role
from recruit.candidates.models import Candidate, Pair, PairState
from recruit.candidates.reading import profile_of
from recruit.candidates.twins import notice
from recruit.candidates.withdraw import withdraw
from recruit.events.models import Event
from recruit.tenancy.models import Workspace
from recruit.tenancy.scope import workspace_scope
from tests import factories
from tests.people import PEOPLE

pytestmark = pytest.mark.django_db
MIRA = PEOPLE[0]
IDENTITY = ("Halvorsen", "mira.halvorsen", "412 90 118", "University of Bergen")


@dataclass(frozen=True)
class World:
    """A proposed pair and clients of the cast."""

    workspace: Workspace
    pair: Pair
    own: Client
    viewer: Client
    foreign: Client
    nobody: Client

    @property
    def page(self) -> str:
        return reverse("candidates:pair", args=[self.pair.pk])

    def decide(self, client: Client, choice: str, **more: str) -> int:
        address = reverse("candidates:decide", args=[self.pair.pk])
        return client.post(address, {"choice": choice, **more}).status_code

    def state(self) -> str:
        with workspace_scope(self.workspace.pk):
            return Pair.objects.get(pk=self.pair.pk).state


@pytest.fixture
def world() -> World:
    ours, theirs = factories.workspace("north"), factories.workspace("south")
    with workspace_scope(theirs.pk):
        stranger = factories.member(Role.ADMIN)
    with workspace_scope(ours.pk):
        for email in ("mira.halvorsen@example.org", "mira@fjordline.example"):
            person = factories.candidate(name=MIRA.name, email=email)
            read = factories.resume(person, MIRA.text.replace("Staff Engineer", f"Staff Engineer {email[-3:].title()}"))
            notice(person, profile_of(read))
        cast = [factories.member(), factories.member(Role.VIEWER), stranger]
        pair = Pair.objects.select_related("first", "second").get()
    return World(ours, pair, *(_signed_in(each) for each in cast), Client())


def _signed_in(member: Member) -> Client:
    client = Client()
    client.force_login(member.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def test_people_links_to_possible_duplicates_with_their_number(world: World) -> None:
    page = world.own.get(reverse("portal:people")).content.decode()
    assert f'href="{reverse("candidates:pairs")}">Possible duplicates <span class="count">1</span>' in page
    foreign = world.foreign.get(reverse("portal:people")).content.decode()
    assert "Possible duplicates</a>" in foreign


def test_the_pair_is_told_in_words_and_nobody_is_named(world: World) -> None:
    for address in (reverse("candidates:pairs"), world.page):
        page = world.own.get(address).content.decode()
        assert "Same phone number" in page
        assert world.pair.first.alias in page
        for value in IDENTITY:
            assert value not in page
    assert "Fjordline Logistics" in world.own.get(world.page).content.decode()


def test_revealing_shows_both_and_is_on_the_record_once(world: World) -> None:
    assert world.decide(world.own, "reveal") == 302
    assert world.decide(world.own, "reveal") == 302
    page = world.own.get(world.page).content.decode()
    for value in (*IDENTITY, "mira@fjordline.example"):
        assert value in page
    with workspace_scope(world.workspace.pk):
        assert Event.objects.filter(kind="pair.revealed").count() == 1


@pytest.mark.parametrize("choice", ["merge", "dismiss", "reveal", "unmerge", "reopen"])
def test_only_recruiters_of_the_workspace_decide(world: World, choice: str) -> None:
    assert world.decide(world.viewer, choice) == 403
    assert world.decide(world.foreign, choice) == 404
    assert world.decide(world.nobody, choice) == 302
    assert world.state() == PairState.PROPOSED


def test_the_pages_are_for_members_of_the_workspace(world: World) -> None:
    viewed = world.viewer.get(world.page)
    assert viewed.status_code == 200
    assert "Not the same" not in viewed.content.decode()
    assert world.foreign.get(world.page).status_code == 404
    assert world.pair.first.alias not in world.foreign.get(reverse("candidates:pairs")).content.decode()
    for address in (world.page, reverse("candidates:pairs")):
        assert world.nobody.get(address).headers["Location"].startswith("/accounts/login/")
    assert world.own.get(reverse("candidates:decide", args=[world.pair.pk])).status_code == 405


def test_merge_and_undo_without_javascript(world: World) -> None:
    kept, gone = world.pair.second, world.pair.first
    assert world.decide(world.own, "merge", keep=str(kept.pk)) == 302
    assert world.state() == PairState.MERGED
    assert "Undo the merge" in world.own.get(world.page).content.decode()
    people = world.own.get(reverse("portal:people")).content.decode()
    assert kept.alias in people
    assert gone.alias not in people
    assert world.own.get(reverse("portal:person", args=[gone.pk])).headers["Location"].endswith(f"{kept.pk}/")
    person = world.own.get(reverse("portal:person", args=[kept.pk])).content.decode()
    assert "Also on file as" in person
    assert gone.alias in person
    assert "Merged with another record" in person
    assert world.decide(world.own, "unmerge") == 302
    assert world.state() == PairState.UNMERGED
    assert gone.alias in world.own.get(reverse("portal:people")).content.decode()


def test_the_documents_of_a_merged_record_stay_within_reach(world: World) -> None:
    world.decide(world.own, "merge", keep=str(world.pair.second_id))
    with workspace_scope(world.workspace.pk):
        gone = Candidate.objects.get(pk=world.pair.first_id)
        resume = gone.resumes.first()
    assert resume is not None
    assert world.own.get(reverse("candidates:resume", args=[resume.pk])).status_code == 200


def test_keeping_apart_can_be_undone(world: World) -> None:
    world.decide(world.own, "dismiss")
    assert world.pair.first.alias in world.own.get(reverse("candidates:pairs") + "?show=apart").content.decode()
    assert world.state() == PairState.DISMISSED
    world.decide(world.own, "reopen")
    assert world.state() == PairState.PROPOSED


def test_a_refusal_is_told_on_the_pairs_page(world: World) -> None:
    world.decide(world.own, "unmerge")
    assert "These two are not merged" in world.own.get(world.page).content.decode()
    world.decide(world.own, "nonsense")
    assert "Choose what to do" in world.own.get(world.page).content.decode()


def test_a_pair_of_which_somebody_withdrew_is_gone(world: World) -> None:
    with workspace_scope(world.workspace.pk):
        withdraw(world.pair.first)
    assert world.own.get(world.page).status_code == 404
    assert world.decide(world.own, "merge") == 404
