"""Corrections: kept above every later reading, ranked again, taken back, and never narrower than identity."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from matching.errors import TransientError
from matching.profile import Correction as Correcting
from recruit import engine
from recruit.accounts.models import Company
from recruit.candidates import reading
from recruit.candidates.access import link_for
from recruit.candidates.correct import correct, standing_of, take_back
from recruit.candidates.intake import receive
from recruit.candidates.models import Correction, Passage, PassageVector, Resume
from recruit.candidates.portrait import portrait
from recruit.candidates.readout import anchors_of
from recruit.errors import DomainError
from recruit.events.models import Event
from recruit.jobs.models import Job, Queue, State
from recruit.journeys import walker
from recruit.matches.models import Evidence, Match
from recruit.postings.intake import NewPosting, post
from recruit.tenancy.models import Workspace
from recruit.tenancy.scope import workspace_scope
from tests import factories
from tests.doubles import FixedEncoder

pytestmark = pytest.mark.django_db
RESUME = """Ann Lee
ann@example.com

Experience
Senior Engineer, Lumen Desk
January 2024 - Present
- Built a retrieval service in Python that answers 40,000 questions a day for support agents.

Engineer, Harbour Freight
March 2022 - December 2023
- Wrote billing services in Python for eight countries with Kowalczyk, our lead.

