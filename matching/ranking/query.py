"""What the first stage searches for: one vector and the canonical skills of a role.

A posting is many requirements, a first stage has one question to put. The vector is their mean, musts counting
double and what is to be avoided not at all; place, language, permits and degrees are left to the judge, since the
vectors of people's work say nothing of them. The words are the canonical skills, musts first: the very names under
which a person's skills are indexed.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matching.embedding import Vectors
from matching.values import Kind, Priority, Role

_WEIGHT = {Priority.MUST: 1.0, Priority.NICE: 0.5, Priority.AVOID: 0.0}
_ABOUT_WORK = frozenset({Kind.SKILL, Kind.EXPERIENCE, Kind.OTHER})


@dataclass(frozen=True, slots=True)
class Query:
    """A question to the first stage: `vector` of shape (dimensions,) and length 1, `words` without repeats."""

    vector: NDArray[np.float32]
    words: tuple[str, ...]


def query_of(role: Role, requirement_vectors: Vectors) -> Query:
    """The question that a role puts. `requirement_vectors` has one row for each requirement, then its parts."""
    asked = role.requirements
    weights = [_WEIGHT[each.priority] if each.kind in _ABOUT_WORK else 0.0 for each in asked]
    if not any(weights):
        weights = [1.0] * len(asked)
    whole = requirement_vectors[: len(asked)]
    total = np.asarray(weights, dtype=np.float64) @ whole.astype(np.float64)
    vector = (total / max(float(np.linalg.norm(total)), 1e-9)).astype(np.float32)
    wanted = [each for priority in (Priority.MUST, Priority.NICE) for each in asked if each.priority is priority]
    return Query(vector, tuple(dict.fromkeys(skill for each in wanted for skill in each.skills)))
