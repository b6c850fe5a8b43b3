"""Distances: what is shown and what is missing, from the words of the text only."""

from matching.classification.distance import CORE, distances
from matching.layers import STACK, Layer
from matching.skills import VOCABULARY


def test_every_core_skill_is_in_the_vocabulary() -> None:
    assert {skill for core in CORE.values() for skill in core} <= set(VOCABULARY)


def test_without_evidence_every_core_skill_is_missing() -> None:
    found = distances([])
    assert all(found[layer].shown == () and found[layer].missing == CORE[layer] for layer in STACK)


def test_a_kind_of_a_core_skill_counts_as_the_core_skill() -> None:
    found = distances(["Fine-tuned a model with LoRA."])[Layer.ADAPTATION]
    assert "lora" in found.shown
    assert "fine-tuning" not in found.missing


def test_what_one_layer_shows_is_not_shown_for_another() -> None:
    found = distances(["Built a RAG service with LangChain."])
    assert "rag" in found[Layer.ORCHESTRATION].shown
    assert found[Layer.FOUNDATIONS].shown == ()
