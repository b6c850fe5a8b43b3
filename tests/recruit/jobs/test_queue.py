import time
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from recruit.candidates.models import Candidate, Resume
from recruit.errors import DomainError
from recruit.events.record import Actor
from recruit.jobs import queue
from recruit.jobs.models import Job, Queue, State
from recruit.jobs.plans import PLANS
from recruit.jobs.progress import progress_of
from recruit.jobs.queue import JobTaken
from recruit.tenancy.models import Workspace
from recruit.tenancy.scope import workspace_scope

pytestmark = pytest.mark.django_db


@pytest.fixture
def resume() -> Iterator[Resume]:
    workspace = Workspace.objects.create(slug="north", name="North")
    with workspace_scope(workspace.pk):
        candidate = Candidate.objects.create()
        yield Resume.objects.create(candidate=candidate, file="x", original_name="x", size=1, sha256="0" * 64)


def _step(job: Job) -> Job:
    claimed = queue.claim(job.pk)
    assert claimed is not None
    return claimed


def test_a_second_enqueue_returns_the_live_job(resume: Resume) -> None:
    first = queue.enqueue("resume", resume)
    assert queue.enqueue("resume", resume) == first


def test_the_database_allows_one_live_job_per_journey_and_subject(resume: Resume) -> None:
    queue.enqueue("resume", resume)
    with pytest.raises(IntegrityError), transaction.atomic():
        Job.objects.create(journey="resume", subject=resume.pk, step="parse")


def test_a_claim_is_had_once_and_counts_the_attempt(resume: Resume) -> None:
    job = queue.enqueue("resume", resume)
    claimed = _step(job)
    assert (claimed.state, claimed.attempts) == (State.RUNNING, 1)
    assert queue.claim(job.pk) is None


def test_steps_follow_the_plan_to_done_and_only_embedding_goes_to_the_embedder(resume: Resume) -> None:
    job = queue.enqueue("resume", resume, priority=Queue.INTERACTIVE)
    seen = []
    while job.state != State.DONE:
        job = _step(job)
        seen.append((job.step, job.queue))
        queue.advance(job)
        job.refresh_from_db()
    assert [name for name, _ in seen] == [each.name for each in PLANS["resume"]]
    assert [where for name, where in seen if name == "embed"] == [Queue.EMBED]
    assert {where for name, where in seen if name != "embed"} == {Queue.INTERACTIVE}


def test_an_advance_gives_the_next_step_fresh_attempts(resume: Resume) -> None:
    job = _step(queue.enqueue("resume", resume))
    queue.advance(job)
    assert Job.objects.get().attempts == 0


def test_a_transient_error_waits_longer_each_time_and_the_third_is_the_last(resume: Resume) -> None:
    job = queue.enqueue("resume", resume)
    delays = []
    for _ in range(2):
        job = _step(job)
        assert queue.retry_or_bury(job, slug="busy", sentence="Busy.") is State.WAITING
        job.refresh_from_db()
        delays.append((job.next_attempt_at - timezone.now()).total_seconds())
        Job.objects.update(next_attempt_at=timezone.now())
    assert 0.5 < delays[0] < 3.5 < delays[1]
    assert queue.retry_or_bury(_step(job), slug="busy", sentence="Busy.") is State.DEAD


def test_a_job_that_waits_for_its_delay_is_not_claimed(resume: Resume) -> None:
    job = queue.enqueue("resume", resume)
    Job.objects.update(next_attempt_at=timezone.now() + timedelta(minutes=1))
    assert queue.claim(job.pk) is None


def test_a_refusal_fails_with_the_sentence_that_the_person_reads(resume: Resume) -> None:
    job = _step(queue.enqueue("resume", resume))
    queue.fail(job, slug="encrypted", sentence="This PDF is encrypted.")
    progress = progress_of(resume.pk)
    assert progress is not None
    assert (progress.finished, progress.sentence) == (True, "This PDF is encrypted.")
    assert progress.steps[0].state == "stopped"


def test_a_dead_job_is_requeued_by_a_person_at_the_step_where_it_stopped(resume: Resume) -> None:
    job = _step(queue.enqueue("resume", resume))
    Job.objects.update(attempts=3)
    job.refresh_from_db()
    queue.retry_or_bury(job, slug="busy", sentence="Busy.")
    again = queue.requeue(job, by=Actor("member", "1"))
    assert (again.state, again.attempts, again.step) == (State.WAITING, 0, "parse")


def test_a_running_job_cannot_be_requeued(resume: Resume) -> None:
    job = _step(queue.enqueue("resume", resume))
    with pytest.raises(DomainError, match="not stopped"):
        queue.requeue(job, by=Actor("member", "1"))


def test_work_on_a_job_that_somebody_moved_on_is_dropped(resume: Resume) -> None:
    job = _step(queue.enqueue("resume", resume))
    Job.objects.update(state=State.WAITING)
    with pytest.raises(JobTaken):
        queue.advance(job)


def test_progress_names_each_step_and_where_it_stands(resume: Resume) -> None:
    job = _step(queue.enqueue("resume", resume))
    queue.advance(job)
    progress = progress_of(resume.pk)
    assert progress is not None
    assert [each.state for each in progress.steps] == ["done", "running", "waiting", "waiting"]
    assert not progress.finished


def test_the_sweep_rings_for_a_row_whose_bell_was_lost(resume: Resume) -> None:
    queue.enqueue("resume", resume)
    assert queue.sweep() == 1


def test_the_sweep_leaves_a_bell_alone_that_was_just_rung(resume: Resume) -> None:
    queue.enqueue("resume", resume)
    Job.objects.update(rung_at=timezone.now(), next_attempt_at=timezone.now() - timedelta(seconds=1))
    assert queue.sweep() == 0


@pytest.mark.django_db(transaction=True)
def test_a_job_whose_worker_died_comes_back_and_one_whose_worker_lives_does_not() -> None:
    workspace = Workspace.objects.create(slug="north", name="North")
    with workspace_scope(workspace.pk):
        candidate = Candidate.objects.create()
        resume = Resume.objects.create(candidate=candidate, file="x", original_name="x", size=1, sha256="0" * 64)
        job = queue.enqueue("resume", resume)
    other = connection.copy()
    try:
        _as_another_worker(other, job)
        queue.sweep()
        assert _state(workspace, job) == State.RUNNING
    finally:
        other.close()
    # PostgreSQL lets go of the lock when it notices that the connection is gone
    for _ in range(100):
        queue.sweep()
        if _state(workspace, job) == State.WAITING:
            return
        time.sleep(0.1)
    pytest.fail("The job did not come back.")


def _as_another_worker(other: object, job: Job) -> None:
    with other.cursor() as cursor:  # type: ignore[attr-defined]
        cursor.execute("SELECT pg_try_advisory_lock(%s, %s)", [queue._LOCK_SPACE, job.pk])
        assert cursor.fetchone() == (True,)
        cursor.execute("SELECT set_config('strata.jobs', 'all', false)")
        cursor.execute("UPDATE jobs_job SET state = 'running', attempts = 1 WHERE id = %s", [job.pk])
        assert cursor.rowcount == 1


def _state(workspace: Workspace, job: Job) -> str:
    with workspace_scope(workspace.pk):
        return str(Job.objects.get(pk=job.pk).state)