Skills
Python, PostgreSQL
"""
ROLE = NewPosting(title="Agent engineer", text="Requirements\n- 7+ years of Python\n- Retrieval\n")


@pytest.fixture
def north(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Workspace]:
    settings.MEDIA_ROOT = tmp_path
    encoder = FixedEncoder()
    monkeypatch.setattr(engine, "encoder", lambda: encoder)
    made = Workspace.objects.create(slug="north", name="North")
    with workspace_scope(made.pk):
        yield made


def _walk_all() -> None:
    for _ in range(60):
        jobs = list(Job.objects.filter(state=State.WAITING).exclude(journey="pages").values_list("pk", flat=True))
        if not jobs:
            return
        for job in jobs:
            walker.walk(job)
    raise AssertionError("The jobs do not end.")


def _bring(text: str = RESUME, **more: Any) -> Resume:
    resume = receive(io.BytesIO(text.encode()), original_name="cv.txt", consent_wording="Yes.", **more)
    _walk_all()
    resume.refresh_from_db()
    return resume


def _say(resume: Resume, name: str, value: str, *, entry: int | None = None, by: Any = None) -> Correction:
    anchor = anchors_of(portrait(resume, revealed=True))[entry] if entry is not None else None
    (row,) = correct(resume, [Correcting(name, value, anchor)], by=by)
    _walk_all()
    resume.refresh_from_db()
    return row


def _verdict() -> str:
    cell = Evidence.objects.filter(match__last_run=None, requirement__text__contains="years of Python").get()
    return str(cell.verdict)


def test_corrected_dates_change_a_verdict_and_the_quote_stays_the_documents(north: Workspace) -> None:
    company = Company.objects.create(slug="northwind", name="Northwind")
    post(company, ROLE)
    _walk_all()
    resume = _bring()
    before, fit = _verdict(), Match.objects.get(last_run=None).score
    _say(resume, "work.startDate", "2016-03", entry=1, by=factories.member())
    cell = Evidence.objects.get(match__last_run=None, requirement__text__contains="years of Python")
    assert (before, cell.verdict) == ("not shown", "met")
    assert cell.quote in resume.text
    assert Match.objects.get(last_run=None).score > fit


def test_a_correction_is_kept_above_a_new_version_and_finds_its_entry_by_name(north: Workspace) -> None:
    resume = _bring()
    _say(resume, "work.startDate", "2016-03", entry=1, by=factories.member())
    newer = RESUME.replace(
        "Experience\n", "Experience\nStaff Engineer, Nordnett\nJanuary 2026 - Present\n- Leads retrieval in Python.\n\n"
    )
    second = _bring(newer, candidate=resume.candidate)
    entries = reading.profile_of(second).entries
    assert second.current
    assert [(each.organisation, each.start.year if each.start else 0) for each in entries] == [
        ("Nordnett", 2026),
        ("Lumen Desk", 2024),
        ("Harbour Freight", 2016),
    ]


def test_taking_it_back_brings_the_reading_back_and_adds_a_row(north: Workspace) -> None:
    resume, robin = _bring(), factories.member()
    read = reading.profile_of(resume)
    row = _say(resume, "work.position", "Lead Engineer", entry=0, by=robin)
    assert reading.profile_of(resume).entries[0].title == "Lead Engineer"
    take_back(row, by=robin)
    _walk_all()
    resume.refresh_from_db()
    assert reading.profile_of(resume) == read
    assert Correction.objects.count() == 2
    assert list(standing_of(resume.candidate_id)) == []
    assert {"correction.made", "correction.undone", "resume.corrected"} <= set(
        Event.objects.values_list("kind", flat=True)
    )
    with pytest.raises(DomainError, match="taken back before"):
        take_back(row, by=robin)


def test_the_candidates_word_stands_above_a_later_one_of_a_recruiter(north: Workspace) -> None:
    resume, robin = _bring(), factories.member()
    own = _say(resume, "work.position", "Search Engineer", entry=0)
    _say(resume, "work.position", "Junior Engineer", entry=0, by=robin)
    assert reading.profile_of(resume).entries[0].title == "Search Engineer"
    with pytest.raises(DomainError, match="Only they take it back"):
        take_back(own, by=robin)


def test_a_corrected_name_is_covered_everywhere_and_only_changed_passages_are_embedded(north: Workspace) -> None:
    resume = _bring()
    assert "Kowalczyk" in reading.profile_of(resume).blind.content
    vectors = dict(PassageVector.objects.values_list("digest", "pk"))
    _say(resume, "basics.name", "Ann Kowalczyk", by=factories.member())
    profile = reading.profile_of(resume)
    assert "Kowalczyk" not in profile.blind.content
    assert not Passage.objects.filter(text__contains="Kowalczyk").exists()
    shown = "".join(piece.text for page in portrait(resume, revealed=False).pages() for piece in page)
    assert "Kowalczyk" not in shown
    assert "Ann Lee" not in shown
    resume.candidate.refresh_from_db()
    assert resume.candidate.name == "Ann Kowalczyk"
    fresh = set(PassageVector.objects.values_list("digest", flat=True)) - set(vectors)
    assert 0 < len(fresh) < len(vectors)


def test_the_address_on_file_follows_only_what_was_read(north: Workspace) -> None:
    read = _bring()
    _say(read, "basics.email", "ann.lee@example.net", by=factories.member())
    read.candidate.refresh_from_db()
    assert read.candidate.email == "ann.lee@example.net"
    given = _bring(RESUME.replace("ann@example.com", "old@example.com"), email="given@example.com")
    _say(given, "basics.email", "other@example.net", by=factories.member())
    given.candidate.refresh_from_db()
    assert given.candidate.email == "given@example.com"


def test_what_is_said_while_a_reading_is_computed_sends_it_round_again(north: Workspace) -> None:
    resume = _bring()
    write = reading.apply(resume)
    correct(resume, [Correcting("basics.label", "Search engineer")], by=None)
    with pytest.raises(TransientError):
        write()
    _walk_all()
    resume.refresh_from_db()
    assert reading.profile_of(resume).field("basics.label") == "Search engineer"


def test_an_older_version_cannot_be_corrected(north: Workspace) -> None:
    first = _bring()
    _bring(RESUME + "\nRust", candidate=first.candidate)
    first.refresh_from_db()
    with pytest.raises(DomainError, match="newer version"):
        correct(first, [Correcting("basics.label", "Engineer")], by=None)


def test_a_correction_goes_before_imports(north: Workspace) -> None:
    resume = _bring()
    correct(resume, [Correcting("basics.label", "Engineer")], by=None)
    assert Job.objects.get(journey="correction").priority == Queue.INTERACTIVE


@pytest.mark.parametrize(
    "form",
    [
        {"entry": "1", "work.startDate": "2023-10", "work.endDate": "2020-01"},
        {"entry": "1", "work.endDate": "2001"},
        {"add": "work", "work.position": "Engineer", "work.startDate": "2023-10", "work.endDate": "2020-1"},
    ],
)
def test_a_start_after_its_end_is_refused_with_a_sentence(
    north: Workspace, client: Client, form: dict[str, str]
) -> None:
    resume = _bring()
    answer = client.post(f"{link_for(resume.candidate)}/corrections", form, follow=True)
    assert "is after the end" in answer.content.decode()
    with workspace_scope(north.pk):
        assert not Correction.objects.exists()


def test_a_candidate_corrects_by_form_and_sees_it_kept(north: Workspace, client: Client) -> None:
    resume = _bring()
    link = link_for(resume.candidate)
    form = {"entry": "1", "work.position": "Billing Engineer", "work.startDate": "2022-03", "work.endDate": "2023-12"}
    answer = client.post(f"{link}/corrections", form, follow=True)
    assert "It stands above what is read" in answer.content.decode()
    with workspace_scope(north.pk):
        (row,) = Correction.objects.all()
        assert (row.field, row.value, row.member) == ("work.position", "Billing Engineer", None)
        _walk_all()
    page = client.get(f"{link}/reading").content.decode()
    assert "Billing Engineer" in page
    assert "Every correction is applied" in page


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({"entry": "0", "work.startDate": "soon"}, "Write a date like 2021-03"),
        ({"entry": "77", "work.position": "x"}, "This entry is not there any more"),
        ({"basics.email": "ann"}, "This address is not whole"),
        ({"basics.location.countryCode": "Norway"}, "two letters"),
        ({"skills.add": "flumphing"}, "We know no skill called"),
        ({"basics.label": "x" * 201}, "Keep it to 200 characters"),
        ({}, "Nothing was changed"),
        ({"basics.name": "Ann Lee"}, "Nothing was changed"),
    ],
)
def test_a_form_that_cannot_be_kept_says_what_to_do(
    north: Workspace, client: Client, form: dict[str, str], sentence: str
) -> None:
    link = link_for(_bring().candidate)
    answer = client.post(f"{link}/corrections", form, follow=True)
    assert sentence in answer.content.decode()
    with workspace_scope(north.pk):
        assert not Correction.objects.exists()


def test_skills_are_taken_out_and_put_back_by_form(north: Workspace, client: Client) -> None:
    resume = _bring()
    link = link_for(resume.candidate)
    client.post(f"{link}/corrections", {"skills.remove": "python"})
    with workspace_scope(north.pk):
        _walk_all()
        resume.refresh_from_db()
        assert "python" not in {each.skill for each in reading.profile_of(resume).skills}
        row = Correction.objects.get()
    client.post(f"{link}/corrections/{row.pk}/undo")
    with workspace_scope(north.pk):
        _walk_all()
        resume.refresh_from_db()
        assert "python" in {each.skill for each in reading.profile_of(resume).skills}


def test_progress_ends_with_286_when_the_correction_is_applied(north: Workspace, client: Client) -> None:
    resume = _bring()
    address = f"{link_for(resume.candidate)}/reading/applied"
    correct(resume, [Correcting("basics.label", "Engineer")], by=None)
    assert client.get(address).status_code == 200
    with workspace_scope(north.pk):
        _walk_all()
    assert client.get(address).status_code == 286
    assert reverse("candidates:own_applied", args=["north", "x"]).endswith("/c/x/reading/applied")
