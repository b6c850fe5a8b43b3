"""People led and levels held are read from titles and from passages that tell of people."""

from datetime import date

import pytest

from matching.text import Span
from matching.values import Entry, Kind, Section, Verdict
from tests.matching.evidence.builders import Resume, ask, verdict


def person(title: str, line: str = "Kept the rota of the harbour office.") -> Resume:
    resume = Resume()
    span = resume.line(title)
    resume.entries.append(Entry(Section.WORK, title, "", date(2020, 1, 1), None, current=True, span=span))
    resume.line(line, entry=0)
    return resume


@pytest.mark.parametrize(
    ("title", "line", "expected"),
    [
        ("Engineer", "Managed a team of eight engineers.", Verdict.MET),
        ("Engineer", "Led six researchers through two product launches.", Verdict.MET),
        ("Engineer", "Line manager of four analysts.", Verdict.MET),
        ("Engineer", "Twelve direct reports in two countries.", Verdict.MET),
        ("Engineering Manager", "Kept the rota.", Verdict.PARTLY),
        ("Head of Search", "Kept the rota.", Verdict.PARTLY),
        ("Product Manager", "Kept the rota.", Verdict.NOT_SHOWN),
        ("Project manager", "Managed the project plan.", Verdict.NOT_SHOWN),
        ("Account Manager", "Managed forty accounts.", Verdict.NOT_SHOWN),
        ("Engineer", "Led the migration to Kubernetes.", Verdict.NOT_SHOWN),
        ("Engineer", "Never managed a team.", Verdict.NOT_SHOWN),
        ("Engineer", "Eager to become somebody who has led a team.", Verdict.NOT_SHOWN),
        ("Engineer", "Reported to the manager of the platform.", Verdict.NOT_SHOWN),
    ],
)
def test_people_led_are_told_by_passages_and_in_part_by_titles(title: str, line: str, expected: Verdict) -> None:
    resume = person(title, line)

    found = verdict(ask("Experience managing a team of engineers", Kind.EXPERIENCE), resume, resume.profile(years=6))

    assert found.verdict is expected
    assert bool(found.change) is (expected is not Verdict.MET)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Managed a team of ten engineers.", Verdict.MET),
        ("Managed 12 people.", Verdict.MET),
        ("Managed a team of three engineers.", Verdict.PARTLY),
        ("Managed a team of engineers.", Verdict.PARTLY),
    ],
)
def test_the_number_of_people_counts_where_it_is_asked(line: str, expected: Verdict) -> None:
    resume = person("Engineer", line)
    asked = ask("Has managed a team of 10 people", Kind.EXPERIENCE)

    assert verdict(asked, resume, resume.profile(years=6)).verdict is expected


@pytest.mark.parametrize(("years", "expected"), [(5.0, Verdict.MET), (9.0, Verdict.PARTLY)])
def test_years_of_leading_are_those_of_the_jobs_that_tell_of_it(years: float, expected: Verdict) -> None:
    resume = person("Engineer", "Managed a team of three engineers.")
    asked = ask(f"{years:.0f}+ years managing teams", Kind.EXPERIENCE, years=years)

    assert verdict(asked, resume, resume.profile(years=6)).verdict is expected


@pytest.mark.parametrize(
    ("title", "asked", "expected"),
    [
        ("Senior ML Engineer", "Experience in a senior role", Verdict.MET),
        ("Staff Engineer", "Senior-level experience", Verdict.MET),
        ("Principal Scientist", "Worked as a staff engineer", Verdict.MET),
        ("Head of Data", "Senior position held before", Verdict.MET),
        ("ML Engineer II", "Experience in a senior role", Verdict.PARTLY),
        ("Junior Developer", "Experience in a senior role", Verdict.NOT_SHOWN),
        ("Intern", "Experience in a senior role", Verdict.NOT_SHOWN),
        ("Senior ML Engineer", "Worked as a staff engineer", Verdict.NOT_SHOWN),
        ("Engineer", "Experience in a senior role", Verdict.NOT_SHOWN),
        ("Lead Engineer", "Worked as a principal engineer", Verdict.PARTLY),
    ],
)
def test_a_level_is_read_from_dated_titles(title: str, asked: str, expected: Verdict) -> None:
    resume = person(title)

    assert verdict(ask(asked, Kind.EXPERIENCE), resume, resume.profile(years=6)).verdict is expected


def test_a_title_is_quoted_to_the_letter() -> None:
    resume = person("Senior ML Engineer")

    found = verdict(ask("Experience in a senior role", Kind.EXPERIENCE), resume, resume.profile())

    assert (found.quote, found.span) == ("Senior ML Engineer", Span(0, 18))
