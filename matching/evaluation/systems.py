"""The systems that are compared on a task of texts: ours beside BM25, plain MiniLM and their fusion."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from matching.embedding import Encoder, embed_once
from matching.embedding.encoder import Vectors
from matching.embedding.reuse import digest_of
from matching.evaluation.bm25 import Bm25
from matching.evaluation.trec import Task

Rankings = dict[str, list[tuple[str, float]]]
DEPTH = 1_000
_FUSED_DEPTH = 200
_CONSTANT = 60


def embedded(task: Task, *, encoder: Encoder) -> dict[str, Vectors]:
    """The vectors of the corpus and of the judged queries, by digest. Raises ModelUnavailable."""
    return embed_once(encoder, [*task.corpus.values(), *(task.queries[each] for each in judged_queries(task))])


def dense(task: Task, *, vectors: Mapping[str, Vectors], depth: int = DEPTH) -> Rankings:
    """Rank the corpus for each judged query by cosine."""
    ids = sorted(task.corpus)
    queries = judged_queries(task)
    matrix = np.stack([vectors[digest_of(task.corpus[each])] for each in ids])
    return {query: top(matrix @ vectors[digest_of(task.queries[query])], ids, depth=depth) for query in queries}


def bm25(task: Task, *, depth: int = DEPTH) -> Rankings:
    """Rank the corpus for each judged query by BM25; documents that share no word follow by id."""
    ids = sorted(task.corpus)
    index = Bm25([task.corpus[each] for each in ids])
    return {
        query: top(index.scores(task.queries[query]), ids, depth=depth, above=0.0) for query in judged_queries(task)
    }


def rrf(*systems: Rankings, depth: int = DEPTH) -> Rankings:
    """Reciprocal rank fusion of the first 200 of each system."""
    found: Rankings = {}
    for query in systems[0]:
        scores: dict[str, float] = {}
        for system in systems:
            for rank, (document, _) in enumerate(system[query][:_FUSED_DEPTH], start=1):
                scores[document] = scores.get(document, 0.0) + 1.0 / (_CONSTANT + rank)
        found[query] = sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))[:depth]
    return found


def judged_queries(task: Task) -> list[str]:
    """The queries that have a relevant document, in order of id."""
    return sorted(each for each, judged in task.qrels.items() if each in task.queries and any(judged.values()))


def names_of(rankings: Mapping[str, Sequence[tuple[str, float]]]) -> dict[str, list[str]]:
    """The rankings without their scores."""
    return {query: [document for document, _ in ranking] for query, ranking in rankings.items()}


def top(
    scores: NDArray[np.float32] | NDArray[np.float64], ids: Sequence[str], *, depth: int, above: float | None = None
) -> list[tuple[str, float]]:
    """The `depth` best documents with their scores, ties by id; only those `above` a score, if one is given."""
    order = np.argsort(-scores, kind="stable")[:depth]
    return [(ids[row], float(scores[row])) for row in order if above is None or scores[row] > above]
