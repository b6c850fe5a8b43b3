"""What can go wrong in the science, as a tree.

MatchingError                  every error that the science raises on purpose
├── UnreadableDocument         this file cannot be read, and trying again will not help
├── TransientError             the same call may succeed later (a model is loading, a provider is busy)
│   └── ModelUnavailable       an embedder or language model cannot be reached or loaded now
├── ModelMismatch              vectors of two different models, revisions or formats were about to be mixed
├── PolicyRefused              the language-model policy does not allow this call
├── BudgetExceeded             the agent used up its steps, calls, tokens, cost or time
└── DraftRejected              no acceptable draft came out of the agent

The sentence of each is written for the person who is shown it; `slug` is stable, for the API.
"""


class MatchingError(Exception):
    """An error of the science, with a stable slug and a sentence that tells a person what to do."""

    def __init__(self, sentence: str, *, slug: str = "matching-error") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.slug = slug


class UnreadableDocument(MatchingError):
    """This file cannot be read, and trying again will not help."""


class TransientError(MatchingError):
    """The same call may succeed later."""


class ModelUnavailable(TransientError):
    """An embedder or a language model cannot be reached or loaded now."""


class ModelMismatch(MatchingError):
    """Vectors of two different models, revisions or formats were about to be mixed."""


class PolicyRefused(MatchingError):
    """The language-model policy does not allow this call."""


class BudgetExceeded(MatchingError):
    """The agent used up its steps, calls, tokens, cost or time."""


class DraftRejected(MatchingError):
    """No acceptable draft came out of the agent."""
