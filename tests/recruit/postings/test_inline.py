"""The runs of a line: what is shown, where it stands in the ad, and what is only markup."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruit.postings.inline import plainly, runs_of


def _styled(text: str) -> list[tuple[str, str]]:
    return [(each.text, " ".join(sorted(each.styles))) for each in runs_of(text, 0, len(text))]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Ship **Python** and `Go`", "Ship Python and Go"),
        ("*Lead* the __team__ of ~~six~~ seven", "Lead the team of six seven"),
        ('[Apply here](https://jobs.example/1 "now") or ![logo](https://evil.example/x.png)', "Apply here or logo"),
        ("See <https://jobs.example/1>", "See https://jobs.example/1"),
        ("R&amp;D &lt;b&gt; 3&nbsp;years", "R&D <b> 3 years"),
        ("snake_case_name and 5 * 3 * 2", "snake_case_name and 5 * 3 * 2"),
        ("std::vector<int>, a < b and b > c, C#", "std::vector<int>, a < b and b > c, C#"),
        ("**never closed", "**never closed"),
        (r"\*literally\*", "*literally*"),
        ("<b>Python</b><!-- secret --> <i>now</i>", "Python now"),
        ("[click](javascript:alert)", "click"),
    ],
)
def test_words_are_shown_without_the_signs_of_their_markup(written: str, shown: str) -> None:
    assert plainly(written) == shown


def test_styles_begin_and_end_where_they_are_written() -> None:
    assert _styled("a **b *c* d** e") == [
        ("a ", ""),
        ("b ", "strong"),
        ("c", "emphasis strong"),
        (" d", "strong"),
        (" e", ""),
    ]


def test_only_addresses_of_the_web_and_of_mail_are_told() -> None:
    text = "[a](https://x.example) [b](javascript:alert) [c](data:text/html,x) ![d](https://x.example/y.png)"
    assert {each.text: each.address for each in runs_of(text, 0, len(text)) if each.text.strip()} == {
        "a": "https://x.example",
        "b": "",
        "c": "",
        "d": "",
    }


@given(st.text(alphabet="ab *_`~[]()<>!&;\\/#:\n", max_size=120), st.integers(0, 20))
def test_each_run_stands_where_it_says_and_none_overlaps_another(text: str, start: int) -> None:
    start = min(start, len(text))
    at = start
    for run in runs_of(text, start, len(text)):
        assert at <= run.start < run.end <= len(text)
        at = run.end
        if len(run.text) == run.end - run.start and run.text != "\n":
            assert text[run.start : run.end] == run.text
