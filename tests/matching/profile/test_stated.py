"""Stated values stand above what would be read, and stated identity is cut wherever it is written."""

from datetime import date
from typing import Any

import pytest

from matching.documents import read_document
from matching.profile import blind, json_resume, profile_from_json, profile_to_json, read_profile
from matching.text import Span, Text
from matching.values import Document, Entry, Field, Profile, Section
from tests.matching.documents.imports.samples import EUROPASS, RESUME, linkedin
from tests.matching.documents.imports.samples import json_resume as written

TODAY = date(2026, 11, 1)
TYPED = """Ada Moreno
ada@example.org

Experience
Machine learning engineer, Northwind
2019 - 2023
• Trained ranking models for Ada's four million readers.
Data analyst, Quayside
2016 - 2019
• Wrote reports in SQL.

Education
MSc Statistics, 2016
"""


def profile_of(document: Document) -> Profile:
    return read_profile(document.text, today=TODAY, stated=document.stated)


def imported(resume: Any = None) -> Profile:
    return profile_of(read_document(written(resume), name="cv.json"))


def work(profile: Profile) -> list[Entry]:
    return [each for each in profile.entries if each.section is Section.WORK]


def corrected(*fields: Field) -> Profile:
    return read_profile(Text(TYPED), today=TODAY, stated=fields)


def correction(name: str, value: str) -> Field:
    return Field(name, value, None, 1.0)


def test_jobs_come_out_exactly_as_stated_also_two_at_one_employer_and_two_at_a_time() -> None:
    found = [(each.title, each.organisation, each.start, each.end, each.current) for each in work(imported())]
    assert found == [
        ("Senior Engineer", "Harbour Analytics", date(2021, 3, 15), None, True),
        ("Engineer", "Harbour Analytics", date(2018, 1, 1), date(2021, 1, 1), False),
        ("Analyst", "Rose & [name] Ltd", date(2020, 6, 1), date(2020, 9, 30), False),
        ("", "Kiln Works", None, None, False),
    ]


def test_dates_and_headings_inside_of_what_people_wrote_open_nothing() -> None:
    profile = imported()
    assert len(work(profile)) == 4
    assert [each.text for each in profile.passages if each.entry == 1] == [
        "Since 2019 - 2020 I trained rankers in PyTorch"
    ]
    assert "Experience" in [each.text for each in profile.passages if each.entry == 0]


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ({"startDate": "2016", "endDate": "2019"}, (date(2016, 1, 1), date(2019, 1, 1), False)),
        ({"startDate": "2016", "endDate": "2016"}, (date(2016, 1, 1), date(2016, 12, 31), False)),
        ({"startDate": "2016-05"}, (date(2016, 5, 1), None, True)),
        ({"startDate": "2016-05", "endDate": ""}, (date(2016, 5, 1), None, True)),
        ({"startDate": "2016-05", "endDate": "Present"}, (date(2016, 5, 1), None, True)),
        ({"startDate": "2016-05-09", "endDate": "2016-06-02"}, (date(2016, 5, 9), date(2016, 6, 2), False)),
        ({"startDate": "May 2016", "endDate": "2016-06-02T00:00:00Z"}, (date(2016, 5, 1), date(2016, 6, 2), False)),
        ({"endDate": "2016-06"}, (None, date(2016, 6, 30), False)),
        ({"startDate": "2016-13-40", "endDate": "soon"}, (None, None, False)),
        ({"startDate": 2016, "endDate": 2019}, (date(2016, 1, 1), date(2019, 1, 1), False)),
        ({}, (None, None, False)),
    ],
)
def test_a_stated_date_is_read_as_it_stands(dates: dict[str, Any], expected: tuple[Any, ...]) -> None:
    (job,) = work(imported({"work": [{"position": "Engineer", "summary": "Built kilns.", **dates}]}))
    assert (job.start, job.end, job.current) == expected


def test_volunteering_adds_no_years_of_work() -> None:
    dated = {"startDate": "2016-01", "endDate": "2019-12"}
    profile = imported({"volunteer": [{"organization": "Code Barn", "summary": "Taught Python.", **dated}]})
    assert profile.years == 0
    assert [(each.skill, each.strength.value) for each in profile.skills] == [("python", "in a project")]


