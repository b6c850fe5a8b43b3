"""A workspace in which resumes are really read and ranked, by a model of hashed words."""

import io
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test import Client

from recruit import engine
from recruit.accounts.models import Member
from recruit.candidates.intake import receive
from recruit.candidates.models import Candidate, Pair, Resume
from recruit.jobs.models import Job, State
from recruit.journeys import walker
from recruit.postings.intake import NewPosting, post
from recruit.postings.models import Posting
from recruit.tenancy.models import Workspace
from recruit.tenancy.scope import workspace_scope
from tests import factories
from tests.doubles import FixedEncoder

RESUME = """{name}
{email}
{phone}

Summary
Engineer who builds retrieval and tool services for support teams.

Experience
{title}, {employer}
{since} - Present
- Built a retrieval service in Python that answers 40,000 questions a day for support agents.
- Ran everything on Kubernetes with PostgreSQL behind it.

Education
BSc Computer Science, University of Leeds, {year}

Skills
Python, PostgreSQL, Kubernetes
"""
_ANN = {
    "name": "Ann Halvorsen",
    "email": "ann@example.com",
    "phone": "+44 20 7946 0958",
    "title": "Senior Engineer",
    "employer": "Lumen Desk",
    "since": "January 2020",
    "year": "2016",
}

Send = Callable[..., Any]


@dataclass(frozen=True)
class House:
    """Brings people in and walks their journeys to the end."""

    workspace: Workspace
    robin: Member

    def bring(self, *, candidate: Candidate | None = None, address: str = "", **fields: str) -> Resume:
        """A resume that was read and ranked. What is not named is Ann's; `address` was typed into the form."""
        content = RESUME.format(**{**_ANN, **fields}).encode()
        resume = receive(
            io.BytesIO(content),
            original_name="cv.txt",
            consent_wording="Yes.",
            candidate=candidate,
            email=address,
        )
        self.walk()
        resume.refresh_from_db()
        return resume

    def twice(self) -> tuple[Candidate, Candidate, Pair]:
        """Ann, and Ann again by another address with a newer resume."""
        elder = self.bring().candidate
        younger = self.bring(email="ann.halvorsen@elsewhere.example", title="Principal Engineer").candidate
        return elder, younger, Pair.objects.get()

    def post(self) -> Posting:
        text = "Requirements\n- 3+ years of Python\n- Kubernetes\n"
        made = post(factories.company(), NewPosting(title="Agent engineer", text=text))
        self.walk()
        return made

    def walk(self) -> None:
        while waiting := list(Job.objects.filter(state=State.WAITING).order_by("id")):
            for job in waiting:
                walker.walk(job.pk)


@pytest.fixture
def house(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[House]:
    settings.MEDIA_ROOT = tmp_path
    monkeypatch.setattr(engine, "encoder", FixedEncoder)
    north = factories.workspace("north", name="North", postal_address="1 Quay Street\nBergen")
    with workspace_scope(north.pk):
        yield House(north, factories.member())


@pytest.fixture
def live(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, transactional_db: None) -> Workspace:
    """A workspace whose rows are really committed, for tests in which threads meet."""
    settings.MEDIA_ROOT = tmp_path
    monkeypatch.setattr(engine, "encoder", FixedEncoder)
    made: Workspace = factories.workspace("north", name="North", postal_address="1 Quay Street\nBergen")
    return made


def at_once(*acts: Callable[[], object]) -> list[str]:
    """Run each act in a thread with a connection of its own; "ok" or the error's class and slug, in their order."""
    outcomes = ["" for _ in acts]

    def run(place: int, act: Callable[[], object]) -> None:
        try:
            act()
            outcomes[place] = "ok"
        except Exception as error:  # noqa: BLE001  whatever it raised is what the test looks at
            outcomes[place] = str(getattr(error, "slug", type(error).__name__))
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=each) for each in enumerate(acts)]
    for each in threads:
        each.start()
    for each in threads:
        each.join(120)
    return outcomes


@pytest.fixture
def send(house: House, django_capture_on_commit_callbacks: Any) -> Send:
    """Upload as a visitor; the answer. Mails are sent, and the file is read to the end."""

    def upload(address: str = _ANN["email"], *, read: bool = True, **fields: str) -> Any:
        file = io.BytesIO(RESUME.format(**{**_ANN, **fields}).encode())
        file.name = "cv.txt"
        with django_capture_on_commit_callbacks(execute=True):
            answer = Client().post("/w/north/upload", {"file": file, "consent": "on", "email": address})
        with workspace_scope(house.workspace.pk):
            house.walk() if read else None
        return answer

    return upload


def mailed_link() -> str:
    """The path of the last mail's link."""
    return "/w/" + mail.outbox[-1].body.split("/w/")[1].split()[0]


def by_mail(house: House, *, choice: str = "confirm") -> Any:
    """Follow the last mail's link and press a button; the answer, when everything that follows is done."""
    answer = Client().post(mailed_link(), {"choice": choice}, follow=True)
    with workspace_scope(house.workspace.pk):
        house.walk()
    return answer
