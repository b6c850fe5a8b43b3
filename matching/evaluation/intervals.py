"""How sure a figure is: bootstrap intervals over queries, and of the difference of two systems on the same queries."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

ROUNDS = 2_000
_SEED = 20_260


@dataclass(frozen=True, slots=True)
class Interval:
    """A mean and the 95 % interval around it."""

    value: float
    low: float
    high: float


def interval(values: Sequence[float], *, rounds: int = ROUNDS, seed: int = _SEED) -> Interval:
    """Mean of one value a query with its percentile bootstrap interval; the same seed gives the same interval."""
    if not values:
        return Interval(0.0, 0.0, 0.0)
    sample = np.asarray(values, dtype=np.float64)
    rows = np.random.default_rng(seed).integers(0, len(sample), size=(rounds, len(sample)))
    low, high = np.percentile(sample[rows].mean(axis=1), [2.5, 97.5])
    return Interval(float(sample.mean()), float(low), float(high))


def paired(ours: Sequence[float], theirs: Sequence[float], *, rounds: int = ROUNDS, seed: int = _SEED) -> Interval:
    """Mean of ours minus theirs over the same queries, resampled together. Raises ValueError on unequal lengths."""
    return interval([a - b for a, b in zip(ours, theirs, strict=True)], rounds=rounds, seed=seed)


def ratio(parts: Sequence[tuple[float, float]], *, rounds: int = ROUNDS, seed: int = _SEED) -> Interval:
    """A ratio of sums such as precision or F1, one (hits, of) a document, with the interval over documents."""
    value, drawn = _ratios(parts, rounds=rounds, seed=seed)
    low, high = np.percentile(drawn, [2.5, 97.5])
    return Interval(value, float(low), float(high))


def ratio_difference(
    ours: Sequence[tuple[float, float]],
    theirs: Sequence[tuple[float, float]],
    *,
    rounds: int = ROUNDS,
    seed: int = _SEED,
) -> Interval:
    """Our ratio minus theirs over the same documents, resampled together."""
    value, drawn = _ratios(ours, rounds=rounds, seed=seed)
    other, others = _ratios(theirs, rounds=rounds, seed=seed)
    low, high = np.percentile(drawn - others, [2.5, 97.5])
    return Interval(value - other, float(low), float(high))


def _ratios(parts: Sequence[tuple[float, float]], *, rounds: int, seed: int) -> tuple[float, NDArray[np.float64]]:
    """The ratio of the sums, and that of each resample; a ratio of nothing is 1 (nothing asked, nothing wrong)."""
    if not parts:
        return 0.0, np.zeros(rounds)
    sample = np.asarray(parts, dtype=np.float64)
    rows = np.random.default_rng(seed).integers(0, len(sample), size=(rounds, len(sample)))
    sums = np.stack([sample[each].sum(axis=0) for each in rows])
    drawn = np.divide(sums[:, 0], sums[:, 1], out=np.ones(rounds), where=sums[:, 1] > 0)
    hits, of = sample.sum(axis=0)
    return float(hits / of) if of else 1.0, drawn
