"""Every board's posting becomes a title, a text that keeps its shape, and the fields that the board states."""

import json
import os
from pathlib import Path

import pytest

from matching.errors import MatchingError
from matching.requirements import read_board, read_posted, read_posting
from matching.values import Priority

ATS = Path(os.environ.get("STRATA_DATA", "../shared/data")) / "ats"
BODY = (
    "<h3>Requirements</h3><ul><li>Python</li><li>4+ years of SQL</li></ul><h3>Nice to have</h3><ul><li>Rust</li></ul>"
)
TWICE = BODY.replace("<", "&amp;lt;").replace(">", "&amp;gt;")
PLACE = {"postalAddress": {"addressCountry": "Germany", "addressLocality": "Berlin"}}

POSTINGS: dict[str, dict[str, object]] = {
    "greenhouse": {
        "id": 7,
        "title": "Data Engineer",
        "absolute_url": "https://boards.example/7",
        "location": {"name": "Berlin, Germany"},
        "content": TWICE,
    },
    "lever": {
        "id": "a",
        "text": "Data Engineer",
        "categories": {"location": "Berlin", "commitment": "Full-time"},
        "country": "DE",
        "workplaceType": "hybrid",
        "description": "<div>We move data.</div>",
        "lists": [
            {"text": "Requirements", "content": "<li>Python</li><li>4+ years of SQL</li>"},
            {"text": "Nice to have", "content": "<li>Rust</li>"},
        ],
        "additional": "<div>Equal opportunity for all.</div>",
        "salaryRange": {"currency": "EUR", "interval": "per-year-salary", "min": 60000, "max": 80000},
    },
    "ashby": {
        "id": "b",
        "title": "Data Engineer",
        "jobUrl": "https://ashby.example/b",
        "location": "Berlin",
        "employmentType": "FullTime",
        "isRemote": True,
        "workplaceType": "Remote",
        "address": PLACE,
        "descriptionHtml": BODY,
        "compensation": {"compensationTierSummary": "€60K \u2013 €80K"},
    },
    "workable": {
        "title": "Data Engineer",
        "shortcode": "C",
        "employment_type": "Full-time",
        "telecommuting": False,
        "city": "Berlin",
        "country": "Germany",
        "description": BODY,
    },
    "recruitee": {
        "id": 9,
        "title": "Data Engineer",
        "careers_url": "https://recruitee.example/9",
        "location": "Berlin, Germany",
        "country_code": "DE",
        "employment_type_code": "fulltime_permanent",
        "hybrid": True,
        "description": "<p>We move data.</p>",
        "requirements": BODY,
        "salary": {"min": "60000", "max": "80000", "period": "year", "currency": "EUR"},
    },
    "jsonld": {
        "@type": "JobPosting",
        "title": "Data Engineer",
        "description": TWICE,
        "employmentType": ["FULL_TIME", "PART_TIME"],
        "jobLocation": [{"address": {"addressLocality": "Berlin", "addressCountry": "DE"}}],
        "jobLocationType": "TELECOMMUTE",
        "baseSalary": {"currency": "EUR", "value": {"minValue": 60000, "maxValue": 80000, "unitText": "YEAR"}},
    },
}
INDEED = (
    "<source><publisher>P</publisher><job><title><![CDATA[ Data Engineer ]]></title><city>Berlin</city>"
    f"<country>Germany</country><jobtype>fulltime</jobtype><description><![CDATA[{BODY}]]></description></job></source>"
)
PERSONIO = (
    "<workzag-jobs><position><id>1</id><office>Berlin / Remote</office><name>Data Engineer</name><schedule>full-time"
    "</schedule><jobDescriptions><jobDescription><name>Requirements</name><value><![CDATA[<ul><li>Python</li><li>4+ "
    "years of SQL</li></ul>]]></value></jobDescription><jobDescription><name>Nice to have</name><value><![CDATA[<ul>"
    "<li>Rust</li></ul>]]></value></jobDescription></jobDescriptions></position></workzag-jobs>"
)
RSS = (
    "<rss><channel><item><title>Data Engineer</title><region>Anywhere in the World</region><type>Full-Time</type>"
    f"<description><![CDATA[{BODY}]]></description></item></channel></rss>"
)
ANSWERS = {name: json.dumps([each]) for name, each in POSTINGS.items()} | {
    "indeed": INDEED,
    "personio": PERSONIO,
    "rss": RSS,
}


