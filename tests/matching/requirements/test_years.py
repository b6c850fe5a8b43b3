"""Years of experience are read from digits and words; ages, plans and company history are not years."""

import pytest

from matching.requirements.years import read_years


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("5+ years of Python", [5]),
        ("5 + years of Python", [5]),
        ("three or more years of Python", [3]),
        ("3-5 years of experience", [3]),
        ("3\u20135 yrs experience", [3]),
        ("3 to 5 years in the field", [3]),
        ("at least two years with Go", [2]),
        ("Minimum of 10 years' experience", [10]),
        ("five (5) years of experience", [5]),
        ("Ten years or more in software", [10]),
        ("a decade of distributed systems", [10]),
        ("6 months of experience with RAG", [0.5]),
        ("5+ years of Python and 3+ years of SQL", [5, 3]),
        ("1.5 years of research", [1.5]),
        ("7+ YOE", [7]),
        ("2-3 years of operations background", [2]),
    ],
)
def test_years_are_read(text: str, years: list[float]) -> None:
    assert [each.years for each in read_years(text)] == years


@pytest.mark.parametrize(
    "text",
    [
        "over the last 5 years we grew",
        "we are 12 years old",
        "founded 3 years ago",
        "must be 18 years of age",
        "a 6 month contract",
        "a 4-year vesting plan, every 2 years",
        "raised $5 years",
        "no numbers here",
    ],
)
def test_other_spans_of_time_are_not_experience(text: str) -> None:
    assert list(read_years(text)) == []


def test_the_place_of_the_wording_is_told() -> None:
    text = "We ask for 4+ years of Rust."
    found = next(iter(read_years(text)))
    assert text[found.start : found.end] == "4+ years"
