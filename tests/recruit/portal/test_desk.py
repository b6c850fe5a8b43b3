"""The lists of the desk: the same people and numbers whatever way they are counted, and little work behind them."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from recruit.accounts.models import Member
from recruit.candidates.withdraw import withdraw
from recruit.matches import decide
from recruit.portal import desk
from recruit.tenancy.scope import workspace_scope
from tests import factories
from tests.factories import Ranked

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> tuple[Member, Ranked]:
    north = factories.workspace("north")
    with workspace_scope(north.pk):
        return factories.member(), factories.posting_with_matches()


def test_a_list_counts_its_people_and_those_on_whom_nobody_has_decided(world: tuple[Member, Ranked]) -> None:
    member, ranked = world
    with workspace_scope(member.workspace_id):
        decide.shortlist(decide.standing_of(ranked.matches[0]), by=member)
        decide.standing_of(ranked.matches[1])
        (line,) = desk.posting_lines(member)
        assert (line.people, line.new) == (len(ranked.matches), len(ranked.matches) - 1)


def test_a_decision_on_somebody_who_left_the_list_is_not_subtracted(world: tuple[Member, Ranked]) -> None:
    member, ranked = world
    with workspace_scope(member.workspace_id):
        decide.shortlist(decide.standing_of(ranked.matches[0]), by=member)
        type(ranked.first).objects.filter(pk=ranked.matches[0].pk).update(last_run=1)
        (line,) = desk.posting_lines(member)
        assert (line.people, line.new) == (len(ranked.matches) - 1, len(ranked.matches) - 1)


def test_somebody_who_withdrew_is_in_neither_number(world: tuple[Member, Ranked]) -> None:
    member, ranked = world
    with workspace_scope(member.workspace_id):
        decide.shortlist(decide.standing_of(ranked.matches[0]), by=member)
        withdraw(ranked.matches[0].candidate)
        withdraw(ranked.matches[1].candidate)
        (line,) = desk.posting_lines(member)
        assert (line.people, line.new) == (len(ranked.matches) - 2, len(ranked.matches) - 2)


def test_the_words_of_a_list_are_worked_out_for_the_people_on_the_page_alone(
    world: tuple[Member, Ranked], monkeypatch: pytest.MonkeyPatch
) -> None:
    member, ranked = world
    monkeypatch.setattr("recruit.portal.people._PAGE", 2)
    client = Client()
    client.force_login(member.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    with CaptureQueriesContext(connection) as queries:
        page = client.get("/people/").context["page"]
    assert [each.pk for each in page] == [
        each.resume_id for each in sorted(ranked.matches, key=lambda m: m.resume.received_at, reverse=True)[:2]
    ]
    assert page.paginator.count == len(ranked.matches)
    worked_out = [each["sql"] for each in queries if "jsonb_path" in each["sql"]]
    assert len(worked_out) == 1
    assert '"candidates_resume"."id" IN' in worked_out[0]
    assert not [each for each in worked_out if '"stated"' in each]
