"""The score bar: the parts of a fit, rounded so that what a person reads adds up to the fit that they read."""

from collections.abc import Mapping
from dataclasses import dataclass

PARTS = ("musts", "nices", "layer", "seniority", "avoid", "cap")
_LABELS = {"musts": "musts", "nices": "nice-to-haves", "avoid": "to avoid", "cap": "musts not shown"}
_TIPS = {
    "musts": "How far the must requirements are shown, weighed.",
    "nices": "How far the nice-to-haves are shown, weighed.",
    "layer": "How much of the role's layer the person's evidence covers.",
    "seniority": "Dated years over the years asked. More never counts against anyone.",
    "avoid": "Taken off for something the posting asks to avoid.",
    "cap": "Musts that are not shown hold the fit under a ceiling. Nobody is hidden by it.",
}


@dataclass(frozen=True, slots=True)
class Part:
    """One part: `hundredths` as written, `x` and `width` on a bar of 100. What is taken off lies over the end."""

    name: str
    label: str
    tip: str
    hundredths: int
    x: float
    width: float


def score_bar(parts: Mapping[str, float], *, total: float) -> tuple[Part, ...]:
    """The parts that are worth a word: the four that every role may have, the deductions only where there are any."""
    shown = [name for name in PARTS if parts.get(name)]
    rounded = _adding_up([parts[name] for name in shown], total=total)
    bar, at = [], 0.0
    for name, hundredths in zip(shown, rounded, strict=True):
        width = 100 * abs(parts[name])
        if parts[name] < 0:
            at -= width
        bar.append(Part(name, _LABELS.get(name, name), _TIPS[name], hundredths, round(at, 2), round(width, 2)))
        if parts[name] > 0:
            at += width
    return tuple(bar)


def _adding_up(amounts: list[float], *, total: float) -> list[int]:
    """Hundredths by the largest remainder, so that their sum is the rounded total."""
    floors = [int(100 * amount // 1) for amount in amounts]
    missing = round(100 * total) - sum(floors)
    by_remainder = sorted(range(len(amounts)), key=lambda place: (floors[place] - 100 * amounts[place], place))
    for place in by_remainder[: max(0, missing)]:
        floors[place] += 1
    return floors
