"""Metrics of rankings and of labels, each a plain function whose value can be worked out by hand.

A ranking is a sequence of document ids, best first, without repeats; judgements map a document id to a gain (0 or
absent: not relevant). A query without a relevant document is left out by the caller.
"""

from collections.abc import Mapping, Sequence
from math import log2

Judgements = Mapping[str, float]


def ndcg(ranking: Sequence[str], judged: Judgements, *, k: int = 10) -> float:
    """Normalised discounted cumulative gain at `k`, linear gains, discount log2(rank + 1)."""
    best = sorted((gain for gain in judged.values() if gain > 0), reverse=True)[:k]
    ideal = sum(gain / log2(rank + 1) for rank, gain in enumerate(best, start=1))
    found = sum(max(0.0, judged.get(each, 0.0)) / log2(rank + 1) for rank, each in enumerate(ranking[:k], start=1))
    return found / ideal if ideal else 0.0


def average_precision(ranking: Sequence[str], judged: Judgements) -> float:
    """Mean of the precision at each relevant document; those that are missing count 0. Its mean is MAP."""
    relevant = _relevant(judged)
    hits, total = 0, 0.0
    for rank, each in enumerate(ranking, start=1):
        if each in relevant:
            hits += 1
            total += hits / rank
    return total / len(relevant) if relevant else 0.0


def reciprocal_rank(ranking: Sequence[str], judged: Judgements) -> float:
    """1 over the rank of the first relevant document, 0 when there is none. Its mean is MRR."""
    relevant = _relevant(judged)
    return next((1.0 / rank for rank, each in enumerate(ranking, start=1) if each in relevant), 0.0)


def recall(ranking: Sequence[str], judged: Judgements, *, k: int) -> float:
    """Share of the relevant documents among the first `k`."""
    relevant = _relevant(judged)
    return len(relevant & set(ranking[:k])) / len(relevant) if relevant else 0.0


def hit(ranking: Sequence[str], judged: Judgements, *, k: int) -> float:
    """1 when any relevant document stands among the first `k`, else 0."""
    return float(bool(_relevant(judged) & set(ranking[:k])))


def r_precision(ranking: Sequence[str], judged: Judgements, *, k: int) -> float:
    """Relevant documents among the first `k` over the most there could be, min(k, relevant): RP@k."""
    relevant = _relevant(judged)
    possible = min(k, len(relevant))
    return len(relevant & set(ranking[:k])) / possible if possible else 0.0


def f1_macro(pairs: Sequence[tuple[frozenset[str], frozenset[str]]], *, labels: Sequence[str]) -> float:
    """Mean over `labels` of the F1 of (expected, found) label sets; a label that is never expected or found is 1."""
    return sum(_f1(pairs, label) for label in labels) / len(labels) if labels else 0.0


def _f1(pairs: Sequence[tuple[frozenset[str], frozenset[str]]], label: str) -> float:
    both = sum(label in expected and label in found for expected, found in pairs)
    either = sum((label in expected) + (label in found) for expected, found in pairs)
    return 2 * both / either if either else 1.0


def ece(pairs: Sequence[tuple[float, bool]], *, bins: int = 10) -> float:
    """Expected calibration error of (probability, was it so): mean gap by equal bins, weighted by their size."""
    filled: dict[int, list[tuple[float, bool]]] = {}
    for probability, was in pairs:
        filled.setdefault(min(bins - 1, int(probability * bins)), []).append((probability, was))
    gaps = (abs(sum(probability for probability, _ in each) - sum(was for _, was in each)) for each in filled.values())
    return sum(gaps) / len(pairs) if pairs else 0.0


def _relevant(judged: Judgements) -> set[str]:
    return {each for each, gain in judged.items() if gain > 0}
