"""A list is what a full recomputation would give now, whoever wrote last and whatever happened meanwhile."""

from dataclasses import replace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from matching.errors import TransientError
from matching.profile import Correction as Correcting
from recruit import engine
from recruit.candidates.correct import correct
from recruit.candidates.merge import merge, unmerge
from recruit.candidates.models import Candidate, Pair, PassageVector, Resume
from recruit.candidates.portrait import portrait
from recruit.candidates.readout import anchors_of
from recruit.candidates.withdraw import withdraw
from recruit.jobs import queue
from recruit.jobs.models import Job, State
from recruit.journeys import walker
from recruit.matches.models import Match, Run
from recruit.matches.rank import rank_posting, rank_resume
from recruit.postings.models import Posting, PostingVector
from tests import factories
from tests.recruit.candidates.conftest import House

pytestmark = pytest.mark.django_db
_CELL = ("requirement__position", "verdict", "strength", "quote", "start", "end", "reason", "change")
_ROW = ("candidate", "resume", "judged", "score", "first_stage", "parts", "fits", "capped", "musts_met", "musts")


def _identity() -> Any:
    return engine.encoder().identity


def _fresh(resume: Resume) -> Resume:
    row: Resume = Resume.objects.get(pk=resume.pk)
    return row


def _lists() -> list[Any]:
    """Every standing match to the last word of its cells, in an order that does not depend on when it was written."""
    rows = Match.objects.filter(last_run=None).order_by("posting", "candidate")
    return [
        (
            {name: getattr(each, f"{name}_id" if name in {"candidate", "resume"} else name) for name in _ROW},
            each.layer,
            each.tie,
            list(each.evidence.order_by("requirement__position").values_list(*_CELL)),
        )
        for each in rows
    ]


def _recomputed() -> list[Any]:
    """The lists as they would be if nobody had ever been ranked before."""
    Match.objects.all().delete()
    Run.objects.all().delete()
    for posting in Posting.objects.order_by("pk"):
        rank_posting(posting, identity=_identity())()
    return _lists()


def _say(house: House, resume: Resume, field: str, value: str, *, of_work: bool = False) -> None:
    anchor = anchors_of(portrait(_fresh(resume), revealed=True))[0] if of_work else None
    correct(_fresh(resume), [Correcting(field, value, anchor)], by=house.robin)


@pytest.mark.parametrize("day", ["2015-01", "2019-06"])
def test_a_corrected_date_renews_the_reasons_even_where_the_score_stays(house: House, day: str) -> None:
    house.post()
    resume = house.bring()
    before = _lists()
    _say(house, resume, "work.startDate", day, of_work=True)
    house.walk()
    after = _lists()
    assert after == _recomputed() != before


def test_new_resumes_one_by_one_leave_the_lists_of_a_full_recomputation(house: House) -> None:
    for _ in range(2):
        house.post()
    house.bring()
    house.bring(name="Bo Page", email="bo@example.com", title="Staff Engineer", since="March 2024", phone="")
    withdraw(house.bring(name="Cy Low", email="cy@example.com", title="Cook", phone="").candidate)
    house.bring(candidate=Candidate.objects.get(name="Ann Halvorsen"), title="Head of Engineering")
    for posting in Posting.objects.all():
        rank_posting(posting, identity=_identity())()
    assert len(_lists()) == 4
    assert _lists() == _recomputed()


def test_a_slow_ranking_of_a_resume_that_was_corrected_meanwhile_writes_nothing(house: House) -> None:
    house.post()
    resume = house.bring()
    slow = rank_resume(_fresh(resume), identity=_identity())
    _say(house, resume, "skills.remove", "kubernetes")
    house.walk()
    now = _lists()
    with pytest.raises(TransientError, match="corrected meanwhile"):
        slow()
    assert _lists() == now


def test_a_slow_ranking_of_a_posting_leaves_what_was_written_since_it_began(house: House) -> None:
    posting = house.post()
    resume = house.bring()
    posting.refresh_from_db()
    slow = rank_posting(posting, identity=_identity())
    _say(house, resume, "skills.remove", "kubernetes")
    house.walk()
    now = _lists()
    slow()
    assert _lists() == now


def test_a_resume_that_changed_while_its_first_list_was_written_is_ranked_right_after(house: House) -> None:
    resume = house.bring()
    posting = house.post()
    posting.refresh_from_db()
    Match.objects.all().delete()
    Run.objects.all().delete()
    slow = rank_posting(posting, identity=_identity())
    Resume.objects.filter(pk=resume.pk).update(reading={**_fresh(resume).reading, "background": None, "primary": "3"})
    slow()
    assert not Match.objects.exists()
    house.walk()
    assert _lists() == _recomputed() != []