def test_the_fields_are_the_stated_ones_and_nothing_is_guessed_beside_them() -> None:
    profile = imported()
    assert profile.field("work[0].startDate") == "2021-03-15"
    assert profile.field("basics.name") == "will rose-okafor"
    assert {each.confidence for each in profile.fields} == {1.0}
    assert profile.field("basics.profiles[1].username") == "roseoak77"
    assert not any(each.name in {"work", "work[0]"} for each in profile.fields)


def test_degree_place_and_languages_are_the_stated_ones() -> None:
    profile = imported()
    assert (profile.degree, profile.place, profile.country) == ("master", "Leeds", "GB")
    assert [(each.name, each.level) for each in profile.languages] == [
        ("English", "Native speaker"),
        ("Esperanto", "B2"),
    ]


def test_a_town_with_its_country_behind_it_is_parted() -> None:
    profile = profile_of(read_document(linkedin(), name="x"))
    assert (profile.place, profile.country) == ("Oslo", "NO")


def test_a_name_that_no_header_would_give_away_is_cut_at_each_place_and_the_word_stays() -> None:
    text = imported().blind.content
    assert "rose-okafor" not in text
    assert "[name] writes the evaluation first. I will travel." in text


@pytest.mark.parametrize("name", ["Sukarno", "王小明", "Summary", "Dr. Ann Lee, PhD", "JEAN-LUC", "ann lee"])
def test_any_stated_name_is_cut(name: str) -> None:
    profile = imported(
        {"basics": {"name": name, "label": "Engineer"}, "work": [{"summary": f"As {name} I built kilns."}]}
    )
    assert name not in profile.blind.content
    assert profile.field("basics.name") == name


def test_stated_contacts_schools_and_referees_are_cut_wherever_they_stand() -> None:
    text = imported().blind.content
    for cut in ("example.org", "900123", "4 Lamb Row", "LS1", "roseoak77", "Ashgrove", "2014", "Marchetti"):
        assert cut not in text


def test_a_stated_address_is_cut_however_much_of_it_is_written() -> None:
    basics = {"name": "Ann Lee", "url": "https://www.annlee-builds.ai/"}
    text = imported({"basics": basics, "work": [{"summary": "See annlee-builds.ai for the kiln."}]}).blind.content
    assert "See [link] for the kiln." in text


def test_what_was_studied_stays_and_a_skill_that_is_a_user_name_too() -> None:
    text = imported().blind.content
    assert "Master in Forestry" in text
    assert "RAG service in Python" in text


def test_identity_of_every_format_is_covered_on_pages() -> None:
    for content, cut in ((linkedin(), "Mira Halvorsen"), (EUROPASS.encode(), "Ilse Vandamme")):
        document = read_document(content, name="x")
        profile = profile_of(document)
        start = document.text.content.index(cut)
        assert any(each.start <= start and start + len(cut) <= each.end for each in profile.identity)


def test_two_people_who_differ_only_in_who_they_are_leave_the_same_text() -> None:
    other = {**RESUME, "basics": {**RESUME["basics"], "name": "Maria Long", "email": "m@example.net"}}
    other["basics"]["summary"] = RESUME["basics"]["summary"].replace("Will", "Maria")
    other["education"] = [{**RESUME["education"][0], "institution": "MIT", "courses": ["Trees and graphs at MIT"]}]
    assert imported(other).blind.content == imported().blind.content


def test_quotes_index_the_original_text() -> None:
    document = read_document(written(), name="x")
    profile = profile_of(document)
    for each in profile.passages:
        if "[" not in each.text:
            assert " ".join(each.span.of(document.text.content).split()) == each.text.replace("• ", "")


def test_an_imported_profile_is_stored_and_comes_back_equal() -> None:
    profile = imported()
    assert profile_from_json(profile_to_json(profile)) == profile


def test_our_own_export_is_the_file_that_came_and_reads_alike() -> None:
    document = read_document(written(), name="x")
    exported = json_resume(profile_of(document), document.text.content, stated=document.stated)
    assert exported == RESUME
    again = read_document(written(exported), name="x")
    assert (again.text, again.stated) == (document.text, document.stated)


