"""Verdicts to a score, by code: parts that add up, the same for the same input, every time.

Decisions. `musts` and `nices` are weighted means of strengths times what each part may contribute; `layer` and
`seniority` are the two fits. A part that a role cannot give (no nice-to-haves, no layer) hands its weight to the
others in proportion, so that every role's best score is 1. An `avoid` that is shown takes up to .15 off. When musts
are not shown, the sum is held under a ceiling (.9 minus half their share) by shrinking it, not by cutting it off:
people under one ceiling keep their order, and nobody is hidden. The part `cap` is what that took away.

All of it is elementwise arithmetic in a fixed order (no matrix product, whose last digits depend on its size), for
one person and for ten thousand alike, so a score alone and a score in a list are equal.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matching.ranking.fit import Fits, fits
from matching.values import Evidence, LayerReading, Priority, Profile, Requirement, Role, Score, Verdict, Weights

Column = NDArray[np.float64]
"""Shape (people,)."""

PARTS = ("musts", "nices", "layer", "seniority", "avoid", "cap")
AVOID = 0.15
CEILING, CEILING_SLOPE = 0.90, 0.50
SHOWN = frozenset({Verdict.MET, Verdict.PARTLY})


@dataclass(frozen=True, slots=True)
class Scores:
    """Scores of many people for one role: `totals` and each part of shape (people,), `capped` likewise."""

    totals: Column
    parts: Mapping[str, Column]
    capped: NDArray[np.bool_]

    def one(self, row: int) -> Score:
        """The score of one person."""
        parts = {name: float(self.parts[name][row]) for name in PARTS}
        return Score(float(self.totals[row]), parts, capped=bool(self.capped[row]))


def score(
    role: Role,
    evidence: Sequence[Evidence],
    *,
    role_layers: LayerReading,
    person_layers: LayerReading,
    profile: Profile,
    weights: Weights,
) -> Score:
    """The fit of one person in [0, 1] with its parts. `evidence` holds one cell for each requirement, in order."""
    found = fits(role, role_layers=role_layers, person_layers=person_layers, profile=profile)
    return score_from_fits(role.requirements, evidence, fits=found, weights=weights)


def score_from_fits(
    requirements: Sequence[Requirement], evidence: Sequence[Evidence], *, fits: Fits, weights: Weights
) -> Score:
    """The same score from stored verdicts and fits: neither text nor vectors are needed."""
    strengths = np.array([[each.strength for each in evidence]], dtype=np.float64).reshape(1, -1)
    shown = np.array([[each.verdict in SHOWN for each in evidence]], dtype=np.bool_).reshape(1, -1)
    return rescore(
        requirements,
        strengths=strengths,
        shown=shown,
        layer=_one(fits.layer),
        seniority=_one(fits.seniority),
        weights=weights,
    ).one(0)


def rescore(
    requirements: Sequence[Requirement],
    *,
    strengths: NDArray[np.float64],
    shown: NDArray[np.bool_],
    layer: Column | None,
    seniority: Column | None,
    weights: Weights,
) -> Scores:
    """Scores of many people from stored strengths and verdicts.

    `strengths` and `shown` (verdict met or partly) have shape (people, requirements); `layer` and `seniority` are
    fits of shape (people,), or None where the role asks nothing. Raises ValueError when the shapes disagree.
    """
    if strengths.shape != shown.shape or strengths.shape[1] != len(requirements):
        raise ValueError(f"{strengths.shape} strengths do not fit {len(requirements)} requirements.")
    people = strengths.shape[0]
    zero = np.zeros(people, dtype=np.float64)
    musts = _columns(requirements, Priority.MUST, weights=weights)
    nices = _columns(requirements, Priority.NICE, weights=weights)
    share = _shares(weights, musts=bool(musts), nices=bool(nices), layer=layer, seniority=seniority)
    parts = {
        "musts": share["musts"] * _mean(strengths, musts, weights=weights),
        "nices": share["nices"] * _mean(strengths, nices, weights=weights),
        "layer": share["layer"] * (zero if layer is None else layer),
        "seniority": share["seniority"] * (zero if seniority is None else seniority),
    }
    fit = parts["musts"] + parts["nices"] + parts["layer"] + parts["seniority"]
    parts["avoid"] = -np.minimum(fit, AVOID * _avoided(strengths, shown, requirements, weights=weights))
    missing = _mean(1.0 - shown.astype(np.float64), musts, weights=weights)
    kept = fit + parts["avoid"]
    capped = missing > 0
    parts["cap"] = -kept * np.where(capped, 1.0 - CEILING + CEILING_SLOPE * missing, 0.0)
    return Scores(_sum(parts), parts, capped)


def _sum(parts: Mapping[str, Column]) -> Column:
    total = parts[PARTS[0]]
    for name in PARTS[1:]:
        total = total + parts[name]
    return np.clip(total, 0.0, 1.0)


def _columns(requirements: Sequence[Requirement], priority: Priority, *, weights: Weights) -> list[int]:
    return [
        index
        for index, each in enumerate(requirements)
        if each.priority is priority and weights.requirement.get(index, 1.0) > 0
    ]


def _mean(values: NDArray[np.float64], columns: Sequence[int], *, weights: Weights) -> Column:
    total = np.zeros(values.shape[0], dtype=np.float64)
    weight = 0.0
    for column in columns:
        of_this = weights.requirement.get(column, 1.0)
        total = total + of_this * values[:, column]
        weight += of_this
    return total / weight if weight > 0 else total


def _avoided(
    strengths: NDArray[np.float64], shown: NDArray[np.bool_], requirements: Sequence[Requirement], *, weights: Weights
) -> Column:
    avoid = _columns(requirements, Priority.AVOID, weights=weights)
    return _mean(np.where(shown, strengths, 0.0), avoid, weights=weights)


def _shares(
    weights: Weights, *, musts: bool, nices: bool, layer: Column | None, seniority: Column | None
) -> dict[str, float]:
    given = {
        "musts": weights.musts if musts else 0.0,
        "nices": weights.nices if nices else 0.0,
        "layer": weights.layer if layer is not None else 0.0,
        "seniority": weights.seniority if seniority is not None else 0.0,
    }
    total = sum(given.values())
    return {name: share / total if total > 0 else 0.0 for name, share in given.items()}


def _one(value: float | None) -> Column | None:
    return None if value is None else np.array([value], dtype=np.float64)
