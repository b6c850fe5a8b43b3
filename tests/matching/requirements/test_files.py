"""A board's file gives its postings; a file of another kind is nobody's board, and is read as a document."""

import json

import pytest

from matching.errors import MatchingError
from matching.requirements import postings_in

JOB = {"@type": ["JobPosting"], "title": "Data Engineer", "description": "<p>You know Python.</p>"}


def page(*scripts: str) -> bytes:
    tags = "".join(f'<script type="application/ld+json">{each}</script>' for each in scripts)
    return f"<!doctype html><html><head>{tags}</head><body><p>Jobs at Fern</p></body></html>".encode()


@pytest.mark.parametrize(
    "stated",
    [JOB, [JOB], {"@graph": [{"@type": "WebSite", "title": "Fern"}, JOB]}, {"@type": "Page", "mainEntity": {"x": JOB}}],
)
def test_a_page_gives_its_jobposting_wherever_it_is_nested(stated: object) -> None:
    found = postings_in(page(json.dumps(stated)))
    assert found is not None
    assert [(each.board, each.title, each.text) for each in found] == [("jsonld", "Data Engineer", "You know Python.")]


def test_a_broken_script_on_a_page_hides_no_other() -> None:
    found = postings_in(page("{broken", json.dumps(JOB)))
    assert found is not None
    assert len(found) == 1


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"Data Engineer\n\nRequirements\n- Python\n",
        b'{"basics": {"name": "Ada Moreno"}, "work": []}',
        b'[{"name": "Ada Moreno"}]',
        b"[1, 2, 3]",
        b"{broken",
        b"[" * 100_000,
        b"<Candidate xmlns='http://www.europass.eu/1.0'><DocumentID/></Candidate>",
        b"<broken",
        page(),
        page(json.dumps({"@type": "WebPage", "title": "Jobs"})),
        page("[" * 100_000),
        b"<!-- -->" * 5_000 + b"x",
    ],
    ids=lambda each: each[:24].decode(),
)
def test_other_files_hold_no_board(content: bytes) -> None:
    assert postings_in(content) is None


def test_an_empty_board_is_told_from_a_file_of_another_kind() -> None:
    assert postings_in(b'{"jobs": [], "meta": {"total": 0}}') == ()
    assert postings_in(b"[]") == ()


def test_a_hostile_feed_is_refused() -> None:
    with pytest.raises(MatchingError, match="DOCTYPE"):
        postings_in(b'<!DOCTYPE a [<!ENTITY b "c">]><source><job><title>&b;</title></job></source>')


def test_a_search_of_hacker_news_and_a_single_comment_are_postings() -> None:
    hits = {"hits": [{"author": "a", "objectID": "7", "comment_text": "Fern | Engineer | Oslo"}]}
    item = {"by": "a", "id": 7, "type": "comment", "text": "Fern | Engineer | Oslo"}
    for answer in (hits, item):
        found = postings_in(json.dumps(answer).encode())
        assert found is not None
        assert [(each.board, each.text) for each in found] == [("hackernews", "Fern | Engineer | Oslo")]
