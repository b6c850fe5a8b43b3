"""Changed criteria rank the same people again: no resume is embedded anew, and earlier lists stay as they were."""

import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from matching.embedding import Vectors
from matching.errors import TransientError
from matching.values import Priority
from recruit import engine
from recruit.accounts.models import Member
from recruit.candidates.intake import receive
from recruit.jobs.models import Job, State
from recruit.journeys import walker
from recruit.matches.models import Evidence, Match, Run
from recruit.matches.rank import rank_posting
from recruit.postings import revise
from recruit.postings.criteria import criteria_of
from recruit.postings.intake import NewPosting, post
from recruit.postings.models import Posting
from recruit.postings.revise import Wording
from recruit.tenancy.scope import workspace_scope
from tests import factories
from tests.doubles import FixedEncoder

pytestmark = pytest.mark.django_db

TEXT = "Requirements\n- Python\n- Kubernetes\n\nNice to have\n- Rust\n"
RESUME = """{name}
{name}@example.org

Experience
Engineer, Lumen Desk
January 2019 - December 2024
- Built services in {skill} for support agents.
"""


class Counting(FixedEncoder):
    """Remembers the texts that it embeds."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.texts += texts
        return super().encode(texts)


@pytest.fixture
def encoder(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Counting]:
    settings.MEDIA_ROOT = tmp_path
    counting = Counting()
    monkeypatch.setattr(engine, "encoder", lambda: counting)
    with workspace_scope(factories.workspace("north").pk):
        yield counting


@pytest.fixture
def robin(encoder: Counting) -> Member:
    return factories.member()


@pytest.fixture
def posting(encoder: Counting) -> Posting:
    """A posting with a list of two: Pia did Python, Kai did Kubernetes."""
    for name, skill in (("Pia", "Python and Rust"), ("Kai", "Kubernetes")):
        receive(io.BytesIO(RESUME.format(name=name, skill=skill).encode()), original_name="cv.txt", consent_wording="Y")
    made = post(factories.company(), NewPosting(title="Engineer", text=TEXT))
    _walk_all()
    made.refresh_from_db()
    encoder.texts.clear()
    return made


def _walk_all() -> None:
    while waiting := list(Job.objects.filter(state=State.WAITING).order_by("id")):
        for job in waiting:
            walker.walk(job.pk)


def _say(posting: Posting, words: str, *, by: Member, **changed: Any) -> None:
    found = next(each for each in criteria_of(posting) if words in each.requirement.text)
    said = {"text": found.requirement.text, "priority": found.requirement.priority, "weight": found.weight}
    revise.change(posting, found.key, Wording(**{**said, **changed}), by=by)
    _walk_all()


def _best(posting: Posting) -> Match:
    found: Match = Match.objects.filter(posting=posting, last_run=None).order_by("-score").first()
    return found


def _skill(match: Match) -> str:
    return "Python" if "Python" in match.resume.text else "Kubernetes"


def test_weights_move_the_order_without_a_text_that_is_embedded_again(
    posting: Posting, robin: Member, encoder: Counting
) -> None:
    _say(posting, "Kubernetes", by=robin, weight=5)
    _say(posting, "Python", by=robin, weight=1)
    _say(posting, "Rust", by=robin, weight=1, priority=Priority.AVOID)
    assert _skill(_best(posting)) == "Kubernetes"
    _say(posting, "Kubernetes", by=robin, weight=1)
    _say(posting, "Python", by=robin, weight=5)
    assert _skill(_best(posting)) == "Python"
    assert encoder.texts == []
    assert Run.objects.filter(posting=posting).order_by("-number")[0].cause == "criteria"


def test_new_words_are_the_only_ones_embedded(posting: Posting, robin: Member, encoder: Counting) -> None:
    revise.add(posting, Wording("Docker in production", Priority.NICE), by=robin)
    _walk_all()
    assert encoder.texts == ["Docker in production"]
    cells = Evidence.objects.filter(match=_best(posting), requirement__text="Docker in production")
    assert cells.count() == 1


def test_one_of_two_put_together_is_enough(posting: Posting, robin: Member) -> None:
    keys = [each.key for each in criteria_of(posting) if each.requirement.priority is Priority.MUST]
    assert {each.musts_met for each in Match.objects.filter(posting=posting, last_run=None)} == {1}
    revise.put_together(posting, keys, any_of=True, by=robin)
    _walk_all()
    standing = Match.objects.filter(posting=posting, last_run=None)
    assert {(each.musts_met, each.musts) for each in standing} == {(1, 1)}
    for each in standing:
        cell = each.evidence.get(requirement__priority="must")
        assert (cell.verdict, _skill(each) in cell.quote) == ("met", True)


def test_every_cell_of_the_list_points_at_a_criterion_that_stands(posting: Posting, robin: Member) -> None:
    _say(posting, "Rust", by=robin, text="Rust, or a wish to learn it")
    standing = Match.objects.filter(posting=posting, last_run=None)
    assert standing.count() == 2
    for each in standing:
        assert [cell.requirement.current for cell in each.evidence.all()] == [True, True, True]


def test_a_list_once_shown_keeps_its_criteria(posting: Posting, robin: Member) -> None:
    first = Run.objects.filter(posting=posting).order_by("-number")[0].number
    _say(posting, "Rust", by=robin, text="Go in production")
    then = Match.objects.filter(posting=posting, last_run=first)
    assert then.count() == 2
    assert all("Rust" in [cell.requirement.text for cell in each.evidence.all()] for each in then)


def test_going_back_gives_the_scores_of_before(posting: Posting, robin: Member) -> None:
    before = dict(Match.objects.filter(posting=posting, last_run=None).values_list("resume", "score"))
    _say(posting, "Python", by=robin, priority=Priority.NICE)
    assert before != dict(Match.objects.filter(posting=posting, last_run=None).values_list("resume", "score"))
    revise.restore(posting, by=robin)
    _walk_all()
    assert before == dict(Match.objects.filter(posting=posting, last_run=None).values_list("resume", "score"))


def test_a_list_that_was_judged_by_older_criteria_is_not_written(
    posting: Posting, robin: Member, encoder: Counting
) -> None:
    write = rank_posting(posting, identity=encoder.identity)
    revise.remove(Posting.objects.get(pk=posting.pk), criteria_of(posting)[0].key, by=robin)
    with pytest.raises(TransientError, match="changed meanwhile"):
        write()
