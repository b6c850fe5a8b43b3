"""Real workers on a real broker, killed in the middle of a hundred resumes."""

import io
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from recruit.candidates.intake import receive
from recruit.candidates.models import Passage, PassageVector, Resume
from recruit.events.models import Event
from recruit.jobs import queue
from recruit.jobs.models import Job, Queue, State
from recruit.tenancy.models import Workspace
from recruit.tenancy.scope import workspace_scope

pytestmark = [pytest.mark.faults, pytest.mark.model, pytest.mark.django_db(transaction=True)]

ROOT = Path(__file__).resolve().parents[3]
PEOPLE = 100
PATIENCE_SECONDS = 420
RESUME = """Person {number}
person{number}@example.com

Experience
Engineer, Lumen Desk {number}
Jan 2020 - Present
- Built retrieval service number {number} in Python for support agents.
- Kept {number} pipelines running on Kubernetes.

Skills
Python, Kubernetes
"""


class Workers:
    """One bulk and one embedding worker as programs of their own, each leading a process group."""

    def __init__(self, files: Path) -> None:
        self._environment = {**os.environ, "MEDIA_ROOT": str(files), "DATABASE_POOL": "0", "OMP_NUM_THREADS": "1"}
        self._running: dict[str, subprocess.Popen[bytes]] = {}

    def start(self, name: Queue) -> None:
        pool = ["--pool=solo"] if name is Queue.EMBED else ["--concurrency=1"]
        command = [sys.executable, "-m", "celery", "-A", "recruit.celery:app", "worker", f"--queues={name}", *pool]
        self._running[name] = subprocess.Popen(
            [*command, f"--hostname={name}@test", "--loglevel=ERROR"],
            cwd=ROOT, env=self._environment, start_new_session=True, stdout=subprocess.DEVNULL,
        )  # fmt: skip

    def kill(self, name: Queue) -> None:
        os.killpg(self._running[name].pid, signal.SIGKILL)
        self._running.pop(name).wait()

    def stop(self) -> None:
        for name in list(self._running):
            self.kill(Queue(name))


@pytest.fixture
def workers(tmp_path: Path) -> Iterator[Workers]:
    made = Workers(tmp_path)
    yield made
    made.stop()


def test_a_hundred_resumes_survive_killed_workers_and_none_is_read_twice(
    workers: Workers, tmp_path: Path, settings: object
) -> None:
    settings.MEDIA_ROOT = tmp_path  # type: ignore[attr-defined]
    workspace = Workspace.objects.create(slug="north", name="North")
    for number in range(PEOPLE):
        with workspace_scope(workspace.pk):
            content = io.BytesIO(RESUME.format(number=number).encode())
            receive(content, original_name="cv.txt", consent_wording="Yes.", priority=Queue.BULK)
    workers.start(Queue.BULK)
    workers.start(Queue.EMBED)
    _wait(workspace, parsed=10)
    workers.kill(Queue.BULK)
    workers.start(Queue.BULK)
    _wait(workspace, parsed=60)
    workers.kill(Queue.EMBED)
    workers.kill(Queue.BULK)
    workers.start(Queue.EMBED)
    workers.start(Queue.BULK)
    _wait(workspace, done=PEOPLE)
    with workspace_scope(workspace.pk):
        assert set(Job.objects.values_list("state", flat=True)) == {State.DONE}
        assert Job.objects.count() == Resume.objects.filter(state="read").count() == PEOPLE
        read = list(Event.objects.filter(kind="resume.read").values_list("subject_id", flat=True))
        assert len(read) == len(set(read)) == PEOPLE
        assert Passage.objects.values("resume", "position").distinct().count() == Passage.objects.count()
        assert PassageVector.objects.values("resume").distinct().count() == PEOPLE


def _wait(workspace: Workspace, *, parsed: int = 0, done: int = 0) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        queue.sweep()
        with workspace_scope(workspace.pk):
            far = Job.objects.exclude(step="parse").count()
            finished = Job.objects.filter(state=State.DONE).count()
        if far >= parsed and finished >= done:
            return
        time.sleep(1)
    pytest.fail(f"Only {far} were read and {finished} finished.")
