"""A text that is nothing but a header: its lines are what there is to read."""

from datetime import date

import pytest

from matching.profile import read_profile
from matching.text import Text
from matching.values import Profile, Section


def _read(content: str) -> Profile:
    return read_profile(Text(content), today=date(2026, 1, 1))


@pytest.mark.parametrize("line", ["Trained a 7B language model from scratch", "Senior LLM Engineer"])
def test_a_text_of_one_line_is_told_by_that_line(line: str) -> None:
    profile = _read(line)
    assert [(each.text, each.section) for each in profile.passages] == [(line, Section.OTHER)]
    assert [each.skill for each in profile.skills] == ["llm"]


def test_where_a_header_is_all_there_is_its_headline_is_a_passage_and_its_contacts_are_none() -> None:
    content = "Ana Roth\nSenior LLM Engineer\nana@example.org\nBerlin, Germany"
    assert [each.span.of(content) for each in _read(content).passages] == ["Senior LLM Engineer"]


def test_a_name_alone_tells_nothing() -> None:
    assert _read("John Smith\n").passages == ()
