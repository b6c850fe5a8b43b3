# ruff: noqa: RUF001
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.profile import profile_from_json, profile_to_json, read_profile
from matching.text import Text
from matching.values import Profile, Section, Strength
from tests.matching.profile.resumes import LAYOUTS, written

TODAY = date(2026, 11, 1)
WORDS = st.sampled_from(
    [
        "Maria",
        "Chen",
        "Grant",
        "Experience",
        "Education",
        "Skills\n",
        "•",
        "-",
        "|",
        ",",
        ".",
        ":",
        "Jan",
        "2019",
        "Present",
        "2016–2019",
        "University",
        "of",
        "Leeds",
        "MSc",
        "she/her",
        "m@x.org",
        "+44",
        "7700",
        "900123",
        "[name]",
        "[year]",
        "\n\n",
        "\t",
        "Mr",
        "Page",
        "github.com/x",
        "Languages",
        "German",
        "12",
        "High",
        "Street",
        "LS1",
        "4DY",
        "\ufffe",
        "ſ",
        "İ",
    ]
)


def _read(content: str) -> Profile:
    return read_profile(Text(content), today=TODAY)


def _job(head: str, body: str = "• Built search.") -> Profile:
    return _read(f"Maria Chen\nmaria@example.org\nExperience\n{head}\n{body}\n")


@pytest.mark.parametrize(
    "head",
    [
        "Data Engineer Jan 2019 - Dec 2020\nAcme Ltd, Leeds, UK",
        "Acme Ltd, Leeds, UK Jan 2019 - Dec 2020\nData Engineer",
        "Data Engineer at Acme Ltd, Leeds, UK (Jan 2019 - Dec 2020)",
        "Data Engineer | Acme Ltd | Leeds, UK | 01/2019 - 12/2020",
        "Acme Ltd\nData Engineer\nLeeds, UK\nJan 2019 - Dec 2020",
        "Jan 2019 - Dec 2020\nData Engineer\nAcme Ltd, Leeds, UK",
        "Jan 2019 – Dec 2020: Data Engineer, Acme Ltd, Leeds, UK",
        "January 2019\nto\nDecember 2020\nAcme Ltd Leeds, UK Data Engineer",
    ],
)
def test_title_employer_dates_and_place_are_read_in_any_order(head: str) -> None:
    (entry,) = _job(head).entries
    assert (entry.title, entry.organisation, entry.location) == ("Data Engineer", "Acme Ltd", "Leeds, UK")
    assert (entry.start, entry.end, entry.current) == (date(2019, 1, 1), date(2020, 12, 31), False)


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


def test_jobs_in_the_habit_of_a_title_above_the_dates_keep_their_own_lines() -> None:
    profile = _job(
        "Data Engineer\nAcme Ltd 2019 - 2021", "• Built search.\nAnalyst\nBeta Inc 2016 - 2019\n• Wrote SQL."
    )
    assert [(e.title, e.organisation) for e in profile.entries] == [
        ("Data Engineer", "Acme Ltd"),
        ("Analyst", "Beta Inc"),
    ]
    assert [(p.text, p.context) for p in profile.passages] == [
        ("Built search.", "Data Engineer"),
        ("Wrote SQL.", "Analyst"),
    ]


def test_a_wrapped_bullet_is_one_passage() -> None:
    profile = _job(
        "Data Engineer, Acme Ltd, 2019 - 2021",
        "• Built a search service that answers questions\n  from millions of pages.",
    )
    assert [each.text for each in profile.passages] == [
        "Built a search service that answers questions from millions of pages."
    ]


@pytest.mark.parametrize(
    ("content", "strength", "years"),
    [
        ("Skills\nPython, Go", Strength.LISTED, None),
        ("Projects\nCrawler\n• Written in Python.", Strength.PROJECT, None),
        ("Experience\nEngineer, Acme Ltd, Jan 2018 - Dec 2019\n• Wrote Python services.", Strength.DATED, 2.0),
        (
            "Experience\nEngineer, Acme Ltd, Nov 2024 - Present\n• Wrote Python services, 40% faster.",
            Strength.RECENT,
            2.0,
        ),
        (
            "Experience\nEngineer, Acme Ltd, Jan 2018 - Dec 2019\n• Wrote Python services, 40% faster.",
            Strength.DATED,
            2.0,
        ),
    ],
)
def test_a_skill_is_as_strong_as_its_best_place(content: str, strength: Strength, years: float | None) -> None:
    shown = next(each for each in _read(f"Maria Chen\n{content}\n").skills if each.skill == "python")
    assert shown.strength is strength
    assert shown.years == (None if years is None else pytest.approx(years, abs=0.02))


def test_what_is_denied_or_hoped_for_is_no_skill() -> None:
    profile = _read("Maria Chen\nSummary\nNo experience with Kubernetes. Eager to learn Rust. Writes Python.\n")
    assert [each.skill for each in profile.skills] == ["python"]


