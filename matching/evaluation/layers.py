"""How good the layer classifier is: macro-F1, calibration, and accuracy where it does not abstain.

The figure that counts is macro-F1 over L1, L2, L3 and none (SCIENCE.md): a cross-layer answer for one of those is
an error, but cross-layer postings are too few to be averaged as a fifth class.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matching.layers import STACK, Layer

Floats = NDArray[np.float64]

AVERAGED: tuple[Layer, ...] = (*STACK, Layer.NONE)
_BINS = 10
_DRAWS = 2000


@dataclass(frozen=True, slots=True)
class Answer:
    """One document: the true layer, the answered one, the probability given to it, and whether it abstained."""

    truth: Layer
    answered: Layer
    confidence: float
    abstained: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure and its 95 % interval."""

    value: float
    low: float
    high: float


def macro_f1(answers: Sequence[Answer], *, layers: Sequence[Layer] = AVERAGED) -> float:
    """Mean F1 over `layers`; abstentions count by their first answer."""
    scores = []
    for layer in layers:
        hit = sum(each.truth is layer and each.answered is layer for each in answers)
        either = sum((each.truth is layer) + (each.answered is layer) for each in answers)
        scores.append(2 * hit / either if either else 0.0)
    return float(np.mean(scores))


def calibration_error(answers: Sequence[Answer], *, bins: int = _BINS) -> float:
    """Expected calibration error of the answered probability over `bins` bins of equal width, in [0, 1]."""
    confidence = np.array([each.confidence for each in answers])
    right = np.array([each.truth is each.answered for each in answers], dtype=np.float64)
    place = np.minimum((confidence * bins).astype(int), bins - 1)
    gaps = [
        abs(float(confidence[place == k].mean() - right[place == k].mean())) * float((place == k).mean())
        for k in range(bins)
        if (place == k).any()
    ]
    return float(sum(gaps))


def with_interval(answers: Sequence[Answer], *, layers: Sequence[Layer] = AVERAGED, seed: int = 20) -> Figure:
    """Macro-F1 with the 95 % interval of a bootstrap over documents."""
    draw = np.random.default_rng(seed)
    values = [
        macro_f1([answers[i] for i in draw.integers(0, len(answers), len(answers))], layers=layers)
        for _ in range(_DRAWS)
    ]
    low, high = np.percentile(values, [2.5, 97.5])
    return Figure(macro_f1(answers, layers=layers), float(low), float(high))


def summary(answers: Sequence[Answer]) -> dict[str, float]:
    """All figures of one set of answers, rounded to three digits, for a model card or a report."""
    decided = [each for each in answers if not each.abstained]
    f1 = with_interval(answers)
    figures = {
        "n": float(len(answers)),
        "f1_macro": f1.value,
        "f1_macro_low": f1.low,
        "f1_macro_high": f1.high,
        "f1_cross_layer": macro_f1(answers, layers=(Layer.CROSS_LAYER,)),
        "ece": calibration_error(answers),
        "accuracy": float(np.mean([each.truth is each.answered for each in answers])),
        "coverage": len(decided) / len(answers),
        "accuracy_when_decided": float(np.mean([each.truth is each.answered for each in decided])) if decided else 0.0,
    }
    return {name: round(value, 3) for name, value in figures.items()}
