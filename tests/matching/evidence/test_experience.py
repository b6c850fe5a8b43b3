"""Experience is judged by meaning and dated years; a denial or a wish is no evidence."""

from datetime import date

import pytest

from matching.evidence.experience import claims
from matching.evidence.finding import Case
from matching.evidence.years import spoken, union_years
from matching.text import Span
from matching.values import Entry, Kind, Section, Verdict
from tests.matching.evidence.builders import TODAY, Resume, ask, role_of, verdict


def career(years: float) -> tuple[Resume, float]:
    resume = Resume()
    entry = resume.job(date(2026 - int(years), 1, 1), None)
    resume.line("Ran search services for a library.", entry=entry)
    return resume, years


@pytest.mark.parametrize(
    ("has", "expected"), [(8, Verdict.MET), (5, Verdict.MET), (4, Verdict.PARTLY), (2, Verdict.CONTRADICTED)]
)
def test_years_of_work_as_such_are_all_dated_work(has: float, expected: Verdict) -> None:
    resume, years = career(has)
    asked = ask("5+ years of professional experience", Kind.EXPERIENCE, years=5)

    assert verdict(asked, resume, resume.profile(years=years)).verdict is expected


def test_no_dates_are_unknown_and_not_failed() -> None:
    resume = Resume()
    resume.line("Ran search services for a library.")
    asked = ask("5+ years of professional experience", Kind.EXPERIENCE, years=5)

    assert verdict(asked, resume, resume.profile()).verdict is Verdict.PARTLY


def test_only_work_of_that_kind_counts_where_a_kind_is_asked() -> None:
    resume = Resume()
    kitchen = resume.job(date(2016, 1, 1), date(2024, 1, 1))
    search = resume.job(date(2024, 1, 1), None)
    resume.line("Cooked lunch in a hotel.", entry=kitchen)
    resume.line("Built search services for a library.", entry=search)
    asked = ask("Built search services for five years", Kind.EXPERIENCE, years=5)

    found = verdict(asked, resume, resume.profile(years=10))

    assert found.verdict is Verdict.PARTLY
    assert found.reason.startswith("Dated work of this kind adds up to 2 years")


def test_words_that_speak_of_something_else_show_nothing() -> None:
    resume = Resume()
    resume.line("Cooked lunch in a hotel at the lake.")

    found = verdict(ask("Built search services", Kind.EXPERIENCE), resume, resume.profile())

    assert found.verdict is Verdict.NOT_SHOWN
    assert found.change == "A dated passage that shows: Built search services."


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Built retrieval services in Python.", True),
        ("No experience with retrieval.", False),
        ("Eager to learn about retrieval.", False),
    ],
)
def test_a_denial_or_a_wish_is_no_claim(sentence: str, expected: bool) -> None:
    resume = Resume()
    resume.line(sentence)
    requirement = ask("Retrieval", Kind.EXPERIENCE)
    import numpy as np

    case = Case(role_of(requirement), requirement, resume.profile(), resume.text, TODAY, np.ones(1))

    assert claims(case, 0) is expected


def test_overlapping_jobs_count_once() -> None:
    entries = [
        Entry(Section.WORK, "", "", date(2020, 1, 1), date(2023, 1, 1), False, Span(0, 0)),
        Entry(Section.WORK, "", "", date(2022, 1, 1), date(2024, 1, 1), False, Span(0, 0)),
        Entry(Section.EDUCATION, "", "", date(2010, 1, 1), date(2014, 1, 1), False, Span(0, 0)),
        Entry(Section.WORK, "", "", None, date(2014, 1, 1), False, Span(0, 0)),
    ]

    assert union_years(entries, today=TODAY) == 4.0


@pytest.mark.parametrize(
    ("years", "words"), [(5.0, "5 years"), (3.16, "3.2 years"), (1.0, "1 year"), (0.5, "0.5 years")]
)
def test_years_are_said_as_a_person_says_them(years: float, words: str) -> None:
    assert spoken(years) == words
