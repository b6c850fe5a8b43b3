"""A worker that is killed while the mail server has its mail: shown to a person, never sent again."""

import asyncio
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.smtp import SMTP, Envelope, Session
from django.conf import settings as configured

from recruit.jobs import queue
from recruit.jobs.models import Job
from recruit.outreach.models import Message, MessageState
from recruit.tenancy.scope import workspace_scope
from tests import factories
from tests.recruit.outreach.conftest import House
from tests.recruit.outreach.relay import Relay, serving

pytestmark = [pytest.mark.faults, pytest.mark.django_db(transaction=True)]
ROOT = Path(__file__).resolve().parents[3]
WALK = "import django, sys; django.setup(); from recruit.journeys import walker; walker.walk(int(sys.argv[1]))"


@dataclass
class SlowRelay(Relay):
    """Takes the whole mail and keeps its answer to itself."""

    has_it: threading.Event = field(default_factory=threading.Event)

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        answer = await super().handle_DATA(server, session, envelope)
        self.has_it.set()
        await asyncio.sleep(30)
        return answer


@pytest.fixture
def slow(settings: Any) -> Iterator[SlowRelay]:
    relay = SlowRelay()
    with serving(relay, settings):
        yield relay


def test_a_mail_whose_worker_was_killed_while_it_left_is_uncertain_and_never_sent_twice(slow: SlowRelay) -> None:
    north = factories.workspace("north", postal_address="1 Quay Street")
    with workspace_scope(north.pk):
        house = House(north, factories.member(), factories.posting_with_matches().first)
        house.requested()
        asked = Job.objects.get(journey="draft")
    _child(asked.pk).wait()
    with workspace_scope(north.pk):
        draft = house.match.candidate.drafts.get()
        message = house.approve(draft)
        job = Job.objects.get(subject=message.pk)
    worker = _child(job.pk)
    assert slow.has_it.wait(20)
    os.kill(worker.pid, signal.SIGKILL)
    worker.wait()
    _recover(job)
    with workspace_scope(north.pk):
        assert Message.objects.get().state == MessageState.UNCERTAIN
    assert len(slow.taken) == 1


def _recover(job: Job) -> None:
    """What beat and the next worker do: take the job back, and walk it."""
    for _ in range(50):
        queue.sweep()
        with workspace_scope(job.workspace_id):
            Job.objects.filter(pk=job.pk, state="waiting").update(next_attempt_at="2020-01-01T00:00Z")
            if Job.objects.get(pk=job.pk).state == "waiting":
                break
        threading.Event().wait(0.1)
    assert _child(job.pk).wait() == 0


def _child(job: int) -> "subprocess.Popen[bytes]":
    address = f"smtp://{configured.EMAIL_HOST}:{configured.EMAIL_PORT}"
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "recruit.settings", "EMAIL_URL": address}
    return subprocess.Popen([sys.executable, "-c", WALK, str(job)], cwd=ROOT, env=environment)
