"""What a recruiter says of criteria stands above what was read, is on record, and ranks the same people again."""

from collections.abc import Iterator
from typing import Any

import pytest

from matching.values import Kind, Priority
from recruit.accounts.models import Member
from recruit.errors import DomainError
from recruit.events.models import Event
from recruit.postings import reading, revise
from recruit.postings.criteria import Criterion, criteria_of, removed_of
from recruit.postings.models import CriteriaEdit, Posting, Requirement, State
from recruit.postings.reading import role_of
from recruit.postings.revise import Wording
from recruit.tenancy.scope import workspace_scope
from tests import factories

pytestmark = pytest.mark.django_db

TEXT = "Requirements\n- 3+ years of Python\n- Kubernetes\n- Master's degree in physics\n\nNice to have\n- Rust\n"
MUST, NICE, AVOID = Priority.MUST, Priority.NICE, Priority.AVOID


@pytest.fixture(autouse=True)
def _scope() -> Iterator[None]:
    with workspace_scope(factories.workspace("north").pk):
        yield


@pytest.fixture
def robin() -> Member:
    return factories.member()


@pytest.fixture
def posting() -> Posting:
    """A posting that the real reader read."""
    made: Posting = Posting.objects.create(
        company=factories.company(), title="Engineer", text=TEXT, digest="0" * 64, state=State.OPEN
    )
    reading.read(made)()
    return made


def one(posting: Posting, words: str) -> Criterion:
    return next(each for each in criteria_of(posting) if words in each.requirement.text)


def wording(criterion: Criterion, **changed: Any) -> Wording:
    asked = criterion.requirement
    said = {"text": asked.text, "priority": asked.priority, "kind": asked.kind, "years": asked.years}
    return Wording(**{**said, "any_of": asked.any_of, "weight": criterion.weight, **changed})


def asked(posting: Posting) -> list[tuple[str, Priority]]:
    posting.refresh_from_db()
    return [(each.text, each.priority) for each in role_of(posting).requirements]


def test_what_was_read_is_what_is_asked_until_somebody_changes_it(posting: Posting) -> None:
    assert asked(posting) == [
        ("3+ years of Python", MUST),
        ("Kubernetes", MUST),
        ("Master's degree in physics", MUST),
        ("Rust", NICE),
    ]
    assert not any(each.edited for each in criteria_of(posting))


def test_a_change_moves_the_role_its_rows_and_its_weights(posting: Posting, robin: Member) -> None:
    key = one(posting, "Python").key
    revise.change(posting, key, wording(one(posting, "Python"), priority=NICE, years=5.0, weight=5), by=robin)
    assert asked(posting)[0] == ("3+ years of Python", NICE)
    row = Requirement.objects.get(posting=posting, position=0, current=True)
    assert (row.priority, row.years) == ("nice", 5.0)
    assert posting.weights["requirement"] == {"0": pytest.approx(5 / 3)}


def test_new_words_are_read_anew_and_keep_the_place_in_the_ad(posting: Posting, robin: Member) -> None:
    old = one(posting, "Kubernetes")
    revise.change(posting, old.key, wording(old, text="2+ years of PyTorch or JAX", years=2.0, kind=None), by=robin)
    new = one(posting, "PyTorch").requirement
    assert (new.skills, new.any_of, new.years) == (("pytorch", "jax"), True, 2.0)
    assert new.span == old.requirement.span


def test_skills_are_named_as_people_name_them_and_unknown_ones_refused(posting: Posting, robin: Member) -> None:
    old = one(posting, "Kubernetes")
    revise.change(posting, old.key, wording(old, skills="K8s, Docker", any_of=True), by=robin)
    assert one(posting, "Kubernetes").requirement.skills == ("kubernetes", "docker")
    with pytest.raises(DomainError, match="no skill called “flurbing”"):
        revise.change(posting, old.key, wording(old, skills="flurbing"), by=robin)


def test_an_own_criterion_stands_last_and_nowhere_in_the_ad(posting: Posting, robin: Member) -> None:
    revise.add(posting, Wording("Fluent German", MUST), by=robin)
    found = criteria_of(posting)[-1]
    assert (found.requirement.kind, found.read, found.requirement.span.start) == (Kind.LANGUAGE, None, 0)
    with pytest.raises(DomainError, match="there already"):
        revise.add(posting, Wording("fluent  german", MUST), by=robin)


def test_a_removed_criterion_is_asked_no_more_and_can_come_back(posting: Posting, robin: Member) -> None:
    key = one(posting, "degree").key
    revise.remove(posting, key, by=robin)
    assert "Master's degree in physics" not in dict(asked(posting))
    assert [each.key for each in removed_of(posting)] == [key]
    revise.restore(posting, key, by=robin)
    assert "Master's degree in physics" in dict(asked(posting))


def test_the_last_criterion_that_can_be_met_stays(posting: Posting, robin: Member) -> None:
    *others, last = criteria_of(posting)
    for each in others:
        revise.remove(posting, each.key, by=robin)
    with pytest.raises(DomainError, match="at least one"):
        revise.change(posting, last.key, wording(last, priority=AVOID), by=robin)
    assert asked(posting) == [("Rust", NICE)]


