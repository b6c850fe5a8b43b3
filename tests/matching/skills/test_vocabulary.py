"""The vocabulary is whole: every parent exists, every spelling means one skill, and relations have sane sizes."""

import tomllib
from importlib.resources import files
from importlib.resources.abc import Traversable

import pytest

from matching.skills import VOCABULARY, label, related, skill


def test_there_are_at_least_900_skills_with_a_name_and_a_kind() -> None:
    assert len(VOCABULARY) >= 900
    assert all(each.id == key and each.name and each.kind for key, each in VOCABULARY.items())


def test_the_layers_of_the_stack_have_at_least_400_skills_and_each_a_hundred_of_its_own() -> None:
    counts = [sum(each.layer == layer for each in VOCABULARY.values()) for layer in ("1", "2", "3")]
    assert sum(counts) >= 400
    assert min(counts) >= 100


@pytest.mark.parametrize("path", sorted(files("matching.skills.vocabulary").iterdir(), key=str), ids=str)
def test_every_data_file_names_its_source_and_licence_in_its_head(path: Traversable) -> None:
    if path.name.endswith(".toml"):
        head = path.read_text(encoding="utf-8").split("[skills]")[0]
        assert "Our own writing" in head
        assert "Apache-2.0" in head


def test_public_identifiers_belong_to_skills_that_exist() -> None:
    public = tomllib.loads((files("matching.skills") / "identifiers.toml").read_text(encoding="utf-8"))
    for taxonomy in ("esco", "onet"):
        assert len(public[taxonomy]) >= 100
        assert public[taxonomy].keys() <= VOCABULARY.keys()
    assert len({uri for uri, _ in public["esco"].values()}) == len(public["esco"])


def test_a_skill_carries_its_identifiers_where_the_taxonomies_know_it() -> None:
    assert VOCABULARY["python"].esco == "http://data.europa.eu/esco/skill/ccd0a1d9-afda-43d9-b901-96344886e14d"
    assert VOCABULARY["python"].onet == "43232405 Python"
    assert (VOCABULARY["qlora"].esco, VOCABULARY["qlora"].onet) == ("", "")


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


def test_a_skill_has_a_name_for_people_and_an_unknown_word_is_its_own() -> None:
    assert [label(each) for each in ("cpp", "k8s", "Cobol 85")] == ["C++", "Kubernetes", "Cobol 85"]
