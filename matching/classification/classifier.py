"""The layer classifier: passages and their vectors in, a calibrated and quoted `LayerReading` out.

Decisions. numpy only, a few thousand numbers in `matching/models/layers.json`, trained by `manage.py train_layers`
on our own writing. `probabilities` answer one question, "which is the main layer?", and add up to 1; the other
layers that are a good part of the work stand in `also`, from their own three probabilities, so the reading is
multi-label without making the main probability say two things. It abstains when a text holds too little work
or the first two answers lie too near, and still shows its numbers. Background never enters them.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from matching.classification.background import background_of
from matching.classification.distance import distances
from matching.classification.features import (
    SPEAKS_FOR,
    Floats,
    Judged,
    Linear,
    document_features,
    inputs,
    judge,
    sections_of,
    softmax,
    title_features,
)
from matching.classification.titles import TitleModel
from matching.embedding import Vectors
from matching.errors import ModelUnavailable
from matching.layers import STACK, Background, Layer
from matching.values import LayerEvidence, LayerReading, Passage

MODEL = Path(__file__).parent.parent / "models" / "layers.json"
LABELS: tuple[Layer, ...] = (*STACK, Layer.CROSS_LAYER, Layer.NONE)
_QUOTES = {True: 3, False: 2}
_CLEAR = 0.25


@dataclass(frozen=True, slots=True)
class Abstention:
    """When not to answer: too little work in the text, the best answer too weak, or the first two too near."""

    mass: float
    confidence: float
    margin: float


@dataclass(frozen=True, slots=True)
class LayerClassifier:
    """Decides the layer of a posting or a person. Build it with `load_classifier`."""

    passage_model: Linear
    title_model: TitleModel
    document_model: Linear
    also_model: Linear
    temperature: float
    abstention: Abstention
    card: Mapping[str, Any]

    def classify(
        self, passages: Sequence[Passage], vectors: Vectors, *, kind: str, original: str, title: str | None = None
    ) -> LayerReading:
        """Read the layer of one document.

        `vectors` has shape (len(passages), 384), float32, rows of length 1, of the embedder that the card names;
        `original` is the text that the passages' spans index, from which quotes are cut; `kind` is "posting" or
        "resume" (only people get a background and distances). Raises ValueError when shapes do not fit.
        """
        if len(passages) != len(vectors):
            raise ValueError(f"{len(passages)} passages came with {len(vectors)} vectors; give one vector a passage.")
        if not passages and not title:
            return _nothing_read(kind)
        judged = self.judge(passages, vectors)
        features = document_features(judged, title_features(self.title_model, title))
        probabilities = softmax(self.document_model.scores(features[None]) / self.temperature)[0]
        ranked = np.argsort(-probabilities, kind="stable")
        primary = LABELS[int(ranked[0])]
        also = self._also(features, primary)
        background, quote = background_of(passages, original=original) if kind == "resume" else (None, "")
        return LayerReading(
            probabilities={layer: float(p) for layer, p in zip(LABELS, probabilities, strict=True)},
            primary=primary,
            abstained=self._abstains(judged, probabilities[ranked]),
            evidence=_evidence(passages, judged, primary=primary, also=also, original=original),
            background=background,
            background_quote=quote,
            distance=distances(each.text for each in passages) if kind == "resume" else {},
            also=also,
        )

    def judge(self, passages: Sequence[Passage], vectors: Vectors) -> Judged:
        """What each passage speaks for, and how much it counts."""
        rows = inputs([each.text for each in passages], vectors)
        return judge(self.passage_model, rows, sections_of(passages))

    def _abstains(self, judged: Judged, ranked: Floats) -> bool:
        limits = self.abstention
        too_near = ranked[0] - ranked[1] < limits.margin
        return bool(judged.mass < limits.mass or ranked[0] < limits.confidence or too_near)

    def _also(self, features: Floats, primary: Layer) -> tuple[Layer, ...]:
        if primary is Layer.NONE:
            return ()
        chances = 1 / (1 + np.exp(-self.also_model.scores(features[None])[0]))
        return tuple(layer for layer, p in zip(STACK, chances, strict=True) if p >= 0.5 and layer is not primary)


def _nothing_read(kind: str) -> LayerReading:
    """The reading of an empty text: abstained, every answer as likely as any other, no word of a prior."""
    return LayerReading(
        probabilities=dict.fromkeys(LABELS, 1 / len(LABELS)),
        primary=Layer.NONE,
        abstained=True,
        background=Background.OTHER if kind == "resume" else None,
        distance=distances(()) if kind == "resume" else {},
    )


def _evidence(
    passages: Sequence[Passage], judged: Judged, *, primary: Layer, also: Sequence[Layer], original: str
) -> tuple[LayerEvidence, ...]:
    """The passages that weigh most for the main layer and those beside it, strongest first within each."""
    found: list[LayerEvidence] = []
    for layer in (primary, *also):
        column = SPEAKS_FOR.index("lead" if layer is Layer.CROSS_LAYER else layer.value)
        shares = judged.weights * judged.speaks[:, column]
        total = float(shares.sum()) or 1.0
        for index in np.argsort(-shares, kind="stable")[: _QUOTES[layer is primary]]:
            span = passages[index].span
            if shares[index] >= _CLEAR or (layer is primary and not any(each.layer is layer for each in found)):
                found.append(LayerEvidence(layer, span.of(original), span, round(float(shares[index]) / total, 4)))
    return tuple(found)


@cache
def load_classifier(path: Path = MODEL) -> LayerClassifier:
    """The classifier that ships, read once. Raises ModelUnavailable when the file is missing or torn."""
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelUnavailable(
            f"The layer model {path.name} cannot be read. Write it anew with `python manage.py train_layers`."
        ) from error
    return from_stored(stored)


def from_stored(stored: Mapping[str, Any]) -> LayerClassifier:
    """The classifier of a stored model (see `training.to_stored`)."""
    return LayerClassifier(
        passage_model=_linear(stored["passage"]),
        title_model=TitleModel(stored["title"]["weights"], stored["title"]["bias"]),
        document_model=_linear(stored["document"]),
        also_model=_linear(stored["also"]),
        temperature=stored["temperature"],
        abstention=Abstention(**stored["abstention"]),
        card=stored["card"],
    )


def _linear(stored: Mapping[str, Any]) -> Linear:
    return Linear(np.asarray(stored["weights"], dtype=np.float64), np.asarray(stored["bias"], dtype=np.float64))
