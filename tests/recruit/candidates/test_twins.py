from threading import Event as Signal
from threading import Thread

import pytest
from django.db import connection, transaction

from recruit.candidates.merge import dismiss, merge
from recruit.candidates.models import Candidate, IdentityKey, Pair, PairState
from recruit.candidates.twins import notice
from recruit.candidates.withdraw import withdraw
from recruit.events.models import Event
from recruit.tenancy.scope import workspace_scope
from tests import factories
from tests.recruit.candidates.conftest import House

pytestmark = pytest.mark.django_db


def test_a_second_record_of_one_person_is_proposed_with_its_reasons(house: House) -> None:
    elder, younger, pair = house.twice()
    assert (pair.first, pair.second, pair.state) == (elder, younger, PairState.PROPOSED)
    assert pair.score > 0.9
    told = {each["words"]: each["weight"] for each in pair.reasons}
    assert told["Same name"] > 0
    assert told["Same phone number"] > 0
    assert told["Different e-mail address"] < 0


def test_reasons_and_events_name_no_value(house: House) -> None:
    _, _, pair = house.twice()
    event = Event.objects.get(kind="pair.proposed")
    for value in ("Halvorsen", "example", "7946", "Lumen"):
        assert value not in str(pair.reasons) + str(event.facts)


def test_a_namesake_with_another_career_is_not_proposed(house: House) -> None:
    house.bring()
    house.bring(
        email="other@example.org", phone="+44 161 496 0123", employer="Quarry Health", since="May 2018", year="2011"
    )
    assert not Pair.objects.exists()


def test_a_sibling_at_the_same_employer_with_the_family_address_is_not_proposed(house: House) -> None:
    house.bring(email="halvorsen@example.org")
    house.bring(email="halvorsen@example.org", name="Jonas Halvorsen", since="June 2021", year="2018")
    assert not Pair.objects.exists()


def test_nobody_is_compared_with_their_own_older_version(house: House) -> None:
    first = house.bring()
    house.bring(candidate=first.candidate, title="Principal Engineer")
    assert not Pair.objects.exists()


def test_a_withdrawn_person_is_never_proposed(house: House) -> None:
    withdraw(house.bring().candidate)
    house.bring(email="ann.halvorsen@elsewhere.example")
    assert not Pair.objects.exists()


def test_what_somebody_kept_apart_is_not_proposed_again(house: House) -> None:
    _, younger, pair = house.twice()
    dismiss(pair, by=house.robin)
    house.bring(candidate=younger, title="Head of Engineering")
    assert Pair.objects.get().state == PairState.DISMISSED


def test_a_newer_reading_that_speaks_for_two_people_drops_an_open_question(house: House) -> None:
    _, younger, _ = house.twice()
    Candidate.objects.filter(pk=younger.pk).update(name="", email="", phone="")
    house.bring(
        candidate=younger,
        name="Jonas Weber",
        email="jonas@example.org",
        phone="+44 161 496 0123",
        employer="Quarry Health",
    )
    assert not Pair.objects.exists()
    assert Event.objects.filter(kind="pair.dropped").exists()


def test_a_third_record_is_compared_with_the_person_that_two_were_merged_into(house: House) -> None:
    elder, younger, pair = house.twice()
    merge(pair, keep=elder, by=house.robin)
    house.walk()
    # shares its address with the merged record alone
    third = house.bring(email="ann.halvorsen@elsewhere.example", phone="+44 161 496 0123", title="Head of Engineering")
    found = Pair.objects.get(state=PairState.PROPOSED)
    assert {found.first, found.second} == {elder, third.candidate}
    assert younger.pk not in {found.first_id, found.second_id}


def test_a_number_that_half_the_workspace_shares_is_no_key(house: House) -> None:
    elder = house.bring(email="", employer="Quarry Health").candidate
    shared = IdentityKey.objects.filter(candidate=elder).values_list("digest", flat=True)
    for _ in range(41):
        crowd = Candidate.objects.create()
        IdentityKey.objects.bulk_create(
            IdentityKey(workspace=house.workspace, candidate=crowd, digest=digest) for digest in shared
        )
    house.bring(email="", employer="Quarry Health", title="Principal Engineer")
    assert not Pair.objects.exists()


def test_keys_are_hashed_and_differ_between_workspaces(house: House) -> None:
    house.bring()
    ours = set(IdentityKey.objects.values_list("digest", flat=True))
    assert ours
    assert all(len(digest) == 64 for digest in ours)
    south = factories.workspace("south")
    with workspace_scope(south.pk):
        House(south, factories.member()).bring()
        theirs = set(IdentityKey.objects.values_list("digest", flat=True))
        assert not Pair.objects.exists()
    assert theirs
    assert not ours & theirs


def test_a_pair_cannot_join_people_of_two_workspaces(house: House) -> None:
    mine = house.bring().candidate
    south = factories.workspace("south")
    with workspace_scope(south.pk):
        theirs = factories.candidate()
    Pair.objects.create(first=mine, second_id=theirs.pk, score=1.0)
    with pytest.raises(Exception, match="same_workspace"):
        connection.check_constraints()
    transaction.set_rollback(True)


@pytest.mark.django_db(transaction=True)
def test_two_resumes_that_are_read_at_the_same_moment_still_meet() -> None:
    north = factories.workspace("north")
    with workspace_scope(north.pk):
        first, second = (factories.candidate(name="Ann Halvorsen", phone="+44 20 7946 0958") for _ in range(2))
    noticed, seen = Signal(), Signal()

    def other_worker() -> None:
        try:
            with workspace_scope(north.pk):
                notice(second, None)
                noticed.set()
                # not committed yet: whoever compares now has to wait, and must not pass by
                seen.wait(timeout=1)
        finally:
            connection.close()

    with workspace_scope(north.pk):
        worker = Thread(target=other_worker)
        worker.start()
        noticed.wait(timeout=20)
        notice(first, None)
        seen.set()
    worker.join(timeout=20)
    with workspace_scope(north.pk):
        assert Pair.objects.count() == 1
