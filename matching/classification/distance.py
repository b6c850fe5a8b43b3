"""How far a person is from each layer: what is shown and what is missing, from evidence only.

Each layer has a handful of core skills. One is shown when the resume names it, or a skill that is a kind of it;
the others are missing, which means "not shown" and nothing worse.
"""

from collections.abc import Iterable, Mapping

from matching.layers import STACK, Layer
from matching.skills import VOCABULARY, find_skills
from matching.values import LayerDistance

CORE: Mapping[Layer, tuple[str, ...]] = {
    Layer.ORCHESTRATION: (
        "rag", "agents", "tool-calling", "prompt-engineering", "vector-search", "llm-evals", "structured-outputs",
        "llm-guardrails",
    ),
    Layer.ADAPTATION: (
        "fine-tuning", "classical-ml", "quantisation", "distillation", "training-data", "model-evaluation", "mlops",
        "model-serving",
    ),
    Layer.FOUNDATIONS: (
        "pre-training", "distributed-training", "model-architecture", "optimisers", "gpu-programming", "alignment",
        "interpretability", "ml-publications",
    ),
}  # fmt: skip


def distances(texts: Iterable[str]) -> dict[Layer, LayerDistance]:
    """For each layer of the stack the core skills that `texts` (blind passages) show, and those they do not."""
    named = {mention.skill for text in texts for mention in find_skills(text)}
    known = named | {broader for skill in named for broader in above(skill)}
    return {
        layer: LayerDistance(
            shown=tuple(sorted(skill for skill in named if VOCABULARY[skill].layer == layer.value)),
            missing=tuple(skill for skill in CORE[layer] if skill not in known),
        )
        for layer in STACK
    }


def above(skill: str) -> set[str]:
    """Every skill of the vocabulary that is broader than `skill`, however far up."""
    found: set[str] = set()
    waiting = list(VOCABULARY[skill].broader)
    while waiting:
        each = waiting.pop()
        if each not in found and each in VOCABULARY:
            found.add(each)
            waiting += VOCABULARY[each].broader
    return found
