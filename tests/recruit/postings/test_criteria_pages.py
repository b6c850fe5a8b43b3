"""The criteria page: what stands, the forms that change it without JavaScript, and who may use them."""

from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from recruit.accounts.models import Member, Role
from recruit.jobs.models import Job
from recruit.postings import reading
from recruit.postings.criteria import Criterion, criteria_of
from recruit.postings.models import CriteriaEdit, Posting, State
from recruit.tenancy.models import Workspace
from recruit.tenancy.scope import workspace_scope
from tests import factories

pytestmark = pytest.mark.django_db

TEXT = "Requirements\n- 3+ years of Python\n- Kubernetes\n\nNice to have\n- Rust\n"


@dataclass(frozen=True)
class Desk:
    """A posting that was read, and clients of the cast."""

    workspace: Workspace
    posting: Posting
    recruiter: Client
    viewer: Client
    foreign: Client

    @property
    def address(self) -> str:
        return reverse("postings:criteria", args=[self.posting.pk])

    def read(self, client: Client | None = None) -> str:
        return (client or self.recruiter).get(self.address).content.decode()

    def act(self, client: Client | None = None, **form: Any) -> Any:
        return (client or self.recruiter).post(reverse("postings:revise", args=[self.posting.pk]), form)

    def criteria(self) -> list[Criterion]:
        with workspace_scope(self.workspace.pk):
            return list(criteria_of(Posting.objects.get(pk=self.posting.pk)))

    def key(self, words: str) -> str:
        return next(each.key for each in self.criteria() if words in each.requirement.text)


@pytest.fixture
def desk() -> Desk:
    ours, theirs = factories.workspace("north"), factories.workspace("south")
    with workspace_scope(theirs.pk):
        stranger = factories.member(Role.ADMIN)
    with workspace_scope(ours.pk):
        posting = Posting.objects.create(
            company=factories.company(), title="Engineer", text=TEXT, digest="0" * 64, state=State.OPEN
        )
        reading.read(posting)()
        cast = [factories.member(name="Robin Marsh"), factories.member(Role.VIEWER), stranger]
    return Desk(ours, posting, *(_signed_in(each) for each in cast))


