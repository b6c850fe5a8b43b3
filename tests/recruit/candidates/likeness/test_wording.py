"""What is said of two names is exactly what was compared, and names neither."""

import pytest

from recruit.candidates.likeness.wording import name_words


@pytest.mark.parametrize(
    ("one", "two", "words"),
    [
        ("Ann Halvorsen", "ann  halvorsen", "Same name"),
        ("Sumer Patel", "Summer Patel", "Name differs by one letter"),
        ("Ann Halvorsen", "Halvorsen Ann", "Same name in another order"),
        ("Łukasz Żółć", "Lukasz Zolc", "Same name but for accents, titles or signs"),
        ("Dr. Ann Halvorsen", "Ann Halvorsen", "Same name but for accents, titles or signs"),
        ("Иван Петров", "Ivan Petrov", "Same name in another script"),
        ("Jürgen Mueller", "Jürgen Müller", "Name differs by one letter"),
        ("Robert Halvorsen", "Bob Halvorsen", "One name has a short form of the other"),
        ("Ann Halvorsen", "Ann Halvorson", "Name differs by one letter"),
        ("Marten Halvorsen", "Morten Halvorsen", "Given name differs by one letter"),
        ("Ann B. Halvorsen", "Ann Halvorsen", "One name has initials where the other has words"),
        ("Ann Berit Halvorsen", "Ann Halvorsen", "One name has more words than the other"),
        ("Ann Halvorsen", "Ann Kowalczyk", "Same given name, other family name"),
        ("Ann Halvorsen", "Ann", "One name is a single word or initials"),
        ("Ann Halvorsen", "", "One name is not known"),
        ("Ann Halvorsen", "Peter Brook", "Different names"),
    ],
)
def test_the_words_say_what_was_compared(one: str, two: str, words: str) -> None:
    assert name_words([one], [two]) == words
    assert name_words([two], [one]) == words


def test_of_several_names_the_pair_that_is_written_alike_is_told() -> None:
    assert name_words(["Summer Patel", "Sumer Patel"], ["Sumer Patel"]) == "Same name"
    assert name_words([], ["Ann Halvorsen"]) == "One name is not known"


@pytest.mark.parametrize("two", ["Summer Patel", "Patel Sumer", "S. Patel", "Sumer Jones", "Peter Brook"])
def test_no_words_name_anybody(two: str) -> None:
    told = name_words(["Sumer Patel"], [two]).casefold()
    assert not {each.strip(".").casefold() for each in (*two.split(), "sumer", "patel")} & set(told.split())
