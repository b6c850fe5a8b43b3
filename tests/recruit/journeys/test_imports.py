"""Structured resumes through the product: brought, read, ranked, shown on the own page and taken away again."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from recruit import engine
from recruit.accounts.models import Company
from recruit.candidates.access import link_for
from recruit.candidates.intake import receive
from recruit.candidates.models import Candidate, Resume
from recruit.jobs.models import Job, State
from recruit.journeys import walker
from recruit.matches.models import Evidence, Match
from recruit.postings.intake import NewPosting, post
from recruit.tenancy.models import Workspace
from recruit.tenancy.scope import workspace_scope
from tests import factories
from tests.doubles import FixedEncoder
from tests.matching.documents.imports.samples import EUROPASS, RESUME, json_resume, linkedin
from tests.matching.documents.test_refusals import archive

pytestmark = pytest.mark.django_db
ROLE = NewPosting(
    title="Retrieval engineer",
    text="Requirements\n- 3+ years of Python\n- Experience with retrieval-augmented generation\n- PyTorch\n",
)


@pytest.fixture
def north(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    settings.MEDIA_ROOT = tmp_path
    monkeypatch.setattr(engine, "encoder", FixedEncoder)
    made: Workspace = Workspace.objects.create(slug="north", name="North")
    return made


def _walk_all() -> None:
    while waiting := list(Job.objects.filter(state=State.WAITING).order_by("id")):
        for job in waiting:
            walker.walk(job.pk)


def _brought(north: Workspace, content: bytes, *, name: str = "resume.pdf") -> tuple[Resume, str]:
    with workspace_scope(north.pk):
        resume = receive(io.BytesIO(content), original_name=name, consent_wording="Yes.")
        _walk_all()
        resume.refresh_from_db()
        return resume, link_for(Candidate.objects.get(pk=resume.candidate_id))


@pytest.mark.parametrize(
    ("content", "media_type", "name"),
    [
        (json_resume(), "application/json", "will rose-okafor"),
        (linkedin(), "application/zip", "Mira Halvorsen"),
        (EUROPASS.encode(), "application/xml", "Ilse Vandamme"),
    ],
)
def test_a_structured_resume_is_read_whatever_it_is_called_and_ranked(
    north: Workspace, content: bytes, media_type: str, name: str
) -> None:
    with workspace_scope(north.pk):
        post(Company.objects.create(slug="c", name="C"), ROLE)
    resume, _ = _brought(north, content)
    with workspace_scope(north.pk):
        assert (resume.state, resume.media_type, resume.candidate.name) == ("read", media_type, name)
        match = Match.objects.get()
        assert match.candidate_id == resume.candidate_id
        quoted = [cell for cell in Evidence.objects.filter(match=match) if cell.quote]
        assert quoted
        assert all(cell.quote == resume.text[cell.start : cell.end] for cell in quoted)


def test_stated_years_decide_a_must(north: Workspace) -> None:
    with workspace_scope(north.pk):
        post(Company.objects.create(slug="c", name="C"), ROLE)
    _brought(north, json_resume())
    with workspace_scope(north.pk):
        cell = Evidence.objects.get(requirement__text__contains="years of Python")
        assert (cell.verdict, cell.quote) == ("met", "Built a RAG service in Python for 40,000 users")


def test_the_own_page_shows_what_is_stated_and_the_export_gives_the_file_back(north: Workspace, client: Client) -> None:
    _, link = _brought(north, json_resume())
    page = client.get(link).content.decode()
    assert "Harbour Analytics" in page
    assert "2021-03-15" in page
    assert f"{link}/json-resume" in page
    answer = client.get(f"{link}/json-resume")
    assert answer.headers["Content-Type"] == "application/json"
    assert answer.headers["Content-Disposition"].startswith("attachment; filename=")
    assert json.loads(answer.content) == RESUME


def test_the_own_page_names_what_a_partial_export_lacks(north: Workspace, client: Client) -> None:
    _, link = _brought(north, linkedin(without="Positions.csv"))
    page = client.get(link).content.decode()
    assert "This LinkedIn export has no Positions.csv" in page
    assert "no Skills.csv" not in page


def test_a_recruiter_reads_the_same_in_a_sentence(north: Workspace, client: Client) -> None:
    resume, _ = _brought(north, linkedin(without="Skills.csv"))
    with workspace_scope(north.pk):
        user = factories.member().user
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    page = client.get(f"/resumes/{resume.pk}/").content.decode()
    assert "This LinkedIn export has no Skills.csv" in page


def test_an_archive_that_is_no_export_is_refused_on_the_own_page(north: Workspace, client: Client) -> None:
    resume, link = _brought(north, archive(("cv.txt", b"Ann Lee")), name="cv.zip")
    assert resume.state == "refused"
    assert "no LinkedIn export" in client.get(link).content.decode()
    assert client.get(f"{link}/json-resume").status_code == 404


def test_a_typed_resume_can_be_taken_away_as_json_resume_too(north: Workspace, client: Client) -> None:
    typed = b"Ann Lee\nann@example.com\n\nExperience\nEngineer, Kiln Works\n2019 - 2023\n- Built ovens in Python.\n"
    _, link = _brought(north, typed)
    exported = json.loads(client.get(f"{link}/json-resume").content)
    assert exported["basics"]["email"] == "ann@example.com"
    assert exported["work"][0]["startDate"] == "2019"
    assert exported["work"][0]["highlights"] == ["Built ovens in Python."]


def test_the_upload_page_says_which_files_it_takes(north: Workspace, client: Client) -> None:
    page = client.get("/w/north/upload").content.decode()
    assert "LinkedIn export (ZIP), JSON Resume or Europass XML" in page
    assert ".json,.zip,.xml" in page


def test_an_uploaded_export_is_read_in_front_of_the_visitor(north: Workspace, client: Client) -> None:
    file = io.BytesIO(linkedin())
    file.name = "Basic_LinkedInDataExport.zip"
    answer = client.post("/w/north/upload", {"file": file, "consent": "on", "email": "will@example.org"})
    assert answer.status_code == 302
    with workspace_scope(north.pk):
        _walk_all()
    assert "Staff Engineer" in client.get(answer.headers["Location"]).content.decode()


def test_after_a_withdrawal_nothing_can_be_taken_away_by_the_old_link(north: Workspace, client: Client) -> None:
    _, link = _brought(north, json_resume())
    client.post(f"{link}/withdraw")
    assert client.get(f"{link}/json-resume").status_code == 404
