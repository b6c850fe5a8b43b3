"""Entries that people add or take out on the reading page: whose word, what it does to the rank, how it is undone."""

import io
import json
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from recruit.accounts.models import Role
from recruit.candidates.access import link_for
from recruit.candidates.intake import receive
from recruit.candidates.models import Candidate, Correction, Resume
from recruit.candidates.portrait import portrait
from recruit.candidates.reading import json_resume_of, profile_of
from recruit.candidates.readout import readout
from recruit.matches.models import Evidence, Match, Standing
from recruit.postings.intake import NewPosting, post
from recruit.tenancy.scope import workspace_scope
from tests import factories
from tests.recruit.candidates.conftest import _ANN, RESUME, House

pytestmark = pytest.mark.django_db
JOB = {
    "add": "work",
    "work.position": "Rust engineer",
    "work.name": "Nordic Rail",
    "work.startDate": "2012-01",
    "work.endDate": "2019-12",
    "work.highlights": "Wrote signalling services in Rust for 300 stations.\nAnn Halvorsen led the team.",
}


def _own(resume: Resume, name: str, *more: Any) -> str:
    return f"{link_for(resume.candidate)}/{name}"


def _say(house: House, resume: Resume, form: dict[str, str], client: Client | None = None) -> str:
    """Send a form as the candidate, or as whoever is signed in; the page that answers."""
    address = reverse("candidates:say", args=[resume.pk]) if client else _own(resume, "corrections")
    page = (client or Client()).post(address, form, follow=True).content.decode()
    with workspace_scope(house.workspace.pk):
        house.walk()
        resume.refresh_from_db()
    return page


