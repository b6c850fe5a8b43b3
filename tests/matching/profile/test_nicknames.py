"""Familiar forms of a name are cut where they stand for the person, and ordinary words never."""

import pytest

from matching.profile import blind
from matching.profile.nicknames import nicknames_of


def _blind(header: str, *lines: str) -> str:
    return blind("\n".join((header, "m@example.org", "Summary", *lines, "Skills", "Python"))).text.content


@pytest.mark.parametrize(
    ("name", "nick"),
    [
        ("Zebulon Marsh", "Zeb"),
        ("Robert Marsh", "Bob"),
        ("Katherine Marsh", "Kate"),
        ("Guillermo Marsh", "Memo"),
        ("Katarzyna Nowak", "Kasia"),
        ("Friedrich Marsh", "Fritz"),
        ('Robert "Dutch" Marsh', "Dutch"),
        ("Katarzyna (Kaszka) Nowak", "Kaszka"),
        ("Bettina „Tinchen“ Marsh", "Tinchen"),
    ],
)
def test_a_nickname_is_cut_where_it_stands_for_the_person(name: str, nick: str) -> None:
    surname = name.split()[-1]
    text = _blind(name, f"{nick} has led a team. Ask {nick} {surname} for more.", f"{nick}'s work is known.")
    assert nick not in text
    assert surname not in text
    assert "has led a team" in text


def test_the_name_within_which_a_nickname_stands_is_found() -> None:
    assert blind('Robert "Bobby" Tables\nm@example.org\nSummary\nBuilds.\n').name == 'Robert "Bobby" Tables'


def test_forms_of_other_peoples_names_stay() -> None:
    assert "Kasia has led" in _blind("Robert Marsh", "Kasia has led a team.")


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("William Marsh", "We will write a bill for each order."),
        ("Raymond Marsh", "Runs jobs with Ray on ten nodes."),
        ("Francisco Marsh", "Set up routers by Cisco."),
        ("Richard Marsh", "Draws tables in terminals by Rich and Textual."),
        ("Maximilian Marsh", "Found the max of each row."),
        ("John Smith (Remote)", "Works in remote teams. Remote work is fine."),
    ],
)
def test_ordinary_words_and_products_stay(name: str, sentence: str) -> None:
    assert sentence in _blind(name, sentence)


def test_each_form_belongs_to_its_own_name() -> None:
    assert "bob" in nicknames_of("Robert")
    assert "bob" not in nicknames_of("Katherine")
    assert "jan" not in nicknames_of("Jan")
