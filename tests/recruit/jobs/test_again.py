"""A wish is never lost to work that is under way, and no worker moves a job that it has lost."""

import threading
from collections.abc import Iterator

import pytest
from django.db import connection, transaction
from django.test import Client

from recruit.candidates.models import Candidate, Resume
from recruit.errors import DomainError
from recruit.events.record import SYSTEM
from recruit.jobs import queue
from recruit.jobs.models import Job, State
from recruit.jobs.queue import JobTaken
from recruit.portal.desk import stopped_jobs
from recruit.tenancy.models import Workspace
from recruit.tenancy.scope import workspace_scope
from tests import factories

pytestmark = pytest.mark.django_db


def _resume() -> Resume:
    candidate = Candidate.objects.create()
    made: Resume = Resume.objects.create(candidate=candidate, file="x", original_name="x", size=1, sha256="0" * 64)
    return made


@pytest.fixture
def resume() -> Iterator[Resume]:
    with workspace_scope(factories.workspace("north").pk):
        yield _resume()


def _claimed(job: Job) -> Job:
    found = queue.claim(job.pk)
    assert found is not None
    return found


def _dead(resume: Resume) -> Job:
    job = _claimed(queue.enqueue("rerank", resume))
    job.attempts = 3
    assert queue.retry_or_bury(job, slug="x", sentence="X.") is State.DEAD
    return job


@pytest.mark.parametrize("end", ["advance", "fail", "bury"])
def test_what_was_asked_for_while_it_ran_begins_anew_when_it_ends(resume: Resume, end: str) -> None:
    job = _claimed(queue.enqueue("rerank", resume))
    queue.advance(job)
    job = _claimed(job)
    job.attempts = 3
    assert queue.enqueue("rerank", resume) == job
    assert Job.objects.get().state == State.RUNNING
    if end == "bury":
        assert queue.retry_or_bury(job, slug="x", sentence="X.") is State.WAITING
    else:
        queue.advance(job) if end == "advance" else queue.fail(job, slug="x", sentence="X.")
    row = Job.objects.get()
    assert (row.state, row.step, row.queue, row.attempts, row.again) == (State.WAITING, "embed", "embed", 0, False)


def test_it_goes_round_once_more_and_not_for_ever(resume: Resume) -> None:
    job = queue.enqueue("pages", resume)
    first = _claimed(job)
    queue.enqueue("pages", resume)
    queue.advance(first)
    queue.advance(_claimed(job))
    assert Job.objects.get().state == State.DONE


def test_a_job_that_waits_at_a_later_step_begins_with_the_first(resume: Resume) -> None:
    job = queue.enqueue("rerank", resume)
    queue.advance(_claimed(job))
    queue.enqueue("rerank", resume)
    row = Job.objects.get()
    assert (row.step, row.queue, row.state) == ("embed", "embed", State.WAITING)


def test_a_worker_that_lost_its_claim_moves_nothing(resume: Resume) -> None:
    job = queue.enqueue("rerank", resume)
    lost = _claimed(job)
    queue.sweep()  # the lock of this very session is to be had, as that of a broken connection is
    Job.objects.update(next_attempt_at="2020-01-01T00:00Z")
    present = _claimed(job)
    for act in (
        lambda: queue.advance(lost),
        lambda: queue.fail(lost, slug="x", sentence="X."),
        lambda: queue.retry_or_bury(lost, slug="x", sentence="X."),
    ):
        with pytest.raises(JobTaken), transaction.atomic():
            act()
    queue.advance(present)


def test_a_dead_job_retires_when_a_newer_one_takes_its_place(resume: Resume) -> None:
    dead = _dead(resume)
    robin = factories.member()
    assert list(stopped_jobs(robin)) == [dead]
    queue.enqueue("rerank", resume)
    dead.refresh_from_db()
    assert dead.state == State.RETIRED
    assert list(stopped_jobs(robin)) == []


@pytest.mark.parametrize("page_is_old", [True, False])
def test_a_requeue_beside_a_newer_job_is_refused_with_a_sentence(resume: Resume, page_is_old: bool) -> None:
    dead = _dead(resume)
    newer = queue.enqueue("rerank", resume)
    if page_is_old:
        Job.objects.filter(pk=dead.pk).update(state=State.DEAD)
    else:
        dead.refresh_from_db()
    with pytest.raises(DomainError, match="Reload the page"):
        queue.requeue(dead, by=SYSTEM)
    assert list(Job.objects.filter(state=State.WAITING)) == [newer]


def test_the_staff_page_answers_a_requeue_beside_a_live_job_with_a_refusal(resume: Resume, client: Client) -> None:
    dead = _dead(resume)
    queue.enqueue("rerank", resume)
    Job.objects.filter(pk=dead.pk).update(state=State.DEAD)
    client.force_login(factories.member(is_staff=True).user)
    assert client.post(f"/staff/jobs/{dead.pk}/requeue").status_code == 409


@pytest.mark.django_db(transaction=True)
def test_a_job_does_not_begin_before_what_asked_for_it_is_committed() -> None:
    north = Workspace.objects.create(slug="north", name="North")
    with workspace_scope(north.pk):
        resume = _resume()
        job = queue.enqueue("rerank", resume)
    began, seen = threading.Event(), []

    def work() -> None:
        began.set()
        _claimed(job)
        with workspace_scope(north.pk):
            seen.append(Resume.objects.get().original_name)
        queue.release(job.pk)
        connection.close()

    worker = threading.Thread(target=work)
    with workspace_scope(north.pk):
        Resume.objects.update(original_name="newer")
        queue.enqueue("rerank", resume)
        worker.start()
        began.wait()
        worker.join(0.5)
    worker.join()
    assert seen == ["newer"]


@pytest.mark.django_db(transaction=True)
def test_a_wish_that_is_written_while_the_job_ends_is_kept() -> None:
    north = Workspace.objects.create(slug="north", name="North")
    with workspace_scope(north.pk):
        resume = _resume()
        job = queue.enqueue("pages", resume)
    claimed = _claimed(job)
    asked, may_commit = threading.Event(), threading.Event()

    def ask() -> None:
        with workspace_scope(north.pk):
            queue.enqueue("pages", resume)
            asked.set()
            may_commit.wait(0.5)
        connection.close()

    asker = threading.Thread(target=ask)
    asker.start()
    asked.wait()
    with workspace_scope(north.pk):
        queue.advance(claimed)
    queue.release(job.pk)
    asker.join()
    with workspace_scope(north.pk):
        assert list(Job.objects.values_list("state", flat=True)) == [State.WAITING]


@pytest.mark.django_db(transaction=True)
def test_who_hears_the_bell_of_the_next_step_finds_it_free() -> None:
    north = Workspace.objects.create(slug="north", name="North")
    with workspace_scope(north.pk):
        job = queue.enqueue("resume", _resume())
    claimed, had = _claimed(job), []

    def hear() -> None:
        had.append(queue.claim(job.pk))
        queue.release(job.pk)
        connection.close()

    with workspace_scope(north.pk):
        queue.advance(claimed)
    # the worker that did the step before has not come to its end yet
    hearer = threading.Thread(target=hear)
    hearer.start()
    hearer.join()
    queue.release(job.pk)
    assert [each and each.step for each in had] == ["embed"]
