"""Training of the layer classifier from our own corpus; scikit-learn is needed here and nowhere at run time.

A corpus text has one label, its passages have none. So the passage model starts from the labelled sentences, then
relabels the passages of every text among what that text may say (its layers, ordinary work, nothing), three
times. Every passage is also read with "AI-powered" strewn in and its label kept: what stands everywhere decides
nothing. The document model is fitted on features that a passage model made which had not seen the document
(folds), on each text plain, strewn, and buried in empty and ordinary sentences, as in a long advert. The
temperature comes from outer folds, and so do the figures in the card. Everything is seeded: the same corpus and
embedder give the same file.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from matching.classification.classifier import LABELS, Abstention, from_stored
from matching.classification.corpus import CORPUS, Example, corpus_hash, examples, passages_of, sentences, titles
from matching.classification.features import (
    SPEAKS_FOR,
    Floats,
    Linear,
    document_features,
    inputs,
    judge,
    softmax,
    title_features,
)
from matching.classification.titles import PROMISES, TitleModel, words_of
from matching.embedding import Encoder, embed_once, stacked
from matching.embedding.reuse import digest_of
from matching.layers import STACK, Layer
from matching.values import Section

_SEED = 20
_FOLDS = 5
_ROUNDS = 3
_PASSAGE_C, _DOCUMENT_C, _TITLE_C = 3.0, 3.0, 2.0
_FROM_DOCUMENTS = 0.7
_OWN_LAYER = 3.0
_CROSS_WEIGHT = 0.5  # one corpus text in five is cross-layer, real postings are one in forty or fewer
_NAMED = re.compile(r"\b(our|the|an?|your|with|and|of|in) (?=[a-z]{4})")
_VARIANTS = ((0, 0), (0, 0), (4, 1), (10, 2))  # empty and ordinary sentences that a text is buried in
_LIVES = 10  # ordinary working lives put together from held-out sentences, for each fold
_ABSTENTION = Abstention(mass=0.8, confidence=0.45, margin=0.12)

Ints = Any


@dataclass(frozen=True, slots=True)
class Material:
    """The corpus as numbers, embedded once; `strewn` are the same passages with "AI-powered" put in."""

    examples: tuple[Example, ...]
    rows: tuple[Floats, ...]
    strewn: tuple[Floats, ...]
    labels: Ints
    single_rows: Floats
    single_strewn: Floats
    single_labels: Ints
    titles: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """One cross-validated answer."""

    primary: Layer
    probability: float
    abstained: bool


@dataclass(frozen=True, slots=True)
class Fitted:
    """A passage and a title model fitted on some of the examples."""

    passage: Linear
    title: TitleModel


def material(encoder: Encoder) -> Material:
    """Embed the corpus. Raises ModelUnavailable."""
    texts, singles = examples(), sentences()
    cut = [[each.text for each in passages_of(example.text)] for example in texts]
    loose = [each.text for each in singles]
    plain = [text for part in cut for text in part] + loose
    vectors = embed_once(encoder, [*plain, *map(strew, plain)])

    def rows(part: Sequence[str]) -> Floats:
        width = encoder.identity.dimensions
        return inputs(part, stacked([digest_of(text) for text in part], vectors, dimensions=width))

    return Material(
        examples=texts,
        rows=tuple(rows(part) for part in cut),
        strewn=tuple(rows([strew(text) for text in part]) for part in cut),
        labels=np.array([LABELS.index(each.label) for each in texts]),
        single_rows=rows(loose),
        single_strewn=rows([strew(text) for text in loose]),
        single_labels=np.array([SPEAKS_FOR.index(each.speaks_for) for each in singles]),
        titles=tuple((each.text, each.speaks_for) for each in titles()),
    )


def strew(text: str) -> str:
    """The text with "AI-powered" before the things it names, as adverts have it."""
    strewn, times = _NAMED.subn(r"\1 AI-powered ", text, count=2)
    return strewn if times else f"{text} AI-powered."


Measure = Callable[[Sequence[Layer], Sequence[Reading]], Mapping[str, Any]]
"""True layers and what was answered to each, to figures for the card (measures live above this module)."""


def train(encoder: Encoder, *, measure: Measure, progress: Callable[[str], object] | None = None) -> dict[str, Any]:
    """Train on the whole corpus and return the model as stored, its card included. Raises ModelUnavailable."""
    tell = progress or (lambda _: None)
    tell("Embedding the corpus")
    ground = material(encoder)
    tell("Cross-validating")
    logits = cross_validated(ground)
    temperature = _temperature(logits, ground.labels)
    readings = [_reading(row) for row in softmax(logits / temperature)]
    tell("Fitting on everything")
    everything = np.arange(len(ground.examples))
    features, labels, also = _document_rows(ground, everything)
    fitted = fit(ground, everything)
    stored = {
        "passage": _stored(fitted.passage),
        "title": {"weights": fitted.title.weights, "bias": fitted.title.bias},
        "document": _stored(_fit_documents(features, labels)),
        "also": _stored(_fit_also(features, also)),
        "temperature": round(temperature, 3),
        "abstention": {name: getattr(_ABSTENTION, name) for name in ("mass", "confidence", "margin")},
        "card": _card(ground, encoder, measure([each.label for each in ground.examples], readings)),
    }
    from_stored(stored)
    return stored


def cross_validated(ground: Material) -> Floats:
    """Logits of every example from models that had not seen it, shape (examples, 5)."""
    from sklearn.model_selection import StratifiedKFold

    logits = np.zeros((len(ground.examples), len(LABELS)))
    folds = StratifiedKFold(_FOLDS, shuffle=True, random_state=_SEED)
    for inside, outside in folds.split(ground.labels, ground.labels):
        features, labels, _ = _document_rows(ground, inside)
        model = _fit_documents(features, labels)
        fitted = fit(ground, inside)
        for index in outside:
            logits[index] = model.scores(_features(fitted, ground.rows[index], ground.examples[index].title)[None])[0]
    return logits


def fit(ground: Material, inside: Ints, *, without: Ints = ()) -> Fitted:
    """The passage and title models of the examples `inside` and of the single sentences, but those `without`."""
    kept_singles = np.setdiff1d(np.arange(len(ground.single_labels)), without)
    singles = np.concatenate([ground.single_rows[kept_singles], ground.single_strewn[kept_singles]])
    single_labels = np.tile(ground.single_labels[kept_singles], 2)
    model = _logistic(singles, single_labels, strength=_PASSAGE_C)
    for _ in range(_ROUNDS):
        rows, labels, weights = [singles], [single_labels], [np.full(len(singles), 0.6)]
        for index in inside:
            speaks = _relabelled(model.probabilities(ground.rows[index]), ground.examples[index])
            for column in range(len(SPEAKS_FOR)):
                kept = speaks[:, column] > 0.15
                rows += [ground.rows[index][kept], ground.strewn[index][kept]]
                labels.append(np.full(2 * int(kept.sum()), column))
                weights.append(np.tile(_FROM_DOCUMENTS * speaks[kept, column], 2))
        model = _logistic(
            np.concatenate(rows), np.concatenate(labels), strength=_PASSAGE_C, weights=np.concatenate(weights)
        )
    outside = {ground.examples[i].title for i in range(len(ground.examples))} - {
        ground.examples[i].title for i in inside
    }
    return Fitted(model, _fit_titles([pair for pair in ground.titles if pair[0] not in outside]))


def _relabelled(speaks: Floats, example: Example) -> Floats:
    """What the passages of an example may say: its layers, ordinary work, nothing; its own layer the likeliest."""
    own = "lead" if example.label is Layer.CROSS_LAYER else example.label.value
    allowed = {own, "none", "empty", *(each.value for each in example.also)}
    factor = np.array([1.0 if name in allowed else 0.0 for name in SPEAKS_FOR])
    if example.label is not Layer.CROSS_LAYER:
        factor[SPEAKS_FOR.index(own)] = _OWN_LAYER
    weighed: Floats = speaks * factor
    shares: Floats = weighed / weighed.sum(axis=1, keepdims=True)
    return shares


def _document_rows(ground: Material, inside: Ints) -> tuple[Floats, Ints, Ints]:
    """Features, labels and involved layers of the examples `inside`, each seen by a model that had not seen it."""
    from sklearn.model_selection import StratifiedKFold

    features, labels, also = [], [], []
    folds = StratifiedKFold(_FOLDS, shuffle=True, random_state=_SEED + 1)
    ordinary = np.flatnonzero(ground.single_labels == SPEAKS_FOR.index("none"))
    draw = np.random.default_rng(_SEED)
    shares = np.array_split(draw.permutation(ordinary), _FOLDS)
    for (seen, unseen), held in zip(folds.split(inside, ground.labels[inside]), shares, strict=True):
        fitted = fit(ground, inside[seen], without=held)
        for _ in range(_LIVES):
            rows = ground.single_rows[draw.choice(held, draw.integers(4, len(held)), replace=False)]
            features.append(_features(fitted, rows, ""))
            labels.append(LABELS.index(Layer.NONE))
            also.append([False] * len(STACK))
        for index in inside[unseen]:
            example = ground.examples[index]
            for variant, buried in enumerate(_VARIANTS):
                rows = _buried(ground, int(index), buried=buried, strewn=variant % 2 == 1)
                features.append(_features(fitted, rows, example.title if variant % 2 == 0 else ""))
                labels.append(ground.labels[index])
                also.append([layer in (example.label, *example.also) for layer in STACK])
    return np.array(features), np.array(labels), np.array(also)


def _buried(ground: Material, index: int, *, buried: tuple[int, int], strewn: bool) -> Floats:
    """The passages of an example among empty and ordinary sentences, always the same ones for one example."""
    draw = np.random.default_rng(_SEED + index)
    rows = [ground.strewn[index] if strewn else ground.rows[index]]
    for name, times in zip(("empty", "none"), buried, strict=True):
        pool = ground.single_rows[ground.single_labels == SPEAKS_FOR.index(name)]
        rows.append(pool[draw.choice(len(pool), times, replace=False)])
    return np.concatenate(rows)


def _features(fitted: Fitted, rows: Floats, title: str) -> Floats:
    judged = judge(fitted.passage, rows, [Section.OTHER] * len(rows))
    return document_features(judged, title_features(fitted.title, title))


def _logistic(rows: Floats, labels: Ints, *, strength: float, weights: Floats | None = None) -> Linear:
    from sklearn.linear_model import LogisticRegression

    model = LogisticRegression(C=strength, max_iter=2000).fit(rows, labels, sample_weight=weights)
    return Linear(model.coef_, model.intercept_)


def _fit_documents(features: Floats, labels: Ints) -> Linear:
    weights = np.where(labels == LABELS.index(Layer.CROSS_LAYER), _CROSS_WEIGHT, 1.0)
    return _logistic(features, labels, strength=_DOCUMENT_C, weights=weights)


def _fit_also(features: Floats, also: Ints) -> Linear:
    from sklearn.linear_model import LogisticRegression

    models = [LogisticRegression(C=_DOCUMENT_C, max_iter=2000).fit(features, column) for column in also.T]
    return Linear(np.concatenate([each.coef_ for each in models]), np.concatenate([each.intercept_ for each in models]))


def _fit_titles(pairs: Sequence[tuple[str, str]]) -> TitleModel:
    from sklearn.linear_model import LogisticRegression

    known = sorted({word for text, _ in pairs for word in words_of(text)})
    place = {word: index for index, word in enumerate(known)}
    rows = np.zeros((len(pairs), len(known)))
    for row, (text, _) in enumerate(pairs):
        rows[row, [place[word] for word in words_of(text)]] = 1.0
    labels = [PROMISES.index(speaks_for) for _, speaks_for in pairs]
    model = LogisticRegression(C=_TITLE_C, max_iter=2000).fit(rows, labels)
    weights = {word: [round(float(w), 3) for w in model.coef_[:, place[word]]] for word in known}
    return TitleModel(weights, [round(float(b), 3) for b in model.intercept_])


def _reading(probabilities: Floats) -> Reading:
    first, second = np.argsort(-probabilities, kind="stable")[:2]
    near = probabilities[first] - probabilities[second] < _ABSTENTION.margin
    weak = probabilities[first] < _ABSTENTION.confidence
    return Reading(LABELS[int(first)], float(probabilities[first]), bool(near or weak))


def _temperature(logits: Floats, labels: Ints) -> float:
    """The divisor of the logits that makes the true labels likeliest."""
    rows = np.arange(len(labels))
    losses = {t: -np.log(softmax(logits / t)[rows, labels]).mean() for t in np.arange(0.5, 3.01, 0.05)}
    return float(min(losses, key=lambda t: losses[t]))


def _stored(model: Linear) -> Mapping[str, Any]:
    return {"weights": np.round(model.weights, 5).tolist(), "bias": np.round(model.bias, 5).tolist()}


def _card(ground: Material, encoder: Encoder, figures: Mapping[str, Any]) -> dict[str, Any]:
    """What a reader of the model must know: what it was made from, with which embedder, and how good it was."""
    identity = encoder.identity
    return {
        "what": "Main layer of AI work of a posting or a person, for English text.",
        "trained_on": "Our own writing: matching/classification/corpus.",
        "corpus_sha256": corpus_hash(CORPUS),
        "examples": len(ground.examples),
        "sentences": len(ground.single_labels),
        "titles": len(ground.titles),
        "embedder": {"name": identity.name, "revision": identity.revision, "numeric_format": identity.numeric_format},
        "cross_validation": dict(figures),
    }
