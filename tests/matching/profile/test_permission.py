"""The right to work: found in a line of the header, told as facts, and never as a nation."""

from datetime import date

import pytest

from matching.profile import Correction, facts_of, read_corrected, read_profile
from matching.text import Text
from matching.values import Profile

TODAY = date(2026, 11, 1)


def _read(line: str) -> Profile:
    content = (
        f"Maria Chen\nmaria@example.org | Leeds\n{line}\n\nExperience\n"
        "Data Engineer, Acme Ltd, 2019 - 2021\n• Built search.\n"
    )
    return read_profile(Text(content), today=TODAY)


@pytest.mark.parametrize(
    ("line", "facts"),
    [
        ("EU citizen, no sponsorship needed", "may work in EU; needs no sponsorship"),
        ("Work permit: B", ""),
        ("Swiss permit C", "may work in CH"),
        ("Permis B (Suisse)", "may work in CH"),
        ("H-1B, needs sponsorship", "may work in US; needs sponsorship"),
        ("Authorized to work in the US", "may work in US"),
        ("Right to work in the UK, no sponsorship required", "may work in UK; needs no sponsorship"),
        ("Visa status: F-1 OPT, will need sponsorship from 2027", "may work in US; needs sponsorship"),
        ("Requires visa sponsorship for the UK", "needs sponsorship"),
        ("Eligible to work in Canada without sponsorship", "may work in CA; needs no sponsorship"),
    ],
)
def test_a_line_of_permission_is_a_field_with_its_facts_and_no_summary(line: str, facts: str) -> None:
    profile = _read(line)
    assert profile.field("authorisation") == profile.authorisation == line
    assert profile.field("basics.summary") == ""
    assert facts_of(profile.authorisation) == facts
    assert (profile.field("sponsorship") == "needed") is ("needs sponsorship" in facts)
    assert profile.field("mayWorkIn[0]") == (facts.split()[3].rstrip(";") if "may" in facts else "")


@pytest.mark.parametrize(
    ("one", "other"), [("German citizen", "Irish national"), ("Citizenship: Polish", "Czech passport")]
)
def test_of_a_nation_the_ranking_sees_only_the_market_that_it_opens(one: str, other: str) -> None:
    first, second = _read(one), _read(other)
    assert first.authorisation == second.authorisation == "EU citizen"
    assert first.blind.content == second.blind.content
    assert first.field("authorisation").split()[0] in one
    assert first.field("mayWorkIn[0]") == "EU"


def test_a_nation_without_a_market_leaves_nothing() -> None:
    profile = _read("Nigerian citizen, requires sponsorship")
    assert profile.authorisation == "requires sponsorship"
    assert "Nigerian" not in profile.blind.content


def test_two_nations_open_two_markets() -> None:
    assert facts_of(_read("Dual US/Italian citizen").authorisation) == "may work in EU and US"


def test_a_corrected_permission_says_its_own_facts_and_no_nation() -> None:
    content = "Maria Chen\nH-1B, needs sponsorship\nSummary\nBuilds.\n"
    said = [Correction("authorisation", "French citizen")]
    profile = read_corrected(Text(content), today=TODAY, corrections=said).profile
    assert (profile.authorisation, profile.field("authorisation")) == ("EU citizen", "French citizen")
    assert (profile.field("mayWorkIn[0]"), profile.field("sponsorship")) == ("EU", "")
