"""The shortlist over a database: a dense leg, a lexical leg, their fusion. The only module that speaks SQL.

It ranks *any* queryset that has the needed columns and knows no model: the caller brings rows that are already
filtered by workspace and visibility, and says which column holds the vector, the words and the key.

Decisions, with the figures behind them in PERFORMANCE.md. Below about ten thousand estimated matches the dense leg
is exact (adding 0 to the distance keeps the planner from the index); above, it walks the HNSW index with iterative
scan and `ef_search` of at least twice what is asked, since the default of 40 silently cuts a top 50. When the index
brings fewer rows than it should, the exact path answers instead: a list is always full. The lexical leg ranks only
rows that hold every word, or those that the dense leg found, because ranking costs microseconds for each match.
Both legs go deeper than the answer, so that words can lift whom the dense leg alone would have cut.
Reciprocal rank fusion joins them: it needs no scale, and its weights are set for each task by evaluation.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from json import loads
from operator import and_, or_
from typing import Any

import numpy as np
from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db import connections, transaction
from django.db.models import F, FloatField, Max, Min, Q, QuerySet, Value
from django.db.models.expressions import Combinable
from numpy.typing import NDArray
from pgvector import HalfVector
from pgvector.django import MaxInnerProduct

EXACT_BELOW = 10_000
LEXICAL_BOUND = 5_000
_CONSTANT = 60
_EF_MOST = 1_000
_ASPECTS = 3
_DEPTH = 4

Rows = QuerySet[Any, Any]
Vector = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Hit:
    """A key of the caller's rows with its score in one leg or in the fusion; higher is better."""

    key: Any
    score: float


def shortlist(
    vectors: Rows,
    lexemes: Rows | None = None,
    *,
    vector: Vector,
    words: Sequence[str] = (),
    k: int = 200,
    key: str = "candidate_id",
    embedding: str = "embedding",
    document: str = "document",
    weights: tuple[float, float] = (1.0, 0.5),
    exact_below: int = EXACT_BELOW,
    depth: int = _DEPTH,
) -> list[Hit]:
    """The `k` nearest keys (all, when there are fewer), best first, ties by key; the legs go `depth` times as deep.

    `vectors` are rows with a halfvec column of the vector's width, one or more for each key; `lexemes` rows with a
    tsvector column. Both carry their workspace predicate. `vector` has shape (dimensions,) and length 1.
    """
    reach = k * depth if lexemes is not None and words else k
    dense = nearest(vectors, vector=vector, k=reach, key=key, embedding=embedding, exact_below=exact_below)
    if lexemes is None or not words:
        return dense[:k]
    found = lexical(lexemes, words=words, k=reach, key=key, document=document, within=[each.key for each in dense])
    return fuse((dense, found), weights=weights)[:k]


def nearest(
    rows: Rows,
    *,
    vector: Vector,
    k: int,
    key: str = "candidate_id",
    embedding: str = "embedding",
    exact_below: int = EXACT_BELOW,
) -> list[Hit]:
    """The dense leg: the best inner product of each key, exact or by index as the number of matches asks."""
    if k <= 0:
        return []
    distance = MaxInnerProduct(embedding, HalfVector(vector))
    if estimate(rows) < exact_below:
        return _exact(rows, distance=distance, k=k, key=key)
    found = _by_index(rows, distance=distance, k=k, key=key)
    return found if len(found) == k else _exact(rows, distance=distance, k=k, key=key)


def estimate(rows: Rows) -> int:
    """How many rows the planner expects, from EXPLAIN: no row is read."""
    plan = loads(rows.order_by().explain(format="json"))
    return int(plan[0]["Plan"]["Plan Rows"])


def _exact(rows: Rows, *, distance: Combinable, k: int, key: str) -> list[Hit]:
    kept_from_index = Value(0.0, output_field=FloatField()) + distance
    found = rows.order_by().values(key).annotate(near=Min(kept_from_index)).order_by("near", key)
    return [Hit(each[key], -float(each["near"])) for each in found[:k]]


def _by_index(rows: Rows, *, distance: Combinable, k: int, key: str) -> list[Hit]:
    fetch = k * _ASPECTS
    with transaction.atomic(using=rows.db):
        with connections[rows.db].cursor() as cursor:
            cursor.execute("SELECT set_config('hnsw.ef_search', %s, true)", [str(min(_EF_MOST, 2 * fetch))])
            cursor.execute("SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true)")
            cursor.execute("SELECT set_config('hnsw.max_scan_tuples', '100000', true)")
        found = list(rows.order_by().annotate(near=distance).order_by("near").values_list(key, "near")[:fetch])
    best: dict[Any, float] = {}
    for each, near in found:
        best[each] = max(best.get(each, float("-inf")), -float(near))
    return _ordered(best)[:k]


def lexical(
    rows: Rows,
    *,
    words: Sequence[str],
    k: int,
    key: str = "candidate_id",
    document: str = "document",
    within: Collection[Any] = (),
    config: str = "english",
    bound: int = LEXICAL_BOUND,
) -> list[Hit]:
    """The lexical leg: rows with all `words`, when those are not too many, and those of `within`, by ts_rank_cd."""
    queries = [SearchQuery(each, config=config) for each in dict.fromkeys(words) if each.strip()]
    if not queries or k <= 0:
        return []
    every, some = reduce(and_, queries), reduce(or_, queries)
    holding = Q(**{document: every})
    chosen = Q(**{f"{key}__in": list(within)}) & Q(**{document: some})
    if estimate(rows.filter(holding)) <= bound:
        chosen |= holding
    rank = SearchRank(F(document), some, cover_density=True)
    found = rows.filter(chosen).order_by().values(key).annotate(rank=Max(rank)).order_by("-rank", key)
    return [Hit(each[key], float(each["rank"])) for each in found[:k]]


def fuse(
    legs: Iterable[Sequence[Hit]], *, weights: Sequence[float] | None = None, constant: int = _CONSTANT
) -> list[Hit]:
    """Reciprocal rank fusion: each leg gives weight / (constant + rank). Every key of every leg is in the answer."""
    legs = list(legs)
    scores: dict[Any, float] = {}
    for leg, weight in zip(legs, weights or [1.0] * len(legs), strict=True):
        for rank, hit in enumerate(leg, start=1):
            scores[hit.key] = scores.get(hit.key, 0.0) + weight / (constant + rank)
    return _ordered(scores)


def _ordered(scores: dict[Any, float]) -> list[Hit]:
    return [Hit(key, score) for key, score in sorted(scores.items(), key=lambda pair: (-pair[1], str(pair[0])))]
