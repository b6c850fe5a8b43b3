"""Merge and unmerge: what stands where, what stays untouched, and that both ways meet where they began."""

from typing import Any

import pytest
from django.db.models import Model

from recruit.accounts.models import Role
from recruit.candidates.access import link_for
from recruit.candidates.merge import dismiss, merge, reopen, unmerge
from recruit.candidates.models import Candidate, Consent, Identity, Lexeme, Pair, PairState, Passage, Resume
from recruit.candidates.withdraw import withdraw
from recruit.errors import DomainError
from recruit.events.models import Event
from recruit.jobs.models import Job, State
from recruit.matches import decide
from recruit.matches.models import Decision, Match, Standing
from recruit.outreach import draft
from recruit.outreach.models import Draft
from recruit.outreach.permission import refuse_unless_permitted
from recruit.outreach.suppress import digest_of, suppress
from tests import factories
from tests.recruit.candidates.conftest import House

pytestmark = pytest.mark.django_db
SOURCES: tuple[type[Model], ...] = (Candidate, Consent, Resume, Passage, Identity, Standing, Decision, Draft, Lexeme)


def _sources() -> dict[str, list[dict[str, Any]]]:
    """Every column of every row that people gave, or that was decided and written about them."""
    return {each.__name__: list(each.objects.order_by("pk").values()) for each in SOURCES}  # type: ignore[attr-defined]


def _standing() -> dict[Any, tuple[Any, float]]:
    rows = Match.objects.filter(last_run=None)
    return {each.candidate_id: (each.resume_id, each.score) for each in rows}


def _fresh(pair: Pair) -> Pair:
    return Pair.objects.select_related("first", "second", "kept", "displaced").get(pk=pair.pk)


def test_the_kept_record_stands_with_the_newest_resume_and_the_other_in_no_list(house: House) -> None:
    house.post()
    elder, younger, pair = house.twice()
    newest = younger.resumes.get()
    assert set(_standing()) == {elder.pk, younger.pk}
    merge(pair, keep=elder, by=house.robin)
    house.walk()
    assert {person: resume for person, (resume, _) in _standing().items()} == {elder.pk: newest.pk}
    newest.refresh_from_db()
    assert (newest.candidate, newest.given_by, newest.version, newest.current) == (elder, younger, 2, True)
    assert [each.current for each in elder.resumes.order_by("version")] == [False, True]


def test_an_older_resume_of_the_merged_record_stays_where_it_is(house: House) -> None:
    house.post()
    _, younger, pair = house.twice()
    before = list(Resume.objects.order_by("pk").values())
    merge(pair, keep=younger, by=house.robin)
    house.walk()
    assert list(Resume.objects.order_by("pk").values()) == before
    assert set(_standing()) == {younger.pk}


@pytest.mark.parametrize("keep", ["elder", "younger"])
def test_unmerging_restores_every_source_field_of_both_and_the_lists(house: House, keep: str) -> None:
    posting = house.post()
    elder, younger, pair = house.twice()
    for each in (elder, younger):
        standing = decide.standing_of(Match.objects.get(candidate=each, last_run=None))
        decide.shortlist(standing, by=house.robin)
        draft.request(posting, each, by=house.robin)
    house.walk()
    sources, lists = _sources(), _standing()
    merge(pair, keep={"elder": elder, "younger": younger}[keep], by=house.robin)
    house.walk()
    assert _sources() != sources
    unmerge(_fresh(pair), by=house.robin)
    house.walk()
    assert _sources() == sources
    assert _standing() == lists
    assert Pair.objects.get().state == PairState.UNMERGED


def test_what_both_gave_while_they_were_merged_goes_to_whoever_gave_it(house: House) -> None:
    elder, younger, pair = house.twice()
    merge(pair, keep=elder, by=house.robin)
    house.walk()
    by_elder = house.bring(candidate=elder, title="Staff Engineer")
    younger.refresh_from_db()
    by_younger = house.bring(candidate=younger, title="Head of Engineering")
    assert (by_younger.candidate, by_younger.given_by, by_younger.current) == (elder, younger, True)
    unmerge(_fresh(pair), by=house.robin)
    house.walk()
    assert Resume.objects.get(candidate=elder, current=True) == by_elder
    assert Resume.objects.get(candidate=younger, current=True) == by_younger
    assert list(younger.resumes.order_by("version").values_list("version", flat=True)) == [1, 2]
    assert not Resume.objects.exclude(given_by=None).exists()


def test_two_merges_can_be_undone_in_either_order(house: House) -> None:
    elder, younger, pair = house.twice()
    merge(pair, keep=elder, by=house.robin)
    house.walk()
    third = house.bring(email="third@example.net", title="Head of Engineering").candidate
    second_pair = Pair.objects.get(state=PairState.PROPOSED)
    merge(second_pair, keep=elder, by=house.robin)
    house.walk()
    unmerge(_fresh(pair), by=house.robin)
    unmerge(_fresh(second_pair), by=house.robin)
    for each in (elder, younger, third):
        assert Resume.objects.get(candidate=each, current=True).version == 1


def test_a_person_who_stands_for_others_is_always_the_one_that_is_kept(house: House) -> None:
    elder, _, pair = house.twice()
    merge(pair, keep=elder, by=house.robin)
    house.walk()
    third = house.bring(email="third@example.net", title="Head of Engineering").candidate
    with pytest.raises(DomainError, match="stands for merged records"):
        merge(Pair.objects.get(state=PairState.PROPOSED), keep=third, by=house.robin)


