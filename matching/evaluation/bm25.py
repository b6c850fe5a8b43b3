"""BM25 in its usual form, as the lexical baseline that stands beside every figure."""

import re
from collections import Counter
from collections.abc import Sequence
from math import log

import numpy as np
from numpy.typing import NDArray

_WORD = re.compile(r"[a-z0-9]+")


class Bm25:
    """Okapi BM25 over lower-case words without stemming (k1 1.2, b .75)."""

    def __init__(self, documents: Sequence[str], *, k1: float = 1.2, b: float = 0.75) -> None:
        counts = [Counter(_WORD.findall(each.lower())) for each in documents]
        lengths = np.array([sum(each.values()) for each in counts], dtype=np.float64)
        mean = lengths.mean() if len(lengths) and lengths.sum() else 1.0
        self._size = len(documents)
        self._norms = k1 * (1 - b + b * lengths / mean)
        self._k1 = k1
        self._postings: dict[str, list[tuple[int, int]]] = {}
        for row, each in enumerate(counts):
            for word, count in each.items():
                self._postings.setdefault(word, []).append((row, count))

    def scores(self, query: str) -> NDArray[np.float64]:
        """Scores of all documents, shape (documents,); 0 where no word is shared."""
        found = np.zeros(self._size, dtype=np.float64)
        for word in dict.fromkeys(_WORD.findall(query.lower())):
            postings = self._postings.get(word, ())
            weight = log(1 + (self._size - len(postings) + 0.5) / (len(postings) + 0.5))
            for row, count in postings:
                found[row] += weight * count * (self._k1 + 1) / (count + self._norms[row])
        return found
