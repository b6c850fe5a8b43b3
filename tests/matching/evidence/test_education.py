"""Degrees are judged by level and by field, in the wordings of several countries; unfinished ones say so."""

import pytest

from matching.evidence.degrees import level_of
from matching.values import Kind, Section, Verdict
from tests.matching.evidence.builders import Resume, ask, verdict


@pytest.mark.parametrize(
    ("wording", "level"),
    [
        ("PhD in physics", 4),
        ("Dr.-Ing., machine learning", 4),
        ("Dr. rer. nat.", 4),
        ("Doctorat en informatique", 4),
        ("Dottorato di ricerca", 4),
        ("MSc Computer Science", 3),
        ("Diplom-Informatiker", 3),
        ("Dipl.-Ing. Elektrotechnik", 3),
        ("Laurea magistrale in fisica", 3),
        ("Diplôme d'ingénieur", 3),
        ("Magister inżynier", 3),
        ("Máster en ciencia de datos", 3),
        ("M.Tech., IIT", 3),
        ("BSc (Hons) Mathematics", 2),
        ("Laurea in informatica", 2),
        ("Licence en mathématiques", 2),
        ("Licenciatura em engenharia", 2),
        ("Grado en ingeniería informática", 2),
        ("B.E. Electronics", 2),
        ("Kandidatexamen i datavetenskap", 2),
        ("Associate degree in networking", 1),
        ("HND Computing", 1),
        ("High school diploma", 0),
        ("Diploma in project management", 0),
        ("Certified Scrum Master", 0),
        ("Masterclass in portrait lighting", 0),
        ("MS Office, MS Excel", 0),
        ("Mastered the oven", 0),
    ],
)
def test_a_degree_has_the_level_of_its_country(wording: str, level: int) -> None:
    assert level_of(wording) == level


@pytest.mark.parametrize(
    ("education", "degree", "asked", "expected"),
    [
        ("MSc Computer Science, [school]", "master", "Master's degree in computer science", Verdict.MET),
        ("MSc Informatik, [school]", "master", "Master's degree in computer science", Verdict.MET),
        ("MSc Physics, [school]", "master", "Master's degree in computer science", Verdict.PARTLY),
        ("MSc Physics, [school]", "master", "Master's degree in computer science or a related field", Verdict.MET),
        ("MA History, [school]", "master", "Master's degree in computer science or a related field", Verdict.PARTLY),
        ("MA History, [school]", "master", "A master's degree", Verdict.MET),
        ("Master, [school]", "master", "Master's degree in computer science", Verdict.MET),
        ("Diplom-Informatiker, [school]", "", "Master's degree in computer science", Verdict.MET),
        ("PhD candidate, machine learning, [school]", "phd", "PhD in machine learning", Verdict.PARTLY),
        ("PhD candidate, machine learning, [school]", "phd", "MSc in computer science", Verdict.MET),
        ("BSc Computer Science, not completed", "", "Bachelor's degree in computer science", Verdict.PARTLY),
        ("High school diploma", "", "Bachelor's degree in computer science", Verdict.NOT_SHOWN),
        ("BSc Computer Science, [school]", "bachelor", "PhD in computer science", Verdict.PARTLY),
    ],
)
def test_level_and_field_are_held_against_what_is_asked(
    education: str, degree: str, asked: str, expected: Verdict
) -> None:
    resume = Resume()
    resume.line(education, section=Section.EDUCATION)

    found = verdict(ask(asked, Kind.EDUCATION), resume, resume.profile(degree=degree))

    assert found.verdict is expected
    assert bool(found.change) is (expected is not Verdict.MET)


def test_another_field_is_named_beside_the_one_that_is_asked() -> None:
    resume = Resume()
    resume.line("MA History, [school]", section=Section.EDUCATION)
    asked = ask("Master's degree in computer science", Kind.EDUCATION)

    found = verdict(asked, resume, resume.profile(degree="master"))

    assert "computing is asked" in found.reason
    assert found.change == "A stated master's degree in computing."


def test_a_degree_under_way_asks_for_its_end() -> None:
    resume = Resume()
    resume.line("PhD candidate, [school]", section=Section.EDUCATION)

    assert verdict(ask("PhD", Kind.EDUCATION), resume, resume.profile(degree="phd")).change == "A finished doctorate."
