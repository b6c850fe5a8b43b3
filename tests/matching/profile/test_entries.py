# ruff: noqa: RUF001
"""Jobs, projects and degrees: heads in any wording, dates in words, and tables."""

from datetime import date

import pytest

from matching.profile import read_profile
from matching.text import Text
from matching.values import Profile

TODAY = date(2026, 11, 1)


def _read(content: str) -> Profile:
    return read_profile(Text(content), today=TODAY)


def _job(head: str, body: str = "• Built search.") -> Profile:
    return _read(f"Maria Chen\nmaria@example.org\nExperience\n{head}\n{body}\n")


@pytest.mark.parametrize(
    "dates",
    [
        "From Q3 2017 until the end of 2019",
        "between spring 2015 and late 2016",
        "since the beginning of 2020",
        "mid-2018 – present",
    ],
)
@pytest.mark.parametrize(
    "head",
    [
        "Data Engineer, Acme Ltd\n{}",
        "{}\nData Engineer, Acme Ltd",
        "Data Engineer | Acme Ltd | {}",
        "Data Engineer at Acme Ltd ({})",
    ],
)
def test_dates_in_words_keep_their_job(head: str, dates: str) -> None:
    (entry,) = _job(head.format(dates)).entries
    assert (entry.title, entry.organisation) == ("Data Engineer", "Acme Ltd")
    assert entry.start is not None
    assert entry.current is ("present" in dates or "since" in dates)


@pytest.mark.parametrize(
    ("head", "title", "employer", "place"),
    [
        ("Senior Developer — Acme (Schweiz) AG\n2016 – 2019", "Senior Developer", "Acme (Schweiz) AG", ""),
        ("Developer · Brightly · Wrocław, Poland · 2016–2019 (3 yrs)", "Developer", "Brightly", "Wrocław, Poland"),
        ("Fjord AB · Data Engineer · Stockholm · 2016 – 2019 · 2 yrs 4 mos", "Data Engineer", "Fjord AB", "Stockholm"),
        ("Consultant (part time) @ Foo GmbH\n2016 - 2019", "Consultant (part time)", "Foo GmbH", ""),
        ("Lead Engineer, Payments, Brightly\n2016 - 2019", "Lead Engineer, Payments", "Brightly", ""),
        ("Engineer II, Ads, Brightly (London), 2016-2019", "Engineer II, Ads", "Brightly", "London"),
        ("Data Scientist, Allwin Sp. z o.o., Poznań, 2016 - 2019", "Data Scientist", "Allwin Sp. z o.o.", "Poznań"),
        ("Analyst bei Harz AG, München (2016 - 2019)", "Analyst", "Harz AG", "München"),
        (
            "Product Manager, Growth | Sund Bank AB (publ) | 2016 - 2019",
            "Product Manager, Growth",
            "Sund Bank AB (publ)",
            "",
        ),
        (
            "Trainee (Werkstudent) at Isar SE, Bremen, Germany, 2016-2019",
            "Trainee (Werkstudent)",
            "Isar SE",
            "Bremen, Germany",
        ),
        ("2016 – 2019  Kanal B.V. (Amsterdam) – Data Engineer", "Data Engineer", "Kanal B.V.", "Amsterdam"),
        ("Analyst, Acme Ltd, Iowa City, IA, 2016 - 2019", "Analyst", "Acme Ltd", "Iowa City, IA"),
    ],
)
def test_legal_forms_parts_of_companies_and_brackets_tell_the_employer(
    head: str, title: str, employer: str, place: str
) -> None:
    (entry,) = _job(head).entries
    assert (entry.title, entry.organisation, entry.location) == (title, employer, place)


@pytest.mark.parametrize("gap", ["  ", " | ", "\t"])
def test_the_row_that_names_the_columns_of_a_table_is_no_entry(gap: str) -> None:
    rows = (
        ("Employer", "Job title", "Period"),
        ("Acme", "Wizard", "2019 – 2021"),
        ("Beta GmbH", "Analyst", "2016 – 2019"),
    )
    profile = _read("Maria Chen\nmaria@example.org\nExperience\n" + "\n".join(map(gap.join, rows)))
    assert [(each.title, each.organisation) for each in profile.entries] == [
        ("Wizard", "Acme"),
        ("Analyst", "Beta GmbH"),
    ]
    assert not any("Employer" in each.text for each in profile.passages)


def test_columns_of_a_start_and_an_end_are_one_range() -> None:
    profile = _read("Maria Chen\nExperience\nFrom  To  Role  Company\n03/2019  Present  Analyst  Acme Ltd\n")
    (entry,) = profile.entries
    assert (entry.start, entry.current, entry.organisation) == (date(2019, 3, 1), True, "Acme Ltd")


def test_a_title_alone_above_a_dated_line_without_one_belongs_to_it() -> None:
    profile = _job(
        "2020 - 2022 Data Engineer, Acme Ltd, Leeds, UK",
        "• Built search.\n\nTeam Leader\n2016 - 2019 Beta Ltd, York, UK\n• Led.",
    )
    assert [(each.title, each.organisation) for each in profile.entries] == [
        ("Data Engineer", "Acme Ltd"),
        ("Team Leader", "Beta Ltd"),
    ]


def test_a_long_line_that_ends_in_a_place_is_still_a_head() -> None:
    (entry,) = _job(
        "2016 - 2019\nConsultant in Finance and Administrative Support, Beta Holding Ltd, Leeds City, UK"
    ).entries
    assert (entry.title, entry.organisation) == (
        "Consultant in Finance and Administrative Support",
        "Beta Holding Ltd",
    )


def test_a_table_of_degrees_is_read_by_its_cells() -> None:
    profile = _read("Maria Chen\nEducation\nSchool  Degree  Year\nUniversity of Leeds  MSc Physics  2015\n")
    assert (profile.field("education[0].studyType"), profile.field("education[0].area")) == ("MSc", "Physics")
    assert (profile.field("education[0].institution"), profile.degree) == ("University of Leeds", "master")
