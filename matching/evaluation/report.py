"""One task, several systems: figures with intervals, and paired differences of ours against each baseline."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from matching.embedding import Encoder
from matching.evaluation import metrics
from matching.evaluation.intervals import Interval, interval, paired
from matching.evaluation.linking import linked
from matching.evaluation.metrics import Judgements
from matching.evaluation.systems import Rankings, bm25, dense, embedded, judged_queries, names_of, rrf
from matching.evaluation.trec import Task

Metric = Callable[[Sequence[str], Judgements], float]

METRICS: Mapping[str, Metric] = {
    "ndcg@10": lambda ranking, judged: metrics.ndcg(ranking, judged, k=10),
    "map": metrics.average_precision,
    "mrr": metrics.reciprocal_rank,
    "recall@10": lambda ranking, judged: metrics.recall(ranking, judged, k=10),
    "rp@5": lambda ranking, judged: metrics.r_precision(ranking, judged, k=5),
    "rp@10": lambda ranking, judged: metrics.r_precision(ranking, judged, k=10),
    "hit@10": lambda ranking, judged: metrics.hit(ranking, judged, k=10),
}

OURS = "strata"
_BY_MEANING = frozenset({"titles", "esco"})
"""Short titles rank by meaning alone (SCIENCE.md); sentences are linked window by window."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Ours minus one baseline on one metric, over the same queries."""

    metric: str
    against: str
    interval: Interval


@dataclass(frozen=True, slots=True)
class Report:
    """The figures of one task: systems by name, metrics by name, and the paired differences."""

    task: str
    n: int
    systems: Mapping[str, Mapping[str, Interval]]
    differences: tuple[Difference, ...]
    rankings: Mapping[str, Rankings]


def evaluate_texts(task: Task, *, name: str, encoder: Encoder) -> Report:
    """Rank the corpus with every system and measure. `name` is titles, esco or skills. Raises ModelUnavailable."""
    vectors = embedded(task, encoder=encoder)
    lexical, meaning = bm25(task), dense(task, vectors=vectors)
    legs = {"bm25": lexical, "minilm": meaning, "rrf": rrf(meaning, lexical)}
    ours = meaning if name in _BY_MEANING else linked(task, encoder=encoder, known=vectors)
    rankings = {OURS: ours, **legs}
    values = {system: _values(task, each) for system, each in rankings.items()}
    return Report(
        task=name,
        n=len(judged_queries(task)),
        systems={
            system: {metric: interval(each) for metric, each in by_metric.items()}
            for system, by_metric in values.items()
        },
        differences=tuple(
            Difference(metric, system, paired(values[OURS][metric], values[system][metric]))
            for metric in METRICS
            for system in legs
        ),
        rankings=rankings,
    )


def _values(task: Task, rankings: Rankings) -> dict[str, list[float]]:
    named = names_of(rankings)
    return {
        metric: [measure(named[query], task.qrels[query]) for query in judged_queries(task)]
        for metric, measure in METRICS.items()
    }