def test_a_role_that_was_changed_meanwhile_is_ranked_again(house: House) -> None:
    posting = house.post()
    resume = house.bring()
    posting.refresh_from_db()
    slow = [rank_posting(posting, identity=_identity()), rank_resume(_fresh(resume), identity=_identity())]
    Posting.objects.filter(pk=posting.pk).update(role={**posting.role, "title": "Another"})
    for write in slow:
        with pytest.raises(TransientError, match="role was changed"):
            write()


@pytest.mark.parametrize("own", [True, False])
def test_a_merge_undone_while_its_ranking_runs_leaves_nobody_with_the_other_ones_resume(
    house: House, own: bool
) -> None:
    house.post()
    if own:
        elder, younger, pair = house.twice()
    else:
        younger = house.bring(email="ann.halvorsen@elsewhere.example", title="Principal Engineer").candidate
        elder = factories.candidate(name="Ann Halvorsen", email="ann@example.com", alias="ELDER")
        pair = Pair.objects.create(first=elder, second=younger, score=0.9)
    merge(pair, keep=elder, by=house.robin)
    moved = Resume.objects.get(given_by=younger)
    job = Job.objects.get(journey="rerank", state=State.WAITING)
    walker.walk(job.pk)
    claimed = queue.claim(job.pk)
    assert claimed is not None
    slow = rank_resume(moved, identity=_identity())
    unmerge(Pair.objects.select_related("first", "second", "kept", "displaced").get(pk=pair.pk), by=house.robin)
    with pytest.raises(TransientError):
        slow()
    queue.retry_or_bury(claimed, slug="x", sentence="x")
    queue.release(job.pk)
    Job.objects.update(next_attempt_at="2020-01-01T00:00Z")
    house.walk()
    rows = Match.objects.filter(last_run=None).select_related("resume")
    assert {(each.candidate_id, each.resume.candidate_id) for each in rows} == {
        (each.pk, each.pk) for each in ([elder, younger] if own else [younger])
    }


def test_a_posting_without_vectors_is_ranked_later_and_its_list_stays(house: House) -> None:
    posting = house.post()
    house.bring()
    posting.refresh_from_db()
    before = _lists()
    with pytest.raises(TransientError, match="not read the role"):
        rank_posting(posting, identity=replace(_identity(), revision="other"))
    assert _lists() == before != []


def test_a_person_whose_vectors_are_on_their_way_keeps_their_place_and_is_asked_for(house: House) -> None:
    posting = house.post()
    resume = house.bring()
    posting.refresh_from_db()
    before = _lists()
    PassageVector.objects.filter(resume=resume).delete()
    rank_posting(posting, identity=_identity())()
    assert _lists() == before != []
    assert Job.objects.get(journey="rerank").subject == resume.pk
    house.walk()
    assert PassageVector.objects.filter(resume=resume).exists()


def test_a_person_whose_newer_resume_is_being_read_keeps_the_place_of_the_older(house: House) -> None:
    posting = house.post()
    first = house.bring()
    posting.refresh_from_db()
    before = _lists()
    Resume.objects.filter(pk=first.pk).update(current=False)
    second = factories.resume(first.candidate, "Engineer\nBuilt things in Python.\n", version=2)
    Resume.objects.filter(pk=second.pk).update(reading={})
    rank_posting(posting, identity=_identity())()
    assert _lists() == before != []


def test_who_withdrew_leaves_the_list(house: House) -> None:
    posting = house.post()
    resume = house.bring()
    posting.refresh_from_db()
    withdraw(resume.candidate)
    rank_posting(posting, identity=_identity())()
    assert _lists() == []


def test_a_resume_waits_for_its_vectors_and_a_posting_without_them_gets_no_run(house: House) -> None:
    house.post()
    PostingVector.objects.all().delete()
    resume = house.bring()
    rank_resume(_fresh(resume), identity=_identity())()
    assert not Match.objects.exists()
    assert Run.objects.count() == 1
    PassageVector.objects.all().delete()
    with pytest.raises(TransientError, match="not read the resume"):
        rank_resume(_fresh(resume), identity=_identity())


def test_a_new_resume_reads_nothing_of_the_others_in_a_list(house: House) -> None:
    house.post()
    house.bring(name="Bo Page", email="bo@example.com", title="Staff Engineer", phone="")
    resume = house.bring()
    own = Match.objects.get(resume=resume)
    with CaptureQueriesContext(connection) as seen:
        rank_resume(_fresh(resume), identity=_identity())()
    asked = [each["sql"] for each in seen if each["sql"].startswith("SELECT") and '"matches_' in each["sql"]]
    of_people = [sql for sql in asked if '"matches_run"' not in sql]
    assert len(of_people) >= 3
    assert [
        sql for sql in of_people if own.candidate_id.hex not in sql.replace("-", "") and f"IN ({own.pk})" not in sql
    ] == []


def test_a_closed_role_is_ranked_for_nobody(house: House) -> None:
    posting = house.post()
    house.bring()
    Match.objects.all().delete()
    Posting.objects.update(state="closed")
    posting.refresh_from_db()
    rank_posting(posting, identity=_identity())()
    assert not Match.objects.exists()
