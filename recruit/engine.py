"""The one place where settings become an Encoder or a Classifier. Only journeys and commands may import it.

Nothing heavy is imported with this module; what a function returns is built once per process.
"""

from functools import cache

from django.conf import settings

from matching.classification import LayerClassifier, load_classifier
from matching.embedding import Encoder, SentenceTransformerEncoder
from matching.embedding.transformer import DEFAULT_REVISION


@cache
def encoder() -> Encoder:
    """The embedder that the settings name, loaded at its first use. Raises ModelUnavailable."""
    revision = settings.EMBEDDING_REVISION or DEFAULT_REVISION
    return SentenceTransformerEncoder(
        settings.EMBEDDING_MODEL, revision=revision, numeric_format=settings.EMBEDDING_FORMAT
    )


@cache
def classifier() -> LayerClassifier:
    """The layer classifier that ships in matching/models."""
    return load_classifier()
