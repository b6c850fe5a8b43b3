"""How near a person's layer and years are to a role's: two numbers in [0, 1], or None where the role asks nothing.

Decisions. The layer fit is the share of the role's layers that the person's evidence covers, so somebody strong in
another layer loses only this part. Years count up to what is asked and no further: more of them never lowers a
score, and being far above is nobody's fault. The background (student, data scientist …) is not read here.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from matching.layers import STACK, Layer
from matching.values import LayerReading, Profile, Role

_READ = (*STACK, Layer.CROSS_LAYER)
_ENOUGH = 0.2

_YEARS_BY_SENIORITY: Mapping[str, float] = {
    "intern": 0.0,
    "entry": 0.0,
    "junior": 1.0,
    "associate": 1.0,
    "mid": 3.0,
    "senior": 5.0,
    "lead": 7.0,
    "staff": 8.0,
    "manager": 6.0,
    "principal": 10.0,
    "head": 10.0,
    "director": 10.0,
    "executive": 12.0,
}
"""Years that a title usually stands for; used only where the posting states none."""


@dataclass(frozen=True, slots=True)
class Fits:
    """What the score needs beside verdicts; stored with a match so that it can be weighed again without vectors."""

    layer: float | None
    seniority: float | None


def fits(role: Role, *, role_layers: LayerReading, person_layers: LayerReading, profile: Profile) -> Fits:
    """Layer fit and seniority fit, each in [0, 1]; None where the role has no layer or asks no years."""
    return Fits(layer_fit(role_layers, person=person_layers), seniority_fit(role, profile=profile))


def layer_fit(role: LayerReading, *, person: LayerReading) -> float | None:
    """Share of the role's layers that the person covers; None when the role has none or the reading abstained."""
    asked = [max(0.0, role.probabilities.get(layer, 0.0)) for layer in _READ]
    total = sum(asked)
    if role.abstained or role.primary is Layer.NONE or total < _ENOUGH:
        return None
    shown = [min(1.0, max(0.0, person.probabilities.get(layer, 0.0))) for layer in _READ]
    return min(1.0, sum(a * b for a, b in zip(asked, shown, strict=True)) / total)


def seniority_fit(role: Role, *, profile: Profile) -> float | None:
    """Dated years over the years asked, at most 1; None when the posting gives neither years nor seniority."""
    asked = asked_years(role)
    if asked is None:
        return None
    return 1.0 if asked <= 0 else min(1.0, max(0.0, profile.years) / asked)


def asked_years(role: Role) -> float | None:
    """The most years that any requirement of the role states, else what its seniority usually stands for."""
    stated = [each.years for each in role.requirements if each.years is not None]
    if stated:
        return max(stated)
    words = role.seniority.lower().replace("-", " ").split()
    known = [_YEARS_BY_SENIORITY[word] for word in words if word in _YEARS_BY_SENIORITY]
    return max(known) if known else None
