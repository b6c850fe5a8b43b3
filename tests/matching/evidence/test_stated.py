"""Degrees, languages, places and permissions are read from what is stated; silence is not shown."""

import pytest

from matching.evidence.stated.languages import level_of
from matching.text import Span
from matching.values import Field, Kind, Language, Section, Verdict
from tests.matching.evidence.builders import Resume, ask, verdict


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        ("native", Verdict.MET),
        ("C1", Verdict.MET),
        ("B2", Verdict.PARTLY),
        ("A2", Verdict.CONTRADICTED),
        ("", Verdict.PARTLY),
    ],
)
def test_a_language_is_held_against_the_level_asked(level: str, expected: Verdict) -> None:
    resume = Resume()
    span = resume.line(f"German {level}", section=Section.LANGUAGES)
    resume.languages.append(Language("German", level, span))

    found = verdict(ask("Fluent German (C1)", Kind.LANGUAGE, value="German C1"), resume, resume.profile())

    assert found.verdict is expected
    assert found.quote.startswith("German")


def test_a_language_that_is_not_mentioned_is_not_shown() -> None:
    resume = Resume()
    resume.line("Ran services for a bank.")

    assert verdict(ask("Polish", Kind.LANGUAGE, value="Polish"), resume, resume.profile()).verdict is Verdict.NOT_SHOWN


def test_a_resume_written_in_english_shows_some_english() -> None:
    resume = Resume()
    resume.line("Ran the payment services of a bank and its branches.")

    found = verdict(ask("Fluent English", Kind.LANGUAGE, value="English"), resume, resume.profile())

    assert found.verdict is Verdict.PARTLY
    assert "written in English" in found.reason


@pytest.mark.parametrize(
    ("here", "country", "relocation", "expected"),
    [
        ("Berlin, Germany", "DE", None, Verdict.MET),
        ("Munich, Germany", "DE", None, Verdict.PARTLY),
        ("Porto, Portugal", "PT", True, Verdict.PARTLY),
        ("Porto, Portugal", "PT", None, Verdict.NOT_SHOWN),
        ("Porto, Portugal", "PT", False, Verdict.CONTRADICTED),
        ("", "", None, Verdict.NOT_SHOWN),
    ],
)
def test_another_place_contradicts_only_with_no_wish_to_move(
    here: str, country: str, relocation: bool | None, expected: Verdict
) -> None:
    resume = Resume()
    span = resume.line(here or "No place")
    resume.fields.append(Field("basics.location", here, span, 1.0))
    profile = resume.profile(place=here, country=country, relocation=relocation)

    found = verdict(ask("On site in Berlin", Kind.PLACE, value="Berlin"), resume, profile, country="DE")

    assert found.verdict is expected


@pytest.mark.parametrize(
    ("degree", "text", "years", "expected"),
    [
        ("PhD", "Master's degree in computer science", 0, Verdict.MET),
        ("MSc", "Master's degree in computer science", 0, Verdict.MET),
        ("BSc", "Master's degree in computer science", 0, Verdict.PARTLY),
        ("BSc", "BSc or MSc in a quantitative field", 0, Verdict.MET),
        ("", "Master's degree in computer science", 9, Verdict.NOT_SHOWN),
        ("", "Bachelor's degree or equivalent experience", 9, Verdict.MET),
        ("", "Bachelor's degree or equivalent experience", 5, Verdict.PARTLY),
    ],
)
def test_a_degree_is_compared_by_level(degree: str, text: str, years: float, expected: Verdict) -> None:
    resume = Resume()
    resume.line("Studied computer science at [school].", section=Section.EDUCATION)

    found = verdict(ask(text, Kind.EDUCATION), resume, resume.profile(degree=degree, years=years))

    assert found.verdict is expected


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("EU citizen", Verdict.MET),
        ("Will need visa sponsorship", Verdict.CONTRADICTED),
        ("", Verdict.NOT_SHOWN),
    ],
)
def test_permission_to_work_is_only_what_is_stated(stated: str, expected: Verdict) -> None:
    resume = Resume()
    resume.line(stated or "Engineer")
    asked = ask("Right to work in the EU", Kind.AUTHORISATION)

    assert verdict(asked, resume, resume.profile(authorisation=stated)).verdict is expected


def test_a_field_without_a_span_quotes_nothing() -> None:
    resume = Resume()
    resume.line("Engineer")
    profile = resume.profile(place="Berlin", country="DE")

    found = verdict(ask("Berlin", Kind.PLACE, value="Berlin"), resume, profile)

    assert (found.verdict, found.span, found.quote) == (Verdict.MET, None, "")


def test_the_place_quotes_its_field() -> None:
    resume = Resume()
    resume.line("Somebody | Berlin, Germany | engineer")
    resume.fields.append(Field("basics.location", "Berlin, Germany", Span(11, 26), 1.0))

    found = verdict(ask("Berlin", Kind.PLACE, value="Berlin"), resume, resume.profile(place="Berlin, Germany"))

    assert found.quote == "Berlin, Germany"


@pytest.mark.parametrize(
    ("stated", "level"),
    [
        ("C2", 6), ("B2/C1", 4), ("C1 (advanced)", 5), ("native", 6), ("mother tongue", 6), ("bilingual", 6),
        ("near-native", 5), ("fluent", 5), ("full professional proficiency", 5), ("business fluent", 5),
        ("professional working proficiency", 4), ("business level", 4), ("upper-intermediate", 4), ("good", 4),
        ("limited working proficiency", 3), ("working knowledge", 3), ("conversational", 3), ("elementary", 2),
        ("basic", 1), ("learning", 1), ("", 0), ("spoken at home", 0),
    ],
)  # fmt: skip
def test_a_level_is_read_from_codes_and_words(stated: str, level: int) -> None:
    assert level_of(stated) == level


@pytest.mark.parametrize(
    ("asked", "stated", "expected"),
    [
        ("German (B2/C1)", "B2", Verdict.MET),
        ("German at business level", "fluent", Verdict.MET),
        ("German at business level", "conversational", Verdict.PARTLY),
        ("Native German", "fluent", Verdict.PARTLY),
        ("Fluent German", "limited working proficiency", Verdict.CONTRADICTED),
        ("Fluent German", "learning", Verdict.CONTRADICTED),
        ("German", "B1", Verdict.PARTLY),
        ("Basic German", "B1", Verdict.MET),
    ],
)
def test_words_and_codes_are_held_against_each_other(asked: str, stated: str, expected: Verdict) -> None:
    resume = Resume()
    span = resume.line(f"German {stated}", section=Section.LANGUAGES)
    resume.languages.append(Language("German", stated, span))

    assert verdict(ask(asked, Kind.LANGUAGE, value=asked), resume, resume.profile()).verdict is expected
