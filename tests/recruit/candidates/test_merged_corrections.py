"""What was said of a resume stays with the record that gave it, whichever record the resume stands for."""

import pytest

from matching.profile import Correction as Correcting
from recruit.candidates.correct import correct, take_back
from recruit.candidates.merge import merge, unmerge
from recruit.candidates.models import Correction, Pair, Resume
from recruit.candidates.reading import profile_of
from tests.recruit.candidates.conftest import House

pytestmark = pytest.mark.django_db
WITHOUT = (Correcting("skills.remove", "kubernetes"),)


def _skills(resume: Resume) -> set[str]:
    resume.refresh_from_db()
    return {each.skill for each in profile_of(resume).skills}


def test_a_correction_before_a_merge_still_stands_when_more_is_said_after_it(house: House) -> None:
    elder, younger, pair = house.twice()
    newest = younger.resumes.get()
    correct(newest, WITHOUT, by=house.robin)
    house.walk()
    merge(pair, keep=elder, by=house.robin)
    house.walk()
    newest.refresh_from_db()
    correct(newest, (Correcting("skills.remove", "postgresql"),), by=house.robin)
    house.walk()
    assert {"kubernetes", "postgresql"}.isdisjoint(_skills(newest))
    assert set(Correction.objects.values_list("candidate", flat=True)) == {younger.pk}


def test_a_correction_made_while_merged_goes_with_the_resume_and_can_be_taken_back(house: House) -> None:
    elder, younger, pair = house.twice()
    newest, older = younger.resumes.get(), elder.resumes.get()
    merge(pair, keep=elder, by=house.robin)
    house.walk()
    newest.refresh_from_db()
    (said,) = correct(newest, WITHOUT, by=house.robin)
    house.walk()
    unmerge(Pair.objects.select_related("first", "second", "kept", "displaced").get(), by=house.robin)
    house.walk()
    assert "kubernetes" not in _skills(newest)
    assert "kubernetes" in _skills(older)
    take_back(said, by=house.robin)
    house.walk()
    assert "kubernetes" in _skills(newest)
