"""What a worker does before its first task, and that the sweep waits for no other work."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

from recruit.candidates.models import Candidate, Resume
from recruit.celery import app
from recruit.jobs.models import Job, Queue, State
from recruit.jobs.queue import enqueue
from recruit.journeys.tasks import walk
from recruit.local import programs
from recruit.tenancy.models import Workspace
from recruit.tenancy.scope import workspace_scope

ROOT = Path(__file__).resolve().parents[3]
CODE = (
    "import sys, django; django.setup(); from recruit.journeys.tasks import warm_up;"
    "warm_up({sys.argv[1]}); print('torch' in sys.modules)"
)


@pytest.mark.model
@pytest.mark.parametrize(("queue", "loaded"), [("embed", "True"), ("bulk", "False")])
def test_the_model_is_loaded_where_embedding_work_is_taken_and_nowhere_else(queue: str, loaded: str) -> None:
    result = subprocess.run([sys.executable, "-c", CODE, queue], cwd=ROOT, capture_output=True, text=True, check=True)
    assert result.stdout.strip() == loaded


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("heard", "wanted", "walked"),
    [("bulk", "embed", False), ("interactive", "embed", False), ("embed", "bulk", False), ("bulk", "bulk", True)],
)
def test_a_late_bell_of_another_queue_makes_no_worker_load_the_model(*, heard: str, wanted: str, walked: bool) -> None:
    north = Workspace.objects.create(slug="north", name="North")
    with workspace_scope(north.pk):
        candidate = Candidate.objects.create()
        resume = Resume.objects.create(candidate=candidate, file="x", original_name="x", size=1, sha256="0" * 64)
        job = enqueue("resume", resume)
        Job.objects.filter(pk=job.pk).update(queue=wanted)
    walk.apply(args=[job.pk], routing_key=heard)
    with workspace_scope(north.pk):
        assert (Job.objects.get().attempts > 0) is walked


@pytest.fixture
def sweeper(servers: None) -> Iterator[programs.Program]:
    program = programs.sweeper(dict(os.environ), output=os.open(os.devnull, os.O_WRONLY))
    yield program
    program.stop()


@pytest.mark.faults
@pytest.mark.django_db(transaction=True)
def test_a_lost_job_is_taken_back_while_every_other_worker_is_busy(sweeper: programs.Program) -> None:
    north = Workspace.objects.create(slug="north", name="North")
    with workspace_scope(north.pk):
        candidate = Candidate.objects.create()
        resume = Resume.objects.create(candidate=candidate, file="x", original_name="x", size=1, sha256="0" * 64)
        job = enqueue("rerank", resume)
        Job.objects.filter(pk=job.pk).update(state=State.RUNNING, attempts=1)
    sweeper.start()
    rung = settings.CELERY_BEAT_SCHEDULE["sweep"]
    app.send_task(rung["task"], queue=rung["options"]["queue"])
    for _ in range(300):
        with workspace_scope(north.pk):
            if Job.objects.get().state == State.WAITING:
                return
        time.sleep(0.1)
    pytest.fail("The sweep waited for a worker that never came.")


def test_no_job_waits_where_the_sweep_waits() -> None:
    assert settings.CELERY_BEAT_SCHEDULE["sweep"]["options"]["queue"] not in set(Queue)
