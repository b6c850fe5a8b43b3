from hypothesis import given
from hypothesis import strategies as st

from matching.text import Span
from recruit.candidates.masking import COVER, Mark, pieces

TEXT = "Ann Lee\nann@example.org\nBuilt retrieval for Ann's team in Python.\n"
_spans = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(lambda ends: Span(min(ends), max(ends)))


def test_a_covered_run_comes_out_as_one_fixed_word() -> None:
    found = pieces(TEXT, within=Span(0, len(TEXT)), masks=[Span(0, 7), Span(8, 23)])
    assert [(each.text, each.masked) for each in found[:4]] == [
        (COVER, True),
        ("\n", False),
        (COVER, True),
        (found[3].text, False),
    ]


def test_a_quote_that_runs_over_a_covered_name_keeps_it_covered_and_its_anchor() -> None:
    start = TEXT.index("for Ann's team")
    name = Span(start + 4, start + 7)
    found = pieces(TEXT, within=Span(0, len(TEXT)), masks=[name], marks=[Mark(Span(start, start + 14), "q1")])
    marked = [each for each in found if each.marked]
    assert [each.text for each in marked] == ["for ", COVER, "'s team"]
    assert marked[0].anchors == ("q1",)


@given(st.lists(_spans, max_size=5), st.lists(_spans, max_size=5), _spans)
def test_nothing_covered_is_ever_shown_and_nothing_else_is_lost(
    masks: list[Span], quotes: list[Span], within: Span
) -> None:
    marks = [Mark(each, f"q{number}") for number, each in enumerate(quotes)]
    found = pieces(TEXT, within=within, masks=masks, marks=marks)
    covered = {place for each in masks for place in range(each.start, each.end)}
    open_text = "".join(TEXT[place] for place in range(within.start, within.end) if place not in covered)
    assert "".join(each.text for each in found if not each.masked) == open_text
    assert all(each.text == COVER for each in found if each.masked)
