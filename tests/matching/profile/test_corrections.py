"""What people say of a reading is kept above it, in this version and the next; quotes stay the document's own."""

from datetime import date

import pytest

from matching.codec import to_json
from matching.profile import Anchor, Correction, find_entry, read_corrected, read_profile
from matching.profile.corrections import RESTS, is_date
from matching.text import Text
from matching.values import Profile, Section, Strength

TODAY = date(2026, 11, 1)
RESUME = """Mira Halvorsen
mira@example.org · Bergen, Norway

Experience
Staff Engineer, Fjordline Logistics
March 2022 - Present
- Ran document retrieval in Python for 40,000 daily users.

Senior Engineer, Papirkompaniet
June 2017 - February 2022
- Moved the contract search of an insurer to hybrid retrieval in Rust.

Education
MSc Informatics, University of Bergen, 2017

Skills
Python, PostgreSQL, no Kubernetes

Languages
English (C1)
"""
FIRST = Anchor(Section.WORK, "Staff Engineer", "Fjordline Logistics", date(2022, 3, 1), None)
SECOND = Anchor(Section.WORK, "Senior Engineer", "Papirkompaniet", date(2017, 6, 1), date(2022, 2, 28))


def _read(*corrections: Correction, text: str = RESUME) -> Profile:
    return read_corrected(Text(text), today=TODAY, corrections=corrections).profile


def _skill(profile: Profile, name: str) -> float | None:
    return next(each.years for each in profile.skills if each.skill == name)


def test_without_corrections_the_reading_is_the_reading() -> None:
    read = read_corrected(Text(RESUME), today=TODAY, corrections=())
    assert read.profile == read_profile(Text(RESUME), today=TODAY)
    assert read.anchors[:2] == (FIRST, SECOND)


def test_corrected_dates_change_years_and_the_years_of_skills_but_no_word_of_the_document() -> None:
    before, after = _read(), _read(Correction("work.startDate", "2020-03", SECOND))
    assert before.years - after.years == pytest.approx(2.75, abs=0.01)
    assert (_skill(before, "rust") or 0) - (_skill(after, "rust") or 0) == pytest.approx(2.75, abs=0.01)
    assert _skill(before, "python") == _skill(after, "python")
    assert [each.text for each in before.passages] == [each.text for each in after.passages]
    assert after.entries[1].start == date(2020, 3, 1)
    assert after.field("work[1].startDate") == "2020-03"
    assert next(each for each in after.fields if each.name == "work[1].startDate").confidence == 1.0


def test_an_open_end_closes_and_a_closed_one_opens() -> None:
    ended = _read(Correction("work.endDate", "2023-06", FIRST))
    assert (ended.entries[0].current, ended.entries[0].end) == (False, date(2023, 6, 30))
    opened = _read(Correction("work.endDate", "present", SECOND))
    assert (opened.entries[1].current, opened.entries[1].end) == (True, None)


def test_a_skill_of_a_job_that_ended_long_ago_is_not_recent_any_more() -> None:
    strengths = {each.skill: each.strength for each in _read(Correction("work.endDate", "2022-06", FIRST)).skills}
    assert strengths["python"] is Strength.DATED


def test_a_corrected_title_changes_only_the_passages_of_its_entry() -> None:
    before, after = _read(), _read(Correction("work.position", "Retrieval Lead", FIRST))
    changed = [one.span for one, two in zip(before.passages, after.passages, strict=True) if one.digest != two.digest]
    assert changed
    assert all(before.entries[0].span.overlaps(span) for span in changed)
    assert after.entries[0].title == "Retrieval Lead"


def test_a_value_that_is_not_stated_goes() -> None:
    after = _read(Correction("work.startDate", "", SECOND), Correction("basics.location.city", ""))
    assert after.entries[1].start is None
    assert after.place == ""
    assert after.field("basics.location.city") == ""


def test_the_later_correction_holds() -> None:
    after = _read(Correction("work.position", "One", FIRST), Correction("work.position", "Two", FIRST))
    assert after.entries[0].title == "Two"


def test_a_correction_finds_its_entry_in_a_new_version_with_another_job_before_it() -> None:
    newer = RESUME.replace(
        "Experience\n", "Experience\nPrincipal Engineer, Nordnett\nJanuary 2026 - Present\n- Leads retrieval.\n\n"
    ).replace("Senior Engineer", "Senior Search Engineer")
    after = _read(Correction("work.startDate", "2020-03", SECOND), text=newer)
    assert [each.organisation for each in after.entries[:3]] == ["Nordnett", "Fjordline Logistics", "Papirkompaniet"]
    assert after.entries[2].start == date(2020, 3, 1)
    assert not any(each.startswith(RESTS) for each in after.flags)


def test_a_correction_that_fits_nothing_rests_and_says_so() -> None:
    gone = Anchor(Section.WORK, "Barista", "Café Andorinha", date(2015, 1, 1), date(2016, 1, 31))
    after = _read(Correction("work.startDate", "2020-03", gone))
    assert after.entries == _read().entries
    (said,) = [each for each in after.flags if each.startswith(RESTS)]
    assert "the start of “Barista, Café Andorinha”" in said
    assert "2020-03" not in said
    assert "correct the entry that stands there now" in said


