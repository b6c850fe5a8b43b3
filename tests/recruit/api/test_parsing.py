"""Bodies that are no posting end in a sentence."""

import json

import pytest

from tests.recruit.api.conftest import ROLE, Caller

pytestmark = pytest.mark.django_db


def test_a_field_that_is_not_read_is_named_in_the_answer(north: Caller) -> None:
    answer = north.post({**ROLE, "salary": "90k", "benefits": []})
    assert answer.status_code == 201
    assert answer.json()["ignored"] == ["benefits", "salary"]


@pytest.mark.parametrize(
    ("body", "status", "slug"),
    [("[" * 200_000, 400, "invalid-json"), (json.dumps({**ROLE, "text": "x" * 3_000_000}), 413, "too-large")],
)
def test_a_body_without_end_is_refused_with_a_sentence(north: Caller, body: str, status: int, slug: str) -> None:
    answer = north.post(body, raw=True)
    assert (answer.status_code, answer["Content-Type"]) == (status, "application/problem+json")
    assert answer.json()["type"].endswith(f"#{slug}")
