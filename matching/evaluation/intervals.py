"""How sure a figure is: bootstrap intervals over queries, and of the difference of two systems on the same queries."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

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
