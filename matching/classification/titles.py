"""What a title promises, word by word: a small linear model over the words and word pairs of job titles.

A title is read lexically because it usually comes without a vector of its own, and because it is short enough
for that ("Data Engineer" and "Data Scientist" differ by one word and lie close together for any embedder).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

PROMISES = ("1", "2", "3", "lead", "none")
_WORD = re.compile(r"[a-z0-9+#]+")


def words_of(title: str) -> tuple[str, ...]:
    """The words and word pairs of a title, in lower case, each once."""
    words = _WORD.findall(title.lower())
    return tuple(dict.fromkeys([*words, *(f"{a} {b}" for a, b in pairwise(words))]))


@dataclass(frozen=True, slots=True)
class TitleModel:
    """Weights by word: `weights[word]` has one number for each of `PROMISES`."""

    weights: Mapping[str, Sequence[float]]
    bias: Sequence[float]

    def probabilities(self, title: str) -> NDArray[np.float64]:
        """Shape (5,), in the order of `PROMISES`; all zero when no word of the title is known."""
        known = [self.weights[word] for word in words_of(title) if word in self.weights]
        if not known:
            return np.zeros(len(PROMISES))
        scores = np.asarray(self.bias) + np.sum(known, axis=0)
        powers: NDArray[np.float64] = np.exp(scores - scores.max())
        shares: NDArray[np.float64] = powers / powers.sum()
        return shares
