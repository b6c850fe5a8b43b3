# ruff: noqa: RUF001
"""Facts that stand outside of entries: the name and the label, languages, permission to work."""

from datetime import date

import pytest

from matching.profile import read_profile
from matching.text import Text
from matching.values import Profile

TODAY = date(2026, 11, 1)


def _read(content: str) -> Profile:
    return read_profile(Text(content), today=TODAY)


def test_the_label_is_found_above_the_story_when_a_side_column_comes_first() -> None:
    content = "Maria Chen\nm@example.org\nLanguages\nEnglish: native\n\nSearch Engineer\n\nSummary\nBuilds search.\n"
    assert _read(content).field("basics.label") == "Search Engineer"


def test_languages_of_customers_are_not_spoken() -> None:
    content = (
        "Maria Chen\nExperience\nTeacher, Acme Ltd, 2019 - 2021\n• Taught English language learners who spoke Farsi.\n"
    )
    assert _read(content).languages == ()


@pytest.mark.parametrize(
    ("line", "stated"),
    [
        ("EU citizen", "EU citizen"),
        ("Requires visa sponsorship in the EU", "Requires visa sponsorship in the EU"),
        ("Permanent resident of\nNew Zealand", "Permanent resident of New Zealand"),
        ("Clerk | New Zealand citizen | Leeds", "New Zealand citizen"),
    ],
)
def test_permission_to_work_is_read_as_stated(line: str, stated: str) -> None:
    assert _read(f"Maria Chen\n{line}\nSummary\nBuilds.\n").authorisation == stated


@pytest.mark.parametrize(
    ("lines", "spoken"),
    [
        ("English, native; German, B2", [("English", "native"), ("German", "B2")]),
        ("English, native, German, B2", [("English", "native"), ("German", "B2")]),
        ("English [native]\nTwi [basic]", [("English", "native"), ("Twi", "basic")]),
        ("Fluent in German and French", [("German", "Fluent"), ("French", "Fluent")]),
        ("Tongan – native; Greek –\nbeginner", [("Tongan", "native"), ("Greek", "beginner")]),
    ],
)
def test_levels_stand_behind_or_before_languages(lines: str, spoken: list[tuple[str, str]]) -> None:
    profile = _read(f"Maria Chen\nLanguages\n{lines}\n")
    assert [(each.name, each.level) for each in profile.languages] == spoken


def test_a_first_name_alone_on_the_line_above_belongs_to_the_name() -> None:
    assert _read("Ingvild\nRasmussen Holt\n\nm@example.com\nSummary\nBuilds.\n").field("basics.name") == (
        "Ingvild Rasmussen Holt"
    )
