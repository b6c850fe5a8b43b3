"""Strength in [0, 1] from a small logistic model: the credit that a reader would give.

A reader who calls a requirement met gives 1, partly one half, otherwise nothing; strength estimates that credit. The
coefficients are an expert prior, written down by reading some hundred requirement and resume pairs, not fitted, and
say so wherever they are shown. Measured on sentences of our own with the verdict that a reader would give, each in a
small resume and against ten equal bins: expected calibration error .022 [.011, .054] on the 98 that decided no rule,
.067 [.055, .080] on the 224 that rules were written on (a met is weaker than it need be there). Both are sentences
about one skill in one job; for degrees, places and long resumes the prior is not measured. Feedback may move the
coefficients: all are non-negative except the constant, so more evidence never lowers a strength.

The verdict is decided by rules and thresholds; the strength is held inside the band of its verdict, so that "met"
always stands above "partly", and "partly" above "not shown".
"""

from math import exp

from matching.values import Strength, Verdict

_BANDS = {
    Verdict.MET: (0.60, 1.00),
    Verdict.PARTLY: (0.20, 0.60),
    Verdict.NOT_SHOWN: (0.00, 0.20),
    Verdict.CONTRADICTED: (0.00, 0.10),
}

_CONSTANT = -8.7
_IDENTITY = 4.5
_SHOWN = 3.0
_YEARS = 3.5
_MEANING = 1.0

_MEANING_CENTRE, _MEANING_WIDTH = 0.54, 0.05

SHOWN = {Strength.LISTED: 0.10, Strength.PROJECT: 0.45, Strength.DATED: 0.75, Strength.RECENT: 1.00}
"""How much a way of showing a skill counts, in [0, 1]."""


def skill_strength(*, identity: float, shown: float, years: float, meaning: float) -> float:
    """Probability that a recruiter would call a skill shown; every argument in [0, 1].

    `identity` is 1 for the very skill and less for a related one, `shown` comes from `SHOWN`, `years` is the share
    of the years asked (1 when none are), `meaning` is the best cosine, scaled by `scaled`.
    """
    total = _CONSTANT + _IDENTITY * identity + _SHOWN * shown + _YEARS * years + _MEANING * meaning
    return 1.0 / (1.0 + exp(-total))


def meaning_strength(cosine: float) -> float:
    """The same probability where only meaning speaks: half at a corroborated cosine of .54."""
    return 1.0 / (1.0 + exp(-(cosine - _MEANING_CENTRE) / _MEANING_WIDTH))


def scaled(cosine: float) -> float:
    """A cosine of this model's sentences as a number in [0, 1]: .20 is noise, .70 is the same thing said again."""
    return min(1.0, max(0.0, (cosine - 0.20) / 0.50))


def held(strength: float, *, verdict: Verdict) -> float:
    """The strength, kept inside the band of its verdict and rounded to six digits."""
    low, high = _BANDS[verdict]
    return round(min(high, max(low, strength)), 6)
