"""Companies with their keys, calling the API as a program would."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client

from recruit.accounts.keys import issue
from recruit.accounts.models import Company
from recruit.candidates.models import Candidate, Resume
from recruit.matches.models import Evidence, Match, Run
from recruit.postings.models import Posting, Requirement
from recruit.tenancy.models import Workspace
from recruit.tenancy.scope import workspace_scope

ROLE = {"title": "Agent engineer", "text": "You must have built tools for language models in Python."}


class Caller:
    """A company with its key, calling the API as a program would."""

    def __init__(self, workspace: Workspace, slug: str) -> None:
        self.workspace = workspace
        with workspace_scope(workspace.pk):
            self.company = Company.objects.create(slug=slug, name=slug.title())
            self.key, self.text = issue(self.company, name="test")
        self.client = Client(raise_request_exception=False)

    def post(self, body: Any, *, path: str = "/api/v1/postings", raw: bool = False, **headers: str) -> Any:
        content = body if raw else json.dumps(body)
        return self.client.post(path, content, content_type="application/json", headers=self._headers(headers))

    def get(self, path: str) -> Any:
        return self.client.get(path, headers=self._headers({}))

    def delete(self, path: str) -> Any:
        return self.client.delete(path, headers=self._headers({}))

    def _headers(self, more: dict[str, str]) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.text}", **{name.replace("_", "-"): text for name, text in more.items()}}


@pytest.fixture
def north(servers: None) -> Caller:
    return Caller(Workspace.objects.create(slug="north", name="North"), "northwind")


@pytest.fixture
def neighbour(north: Caller) -> Caller:
    return Caller(north.workspace, "neighbour")


@pytest.fixture
def foreigner() -> Caller:
    return Caller(Workspace.objects.create(slug="south", name="South"), "southwind")


@pytest.fixture
def ranked(north: Caller) -> Iterator[Posting]:
    with workspace_scope(north.workspace.pk):
        posting = Posting.objects.create(company=north.company, title="T", text="Python", digest="d", state="open")
        need = Requirement.objects.create(
            posting=posting, position=0, text="Python", start=0, end=6, kind="skill", priority="must"
        )
        Run.objects.create(posting=posting, number=1, cause="posting", weights={}, versions={})
        for number, name in enumerate(["Ada", "Ben", "Cy"]):
            person = Candidate.objects.create(name=name)
            resume = Resume.objects.create(
                candidate=person, file="x", original_name="x", size=1, sha256=str(number) * 64, text="Wrote Python."
            )
            match = Match.objects.create(
                posting=posting, candidate=person, resume=resume, first_run=1, score=0.9 - number / 10,
                parts={"musts": 0.9 - number / 10}, tie=str(number),
            )  # fmt: skip
            Evidence.objects.create(
                match=match,
                requirement=need,
                verdict="met",
                strength=0.9,
                quote="Wrote Python",
                start=0,
                end=12,
                reason="r",
            )
        yield posting
