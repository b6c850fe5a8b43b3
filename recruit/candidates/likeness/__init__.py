"""Are two records one person? Facts that identify, a score with its reasons, and the keys under which to look.

Pure: no query, no model. It stands here and not in `matching`, because everything there serves the ranking, which
must never see who somebody is; a contract of import-linter keeps `recruit.matches` from importing this package.
Nothing decides here: a score above `PROPOSED` is a question to a recruiter (`recruit.candidates.merge`).
"""

from recruit.candidates.likeness.compare import PROPOSED, Likeness, Reason, compare
from recruit.candidates.likeness.facts import Facts, Study, Tenure, facts, together
from recruit.candidates.likeness.keys import keys_of
from recruit.candidates.likeness.read import facts_of

__all__ = [
    "PROPOSED",
    "Facts",
    "Likeness",
    "Reason",
    "Study",
    "Tenure",
    "compare",
    "facts",
    "facts_of",
    "keys_of",
    "together",
]
