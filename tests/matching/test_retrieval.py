"""The shortlist over real PostgreSQL with pgvector: exact and by index, always full, in one order."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid4

import numpy as np
import pytest
from django.contrib.postgres.search import SearchVector
from django.db import connection
from django.db.models import QuerySet, Value
from numpy.typing import NDArray
from pgvector import HalfVector

from matching.embedding import as_stored
from matching.retrieval import Hit, estimate, fuse, lexical, nearest, shortlist
from recruit.candidates.models import Candidate, CandidateVector, Lexeme
from recruit.tenancy.models import Workspace
from recruit.tenancy.scope import workspace_scope

PEOPLE = 60
ASPECTS = ("work", "recent", "skills")

pytestmark = pytest.mark.django_db


def unit(seed: int, rows: int) -> NDArray[np.float32]:
    vectors = np.random.default_rng(seed).normal(size=(rows, 384)).astype(np.float32)
    return as_stored(vectors / np.linalg.norm(vectors, axis=1, keepdims=True))


@pytest.fixture
def workspace() -> Iterator[UUID]:
    room = Workspace.objects.create(slug=f"w{uuid4().hex[:8]}", name="A workspace")
    with workspace_scope(room.id):
        people = [
            Candidate(workspace=room, alias=f"P{number:03d}", email=f"p{number}@example.com")
            for number in range(PEOPLE)
        ]
        Candidate.objects.bulk_create(people)
        vectors = unit(7, PEOPLE * len(ASPECTS))
        CandidateVector.objects.bulk_create(
            CandidateVector(
                workspace=room,
                candidate=person,
                aspect=aspect,
                model="m",
                revision="1",
                numeric_format="fp32",
                embedding=HalfVector(vectors[row * len(ASPECTS) + column]),
            )
            for row, person in enumerate(people)
            for column, aspect in enumerate(ASPECTS)
        )
        for row, person in enumerate(people):
            writing = f"python services {'kubernetes' if row % 5 == 0 else 'gardening'}"
            Lexeme.objects.create(
                workspace=room, candidate=person, document=SearchVector(Value(writing), config="english")
            )
        yield room.id


def vectors_of(workspace: UUID) -> QuerySet[Any]:
    return CandidateVector.objects.filter(workspace_id=workspace)


def in_memory(workspace: UUID, query: NDArray[np.float32]) -> list[UUID]:
    best: dict[UUID, float] = {}
    for key, embedding in vectors_of(workspace).values_list("candidate_id", "embedding"):
        near = float(np.asarray(embedding, dtype=np.float64) @ query.astype(np.float64))
        best[key] = max(best.get(key, -2.0), near)
    return sorted(best, key=lambda key: -best[key])


def test_the_exact_order_equals_the_order_in_memory(workspace: UUID) -> None:
    query = unit(1, 1)[0]

    found = nearest(vectors_of(workspace), vector=query, k=20)

    assert [hit.key for hit in found] == in_memory(workspace, query)[:20]


def test_the_index_brings_a_full_list_and_finds_the_nearest(workspace: UUID) -> None:
    query = unit(2, 1)[0]
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")

    found = nearest(vectors_of(workspace), vector=query, k=20, exact_below=0)

    assert len(found) == 20
    assert len({hit.key for hit in found} & set(in_memory(workspace, query)[:20])) >= 18


def test_the_index_path_walks_the_index(workspace: UUID) -> None:
    asked: list[str] = []

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if "<#>" in sql and not sql.startswith("EXPLAIN"):
            asked.append(context["connection"].ops.compose_sql(sql, params))
        return execute(sql, params, many, context)

    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_sort = off; SET LOCAL enable_bitmapscan = off")
    with connection.execute_wrapper(note):
        nearest(vectors_of(workspace), vector=unit(2, 1)[0], k=5, exact_below=0)
    with connection.cursor() as cursor:
        cursor.execute("EXPLAIN " + asked[0])
        plan = "\n".join(row[0] for row in cursor.fetchall())

    assert "candidate_vector_hnsw" in plan


def test_asking_for_more_than_there_are_brings_everybody_once(workspace: UUID) -> None:
    for exact_below in (0, 10_000):
        found = nearest(vectors_of(workspace), vector=unit(3, 1)[0], k=500, exact_below=exact_below)

        assert len(found) == len({hit.key for hit in found}) == PEOPLE


def test_another_workspace_is_never_found(workspace: UUID) -> None:
    assert nearest(vectors_of(uuid4()), vector=unit(3, 1)[0], k=5) == []


def test_a_filtered_list_is_full_too(workspace: UUID) -> None:
    some = list(Candidate.objects.values_list("id", flat=True)[:15])
    rows = vectors_of(workspace).filter(candidate_id__in=some)

    found = nearest(rows, vector=unit(4, 1)[0], k=10, exact_below=0)

    assert len(found) == 10
    assert {hit.key for hit in found} <= set(some)


def test_the_lexical_leg_finds_those_who_hold_every_word(workspace: UUID) -> None:
    found = lexical(Lexeme.objects.filter(workspace_id=workspace), words=["python", "kubernetes"], k=50)

    assert len(found) == PEOPLE / 5
    assert all(hit.score > 0 for hit in found)


def test_the_lexical_leg_ranks_only_within_when_the_words_are_too_common(workspace: UUID) -> None:
    some = list(Candidate.objects.values_list("id", flat=True)[:7])
    rows = Lexeme.objects.filter(workspace_id=workspace)

    found = lexical(rows, words=["python"], k=50, within=some, bound=-1)

    assert {hit.key for hit in found} == set(some)


def test_words_of_any_spelling_are_safe(workspace: UUID) -> None:
    rows = Lexeme.objects.filter(workspace_id=workspace)

    assert lexical(rows, words=["'; DROP TABLE x; --", "c++", "  "], k=5) == []


def test_the_shortlist_lifts_those_who_stand_in_both_legs(workspace: UUID) -> None:
    query = unit(5, 1)[0]
    lexemes = Lexeme.objects.filter(workspace_id=workspace)
    holders = {hit.key for hit in lexical(lexemes, words=["kubernetes"], k=60)}

    dense = [hit.key for hit in shortlist(vectors_of(workspace), vector=query, k=60)]
    both = [hit.key for hit in shortlist(vectors_of(workspace), lexemes, vector=query, words=["kubernetes"], k=60)]

    assert set(both) == set(dense)
    assert sum(map(both.index, holders)) < sum(map(dense.index, holders))


def test_the_same_query_gives_the_same_list(workspace: UUID) -> None:
    lexemes = Lexeme.objects.filter(workspace_id=workspace)
    lists = [shortlist(vectors_of(workspace), lexemes, vector=unit(6, 1)[0], words=["python"], k=30) for _ in range(5)]

    assert all(each == lists[0] for each in lists)


def test_the_estimate_reads_no_row(workspace: UUID) -> None:
    assert estimate(vectors_of(workspace)) >= 0


def test_fusion_by_hand() -> None:
    found = fuse(([Hit("a", 9.0), Hit("b", 8.0)], [Hit("b", 1.0)]))

    assert found == [Hit("b", 1 / 62 + 1 / 61), Hit("a", 1 / 61)]


def test_a_leg_of_weight_zero_orders_nothing_but_hides_nobody() -> None:
    found = fuse(([Hit("a", 9.0), Hit("b", 8.0)], [Hit("c", 1.0)]), weights=(1.0, 0.0))

    assert [hit.key for hit in found] == ["a", "b", "c"]
