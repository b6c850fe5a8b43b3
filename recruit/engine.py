"""The one place where settings become an encoder, a classifier or a language model; for journeys and commands alone.

Nothing heavy is imported with this module; what a function returns is built once per process.
"""

from functools import cache

from django.conf import settings

from matching.classification import LayerClassifier, load_classifier
from matching.embedding import Encoder, SentenceTransformerEncoder
from matching.embedding.transformer import DEFAULT_REVISION
from matching.llm import ANTHROPIC, OPENAI, LanguageModel


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


def language_model() -> LanguageModel | None:
    """The language model that the settings name; None while they name none, and then nothing can leave the house.

    An address of our own wins over a provider's key: whoever runs a model in-house means it.
    """
    if settings.LLM_MODEL and settings.LLM_BASE_URL:
        return LanguageModel(OPENAI, settings.LLM_MODEL, settings.LLM_BASE_URL, settings.LLM_API_KEY)
    if settings.LLM_MODEL and settings.ANTHROPIC_API_KEY:
        return LanguageModel(ANTHROPIC, settings.LLM_MODEL, key=settings.ANTHROPIC_API_KEY)
    if settings.LLM_MODEL and settings.LLM_API_KEY:
        return LanguageModel(OPENAI, settings.LLM_MODEL, key=settings.LLM_API_KEY)
    return None
