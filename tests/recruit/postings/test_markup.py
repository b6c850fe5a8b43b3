"""An ad that came as HTML is kept as text; Markdown and plain text stay as they are."""

import html

import pytest

from recruit.postings.markup import as_text

PAGE = (
    "<h2>Requirements</h2><ul><li onclick='steal()'>3 years of <b>Python</b></li><li>CUDA</li></ul>"
    "<script>steal()</script><p><a href='javascript:steal()'>Apply</a><!-- hidden --></p>"
)


@pytest.mark.parametrize("given", [PAGE, html.escape(PAGE), html.escape(html.escape(PAGE))])
def test_html_becomes_text_that_keeps_its_shape(given: str) -> None:
    assert as_text(given) == "## Requirements\n- 3 years of Python\n- CUDA\n\nApply"


@pytest.mark.parametrize(
    "given",
    [
        "## Requirements\n- Go<br>\n- Rust\n- See <https://jobs.example>",
        "a < b and b > c",
        "Plain words &amp; no tags\nin two lines",
        "C++ (std::vector<int>)",
        "Ask <name> for AT&amp;T",
    ],
)
def test_anything_else_stays_as_it_is(given: str) -> None:
    assert as_text(given) == given


@pytest.mark.parametrize("given", ["<p>" + "<!--" * 15_000, "<p>" + "<?" * 29_000, "<p>" + "</" * 29_000])
def test_what_opens_and_never_closes_is_text_or_nothing(given: str) -> None:
    assert as_text(given) in ("", given.removeprefix("<p>"))
