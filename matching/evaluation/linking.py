"""Link a sentence to the labels of a taxonomy: meaning of the whole, meaning of its best few words, words, identity.

A sentence of a posting names several skills in passing ("LESS, SCSS and solid Angular"), so the vector of the whole
sits between them all. What finds each of them is the best window of two to six words; the vocabulary's identity
("k8s" is Kubernetes) settles near ties. The weights were set on the development halves of both skill sets together,
on a coarse grid, in the middle of a plateau.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matching.embedding import Encoder, embed_once
from matching.embedding.encoder import Vectors
from matching.embedding.reuse import digest_of
from matching.evaluation.bm25 import Bm25
from matching.evaluation.systems import DEPTH, Rankings, judged_queries, top
from matching.evaluation.trec import Task
from matching.skills import find_skills, related

_WHOLE, _WINDOW, _WORDS, _IDENTITY = 0.5, 1.0, 0.2, 0.2
_SIZES = (2, 3, 4, 6)
_ASIDE = re.compile(r" \([^)]*\)$")


@dataclass(frozen=True, slots=True)
class _Label:
    """The skills that a label names, and the share of the label that their names fill."""

    skills: frozenset[str]
    filled: float


def linked(task: Task, *, encoder: Encoder, known: Mapping[str, Vectors], depth: int = DEPTH) -> Rankings:
    """Rank the labels of the corpus for each judged sentence. `known` holds the vectors of both by digest."""
    ids, queries = sorted(task.corpus), judged_queries(task)
    texts = [task.corpus[each] for each in ids]
    windows = {query: _windows(task.queries[query]) for query in queries}
    vectors = embed_once(encoder, (each for some in windows.values() for each in some), known=known)
    matrix = np.stack([vectors[digest_of(each)] for each in texts])
    index, labels = Bm25(texts), [_label(each) for each in texts]
    found: Rankings = {}
    for query in queries:
        sentence = task.queries[query]
        best = (matrix @ np.stack([vectors[digest_of(each)] for each in windows[query]]).T).max(axis=1)
        scores = _WHOLE * (matrix @ vectors[digest_of(sentence)]) + _WINDOW * best
        scores = scores + _WORDS * _share(index.scores(sentence)) + _IDENTITY * _identity(sentence, labels)
        found[query] = top(scores, ids, depth=depth)
    return found


def _windows(sentence: str) -> tuple[str, ...]:
    """Every run of two, three, four and six words, each once; the sentence itself when it is shorter."""
    words = sentence.split()
    return tuple(
        dict.fromkeys(
            " ".join(words[start : start + size]) for size in _SIZES for start in range(max(1, len(words) - size + 1))
        )
    )


def _share(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    """The scores as a share of the best one; all zero where no word is shared."""
    best = scores.max(initial=0.0)
    return scores / best if best else scores


def _label(text: str) -> _Label:
    plain = _ASIDE.sub("", text)
    mentions = find_skills(text)
    filled = sum(each.end - each.start for each in mentions) / max(1, len(plain))
    return _Label(frozenset(each.skill for each in mentions), min(1.0, filled))


def _identity(sentence: str, labels: Sequence[_Label]) -> NDArray[np.float64]:
    """How near each label is to a skill that the sentence names, in [0, 1]."""
    named = {each.skill for each in find_skills(sentence)}
    return np.array(
        [each.filled * max((related(a, b) for a in named for b in each.skills), default=0.0) for each in labels]
    )
