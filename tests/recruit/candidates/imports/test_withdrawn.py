"""Somebody who withdrew is not brought back by an import, whatever file or address it brings."""

import io
from pathlib import Path

import pytest

from recruit.candidates.imports.models import ImportRow
from recruit.candidates.intake import receive
from recruit.candidates.models import Candidate, Consent, Resume, ResumeState
from recruit.candidates.withdraw import GONE, withdraw
from recruit.matches.models import Match
from tests.recruit.candidates.conftest import RESUME, House
from tests.recruit.candidates.imports import sources

pytestmark = pytest.mark.django_db
ANN = {
    "name": "Ann Halvorsen",
    "email": "ann@example.com",
    "phone": "+44 20 7946 0958",
    "title": "Staff Engineer",
    "employer": "Lumen Desk",
    "since": "January 2020",
    "year": "2016",
}


@pytest.mark.parametrize("changed", [{}, {"email": "a.halvorsen@elsewhere.example"}, {"phone": "+44 20 7946 0111"}])
def test_a_newer_file_of_theirs_is_refused_when_it_was_read(
    house: House, tmp_path: Path, changed: dict[str, str]
) -> None:
    house.post()
    withdraw(house.bring().candidate)
    sources.imported(sources.folder(tmp_path, RESUME.format(**{**ANN, **changed})))
    house.walk()
    resume = Resume.objects.get(candidate__source="import")
    assert (resume.state, resume.refusal, resume.text) == (ResumeState.REFUSED, GONE, "")
    assert ImportRow.objects.get().said == GONE
    person = resume.candidate
    assert person.withdrawn_at is not None
    assert (person.name, person.phone) == ("", "")
    assert not Consent.objects.filter(candidate=person, withdrawn_at=None).exists()
    assert not Match.objects.filter(candidate=person).exists()


def test_after_it_they_can_still_come_back_by_themselves(house: House, tmp_path: Path) -> None:
    withdraw(house.bring().candidate)
    text = RESUME.format(**ANN)
    sources.imported(sources.folder(tmp_path, text))
    house.walk()
    receive(io.BytesIO(text.encode()), original_name="cv.txt", consent_wording="Yes.", email="ann@example.com")
    house.walk()
    assert Candidate.objects.get(withdrawn_at=None).email == "ann@example.com"


def test_the_same_file_that_a_stranger_left_waiting_does_not_bring_them_back(house: House, tmp_path: Path) -> None:
    text = RESUME.format(**ANN)
    gone = receive(io.BytesIO(text.encode()), original_name="cv.txt", consent_wording="Yes.")
    house.walk()
    withdraw(gone.candidate)
    stranger = house.bring(name="Bola Adeyemi", email="bola@example.org", phone="+44 20 7946 0777").candidate
    file = io.BytesIO(text.encode())
    receive(file, original_name="cv.txt", consent_wording="Yes.", candidate=stranger, pending=True)
    house.walk()
    batch = sources.imported(sources.folder(tmp_path, text))
    assert sources.states(batch) == [(1, "refused", GONE)]


def test_somebody_else_of_the_same_employer_and_school_is_taken_in(house: House, tmp_path: Path) -> None:
    withdraw(house.bring().candidate)
    other = {"name": "Bola Adeyemi", "email": "bola@example.org", "phone": "+44 20 7946 0777", "since": "March 2015"}
    sources.imported(sources.folder(tmp_path, RESUME.format(**{**ANN, **other})))
    house.walk()
    assert Resume.objects.get(candidate__source="import").state == ResumeState.READ
