"""A sentence is linked to the labels that its few words name, and to a skill under whatever name."""

from matching.evaluation.linking import linked
from matching.evaluation.systems import embedded
from matching.evaluation.trec import Task
from tests.doubles import FixedEncoder

CORPUS = {"k": "Kubernetes", "c": "cooking", "p": "Python (computer programming)", "s": "sailing"}


def _best(sentence: str) -> list[str]:
    task = Task({"q": sentence}, CORPUS, {"q": {"k": 1.0}})
    encoder = FixedEncoder()
    return [each for each, _ in linked(task, encoder=encoder, known=embedded(task, encoder=encoder))["q"]]


def test_a_skill_is_linked_by_another_of_its_names() -> None:
    assert _best("you run k8s in production and write python3 all day")[:2] in (["k", "p"], ["p", "k"])


def test_every_label_is_ranked_once() -> None:
    assert sorted(_best("anything at all")) == sorted(CORPUS)


def test_a_sentence_of_one_word_is_linked_too() -> None:
    assert _best("Kubernetes")[0] == "k"
