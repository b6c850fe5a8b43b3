"""What holds for any posting: spans are verbatim, nothing raises, every real ad asks for something, and it is fast."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.requirements import read_role
from matching.requirements.lines import cut
from matching.text import Text
from matching.values import Section

DATA = Path(os.environ.get("STRATA_DATA", "../shared/data"))
_PIECES = st.sampled_from(
    [
        "Requirements\n",
        "## You will\n",
        "- ",
        "5+ years of ",
        "Python",
        " or ",
        "Go",
        ". ",
        "Benefits:\n",
        "PhD",
        " and ",
        "\n\n",
        "a plus",
        "under 30 years old",
        "Fluent German",
        "(e.g. ",
        ")",
        "OR ",
        "; ",
        "based in Berlin",
        "|",
        "**About you**\n",
        "\u2028",
        "\u00a0",
        "🙂",
        "\r\n",
    ]
)


def _postings() -> list[str]:
    path = DATA / "layers" / "postings.jsonl"
    if not path.exists():
        pytest.skip("the real postings of the development data are not here (STRATA_DATA)")
    return [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]


def _assert_sound(content: str) -> None:
    role = read_role(Text(content))
    refused = [each.span for each in role.cautions if each.refused]
    for each in role.requirements:
        assert each.text == each.span.of(content) == each.text.strip()
        assert each.text
        assert not any(each.span.overlaps(span) for span in refused)
    for caution in role.cautions:
        assert caution.text == caution.span.of(content)
    for passage in role.passages:
        assert passage.span.end <= len(content)
        assert passage.text
    for field in role.fields:
        assert field.span is None or field.span.end <= len(content)


@settings(deadline=None)
@given(st.text(max_size=400))
def test_any_text_at_all_is_read_soundly(content: str) -> None:
    _assert_sound(content)


@settings(deadline=None)
@given(st.lists(_PIECES, max_size=40).map("".join))
def test_any_mixture_of_wordings_is_read_soundly(content: str) -> None:
    _assert_sound(content)


def test_every_real_posting_is_read_soundly_and_asks_for_something() -> None:
    for content in _postings():
        _assert_sound(content)
        assert read_role(Text(content)).requirements


def test_nothing_under_benefits_or_law_is_a_requirement_in_real_postings() -> None:
    for content in _postings():
        closed = [each.span for each in cut(content) if each.heading.section in (Section.BENEFITS, Section.LEGAL)]
        for each in read_role(Text(content)).requirements:
            assert not any(each.span.overlaps(span) for span in closed), each.text


def test_most_real_postings_have_a_readable_number_of_requirements() -> None:
    counts = [len(read_role(Text(content)).requirements) for content in _postings()]
    usual = [each for each in counts if 3 <= each <= 16]
    assert len(usual) >= 0.9 * len(counts)


def test_no_real_posting_loses_its_years_to_the_company() -> None:
    for content in _postings():
        assert all((each.years or 0) <= 20 for each in read_role(Text(content)).requirements)
