from collections.abc import Iterator
from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from recruit.accounts.models import Member
from recruit.candidates.withdraw import withdraw
from recruit.matches import decide, lists
from recruit.matches.models import Match
from recruit.tenancy.scope import workspace_scope
from tests import factories
from tests.factories import Ranked
from tests.people import PEOPLE

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _scope() -> Iterator[None]:
    with workspace_scope(factories.workspace("north").pk):
        yield


@pytest.fixture
def member() -> Member:
    return factories.member()


@pytest.fixture
def ranked() -> Ranked:
    # two people with the same blind content: only the id tells them apart
    twin = replace(PEOPLE[0], name="Kim Twin", alias="TW234", email="kim@example.org")
    return factories.posting_with_matches(people=(*PEOPLE, twin))


def _read_on(ranked: Ranked, member: Member, *, size: int, **more: str) -> list[lists.Row]:
    rows: list[lists.Row] = []
    after, start = None, 1
    while True:
        page = lists.ranked(ranked.posting, member=member, after=after, start=start, size=size, **more)
        rows += page.rows
        if page.after is None:
            return rows
        after, start = page.after, page.start


@pytest.mark.parametrize("size", [1, 2, 5, 50])
def test_pages_of_any_size_reach_the_last_candidate_once_each_in_the_same_order(
    ranked: Ranked, member: Member, size: int
) -> None:
    rows = _read_on(ranked, member, size=size)
    assert [row.match.pk for row in rows] == [match.pk for match in ranked.matches]
    assert [row.rank for row in rows] == list(range(1, 10))


def test_a_page_takes_the_same_queries_whatever_its_size(ranked: Ranked, member: Member) -> None:
    counts = []
    for size in (1, 9):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            page = lists.ranked(ranked.posting, member=member, size=size)
            assert [(str(row.match.candidate), row.background, row.reading) for row in page.rows]
        counts.append(len(queries))
    assert counts == [1, 1]


def test_a_line_carries_neither_the_resume_nor_its_profile(ranked: Ranked, member: Member) -> None:
    with CaptureQueriesContext(connection) as queries:
        lists.ranked(ranked.posting, member=member)
    assert '"profile"' not in queries[0]["sql"]
    assert '"candidates_resume"."text"' not in queries[0]["sql"]


def test_a_named_run_gives_the_list_as_it_was(ranked: Ranked, member: Member) -> None:
    gone = ranked.first
    Match.objects.filter(pk=gone.pk).update(last_run=1)
    assert gone.pk not in [row.match.pk for row in lists.ranked(ranked.posting, member=member).rows]
    assert lists.ranked(ranked.posting, member=member, run=1).rows[0].match.pk == gone.pk
    assert gone.pk not in [row.match.pk for row in lists.ranked(ranked.posting, member=member, run=2).rows]


def test_a_status_narrows_the_list_and_the_tally_counts_each(ranked: Ranked, member: Member) -> None:
    decide.shortlist(decide.standing_of(ranked.matches[2]), by=member)
    decide.pass_over(decide.standing_of(ranked.matches[4]), by=member, reason="depth")
    assert [row.match.pk for row in _read_on(ranked, member, size=2, show="shortlisted")] == [ranked.matches[2].pk]
    assert lists.tally(ranked.posting, member=member) == lists.Tally(all=9, new=7, shortlisted=1, passed=1)


def test_somebody_who_withdrew_is_in_no_list(ranked: Ranked, member: Member) -> None:
    withdraw(ranked.first.candidate)
    assert ranked.first.pk not in [row.match.pk for row in _read_on(ranked, member, size=50)]


def test_everybody_knows_who_stands_beside_them(ranked: Ranked, member: Member) -> None:
    order = [each.match.candidate_id for each in lists.ranked(ranked.posting, member=member).rows]
    found = [lists.beside(each.match, member=member) for each in lists.ranked(ranked.posting, member=member).rows]
    assert [each.previous for each in found] == [None, *order[:-1]]
    assert [each.following for each in found] == [*order[1:], None]


def test_neighbours_are_those_of_the_list_that_is_shown(ranked: Ranked, member: Member) -> None:
    first, second, third = ranked.matches[:3]
    decide.shortlist(decide.standing_of(second), by=member)
    assert lists.beside(first, member=member, show="new").following == third.candidate_id
    assert lists.beside(third, member=member, show="new").previous == first.candidate_id
