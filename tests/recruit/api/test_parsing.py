"""Bodies that are no posting end in a sentence."""

import json
import re
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone

from recruit.matches import decide
from recruit.matches.models import Match, Standing
from recruit.postings.models import Posting
from recruit.tenancy.scope import workspace_scope
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


@pytest.mark.parametrize("headers", [{}, {"Idempotency_Key": "one"}])
@pytest.mark.parametrize("name", ["\ud800", "\u0000", "x" * 5_000])
def test_a_field_of_any_name_is_named_and_breaks_nothing(north: Caller, name: str, headers: dict[str, str]) -> None:
    answer = north.post({**ROLE, name: 1}, **headers)
    assert answer.status_code == 201
    assert len(answer.json()["ignored"]) == 1


@pytest.mark.parametrize(
    ("path", "status", "slug"),
    [
        ("/api/v1/postings?cursor=00000000-0000-0000-0000-000000000001", 400, "bad-cursor"),
        ("/api/v1/postings/{posting}/matches?run=%C2%B2", 404, "no-such-run"),
        ("/api/v1/postings/{posting}/matches?run=99999999999999999999", 404, "no-such-run"),
    ],
)
def test_odd_words_in_an_address_are_refused_by_name(
    north: Caller, ranked: Posting, path: str, status: int, slug: str
) -> None:
    answer = north.get(path.format(posting=ranked.pk))
    assert (answer.status_code, answer.json()["type"]) == (status, f"/api/v1/problems#{slug}")


def test_the_page_of_problems_names_every_kind_that_the_api_answers_with() -> None:
    page = Client().get("/api/v1/problems").content.decode()
    code = "".join(each.read_text() for each in [*Path("recruit/api").glob("*.py"), Path("recruit/postings/intake.py")])
    named = set(re.findall(r"(?:DomainError|problem)\(\s*(?:request, )?\"([a-z-]+)\"", code))
    assert len(named) > 10
    assert [slug for slug in named if f'id="{slug}"' not in page] == []


def test_a_title_stands_in_one_line(north: Caller) -> None:
    answer = north.post({**ROLE, "title": "Agent\r\nBcc: evil@x.example\n\n engineer"})
    assert answer.json()["title"] == "Agent Bcc: evil@x.example engineer"


def test_closing_twice_is_no_conflict(north: Caller, ranked: Posting) -> None:
    assert [north.delete(f"/api/v1/postings/{ranked.pk}").status_code for _ in range(2)] == [204, 204]


def test_the_rounded_parts_of_a_score_add_up(north: Caller, ranked: Posting) -> None:
    with workspace_scope(north.workspace.pk):
        Match.objects.update(score=0.942857, parts={"musts": 0.8, "nices": 0.14285})
        for each in Match.objects.all():
            decide.standing_of(each)
        Standing.objects.update(released_at=timezone.now())
    rows = north.get(f"/api/v1/postings/{ranked.pk}/matches").json()["matches"]
    assert rows
    assert all(round(sum(row["parts"].values()), 4) == row["score"] for row in rows)
