"""Typed values to verdicts: for each requirement what the resume says, how strongly, and its verbatim quote.

`judge` is the door. Rules on typed fields decide what is stated (skills, years, degree, languages, place,
permission); vectors decide meaning. Not shown is kept apart from contradicted, and a bare mention that is denied,
wished for or somebody else's work is no evidence. The thresholds stand in `meaning`, the prior in `strength`.
"""

from matching.evidence.judge import judge

__all__ = ["judge"]