def test_the_name_and_address_of_one_record_never_reach_the_other(house: House) -> None:
    elder = house.bring(email="").candidate
    younger = house.bring(name="Anne B. Halvorsen", title="Principal Engineer", email="ann@elsewhere.example").candidate
    merge(Pair.objects.get(), keep=elder, by=house.robin)
    younger.refresh_from_db()
    house.bring(candidate=younger, title="Head of Engineering", email="new@elsewhere.example")
    elder.refresh_from_db()
    assert (elder.name, elder.email) == ("Ann Halvorsen", "")


def test_somebody_who_withdrew_never_comes_back_by_a_merge(house: House) -> None:
    elder, younger, pair = house.twice()
    withdraw(younger)
    for keep in (elder, younger):
        with pytest.raises(DomainError, match="has withdrawn"):
            merge(_fresh(pair), keep=keep, by=house.robin)


def test_whoever_withdraws_by_either_link_withdraws_as_a_whole_and_stays_so(house: House) -> None:
    elder, younger, pair = house.twice()
    merge(pair, keep=elder, by=house.robin)
    house.walk()
    younger.refresh_from_db()
    withdraw(younger)
    assert not Candidate.objects.filter(withdrawn_at=None).exists()
    assert not Consent.objects.filter(withdrawn_at=None).exists()
    with pytest.raises(DomainError, match="has withdrawn"):
        unmerge(_fresh(pair), by=house.robin)


def test_an_address_that_asked_for_silence_silences_the_whole_person(house: House) -> None:
    posting = house.post()
    elder, younger, pair = house.twice()
    suppress(digest_of(younger.email or "ann.halvorsen@elsewhere.example", workspace=house.workspace.pk), reason="x")
    refuse_unless_permitted(elder, house.workspace)
    merge(pair, keep=elder, by=house.robin)
    house.walk()
    with pytest.raises(DomainError, match="not to be written to"):
        refuse_unless_permitted(elder, house.workspace)
    with pytest.raises(DomainError, match="not to be written to"):
        draft.request(posting, elder, by=house.robin)


def test_nobody_decides_on_or_writes_to_a_merged_record(house: House) -> None:
    posting = house.post()
    elder, younger, pair = house.twice()
    match = Match.objects.get(candidate=younger, last_run=None)
    merge(pair, keep=elder, by=house.robin)
    match.candidate.refresh_from_db()
    for act in (
        lambda: decide.standing_of(match),
        lambda: draft.request(posting, younger, by=house.robin),
        lambda: refuse_unless_permitted(younger, house.workspace),
    ):
        with pytest.raises(DomainError, match=f"merged into {elder.alias}"):
            act()


def test_whoever_was_released_to_a_company_is_the_one_that_is_kept(house: House) -> None:
    house.post()
    elder, younger, pair = house.twice()
    standing = decide.standing_of(Match.objects.get(candidate=younger, last_run=None))
    decide.shortlist(standing, by=house.robin)
    decide.release(standing, by=house.robin)
    with pytest.raises(DomainError, match="released to a company"):
        merge(pair, keep=elder, by=house.robin)
    merge(pair, keep=younger, by=house.robin)


def test_nothing_is_merged_while_a_resume_is_being_read(house: House) -> None:
    elder, younger, pair = house.twice()
    Job.objects.filter(subject=younger.resumes.get().pk).update(state=State.RUNNING)
    with pytest.raises(DomainError, match="being read"):
        merge(pair, keep=elder, by=house.robin)


def test_a_viewer_merges_dismisses_and_undoes_nothing(house: House) -> None:
    elder, _, pair = house.twice()
    viewer = factories.member(Role.VIEWER)
    for act in (lambda: merge(pair, keep=elder, by=viewer), lambda: dismiss(pair, by=viewer)):
        with pytest.raises(DomainError, match="role recruiter"):
            act()
    merge(pair, keep=elder, by=house.robin)
    with pytest.raises(DomainError, match="role recruiter"):
        unmerge(pair, by=viewer)


def test_two_recruiters_cannot_decide_on_one_pair(house: House) -> None:
    elder, _, pair = house.twice()
    seen_by_other = _fresh(pair)
    dismiss(pair, by=house.robin)
    with pytest.raises(DomainError, match="Somebody else has decided"):
        merge(seen_by_other, keep=elder, by=house.robin)
    reopen(pair, by=house.robin)
    merge(pair, keep=elder, by=house.robin)


def test_every_decision_is_an_event_with_who_and_which(house: House) -> None:
    elder, younger, pair = house.twice()
    merge(pair, keep=elder, by=house.robin)
    house.walk()
    unmerge(_fresh(pair), by=house.robin)
    told = Event.objects.filter(kind__in=["pair.merged", "candidate.merged", "pair.unmerged", "candidate.unmerged"])
    assert {each.actor_id for each in told} == {str(house.robin.pk)}
    assert {(each.kind, each.subject_id) for each in told} == {
        ("pair.merged", str(pair.pk)),
        ("pair.unmerged", str(pair.pk)),
        ("candidate.merged", str(younger.pk)),
        ("candidate.unmerged", str(younger.pk)),
    }


def test_each_link_shows_what_came_by_it_and_nothing_of_the_other(house: House, client: Any) -> None:
    house.post()
    elder, younger, pair = house.twice()
    merge(pair, keep=elder, by=house.robin)
    house.walk()
    mine, theirs = client.get(link_for(elder)).content.decode(), client.get(link_for(younger)).content.decode()
    assert "Senior Engineer" in mine
    assert "Principal Engineer" not in mine
    assert "elsewhere.example" not in mine
    assert "together with another one" in mine
    assert "Principal Engineer" in theirs
    assert "ann@example.com" not in theirs
    assert "Agent engineer" in theirs