def _robin(house: House) -> Client:
    client = Client()
    client.force_login(house.robin.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def _reveal(resume: Resume) -> None:
    Standing.objects.create(posting=factories.posting(), candidate=resume.candidate, revealed_at="2026-11-20T10:00:00Z")


def _position(resume: Resume, title: str) -> str:
    return str([each.title for each in profile_of(resume).entries].index(title))


def test_a_job_that_the_candidate_adds_is_evidence_quoted_from_their_statement(house: House) -> None:
    role = post(factories.company(), NewPosting(title="Systems engineer", text="Requirements\n- 5+ years of Rust\n"))
    resume = house.bring()
    before = Match.objects.get(posting=role, last_run=None).score
    page = _say(house, resume, JOB)
    assert "It stands above what is read" in page
    after = Match.objects.get(posting=role, last_run=None)
    assert after.score > before
    (cell,) = Evidence.objects.filter(match=after)
    assert cell.start is not None
    assert resume.text[cell.start : cell.end] == cell.quote
    assert resume.stated_by(cell.start) == "the candidate"
    assert resume.stated_by(0) == ""
    review = _robin(house).get(reverse("matches:person", args=[role.pk, resume.candidate_id])).content.decode()
    assert "stated by the candidate" in review
    Client().post(_own(resume, f"corrections/{Correction.objects.get().pk}/undo"))
    with workspace_scope(house.workspace.pk):
        house.walk()
    assert Match.objects.get(posting=role, last_run=None).score == before


def test_it_stands_above_the_same_file_read_again_and_a_newer_version(house: House) -> None:
    resume = house.bring()
    _say(house, resume, JOB)
    newer = house.bring(candidate=resume.candidate, title="Principal Engineer")
    assert "Rust engineer" in {each.title for each in profile_of(newer).entries}
    assert newer.told[0][1] == "the candidate"
    assert newer.text[: newer.document_length].rstrip().endswith("Python, PostgreSQL, Kubernetes")


def test_undo_takes_an_added_entry_out_and_an_entry_that_was_taken_out_back(house: House) -> None:
    resume = house.bring()
    years = profile_of(resume).years
    _say(house, resume, JOB)
    assert profile_of(resume).years > years + 7
    _say(house, resume, {"entry": _position(resume, "Senior Engineer"), "remove": "yes"})
    assert "Senior Engineer" not in {each.title for each in profile_of(resume).entries}
    for row in Correction.objects.filter(undoes=None):
        Client().post(_own(resume, f"corrections/{row.pk}/undo"))
    with workspace_scope(house.workspace.pk):
        house.walk()
        resume.refresh_from_db()
    assert profile_of(resume).years == years
    assert resume.told == []
    assert "Stated by" not in resume.text


def test_a_recruiter_adds_but_neither_changes_nor_takes_out_what_the_candidate_stated(house: House) -> None:
    resume, robin = house.bring(), _robin(house)
    _say(house, resume, JOB)
    _say(house, resume, {"add": "certificates", "certificates.name": "Rust Associate"}, robin)
    assert [by for _, by in resume.told] == ["a recruiter", "the candidate"]
    theirs = _position(resume, "Rust engineer")
    for form in ({"entry": theirs, "remove": "yes"}, {"entry": theirs, "work.position": "Cook"}):
        assert "The candidate stated this themselves" in _say(house, resume, form, robin)
    assert "Rust engineer" in {each.title for each in profile_of(resume).entries}
    taken_out = _say(house, resume, {"listed": "certificates", "was": "Rust Associate", "remove": "yes"})
    assert "It stands above what is read" in taken_out
    assert [by for _, by in resume.told] == ["the candidate"]


def test_a_recruiter_does_not_take_out_what_the_candidate_has_put_right(house: House) -> None:
    resume, robin = house.bring(), _robin(house)
    own = _position(resume, "Senior Engineer")
    _say(house, resume, {"entry": own, "work.position": "Staff Engineer"})
    assert "has corrected this entry" in _say(house, resume, {"entry": own, "remove": "yes"}, robin)
    assert "Staff Engineer" in {each.title for each in profile_of(resume).entries}


def test_a_certificate_keeps_what_is_covered_of_it(house: House) -> None:
    lines = "\nCertificates\n- Machine Learning Specialization, University of Leeds, 2021\n"
    text = RESUME.format(**_ANN) + lines
    resume, robin = receive(io.BytesIO(text.encode()), original_name="cv.txt", consent_wording="Yes."), _robin(house)
    house.walk()
    resume.refresh_from_db()
    form = {"listed": "certificates", "was": "Machine Learning Specialization", "certificates.date": "2019"}
    assert "Reveal this person" in _say(house, resume, form, robin)
    assert not Correction.objects.exists()
    _reveal(resume)
    assert "It stands above what is read" in _say(house, resume, form, robin)
    (kept,) = json_resume_of(resume)["certificates"]
    assert (kept["issuer"], kept["date"]) == ("University of Leeds", "2019")


def test_a_statement_shows_no_identity_before_the_reveal(house: House) -> None:
    resume, robin = house.bring(), _robin(house)
    _say(house, resume, JOB)
    address = reverse("candidates:reading", args=[resume.pk])
    page = robin.get(address).content.decode()
    assert "stated by the candidate" in page
    assert "Halvorsen" not in page
    assert "not-revealed" not in page
    form = {"add": "education", "education.studyType": "MSc", "education.institution": "University of Bergen"}
    assert "Reveal this person" in _say(house, resume, form, robin)
    assert 'name="education.institution"' not in page
    _reveal(resume)
    assert "Ann Halvorsen led the team" in robin.get(address).content.decode()


def test_title_and_employer_change_places_with_one_press(house: House) -> None:
    resume = house.bring(title="Lumen Desk", employer="Senior Engineer")
    (job,) = (each for each in profile_of(resume).entries if each.section.value == "work")
    _say(house, resume, {"entry": "0", "swap": "work.position:work.name"})
    (swapped,) = (each for each in profile_of(resume).entries if each.section.value == "work")
    assert (swapped.title, swapped.organisation) == (job.organisation, job.title)
    assert "cannot change places" in _say(house, resume, {"entry": "0", "swap": "work.position:work.endDate"})


def test_a_certificate_is_corrected_under_its_name(house: House) -> None:
    resume = house.bring()
    _say(house, resume, {"add": "certificates", "certificates.name": "Kubernetes Admin", "certificates.date": "2020"})
    form = {
        "listed": "certificates",
        "was": "Kubernetes Admin",
        "certificates.name": "Certified Kubernetes Administrator",
    }
    _say(house, resume, form)
    read = readout(portrait(resume, revealed=True))
    assert [[value.value for value in each.values] for each in read.certificates] == [
        ["Certified Kubernetes Administrator", "", "2020"]
    ]
    assert "not there any more" in _say(house, resume, {**form, "was": "Something else"})


def test_what_was_added_and_taken_out_is_exported(house: House) -> None:
    content = json.dumps(
        {
            "basics": {"name": "Ann Halvorsen", "email": "ann@example.com"},
            "work": [
                {
                    "position": "Engineer",
                    "name": "Lumen Desk",
                    "startDate": "2020-01",
                    "highlights": ["Built it in Python."],
                },
                {"position": "Clerk", "name": "Harbour", "startDate": "2018-01", "endDate": "2019-12"},
            ],
            "interests": [{"name": "Sailing"}],
        }
    )
    resume = receive(_File(content.encode()), original_name="cv.json", consent_wording="Yes.")
    house.walk()
    resume.refresh_from_db()
    _say(house, resume, {"entry": _position(resume, "Clerk"), "remove": "yes"})
    _say(house, resume, JOB)
    exported = json_resume_of(resume)
    assert [each["position"] for each in exported["work"]] == ["Engineer", "Rust engineer"]
    assert exported["work"][0]["highlights"] == ["Built it in Python."]
    assert exported["work"][1]["highlights"][0].startswith("Wrote signalling services")
    assert exported["interests"] == [{"name": "Sailing"}]


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({"add": "work", "work.name": "Nordic Rail"}, "Write the title first"),
        ({"add": "colours", "work.position": "Cook"}, "Write the kind first"),
        ({"add": "work", "work.position": "Cook", "work.startDate": "soon"}, "Write a date like"),
        ({"add": "publications", "publications.name": "A", "publications.releaseDate": "32"}, "Write a date like"),
        ({"add": "work", "work.position": "Cook", "work.highlights": "x" * 4001}, "Keep it to 4000"),
    ],
)
def test_what_cannot_be_kept_is_refused_with_a_sentence(house: House, form: dict[str, str], sentence: str) -> None:
    resume = house.bring()
    assert sentence in _say(house, resume, form)
    assert not Correction.objects.exists()


def test_what_is_uncertain_can_be_shown_alone(house: House) -> None:
    resume, robin = house.bring(), _robin(house)
    _reveal(resume)
    address = reverse("candidates:reading", args=[resume.pk])
    page = robin.get(address).content.decode()
    low = [each for each in readout(portrait(resume, revealed=True)).values if each.low]
    assert low
    assert "Show what is uncertain" in page
    only = robin.get(f"{address}?show=uncertain").content.decode()
    assert only.count("check</span>") == len(low) == page.count("check</span>")
    assert 'id="r-skills"' not in only
    assert "Show everything" in only


def test_a_viewer_adds_nothing(house: House) -> None:
    resume, viewer = house.bring(), Client()
    viewer.force_login(
        factories.member(Role.VIEWER).user, backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    assert viewer.post(reverse("candidates:say", args=[resume.pk]), JOB).status_code == 403
    page = viewer.get(reverse("candidates:reading", args=[resume.pk])).content.decode()
    assert "Add a job" not in page
    assert Candidate.objects.count() == 1


class _File:
    """Bytes as an upload."""

    def __init__(self, content: bytes) -> None:
        self.content = content

    def read(self, size: int = -1) -> bytes:
        return self.content[:size]
