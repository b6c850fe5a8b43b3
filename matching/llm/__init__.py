"""The gateway to a language model: which one, under whose policy, and placeholders for what must not leave."""

from matching.llm.gateway import ANTHROPIC, OPENAI, Call, LanguageModel, Manifest, Policy, Receipt, permitted
from matching.llm.placeholders import Placeholders

__all__ = [
    "ANTHROPIC", "OPENAI", "Call", "LanguageModel", "Manifest", "Placeholders", "Policy", "Receipt", "permitted",
]  # fmt: skip
