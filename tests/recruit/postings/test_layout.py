"""The shape of an ad: headings, entries and paragraphs, with every letter of the text in one of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruit.local.demo.world import postings
from recruit.postings.layout import Kind, blocks_of


def _shape(text: str) -> list[tuple[str, str]]:
    return [(each.kind.value, "".join(run.text for run in each.runs)) for each in blocks_of(text)]


@pytest.mark.parametrize(
    "written", ["## About you ##", "**About you**", "__About you__:", "About you\n=========", "ABOUT YOU"]
)
def test_a_heading_is_marked_underlined_bold_or_in_capitals(written: str) -> None:
    (first, *_) = _shape(f"{written}\n\nYou write.")
    assert (first[0], first[1].casefold().rstrip(":")) == ("heading", "about you")


@pytest.mark.parametrize("bullet", ["-", "*", "+", "\u2022", "\u2013", "1.", "12)"])
def test_an_entry_begins_with_any_bullet(bullet: str) -> None:
    assert _shape(f"{bullet} Rust in production")[0] == ("entry", "Rust in production")


def test_an_entry_goes_on_in_the_next_line_and_nested_ones_lie_deeper() -> None:
    blocks = blocks_of("- Python, most of it\n  in services\n  - asyncio\n1. Go")
    assert [("".join(run.text for run in each.runs), each.level, each.number) for each in blocks] == [
        ("Python, most of it in services", 0, ""),
        ("asyncio", 1, ""),
        ("Go", 0, "1"),
    ]


def test_lines_of_a_paragraph_stay_lines() -> None:
    assert _shape("Dublin / hybrid\nFull time, from March.") == [
        ("paragraph", "Dublin / hybrid\nFull time, from March.")
    ]


def test_a_short_line_above_a_list_is_its_heading_and_a_sentence_is_not() -> None:
    assert [kind for kind, _ in _shape("Requirements\n- Go\n\nThis is what you need.\n- Rust")] == [
        "heading",
        "entry",
        "paragraph",
        "entry",
    ]


def test_a_line_that_opens_a_part_of_an_ad_is_its_heading_and_another_is_a_line() -> None:
    assert _shape("What you will do\nOwn the service.\n\nFrom Bristol\nwith love.") == [
        ("heading", "What you will do"),
        ("paragraph", "Own the service."),
        ("paragraph", "From Bristol\nwith love."),
    ]


def test_a_table_keeps_its_cells_and_loses_its_lines() -> None:
    assert _shape("| Skill | Years |\n|-------|------:|\n| Go | 3 |") == [
        ("paragraph", "Skill \u00b7 Years\nGo \u00b7 3")
    ]


def test_rules_and_the_edges_of_code_are_not_shown() -> None:
    assert _shape("Above.\n\n---\n\n```python\nprint(1)\n```\n> Below.") == [
        ("paragraph", "Above."),
        ("paragraph", "print(1)"),
        ("paragraph", "Below."),
    ]


def test_the_ads_of_the_demo_show_no_sign_of_markup() -> None:
    for posting in postings():
        for kind, words in _shape(posting.text):
            assert "**" not in words
            assert not words.startswith(("#", "- ", "* ")), (posting.slug, kind, words)


@given(st.text(alphabet="aB1 #*-_=|>`.\t\n\r", max_size=150))
def test_no_letter_of_any_text_is_lost(text: str) -> None:
    shown = "".join(run.text for each in blocks_of(text) for run in each.runs)
    assert [each for each in shown if each in "aB"] == [each for each in text if each in "aB"]


def test_nesting_without_end_is_one_flat_list() -> None:
    deep = "\n".join(f"{'  ' * depth}- {'[' * 40}**{depth}" for depth in range(500))
    assert {each.kind for each in blocks_of(deep)} <= {Kind.ENTRY, Kind.PARAGRAPH}
    assert max(each.level for each in blocks_of(deep)) == 3
