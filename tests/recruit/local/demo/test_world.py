"""The demo world is complete, varied and entirely invented."""

import re
from collections import Counter, defaultdict

import pytest

from recruit.console.management.commands.classify import Read, classified, read_given
from recruit.local.demo.world import candidates, companies, postings

BACKGROUNDS = {
    "student",
    "product engineer",
    "internal IT",
    "SaaS architect",
    "data scientist",
    "ML engineer",
    "academic researcher",
    "technical leader",
}
LAYERS = {"1", "2", "3", "cross_layer", "none"}
ALL_TEXTS = {
    **{candidate.slug: candidate.text for candidate in candidates()},
    **{posting.slug: posting.text for posting in postings()},
}


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+(?:['\u2019][^\W_]+)?", text.casefold())


def test_at_least_three_candidates_stand_for_each_of_the_eight_backgrounds() -> None:
    counted = Counter(candidate.background for candidate in candidates())
    assert set(counted) == BACKGROUNDS
    assert min(counted.values()) >= 3


def test_at_least_three_companies_hire_and_each_posting_belongs_to_one_of_them() -> None:
    slugs = {company.slug for company in companies()}
    assert len(slugs) >= 3
    assert {posting.company for posting in postings()} == slugs


def test_postings_and_candidates_cover_every_layer_and_none() -> None:
    assert len(postings()) >= 9
    assert {posting.layer for posting in postings()} == LAYERS
    assert {candidate.layer for candidate in candidates()} == LAYERS


def test_no_eight_words_in_a_row_stand_in_more_than_three_texts() -> None:
    standing = defaultdict(set)
    for slug, text in ALL_TEXTS.items():
        row = words(text)
        for start in range(len(row) - 7):
            standing[" ".join(row[start : start + 8])].add(slug)
    assert {phrase: slugs for phrase, slugs in standing.items() if len(slugs) > 3} == {}


def test_no_two_texts_share_a_sentence() -> None:
    standing = defaultdict(set)
    for slug, text in ALL_TEXTS.items():
        for sentence in re.split(r"(?<=[.!?;])\s+|\n", text):
            if len(words(sentence)) >= 5:
                standing[" ".join(words(sentence))].add(slug)
    assert {sentence: slugs for sentence, slugs in standing.items() if len(slugs) > 1} == {}


def test_every_text_is_as_long_as_people_write() -> None:
    lengths = {slug: len(text.split()) for slug, text in ALL_TEXTS.items()}
    assert {slug: length for slug, length in lengths.items() if not 250 <= length <= 550} == {}


def test_every_address_and_telephone_number_belongs_to_nobody() -> None:
    emails = [candidate.email for candidate in candidates()]
    assert len(set(emails)) == len(emails)
    for candidate in candidates():
        assert re.fullmatch(r"[a-z.]+@(\w+\.)?example\.com", candidate.email)
        assert re.fullmatch(r"\+1-555-01\d\d", candidate.phone)
        assert all("example.com" in link for link in candidate.links)
    for company in companies():
        assert company.email.endswith((".test", "example.com"))


def test_the_headings_of_a_candidate_cover_everything_the_file_states() -> None:
    for candidate in candidates():
        stated = {
            key
            for key in (
                "summary",
                "work",
                "education",
                "projects",
                "skills",
                "languages",
                "publications",
                "certificates",
            )
            if getattr(candidate, key)
        }
        assert set(candidate.headings) == stated, candidate.slug


def test_surnames_that_are_ordinary_words_are_in_the_world() -> None:
    assert {"Will", "Grant", "Rose", "Page"} <= {candidate.name.split()[-1] for candidate in candidates()}


def test_the_posting_that_only_talks_of_ai_says_so_often_and_is_of_no_layer() -> None:
    (posting,) = (posting for posting in postings() if posting.text.casefold().count("ai-powered") >= 8)
    assert posting.layer == "none"
    assert "React" in posting.title


@pytest.mark.model
def test_every_posting_is_read_as_the_layer_that_it_was_written_for() -> None:
    rows = [{"id": each.slug, "title": each.title, "text": each.text} for each in postings()]
    given = [found for found in (read_given(row, kind="posting") for row in rows) if isinstance(found, Read)]
    readings = classified(given, quiet=True)
    assert {each.id: reading.primary.value for each, reading in zip(given, readings, strict=True)} == {
        each.slug: each.layer for each in postings()
    }
