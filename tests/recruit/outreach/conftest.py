"""A workspace with a ranked posting, its recruiter, and a relay that takes every mail."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from recruit.accounts.models import Member
from recruit.candidates.models import Candidate
from recruit.jobs.models import Job
from recruit.journeys import walker
from recruit.matches.models import Match
from recruit.outreach import approve, draft
from recruit.outreach.footer import final
from recruit.outreach.models import Draft, Message
from recruit.tenancy.models import Workspace
from recruit.tenancy.scope import workspace_scope
from tests import factories
from tests.recruit.outreach.relay import Relay, serving


@dataclass(frozen=True)
class House:
    """Rows to write from, and the acts in the order in which a recruiter does them."""

    workspace: Workspace
    robin: Member
    match: Match

    @property
    def person(self) -> Candidate:
        return self.match.candidate

    def requested(self) -> Draft:
        return draft.request(self.match.posting, self.person, by=self.robin)

    def composed(self) -> Draft:
        asked = self.requested()
        self.walk(asked)
        asked.refresh_from_db()
        return asked

    def approved(self) -> Message:
        return self.approve(self.composed())

    def approve(self, ready: Draft) -> Message:
        return approve.approve(ready, by=self.robin, digest=final(ready).digest)

    def walk(self, subject: Draft | Message) -> Job:
        Job.objects.filter(subject=subject.pk).update(next_attempt_at="2020-01-01T00:00Z")
        walker.walk(Job.objects.filter(subject=subject.pk).latest("id").pk)
        return Job.objects.filter(subject=subject.pk).latest("id")


@pytest.fixture
def house() -> Iterator[House]:
    north = factories.workspace("north", name="North", postal_address="1 Quay Street\nBergen")
    with workspace_scope(north.pk):
        robin = factories.member()
        yield House(north, robin, factories.posting_with_matches().first)


@pytest.fixture
def relay(settings: Any) -> Iterator[Relay]:
    with serving(Relay(), settings) as running:
        yield running
