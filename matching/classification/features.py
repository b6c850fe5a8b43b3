"""From passages to the numbers that the layer is decided from.

Every passage is judged alone: a linear model over its vector and its counts of vocabulary skills by layer says
what it speaks for, `empty` (praise, benefits, law, manners) among the answers. A document is then the weighted
mean of its passages and its clearest few, where empty passages and the sections of a posting that describe the
company weigh little. Beside them stand the skills it names, and how large a part of them is of AI: a resume of a
trade that no training text knows has passages that lean anywhere, but it names nothing of AI. So eleven
"AI-powered" in praise cannot outvote three lines of duties, and a long advert is not decided by its length.
Turned down: one vector for the whole document, in which praise and duties mix.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from matching.classification.distance import above
from matching.classification.titles import TitleModel
from matching.embedding import Vectors
from matching.skills import VOCABULARY, find_skills
from matching.values import Passage, Section

Floats = NDArray[np.float64]

SPEAKS_FOR = ("1", "2", "3", "lead", "none", "empty")
_EMPTY = SPEAKS_FOR.index("empty")
_CLEAREST = 3
_SKILL_SCALE = 0.3
_KINDS = 5
_FEW = 3.0
_SECTION_WEIGHT = {
    Section.COMPANY: 0.4,
    Section.BENEFITS: 0.05,
    Section.LEGAL: 0.05,
    Section.REQUIREMENTS: 0.8,
    Section.LANGUAGES: 0.1,
    Section.EDUCATION: 0.5,
    Section.SKILLS: 0.6,
}


def skill_counts(text: str) -> Floats:
    """How many skills of layer 1, 2, 3, of AI in general, and of other work `text` names; shape (5,)."""
    counts = np.zeros(_KINDS)
    for mention in find_skills(text):
        counts[_kind(mention.skill)] += 1
    return counts


@cache
def _kind(skill: str) -> int:
    layer = VOCABULARY[skill].layer
    if layer in ("1", "2", "3"):
        return int(layer) - 1
    return 3 if skill == "ai" or "ai" in above(skill) else 4


def inputs(texts: Sequence[str], vectors: Vectors) -> Floats:
    """What the passage model reads, shape (n, dimensions + 5): vector, then damped skill counts."""
    if not texts:
        return np.zeros((0, vectors.shape[1] + _KINDS))
    counts = np.stack([skill_counts(text) for text in texts])
    return np.hstack([vectors.astype(np.float64), _SKILL_SCALE * np.log1p(counts)])


def softmax(scores: Floats) -> Floats:
    """Rows of scores to rows of probabilities."""
    powers: Floats = np.exp(scores - scores.max(axis=-1, keepdims=True))
    shares: Floats = powers / powers.sum(axis=-1, keepdims=True)
    return shares


@dataclass(frozen=True, slots=True)
class Linear:
    """A multinomial logistic model: `weights` of shape (classes, inputs), `bias` of shape (classes,)."""

    weights: Floats
    bias: Floats

    def scores(self, rows: Floats) -> Floats:
        """Logits, shape (n, classes)."""
        return rows @ self.weights.T + self.bias

    def probabilities(self, rows: Floats) -> Floats:
        """Probabilities, shape (n, classes)."""
        return softmax(self.scores(rows))


@dataclass(frozen=True, slots=True)
class Judged:
    """The passages of one document: what each speaks for, shape (n, 6), and how much it counts, shape (n,).

    `named` counts its skills of layer 1, 2, 3, of AI in general and of other work, each by the weight of its passage;
    shape (5,).
    """

    speaks: Floats
    weights: Floats
    named: Floats

    @property
    def mass(self) -> float:
        """How many full passages of work the document amounts to."""
        return float(self.weights.sum())


def judge(model: Linear, rows: Floats, sections: Sequence[Section]) -> Judged:
    """Judge each passage alone. `rows` come from `inputs`."""
    speaks = model.probabilities(rows) if len(rows) else np.zeros((0, len(SPEAKS_FOR)))
    prior = np.array([_SECTION_WEIGHT.get(each, 1.0) for each in sections])
    weights = prior * (1.02 - speaks[:, _EMPTY]) ** 2
    counts = np.expm1(rows[:, -_KINDS:] / _SKILL_SCALE)
    return Judged(speaks, weights, weights @ counts)


def sections_of(passages: Sequence[Passage]) -> list[Section]:
    """The section of each passage."""
    return [each.section for each in passages]


def document_features(judged: Judged, title: Floats) -> Floats:
    """The numbers of one document, shape (27,): mean, log mean, clearest passages, named skills, title, has one."""
    width = _EMPTY
    if not len(judged.speaks):
        mean = clearest = np.zeros(width)
    else:
        work = judged.speaks[:, :width]
        shares = work / work.sum(axis=1, keepdims=True)
        mean = judged.weights @ shares / judged.mass
        clearest = np.sort(judged.weights[:, None] * work, axis=0)[::-1][:_CLEAREST].mean(axis=0)
    named = _named(judged.named)
    return np.concatenate([mean, np.log(mean + 0.03) / 3, clearest, named, title, [float(title.any())]])


def _named(counts: Floats) -> Floats:
    """How much of AI is named: by layer, whether at all, and as a part of everything named; shape (6,)."""
    of_ai = float(counts[:-1].sum())
    return np.concatenate([np.log1p(counts[:-1]), [np.exp(-of_ai), of_ai / (of_ai + counts[-1] + _FEW)]])


def title_features(model: TitleModel, title: str | None) -> Floats:
    """What the title promises, shape (5,); zeros without a title."""
    return model.probabilities(title) if title else np.zeros(_EMPTY)