def test_two_entries_that_fit_equally_are_left_alone() -> None:
    twin = Anchor(Section.WORK, "Engineer", "Acme", None, None)
    assert find_entry(twin, (twin, twin)) is None
    assert find_entry(twin, (SECOND, twin)) == 1
    assert find_entry(Anchor(Section.WORK, "", "", None, None), (FIRST, SECOND)) is None
    assert (
        find_entry(Anchor(Section.EDUCATION, *("Staff Engineer", "Fjordline Logistics"), None, None), (FIRST,)) is None
    )


def test_an_added_skill_counts_where_the_document_shows_the_words() -> None:
    after = _read(Correction("skills.add", "PostgreSQL"), Correction("skills.remove", "python"))
    assert "python" not in {each.skill for each in after.skills}
    again = _read(Correction("skills.remove", "rust"), Correction("skills.add", "Rust"))
    assert _skill(again, "rust") == _skill(_read(), "rust")
    assert {span.of(RESUME) for each in again.skills if each.skill == "rust" for span in each.spans} == {"Rust"}


@pytest.mark.parametrize("words", ["CUDA", "Kubernetes"])
def test_a_skill_that_the_document_does_not_show_is_said_and_counts_for_nothing(words: str) -> None:
    after = _read(Correction("skills.add", words))
    assert words.lower() not in {each.skill for each in after.skills}
    assert after.field("said.skills[0]") == words.lower()


def test_a_language_takes_the_level_that_was_said_and_a_new_one_needs_its_word() -> None:
    after = _read(Correction("languages.add", "English, C2"), Correction("languages.add", "Norwegian, native"))
    assert [(each.name, each.level) for each in after.languages] == [("English", "C2")]
    assert after.field("said.languages[0]") == "Norwegian, native"
    assert _read(Correction("languages.remove", "English")).languages == ()


UNNAMED = RESUME.replace("Mira Halvorsen\n", "PROFILE 2026\n").replace(
    "daily users.", "daily users.\n- Recommended by halvorsen, mira when the group was founded.\nmira halvorsen"
)


def test_a_corrected_name_is_cut_wherever_it_stands() -> None:
    text = UNNAMED.replace("mira@example.org · ", "")
    before, after = _read(text=text), _read(Correction("basics.name", "Mira Halvorsen"), text=text)
    assert "halvorsen" in before.blind.content.lower()
    assert "halvorsen" not in after.blind.content.lower()
    assert after.field("basics.name") == "Mira Halvorsen"
    assert all("halvorsen" not in each.embedded_text.lower() for each in after.passages)


def test_the_name_that_was_read_stays_cut_beside_the_one_that_was_said() -> None:
    after = _read(Correction("basics.name", "Kari Nordmann"))
    assert "Halvorsen" not in after.blind.content


def test_a_typed_title_is_blind_too() -> None:
    typed = Correction("work.position", "Deputy of Kari Nordmann, kari@example.org", FIRST)
    after = _read(Correction("basics.name", "Kari Nordmann"), typed)
    assert "Nordmann" not in after.entries[0].title
    assert "kari@" not in after.entries[0].title


def test_place_permission_and_degree_follow_what_was_said() -> None:
    degree = Anchor(Section.EDUCATION, *_degree())
    after = _read(
        Correction("basics.location.city", "Oslo"),
        Correction("basics.location.countryCode", "se"),
        Correction("authorisation", "EU citizen"),
        Correction("education.studyType", "PhD Informatics", degree),
    )
    assert (after.place, after.country, after.authorisation, after.degree) == ("Oslo", "SE", "EU citizen", "phd")


def _degree() -> tuple[str, str, None, None]:
    read = next(each for each in _read().entries if each.section is Section.EDUCATION)
    return read.title, read.organisation, None, None


@pytest.mark.parametrize("written", ["2020", "2020-02", "2020-02-29", "1999-1-5"])
def test_dates_are_taken_as_people_type_them(written: str) -> None:
    assert is_date(written)


@pytest.mark.parametrize("written", ["2020-13", "2020-02-31", "soon", "", "20-20-20-20", "2020-0", "0000"])
def test_what_is_no_date_is_not(written: str) -> None:
    assert not is_date(written)


def test_a_school_that_was_said_is_cut_and_a_degree_keeps_no_dates() -> None:
    degree = Anchor(Section.EDUCATION, *_degree())
    said = (
        Correction("education.institution", "Papirkompaniet Academy", degree),
        Correction("education.endDate", "2018", degree),
    )
    after = _read(*said, text=RESUME.replace("University of Bergen", "Papirkompaniet Academy"))
    assert "Academy" not in after.blind.content
    assert all(each.start is None for each in after.entries if each.section is Section.EDUCATION)
    assert after.field("education[0].endDate") == "2018"


def test_a_corrected_value_keeps_the_place_where_it_was_read() -> None:
    after = _read(Correction("work.position", "Retrieval Lead", FIRST))
    field = next(each for each in after.fields if each.name == "work[0].position")
    assert field.span
    assert field.span.of(RESUME) == "Staff Engineer"


def test_a_corrected_profile_can_be_stored() -> None:
    assert to_json(_read(Correction("work.startDate", "2020-03", SECOND)))["years"] > 0
