from collections.abc import Callable, Iterator
from typing import Any

import pytest

from recruit.accounts.models import Member, Role
from recruit.errors import DomainError
from recruit.events.models import Event
from recruit.matches import decide
from recruit.matches.models import Decision, Standing, Status
from recruit.tenancy.scope import workspace_scope
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _scope() -> Iterator[None]:
    with workspace_scope(factories.workspace("north").pk):
        yield


@pytest.fixture
def recruiter() -> Member:
    return factories.member()


@pytest.fixture
def standing() -> Standing:
    return decide.standing_of(factories.posting_with_matches().first)


def test_a_decision_is_kept_with_its_event_and_the_run_that_was_seen(standing: Standing, recruiter: Member) -> None:
    made = decide.shortlist(standing, by=recruiter, run=7)
    assert Standing.objects.get().status == Status.SHORTLISTED
    assert (made.before, made.run, made.member) == (Status.NEW, 7, recruiter)
    event = Event.objects.get(kind="decision.made")
    assert event.facts["choice"] == "shortlist"
    assert event.facts["candidate"] == str(standing.candidate_id)


def test_passing_needs_one_of_the_five_reasons(standing: Standing, recruiter: Member) -> None:
    with pytest.raises(DomainError, match="Choose a reason"):
        decide.pass_over(standing, by=recruiter, reason="other")
    assert decide.pass_over(standing, by=recruiter, reason="depth", words=" Ask again. ").words == "Ask again."


def test_undo_goes_back_step_by_step_the_release_first(standing: Standing, recruiter: Member) -> None:
    decide.shortlist(standing, by=recruiter)
    decide.release(standing, by=recruiter)
    decide.undo(standing, by=recruiter)
    assert (standing.released_at, standing.status) == (None, Status.SHORTLISTED)
    decide.undo(standing, by=recruiter)
    assert Standing.objects.get().status == Status.NEW
    with pytest.raises(DomainError, match="nothing to undo"):
        decide.undo(standing, by=recruiter)


def test_undo_of_a_pass_gives_back_what_was_before(standing: Standing, recruiter: Member) -> None:
    decide.shortlist(standing, by=recruiter)
    decide.pass_over(standing, by=recruiter, reason="place")
    decide.undo(standing, by=recruiter)
    assert standing.status == Status.SHORTLISTED


def test_undo_leads_back_through_everything_that_was_decided_and_ends(standing: Standing, recruiter: Member) -> None:
    decide.pass_over(standing, by=recruiter, reason="depth")
    decide.shortlist(standing, by=recruiter)
    decide.release(standing, by=recruiter)
    decide.undo(standing, by=recruiter)
    decide.pass_over(standing, by=recruiter, reason="level")
    seen = []
    for _ in range(3):
        decide.undo(standing, by=recruiter)
        seen.append(standing.status)
    assert seen == [Status.SHORTLISTED, Status.PASSED, Status.NEW]
    with pytest.raises(DomainError, match="nothing to undo"):
        decide.undo(standing, by=recruiter)


def test_what_is_decided_after_an_undo_is_undone_first(standing: Standing, recruiter: Member) -> None:
    decide.pass_over(standing, by=recruiter, reason="depth")
    decide.shortlist(standing, by=recruiter)
    decide.undo(standing, by=recruiter)
    decide.shortlist(standing, by=recruiter)
    seen = []
    for _ in range(2):
        decide.undo(standing, by=recruiter)
        seen.append(standing.status)
    assert seen == [Status.PASSED, Status.NEW]


def test_only_somebody_shortlisted_can_be_released_and_only_once(standing: Standing, recruiter: Member) -> None:
    with pytest.raises(DomainError, match="Shortlist this person first"):
        decide.release(standing, by=recruiter)
    decide.shortlist(standing, by=recruiter)
    decide.release(standing, by=recruiter)
    with pytest.raises(DomainError, match="already sees"):
        decide.release(standing, by=recruiter)


def test_a_released_person_is_not_passed_over_in_silence(standing: Standing, recruiter: Member) -> None:
    decide.shortlist(standing, by=recruiter)
    decide.release(standing, by=recruiter)
    with pytest.raises(DomainError, match="Undo the release first"):
        decide.pass_over(standing, by=recruiter, reason="level")


def test_two_recruiters_cannot_overwrite_each_other(standing: Standing, recruiter: Member) -> None:
    seen_by_another = Standing.objects.get()
    decide.shortlist(standing, by=recruiter)
    with pytest.raises(DomainError, match="Somebody else decided"):
        decide.pass_over(seen_by_another, by=recruiter, reason="level")
    assert Decision.objects.count() == 1


def test_reveal_is_on_the_record_once(standing: Standing, recruiter: Member) -> None:
    assert decide.reveal(standing, by=recruiter) is not None
    assert decide.reveal(standing, by=recruiter) is None
    assert Decision.objects.filter(choice="reveal").count() == 1


@pytest.mark.parametrize(
    "verb",
    [
        decide.shortlist,
        lambda standing, by: decide.pass_over(standing, by=by, reason="depth"),
        decide.undo,
        decide.release,
        decide.reveal,
    ],
)
def test_a_viewer_decides_nothing(standing: Standing, verb: Callable[..., Any]) -> None:
    with pytest.raises(DomainError, match="needs the role recruiter"):
        verb(standing, by=factories.member(Role.VIEWER))
    assert not Decision.objects.exists()


def test_a_zero_byte_in_the_words_is_dropped(standing: Standing, recruiter: Member) -> None:
    assert decide.pass_over(standing, by=recruiter, reason="depth", words="a\x00b").words == "ab"
