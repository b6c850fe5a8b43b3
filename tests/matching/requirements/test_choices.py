"""Alternatives are read as alternatives, and what is needed beside them as needed."""

import pytest

from matching.requirements import read_role
from matching.text import Text
from matching.values import Requirement


def _one(bullet: str) -> Requirement:
    found = read_role(Text(f"Requirements\n- {bullet}\n")).requirements
    assert len(found) == 1, [each.text for each in found]
    return found[0]


@pytest.mark.parametrize(
    ("bullet", "skills"),
    [
        ("Python or Go", ("python", "go")),
        ("Python and/or Go", ("python", "go")),
        ("PyTorch, JAX or a framework of your own", ("pytorch", "jax")),
        ("LangChain, LlamaIndex, or similar frameworks", ("langchain", "llamaindex")),
        ("Proficiency in one of PyTorch / JAX / TensorFlow", ("pytorch", "jax", "tensorflow")),
        ("Experience with any of Spark, Flink, Kafka", ("spark", "flink", "kafka")),
        ("At least one of: Terraform, Ansible", ("terraform", "ansible")),
        ("3+ years of Python, Go or Rust", ("python", "go", "rust")),
    ],
)
def test_one_of_the_alternatives_is_enough(bullet: str, skills: tuple[str, ...]) -> None:
    found = _one(bullet)
    assert (found.skills, found.any_of, found.parts) == (skills, True, ())


@pytest.mark.parametrize("bullet", ["Python and SQL", "Python, Docker and Kubernetes", "Python & SQL", "Python + SQL"])
def test_all_of_a_list_that_an_and_closes_are_needed(bullet: str) -> None:
    found = _one(bullet)
    assert (found.any_of, found.parts) == (False, ())
    assert len(found.skills) > 1


@pytest.mark.parametrize(
    ("bullet", "choices"),
    [
        ("3+ years of Python and either PyTorch or JAX", (("python",), ("pytorch", "jax"))),
        ("3+ years of Python and frameworks such as PyTorch, JAX", (("python",), ("pytorch", "jax"))),
        ("AWS, GCP, or Azure, and Kubernetes", (("aws", "google-cloud", "azure"), ("kubernetes",))),
        ("Python (or Go) and Docker", (("python", "go"), ("docker",))),
        ("Python and ML frameworks (e.g. PyTorch)", (("python",), ("machine-learning", "pytorch"))),
    ],
)
def test_a_choice_beside_something_needed_is_a_group_of_its_own(
    bullet: str, choices: tuple[tuple[str, ...], ...]
) -> None:
    found = _one(bullet)
    assert tuple(each.skills for each in found.parts) == choices
    assert [each.any_of for each in found.parts] == [len(each) > 1 for each in choices]
    assert not found.any_of


def test_an_alternative_that_is_no_skill_is_kept_in_its_own_words() -> None:
    assert _one("PyTorch, JAX or a framework of your own").value == "a framework of your own"
    assert _one("PyTorch, JAX or similar").value == ""
