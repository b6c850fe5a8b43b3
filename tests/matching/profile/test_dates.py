# ruff: noqa: RUF001
from datetime import date

import pytest

from matching.profile.dates import find_dates, find_ranges, union_years

FORMS = [
    ("Jan 2019 – Present", "2019-01-01", None),
    ("Jan. 2019 - Now", "2019-01-01", None),
    ("January 2019 to Current", "2019-01-01", None),
    ("Jan 2012 to Current", "2012-01-01", None),
    ("03/2018 - 11/2020", "2018-03-01", "2020-11-30"),
    ("3.2018-11.2020", "2018-03-01", "2020-11-30"),
    ("2016–2019", "2016-01-01", "2019-01-01"),
    ("2016 - 19", "2016-01-01", "2019-01-01"),
    ("2019 - 2019", "2019-01-01", "2019-12-31"),
    ("since 2021", "2021-01-01", None),
    ("Since March 2021", "2021-03-01", None),
    ("from March 2014 to May 2016", "2014-03-01", "2016-05-31"),
    ("March 2014\nto\nMay 2016", "2014-03-01", "2016-05-31"),
    ("Sept. 2012 — Aug 2013", "2012-09-01", "2013-08-31"),
    ("2020-03 to now", "2020-03-01", None),
    ("2020-03 – 2021-02", "2020-03-01", "2021-02-28"),
    ("Summer 2015 - Fall 2015", "2015-06-01", "2015-09-30"),
    ("Jan '19 - Mar '20", "2019-01-01", "2020-03-31"),
    ("May - Aug 2018", "2018-05-01", "2018-08-31"),
    ("Nov – Feb 2018", "2017-11-01", "2018-02-28"),
    ("01/02/2015 to 06/30/2016", "2015-01-01", "2016-06-30"),
    ("1 March 2014 until 2 May 2016", "2014-03-01", "2016-05-31"),
    ("Q1 2019 - Q3 2020", "2019-01-01", "2020-07-31"),
    ("2021 –", "2021-01-01", None),
    ("juin 2021 – aujourd'hui", "2021-06-01", None),
    ("septembre 2007 – mars 2016", "2007-09-01", "2016-03-31"),
    ("März 2018 bis Mai 2019", "2018-03-01", "2019-05-31"),
    ("enero 2018 - diciembre 2019", "2018-01-01", "2019-12-31"),
    ("IX 2015 – III 2020", "2015-09-01", "2020-03-31"),
    ("2016.10 ~ 2021.12", "2016-10-01", "2021-12-31"),
    ("9/2022 -> 12/2026", "2022-09-01", "2026-12-31"),
    ("10/23-8/24", "2023-10-01", "2024-08-31"),
    ("October 2022\n• present", "2022-10-01", None),
    ("May 2016 - March 2014", "2014-03-01", "2016-05-31"),
    ("between March 2019 and June 2021", "2019-03-01", "2021-06-30"),
    ("March 2019 up to June 2021", "2019-03-01", "2021-06-30"),
    ("March 2019 -- June 2021", "2019-03-01", "2021-06-30"),
    ("March of 2019 through June of 2021", "2019-03-01", "2021-06-30"),
    ("01.03.2019 - 30.06.2021", "2019-03-01", "2021-06-30"),
    ("Winter 2019/20 – Spring 2021", "2019-12-01", "2021-03-31"),
    ("from 2019 onwards", "2019-01-01", None),
    ("as of March 2022", "2022-03-01", None),
    ("Jan 2015 – to present", "2015-01-01", None),
    ("February 2019 until the present", "2019-02-01", None),
    ("From Q3 2017 until the end of 2019", "2017-07-01", "2019-12-31"),
    ("between spring 2015 and late 2016", "2015-03-01", "2016-12-31"),
    ("since the beginning of 2020", "2020-01-01", None),
    ("mid-2018 – present", "2018-06-01", None),
    ("Early 2016 to mid 2018", "2016-01-01", "2018-07-31"),
    ("from the middle of 2017 till today", "2017-06-01", None),
    ("second half of 2018 – end of March 2020", "2018-07-01", "2020-03-31"),
    ("from summer 2016 on", "2016-06-01", None),
    ("Anfang 2017 bis Ende 2019", "2017-01-01", "2019-12-31"),
    ("seit Mitte 2021", "2021-06-01", None),
]


@pytest.mark.parametrize(("written", "start", "end"), FORMS)
def test_a_range_is_read(written: str, start: str, end: str | None) -> None:
    (found,) = find_ranges(f"Acme Ltd, {written}\nBuilt things.")
    assert (found.start, found.end) == (date.fromisoformat(start), date.fromisoformat(end) if end else None)
    assert found.current is (end is None)
    assert found.span.of(f"Acme Ltd, {written}") == written


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        ("March 2019 - 2021", "2019-03", "2021"),
        ("2019 – June 2021", "2019", "2021-06"),
        ("Autumn 2015 – 2018", "2015-09", "2018"),
        ("2019–2021", "2019", "2021"),
        ("since 2019", "2019", ""),
        ("early 2015 – late 2018", "2015", "2018"),
        ("beginning of 2015 – end of 2018", "2015-01", "2018-12"),
    ],
)
def test_each_end_says_as_much_as_was_written(written: str, start: str, end: str) -> None:
    (found,) = find_ranges(written)
    assert (found.written_start, found.written_end) == (start, end)


def test_a_range_that_ends_before_it_starts_is_known() -> None:
    assert [each.turned for each in find_ranges("May 2016 - March 2014, May 2017 - March 2018")] == [True, False]


@pytest.mark.parametrize("written", ["Summer 2015", "Sept. 2012", "2019", "12/2014", "May 2016"])
def test_a_single_date_starts_and_ends_in_itself(written: str) -> None:
    (found,) = find_dates(f"Award {written}")
    assert found.start is not None
    assert found.end is not None
    assert found.start <= found.end


@pytest.mark.parametrize(
    "written", ["may lead 2 to 3 people", "10-20 users", "version 2.0 to 3.1", "$2019", "1,2019 files"]
)
def test_what_is_no_date_is_left_alone(written: str) -> None:
    assert find_ranges(written) == ()


def test_years_count_overlapping_jobs_once() -> None:
    jobs = [
        (date(2015, 1, 1), date(2016, 12, 31)),
        (date(2016, 1, 1), date(2017, 12, 31)),
        (date(2020, 1, 1), date(2020, 12, 31)),
    ]
    assert union_years(jobs) == pytest.approx(4.0, abs=0.01)
    assert union_years([]) == 0.0
    assert union_years(jobs[:1] * 3) == pytest.approx(2.0, abs=0.01)