def test_a_typed_resume_is_exported_with_its_lines_as_highlights() -> None:
    profile = read_profile(Text(TYPED), today=TODAY)
    exported = json_resume(profile, TYPED)
    assert exported["basics"]["name"] == "Ada Moreno"
    assert exported["work"][0]["position"] == "Machine learning engineer"
    assert exported["work"][0]["highlights"] == ["Trained ranking models for Ada's four million readers."]
    assert exported["work"][1]["startDate"] == "2016"
    again = imported(exported)
    assert [(each.title, each.start, each.end) for each in work(again)] == [
        (each.title, each.start, each.end) for each in work(profile)
    ]


def test_a_correction_replaces_one_value_and_leaves_the_others_as_read() -> None:
    read = read_profile(Text(TYPED), today=TODAY)
    profile = corrected(correction("work[0].startDate", "2020-03"), correction("work[1].position", "Senior analyst"))
    assert work(profile)[0].start == date(2020, 3, 1)
    assert work(profile)[0].end == work(read)[0].end
    assert work(profile)[1].title == "Senior analyst"
    assert profile.field("work[0].startDate") == "2020-03"
    assert profile.field("work[0].position") == read.field("work[0].position")
    assert profile.years < read.years
    assert [each.context for each in profile.passages if each.entry == 1] == ["Senior analyst"]


def test_a_correction_to_nothing_takes_the_value_away() -> None:
    profile = corrected(correction("basics.email", ""), correction("work[0].name", ""))
    assert profile.field("basics.email") == ""
    assert work(profile)[0].organisation == ""


def test_a_corrected_end_may_be_open_again() -> None:
    (first, *_) = work(corrected(correction("work[0].endDate", "Present")))
    assert (first.end, first.current) == (None, True)


def test_a_corrected_name_is_cut_and_the_wrong_one_is_no_name_any_more() -> None:
    text = TYPED.replace("Ada Moreno", "Lead Story")
    profile = read_profile(Text(text), today=TODAY, stated=(correction("basics.name", "Ada Moreno"),))
    assert "for [name]'s four million" in profile.blind.content
    assert profile.field("basics.name") == "Ada Moreno"


def test_a_corrected_title_is_blind_where_it_is_ranked() -> None:
    profile = corrected(
        correction("work[0].position", "Assistant of Ada Moreno"), correction("work[0].name", "ada@x.org")
    )
    assert work(profile)[0].title == "Assistant of [name]"
    assert work(profile)[0].organisation == "[email]"


def test_a_corrected_name_stands_above_the_one_in_the_file_and_both_are_cut() -> None:
    document = read_document(written(), name="x")
    stated = (*document.stated, correction("basics.name", "Will Rose-Okafor"))
    profile = read_profile(document.text, today=TODAY, stated=stated)
    assert profile.field("basics.name") == "Will Rose-Okafor"
    assert profile.blind.content == imported().blind.content


def test_a_correction_of_an_imported_value_stands_above_the_file() -> None:
    document = read_document(written(), name="x")
    stated = (
        *document.stated,
        correction("work[0].position", "Staff Engineer"),
        correction("work[1].startDate", "2017"),
    )
    profile = read_profile(document.text, today=TODAY, stated=stated)
    assert work(profile)[0].title == "Staff Engineer"
    assert work(profile)[1].start == date(2017, 1, 1)
    assert profile.field("work[0].position") == "Staff Engineer"
    assert json_resume(profile, document.text.content, stated=stated)["work"][0]["position"] == "Staff Engineer"


def test_stated_values_without_any_place_never_fail() -> None:
    fields = [Field(each.name, each.value, None, 1.0) for each in read_document(written(), name="x").stated]
    assert read_profile(Text(TYPED), today=TODAY, stated=fields).field("basics.name") == "will rose-okafor"


def test_blinding_without_stated_fields_is_what_it_was() -> None:
    assert blind(TYPED) == blind(TYPED, stated=())


def test_a_span_of_the_original_is_found_in_the_masked_text_and_back() -> None:
    masked = blind(TYPED).text
    start = TYPED.index("Quayside")
    span = Span(start, start + 8)
    assert masked.masked(span).of(masked.content) == "Quayside"
    assert masked.original(masked.masked(span)) == span
    assert masked.masked(Span(0, 3)).of(masked.content) == "[name]"