def test_fields_carry_the_original_values_and_places() -> None:
    content = written("footed")
    profile = _read(content)
    assert profile.field("basics.name") == "Maria Chen"
    assert profile.field("basics.email") == "maria.chen@example.org"
    assert profile.field("work[0].position") == "Data Engineer"
    assert profile.field("work[0].startDate") == "2019"
    assert profile.field("education[0].institution") == "University of Leeds"
    assert profile.field("education[0].endDate") == "2014"
    for each in profile.fields:
        assert each.span is not None
        written_as = each.value.split("-")[0] if "Date" in each.name else each.value.split()[0]
        assert written_as in each.span.of(content) or "country" in each.name


def test_the_place_is_found_beside_contacts_that_a_side_column_leaves_at_the_foot() -> None:
    profile = _job(
        "Data Engineer, Acme Ltd, Hamburg, Germany, 2019 - 2021",
        "• Built search.\n\nUtrecht, Netherlands\nmaria@example.org\n+44 7700 900123",
    )
    assert (profile.place, profile.country) == ("Utrecht", "NL")
    assert [each.text for each in profile.passages] == ["Built search."]


def test_degree_languages_place_and_wishes_are_facts() -> None:
    profile = _read(
        "Maria Chen\nEngineer | Leeds, UK\nOpen to relocation, prefers remote work. Right to work in the UK.\n"
        "Education\nPhD Physics, University of Leeds, 2014\nLanguages\nEnglish (native), German: B2, French\n"
    )
    assert (profile.degree, profile.place, profile.country) == ("phd", "Leeds", "GB")
    assert profile.relocation is True
    assert "Right to work in the UK" in profile.authorisation
    assert [(e.name, e.level) for e in profile.languages] == [("English", "native"), ("German", "B2"), ("French", "")]


def test_what_is_not_stated_is_absent() -> None:
    profile = _read("Builds things.\n")
    assert (profile.fields, profile.entries, profile.degree, profile.place) == ((), (), "", "")
    assert (profile.remote, profile.relocation, profile.authorisation) == (None, None, "")


def test_a_year_alone_may_have_lasted_until_its_end() -> None:
    def gaps(end: str) -> list[str]:
        profile = _job(
            f"Engineer, Acme Ltd, 2015 - {end}", "• Built.\nAnalyst, Beta Inc, Jun 2018 - Dec 2020\n• Built."
        )
        return [flag for flag in profile.flags if flag.startswith("No dated work")]

    assert gaps("2017") == []
    assert gaps("2016") == ["No dated work between December 2016 and June 2018."]


def test_gaps_overlaps_and_early_claims_are_stated() -> None:
    profile = _job(
        "Engineer, Acme Ltd, Jan 2015 - Dec 2016",
        "• 9 years of experience with LangChain.\nAnalyst, Beta Inc, Jan 2018 - Dec 2020\n• Built.\n"
        "Writer, Gamma Ltd, Jan 2019 - Dec 2021\n• Wrote.",
    )
    assert profile.flags[0] == "No dated work between December 2016 and January 2018."
    assert profile.flags[1].startswith("Two jobs overlap from January 2019 to December 2020")
    assert profile.flags[2].startswith("States 9 years of LangChain, which was first released in 20")


def test_claims_that_no_dates_bear_out_are_stated() -> None:
    profile = _read(
        "Maria Chen\nSummary\nEngineer with 20 years of experience.\nExperience\n"
        "Engineer, Acme Ltd, Jan 2015 - Dec 2016\n• Built.\n"
        "Analyst, Beta Ltd, May 2014 - March 2013\n• Wrote.\n"
        "Writer, Gamma Ltd, Jan 2031 - Present\n• Wrote.\n"
    )
    assert "States 20 years of experience; the dated work covers 3.2." in profile.flags
    assert "“May 2014 - March 2013” ends before it starts." in profile.flags
    assert "A job starts in January 2031, after the day of reading." in profile.flags


@pytest.mark.parametrize("layout", LAYOUTS)
def test_no_passage_comes_from_the_header_and_none_is_long(layout: str) -> None:
    profile = _read(written(layout))
    assert profile.passages
    for passage in profile.passages:
        assert passage.section is not Section.HEADER
        assert len(passage.text.split()) <= 60
        assert "[email]" not in passage.text


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_stored_profile_comes_back_equal(layout: str) -> None:
    profile = _read(written(layout))
    assert profile_from_json(profile_to_json(profile)) == profile


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=400), st.lists(WORDS, max_size=80).map(" ".join)))
def test_any_text_is_read_and_every_span_stands_in_it(content: str) -> None:
    profile = _read(content)
    spans = [each.span for group in (profile.passages, profile.entries, profile.languages) for each in group]
    spans += [span for shown in profile.skills for span in shown.spans] + list(profile.identity)
    spans += [each.span for each in profile.fields if each.span]
    assert all(0 <= span.start <= span.end <= len(content) for span in spans)
    assert profile_from_json(profile_to_json(profile)) == profile
