# ruff: noqa: RUF001
"""Running heads and feet, phones as countries write them, and the contacts of referees."""

from datetime import date

import pytest

from matching.profile import blind, read_profile
from matching.text import Text
from matching.values import Profile

TODAY = date(2026, 11, 1)


def _read(head: str = "ada@web.example", foot: str = "", name: str = "Ada Nakagawa") -> Profile:
    work = "Experience\nEngineer, Fern Ltd, 2015 - 2020\n- Built 120 000 000 rows in 10 20 30 40 50 shards\n"
    return read_profile(Text(f"{name}\n{head}\n\n{work}\n{foot}\n"), today=TODAY)


@pytest.mark.parametrize(
    "foot",
    [
        "Nakagawa — 1",
        "Nakagawa | 2",
        "2 Nakagawa",
        "NAKAGAWA 4/5",
        "Nakagawa",
        "Curriculum vitae – J. Nakagawa",
        "CV – Nakagawa",
        "Page 2 of 3 Nakagawa",
        "Lebenslauf Nakagawa, Seite 2",
        "Ada's Curriculum Vitae, page 3",
    ],
)
def test_the_surname_leaves_running_heads_and_feet(foot: str) -> None:
    text = _read(foot=foot).blind.content
    assert "nakagawa" not in text.lower()
    assert "Ada" not in text
    assert "J." not in text


@pytest.mark.parametrize("line", ["Page 2 of 3", "Leeds", "Grant 2024", "Python 3"])
def test_a_line_that_names_nobody_stays(line: str) -> None:
    assert line in _read(foot=line).blind.content


@pytest.mark.parametrize("foot", ["Grant – Page 2", "Grant 20", "Grant", "CV – Grant"])
def test_a_foot_tells_nothing_of_an_ordinary_name(foot: str) -> None:
    assert _read(foot=foot, name="Maria Grant").blind.content == _read(foot=foot, name="Ada Nakagawa").blind.content


@pytest.mark.parametrize(
    "phone",
    [
        "06 12 34 56 78",
        "Tél. 06 12 34 56 78",
        "Mobile : 06.12.34.56.78",
        "Handy: 0171 2345678",
        "Handy 01712345678",
        "Tel 030/1234567",
        "Mobiel: 06-12345678",
        "Natel 079 123 45 67",
        "Tel. kom. 601 234 567",
        "Telemóvel: 912 345 678",
        "0612345678",
    ],
)
def test_a_phone_as_countries_write_it_is_read_and_cut(phone: str) -> None:
    profile = _read(head=phone)
    number = phone[next(place for place, sign in enumerate(phone) if sign.isdigit()) :]
    assert profile.field("basics.phone") == number
    assert number not in profile.blind.content


def test_figures_are_no_phones() -> None:
    assert "120 000 000 rows in 10 20 30 40 50 shards" in _read().blind.content


@pytest.mark.parametrize("heading", ["References\n", "References: ", "Referenzen\n", "Academic References\n"])
def test_contacts_of_referees_are_cut_and_are_not_the_persons_own(heading: str) -> None:
    foot = f"{heading}Prof. John Smith, +49 561 8040, john.smith@uni.example\nPhone: 0561 8041"
    profile = _read(head="Leeds", foot=foot)
    assert profile.field("basics.phone") == profile.field("basics.email") == ""
    assert not any(each in profile.blind.content for each in ("8040", "8041", "john.smith", "Smith"))


def test_a_list_of_grants_stays() -> None:
    assert "Grant agreement 12" in blind("Maria Grant\n\nExperience\nGrant agreement 12\n").text.content
