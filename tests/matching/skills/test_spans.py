"""Knowledge is marked where it stands; conduct and titles are left out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.skills.spans import knowledge_spans


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Docker, Kubernetes and fluent English", ["Docker", "Kubernetes", "English"]),
        ("a React developer who knows SQL", ["SQL"]),
        ("good communication and leadership", []),
        ("Software Engineer with machine learning", ["machine learning"]),
        ("", []),
    ],
)
def test_these_stretches_name_knowledge(text: str, marked: list[str]) -> None:
    assert [text[start:end] for start, end in knowledge_spans(text)] == marked


@given(st.text(max_size=200))
def test_spans_stand_in_order_inside_any_text(text: str) -> None:
    last = 0
    for start, end in knowledge_spans(text):
        assert last <= start < end <= len(text)
        last = end
