"""HTML keeps its shape as text: headings, bullets and bold lines, however often it was escaped."""

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.requirements.markup import text_of

PAGE = "<p>Intro</p><h2>Requirements</h2><ul><li>Go</li><li>R &amp; D</li></ul>"


@pytest.mark.parametrize("times", [0, 1, 2, 3])
def test_html_reads_the_same_however_often_it_was_escaped(times: int) -> None:
    content = PAGE
    for _ in range(times):
        content = html.escape(content)
    assert text_of(content) == "Intro\n\n## Requirements\n- Go\n- R & D"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<p><strong>About you</strong></p><p>You write.</p>", "## About you\n\nYou write."),
        ("<p><b>Bold</b> and not</p>", "Bold and not"),
        ("<p>• Go<br>• Rust</p>", "- Go\n- Rust"),
        ("<ul><li><p>Go</p></li></ul>", "- Go"),
        ("<ul><li>Languages<ul><li>Go</li></ul></li></ul>", "Languages:\n- Go"),
        ("<style>p{}</style><p>Shown</p><script>x()</script>", "Shown"),
        ("Plain &amp; simple", "Plain & simple"),
        ("a < b and b > c", "a < b and b > c"),
        ("", ""),
    ],
)
def test_a_piece_of_html_becomes_this_text(content: str, text: str) -> None:
    assert text_of(content) == text


@given(st.text(alphabet="<>/&;pulih1 ab-•\n\"'=", max_size=200))
def test_any_markup_gives_text_without_an_error(content: str) -> None:
    text_of(content)