def _signed_in(member: Member) -> Client:
    client = Client()
    client.force_login(member.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def test_the_page_shows_what_was_read_and_how_to_change_it(desk: Desk) -> None:
    page = desk.read()
    for words in ("3+ years of Python", "Kubernetes", "Rust", "as read from the ad", "Nothing yet."):
        assert words in page
    assert page.count('value="change"') == 3
    assert '<span class="tag act">Python</span>' in page
    assert ">python<" not in page
    assert (
        reverse("postings:criteria", args=[desk.posting.pk])
        in desk.recruiter.get(reverse("postings:page", args=[desk.posting.pk])).content.decode()
    )


def test_a_change_is_kept_told_and_leads_to_a_ranking(desk: Desk) -> None:
    form = {"text": "Rust", "priority": "must", "weight": "5", "kind": "skill", "skills": "Rust"}
    response = desk.act(act="change", key=desk.key("Rust"), **form)
    assert response.headers["Location"] == desk.address
    page = desk.read()
    assert "nice to have → must; weight: 3 → 5" in page
    assert "Robin Marsh changed" in page
    assert "weight 5" in page
    with workspace_scope(desk.workspace.pk):
        assert Job.objects.get(journey="criteria").step == "embed"


def test_the_postings_page_says_that_its_criteria_were_edited_while_they_are(desk: Desk) -> None:
    address = reverse("postings:page", args=[desk.posting.pk])
    assert "criteria edited" not in desk.recruiter.get(address).content.decode()
    desk.act(act="change", key=desk.key("Rust"), text="Rust", priority="nice", weight="5", kind="skill", skills="Rust")
    assert "criteria edited" in desk.recruiter.get(address).content.decode()
    desk.act(act="restore")
    assert "criteria edited" not in desk.recruiter.get(address).content.decode()


def test_new_words_bring_their_own_kind_years_and_skills_unless_the_form_says_otherwise(desk: Desk) -> None:
    untouched = {"priority": "must", "kind": "skill", "years": "", "skills": "Kubernetes"}
    desk.act(act="change", key=desk.key("Kubernetes"), text="4+ years of building data pipelines", **untouched)
    asked = desk.criteria()[1].requirement
    assert (asked.kind, asked.years, "kubernetes" in asked.skills) == ("experience", 4.0, False)


def test_an_own_criterion_is_added_from_its_words_alone(desk: Desk) -> None:
    desk.act(act="add", text="2+ years of PyTorch or JAX", priority="nice")
    asked = desk.criteria()[-1].requirement
    assert (asked.skills, asked.any_of, asked.years, asked.priority) == (("pytorch", "jax"), True, 2.0, "nice")
    assert "Not in the ad; added here" in desk.read()


def test_a_protected_attribute_is_refused_with_the_reason_and_what_was_typed_stays(desk: Desk) -> None:
    key = desk.key("Rust")
    response = desk.act(act="change", key=key, text="Under 30 years old", priority="must", kind="other")
    page = response.content.decode()
    assert response.status_code == 400
    assert "Age cannot be a criterion." in page
    assert "Under 30 years old</textarea>" in page
    with workspace_scope(desk.workspace.pk):
        assert not CriteriaEdit.objects.exists()
    assert desk.act(act="add", text="Male candidates only", priority="must").status_code == 400


def test_a_proxy_is_warned_of_where_it_stands(desk: Desk) -> None:
    desk.act(act="add", text="Native English speaker", priority="must")
    assert "Ask for a level, such as C1." in desk.read()


def test_removing_putting_together_taking_apart_and_going_back(desk: Desk) -> None:
    desk.act(act="remove", key=desk.key("Rust"))
    assert "Bring back" in desk.read()
    desk.act(act="group", keys=[desk.key("Python"), desk.key("Kubernetes")], how="any")
    (group,) = desk.criteria()
    assert "One of these" in desk.read()
    desk.act(act="change", key=group.key, priority="nice", weight="2")
    assert [(each.requirement.priority, each.weight) for each in desk.criteria()] == [("nice", 2)]
    desk.act(act="remove", key=group.key)
    assert len(desk.criteria()) == 2
    desk.act(act="restore")
    assert [each.requirement.text for each in desk.criteria()] == ["3+ years of Python", "Kubernetes", "Rust"]
    assert "as read from the ad" in desk.read()


@pytest.mark.parametrize(
    "form",
    [
        {"act": "dance"},
        {},
        {"act": "add", "text": ""},
        {"act": "add", "text": "Go", "priority": "perhaps"},
        {"act": "add", "text": "Go", "weight": "9"},
        {"act": "add", "text": "Go", "years": "many"},
        {"act": "add", "text": "Go", "kind": "magic"},
        {"act": "add", "text": "x" * 301},
        {"act": "add", "text": "Go", "skills": "flurbing"},
        {"act": "group", "keys": "nobody"},
        {"act": "change", "key": "nobody", "text": "Go"},
        {"act": "remove"},
    ],
)
def test_a_form_that_cannot_be_read_is_refused_with_a_sentence(desk: Desk, form: dict[str, str]) -> None:
    response = desk.act(**form)
    assert response.status_code in {400, 409}
    assert 'role="alert"' in response.content.decode()


def test_strangers_find_nothing_and_viewers_change_nothing(desk: Desk) -> None:
    assert desk.viewer.get(desk.address).status_code == 200
    assert 'value="change"' not in desk.read(desk.viewer)
    assert desk.act(desk.viewer, act="remove", key=desk.key("Rust")).status_code == 403
    for address in (desk.address, reverse("postings:criteria-progress", args=[desk.posting.pk])):
        assert desk.foreign.get(address).status_code == 404
        assert Client().get(address).headers["Location"].startswith("/accounts/login/")
    assert desk.act(desk.foreign, act="remove", key=desk.key("Rust")).status_code == 404
    assert len(desk.criteria()) == 3


def test_the_edits_of_one_workspace_are_not_there_for_another(desk: Desk) -> None:
    desk.act(act="remove", key=desk.key("Rust"))
    with workspace_scope(Workspace.objects.get(slug="south").pk):
        assert not CriteriaEdit.objects.exists()
        assert not CriteriaEdit.everywhere.exists()


def test_the_page_polls_while_the_list_is_ranked_and_then_stops(desk: Desk) -> None:
    address = reverse("postings:criteria-progress", args=[desk.posting.pk])
    assert desk.recruiter.get(address).status_code == 286
    desk.act(act="remove", key=desk.key("Rust"))
    assert desk.recruiter.get(address).status_code == 200
    assert "hx-trigger" in desk.read()
    with workspace_scope(desk.workspace.pk):
        Job.objects.update(state="done")
    done = desk.recruiter.get(address)
    assert (done.status_code, "follows these criteria" in done.content.decode()) == (286, True)


@pytest.mark.parametrize("state", [State.RECEIVED, State.REFUSED])
def test_a_posting_that_was_not_read_has_no_criteria_yet(desk: Desk, state: State) -> None:
    with workspace_scope(desk.workspace.pk):
        Posting.objects.filter(pk=desk.posting.pk).update(state=state, role={}, as_read=[])
    assert desk.recruiter.get(desk.address).status_code == 200
    assert desk.act(act="add", text="Rust", priority="must", weight="3").status_code == 409
    assert desk.act(act="remove", key="k").status_code == 409


@pytest.mark.parametrize("key", ["nobody", "x" * 50, "\x00"])
def test_going_back_on_what_is_not_there_is_refused_and_leaves_nothing(desk: Desk, key: str) -> None:
    assert desk.act(act="restore", key=key).status_code == 409
    with workspace_scope(desk.workspace.pk):
        assert not CriteriaEdit.objects.exists()


def test_words_come_without_what_no_database_keeps_and_skills_by_any_of_their_names(desk: Desk) -> None:
    assert desk.act(act="add", text="Front\x00end work", priority="nice", weight="3", skills="js").status_code == 302
    added = desk.criteria()[-1].requirement
    assert (added.text, added.skills) == ("Frontend work", ("javascript",))


def test_changes_in_a_row_are_ranked_once(desk: Desk) -> None:
    for words in ("Rust", "Rust or Go", "Zig"):
        desk.act(act="add", text=words, priority="nice", weight="3")
    with workspace_scope(desk.workspace.pk):
        assert CriteriaEdit.objects.count() > 1
        assert Job.objects.filter(journey="criteria").count() == 1