@pytest.mark.parametrize("any_of", [True, False])
def test_criteria_put_together_are_one_and_stand_alone_again_when_taken_apart(
    posting: Posting, robin: Member, any_of: bool
) -> None:
    before = asked(posting)
    revise.put_together(posting, [one(posting, "Kub").key, one(posting, "degree").key], any_of=any_of, by=robin)
    group = criteria_of(posting)[1]
    joined = "Kubernetes or Master's degree in physics" if any_of else "Kubernetes and Master's degree in physics"
    assert (group.requirement.text, group.requirement.any_of) == (joined, any_of)
    assert [each.text for each in group.requirement.parts] == ["Kubernetes", "Master's degree in physics"]
    assert len(asked(posting)) == 3
    revise.remove(posting, group.key, by=robin)
    assert asked(posting) == before


def test_a_group_needs_two(posting: Posting, robin: Member) -> None:
    with pytest.raises(DomainError, match="two criteria"):
        revise.put_together(posting, [one(posting, "Rust").key], any_of=True, by=robin)


@pytest.mark.parametrize(
    "words", ["Under 30 years old", "Male candidates only", "Must be Christian", "No children", "Able-bodied"]
)
def test_a_protected_attribute_is_refused_with_the_reason(posting: Posting, robin: Member, words: str) -> None:
    before = asked(posting)
    for attempt in (
        lambda: revise.add(posting, Wording(words, MUST), by=robin),
        lambda: revise.change(posting, one(posting, "Rust").key, Wording(words, MUST), by=robin),
    ):
        with pytest.raises(DomainError, match="cannot be a criterion") as refused:
            attempt()
        assert refused.value.slug == "protected-attribute"
    assert asked(posting) == before
    assert not CriteriaEdit.objects.exists()


def test_a_proxy_is_kept_and_warned_of(posting: Posting, robin: Member) -> None:
    (warned,) = revise.add(posting, Wording("Native English speaker", MUST), by=robin)
    assert (warned.slug, warned.refused) == ("native-speaker", False)
    assert one(posting, "Native").requirement.kind is Kind.LANGUAGE


def test_each_change_is_on_record_with_who_and_before_and_after(posting: Posting, robin: Member) -> None:
    old = one(posting, "Rust")
    revise.change(posting, old.key, wording(old, priority=MUST, weight=1), by=robin)
    event = Event.objects.get(kind="criteria.changed")
    edit = CriteriaEdit.objects.get()
    assert (event.actor_id, event.subject_id) == (str(robin.pk), str(posting.pk))
    assert (event.facts["before"]["priority"], event.facts["after"]["priority"]) == ("nice", "must")
    assert (event.facts["before"]["weight"], event.facts["after"]["weight"]) == (3, 1)
    assert (edit.before["requirement"]["text"], edit.member, event.facts["edit"]) == ("Rust", robin, str(edit.pk))
    revise.change(posting, old.key, wording(one(posting, "Rust")), by=robin)
    assert CriteriaEdit.objects.count() == 1


def test_going_back_to_what_was_read_forgets_nothing_that_happened(posting: Posting, robin: Member) -> None:
    before = asked(posting)
    revise.remove(posting, one(posting, "Rust").key, by=robin)
    revise.add(posting, Wording("Docker", NICE), by=robin)
    revise.restore(posting, by=robin)
    assert asked(posting) == before
    assert CriteriaEdit.objects.count() == 3


def test_what_was_said_stands_above_a_later_reading_of_the_same_ad(posting: Posting, robin: Member) -> None:
    revise.change(posting, one(posting, "Rust").key, wording(one(posting, "Rust"), priority=MUST), by=robin)
    revise.remove(posting, one(posting, "degree").key, by=robin)
    revise.add(posting, Wording("Docker", NICE), by=robin)
    said = asked(posting)
    reading.read(posting)()
    assert asked(posting) == said
    posting.text = TEXT.replace("- Kubernetes\n", "- Kubernetes\n- Go\n")
    reading.read(posting)()
    assert asked(posting) == [said[0], said[1], ("Go", MUST), *said[2:]]


def test_a_posting_that_is_not_open_is_not_changed(posting: Posting, robin: Member) -> None:
    Posting.objects.filter(pk=posting.pk).update(state=State.CLOSED)
    with pytest.raises(DomainError, match="while it is open"):
        revise.remove(posting, one(posting, "Rust").key, by=robin)


def test_the_rows_of_earlier_runs_keep_their_words(posting: Posting, robin: Member) -> None:
    old = Requirement.objects.get(posting=posting, position=3)
    revise.change(posting, one(posting, "Rust").key, wording(one(posting, "Rust"), priority=MUST), by=robin)
    old.refresh_from_db()
    assert (old.current, old.priority) == (False, "nice")
    assert Requirement.objects.filter(posting=posting, current=True).count() == 4


def test_a_posting_read_before_criteria_could_be_changed_has_them_in_its_role(posting: Posting, robin: Member) -> None:
    Posting.objects.filter(pk=posting.pk).update(as_read=[])
    posting.refresh_from_db()
    revise.remove(posting, one(posting, "Rust").key, by=robin)
    revise.restore(posting, by=robin)
    assert len(asked(posting)) == 4