def _stated(board: str) -> dict[str, str]:
    (posted,) = read_board(ANSWERS[board])
    return {each.name: each.value for each in posted.fields}


@pytest.mark.parametrize("board", sorted(ANSWERS))
def test_the_requirements_of_every_board_are_read_with_priority_and_years(board: str) -> None:
    (posted,) = read_board(ANSWERS[board])
    role = read_posted(posted)
    assert (posted.board, role.title) == (board, "Data Engineer")
    assert [(each.text, each.priority, each.years) for each in role.requirements] == [
        ("Python", Priority.MUST, None),
        ("4+ years of SQL", Priority.MUST, 4.0),
        ("Rust", Priority.NICE, None),
    ]


@pytest.mark.parametrize("board", sorted(set(ANSWERS) - {"greenhouse"}))
def test_the_employment_that_a_board_states_is_named_as_jobposting_names_it(board: str) -> None:
    assert _stated(board)["employmentType"] == "FULL_TIME"


@pytest.mark.parametrize(
    ("board", "place_type"),
    [
        ("lever", "HYBRID"),
        ("recruitee", "HYBRID"),
        ("ashby", "TELECOMMUTE"),
        ("jsonld", "TELECOMMUTE"),
        ("personio", "TELECOMMUTE"),
        ("rss", "TELECOMMUTE"),
        ("workable", "ONSITE"),
    ],
)
def test_where_the_work_is_done_is_taken_from_the_board(board: str, place_type: str) -> None:
    assert _stated(board)["jobLocationType"] == place_type


@pytest.mark.parametrize(
    ("board", "pay"),
    [
        ("lever", "EUR 60000 - 80000 per year"),
        ("recruitee", "EUR 60000 - 80000 per year"),
        ("jsonld", "EUR 60000 - 80000 per year"),
        ("ashby", "€60K \u2013 €80K"),
    ],
)
def test_the_pay_that_a_board_states_is_written_out(board: str, pay: str) -> None:
    assert _stated(board)["baseSalary"] == pay


@pytest.mark.parametrize("board", sorted(set(ANSWERS) - {"rss"}))
def test_the_country_is_read_from_its_code_or_its_name(board: str) -> None:
    (posted,) = read_board(ANSWERS[board])
    assert read_posted(posted).country == "DE"


def test_what_the_board_states_wins_over_the_prose() -> None:
    posting = dict(POSTINGS["ashby"], descriptionHtml=f"<p>Location: Paris, France. Onsite only.</p>{BODY}")
    posted = read_posting(posting)
    assert posted is not None
    role = read_posted(posted)
    assert (role.place, role.country, role.remote) == ("Berlin", "DE", True)
    assert sum(each.name == "jobLocation" for each in role.fields) == 1


def test_an_empty_board_has_no_postings_and_a_strange_answer_is_refused() -> None:
    assert read_board('{"jobs": []}') == ()
    for strange in ("", "hello", '{"error": "not found"}', "<html><p>broken"):
        with pytest.raises(MatchingError):
            read_board(strange)


def test_a_feed_with_a_doctype_is_refused() -> None:
    with pytest.raises(MatchingError, match="DOCTYPE"):
        read_board('<!DOCTYPE a [<!ENTITY b "c">]><source><job><title>&b;</title></job></source>')


def test_a_posting_of_no_known_board_is_none() -> None:
    assert read_posting({"title": "Data Engineer"}) is None


@pytest.mark.parametrize(
    "path", sorted(ATS.glob("*.[jx]*")) or [None], ids=lambda each: each.name if each else "absent"
)
def test_real_answers_of_boards_are_read_whole(path: Path | None) -> None:
    if path is None:
        pytest.skip("the real answers of job boards are not here (STRATA_DATA)")
    postings = read_board(path.read_text(encoding="utf-8"))
    assert postings
    for each in postings:
        assert each.title
        assert not any(sign in each.text for sign in ("&lt;", "&amp;", "&nbsp;", "<p", "<li", "</"))
        assert read_posted(each).title == each.title
