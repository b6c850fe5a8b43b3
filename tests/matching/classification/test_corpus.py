"""The corpus is varied writing of our own: large enough, every label in both kinds, no repeated phrases."""

import re
from collections import Counter, defaultdict

from matching.classification.corpus import examples, passages_of, sentences, titles
from matching.layers import Background, Layer

_WORDS = 8
_MOST = 3


def test_there_are_at_least_600_examples_and_more_postings_than_profiles() -> None:
    kinds = Counter(each.kind for each in examples())
    assert sum(kinds.values()) >= 600
    assert kinds["posting"] > kinds["resume"] >= 200


def test_every_label_stands_in_postings_and_in_profiles() -> None:
    found = Counter((each.kind, each.label) for each in examples())
    assert all(found[kind, label] >= 30 for kind in ("posting", "resume") for label in Layer)


def test_every_background_stands_in_at_least_twenty_profiles() -> None:
    found = Counter(each.background for each in examples() if each.kind == "resume")
    assert set(found) == set(Background)
    assert min(found.values()) >= 20


def test_identifiers_are_unique() -> None:
    assert max(Counter(each.id for each in examples()).values()) == 1


def test_no_eight_words_in_a_row_stand_in_more_than_three_texts() -> None:
    texts = [each.text for each in examples()] + [each.text for each in sentences()]
    places: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for number, text in enumerate(texts):
        words = re.findall(r"\w+", text.lower())
        for start in range(len(words) - _WORDS + 1):
            places[tuple(words[start : start + _WORDS])].add(number)
    assert [" ".join(words) for words, where in places.items() if len(where) > _MOST] == []


def test_examples_run_from_two_lines_to_a_page() -> None:
    lengths = sorted(len(each.text.split()) for each in examples())
    assert 10 <= lengths[0] <= 20
    assert 200 <= lengths[-1] <= 400


def test_passages_of_a_corpus_text_are_verbatim_and_leave_out_no_word() -> None:
    for example in examples():
        passages = passages_of(example.text)
        assert all(each.span.of(example.text) == each.text for each in passages)
        kept = re.findall(r"\w+", " ".join(each.text for each in passages))
        assert kept == re.findall(r"\w+", example.text)


def test_titles_of_postings_stand_among_the_titles() -> None:
    assert {each.title for each in examples() if each.title} <= {each.text for each in titles()}
