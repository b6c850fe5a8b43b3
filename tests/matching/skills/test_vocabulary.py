"""The vocabulary is whole: every parent exists, every spelling means one skill, and relations have sane sizes."""

import pytest

from matching.skills import VOCABULARY, related, skill


def test_there_are_at_least_350_skills_with_a_name_and_a_kind() -> None:
    assert len(VOCABULARY) >= 350
    assert all(each.id == key and each.name and each.kind for key, each in VOCABULARY.items())


def test_every_layer_of_the_stack_has_at_least_thirty_skills_of_its_own() -> None:
    for layer in ("1", "2", "3"):
        assert sum(each.layer == layer for each in VOCABULARY.values()) >= 30


def test_every_broader_skill_exists_and_nothing_stands_above_itself() -> None:
    for each in VOCABULARY.values():
        assert set(each.broader) <= VOCABULARY.keys()
        above, seen = list(each.broader), set()
        while above:
            parent = above.pop()
            assert parent != each.id
            if parent not in seen:
                seen.add(parent)
                above += VOCABULARY[parent].broader


def test_no_spelling_stands_for_two_skills() -> None:
    owners: dict[str, set[str]] = {}
    for each in VOCABULARY.values():
        for spelling in (each.name, *each.aliases, *each.exact):
            owners.setdefault(spelling.casefold().replace("-", " "), set()).add(each.id)
    assert {spelling: ids for spelling, ids in owners.items() if len(ids) > 1} == {}


@pytest.mark.parametrize(
    ("spelling", "identifier"),
    [
        ("pytorch", "pytorch"),
        ("PyTorch", "pytorch"),
        ("Postgres", "postgresql"),
        ("k8s", "kubernetes"),
        ("golang", "go"),
        ("C++", "cpp"),
        (".NET", "dotnet"),
        ("Retrieval-Augmented Generation", "rag"),
        ("scikit learn", "scikit-learn"),
        ("HuggingFace", "hugging-face"),
    ],
)
def test_a_skill_is_found_by_id_name_or_alias_in_any_case(spelling: str, identifier: str) -> None:
    found = skill(spelling)
    assert found is not None
    assert found.id == identifier


def test_an_unknown_name_is_none() -> None:
    assert skill("underwater basket weaving") is None


@pytest.mark.parametrize(
    ("young", "year"), [("lora", 2021), ("qlora", 2023), ("langchain", 2022), ("mcp", 2024), ("vllm", 2023)]
)
def test_a_young_technology_knows_its_year(young: str, year: int) -> None:
    assert VOCABULARY[young].born == year


@pytest.mark.parametrize(
    ("a", "b", "least", "most"),
    [
        ("pytorch", "pytorch", 1.0, 1.0),
        ("pytorch", "deep-learning", 0.7, 0.7),
        ("qlora", "peft", 0.45, 0.5),
        ("pytorch", "tensorflow", 0.4, 0.4),
        ("langgraph", "agents", 0.7, 0.7),
        ("postgresql", "mysql", 0.4, 0.4),
        ("photoshop", "pytorch", 0.0, 0.0),
        ("marketing", "cuda", 0.0, 0.0),
    ],
)
def test_relations_fall_with_distance(a: str, b: str, least: float, most: float) -> None:
    assert least <= related(a, b) <= most


def test_a_relation_is_the_same_in_both_directions_and_within_bounds() -> None:
    some = sorted(VOCABULARY)[::7]
    for a in some:
        for b in some:
            assert related(a, b) == related(b, a)
            assert 0.0 <= related(a, b) <= 1.0
