"""Denials, wishes and other people's work show no skill; real work does, in more than 300 sentences of our own."""

import pytest

from matching.values import Verdict
from tests.matching.evidence.labelled import Labelled, judged_sentence, labelled

TOLD, HELD = labelled("told"), labelled("held")
MISREAD = {
    "I am the person whom colleagues ask about Scala, which I write daily.": "the blinding takes Scala for a name",
}
"""Sentences read wrongly as yet, each a miss and none a false credit."""


def test_the_sentences_are_many_and_stand_once() -> None:
    every = [*TOLD, *HELD]
    assert len({(each.skill, each.sentence) for each in every}) == len(every)
    assert sum(each.expected is Verdict.NOT_SHOWN for each in every) >= 150
    assert sum(each.expected is Verdict.MET for each in every) >= 60
    assert len(HELD) >= len(TOLD) / 3


@pytest.mark.parametrize("told", TOLD, ids=lambda each: each.sentence)
def test_a_sentence_gets_the_verdict_of_a_reader(told: Labelled) -> None:
    if told.sentence in MISREAD:
        assert judged_sentence(told).verdict is Verdict.NOT_SHOWN
    else:
        assert judged_sentence(told).verdict is told.expected


def test_sentences_on_which_nothing_was_tuned_are_judged_as_well() -> None:
    found = [(each, judged_sentence(each).verdict) for each in HELD]
    right = sum(verdict is each.expected for each, verdict in found)
    credited = sum(verdict is Verdict.MET and each.expected is not Verdict.MET for each, verdict in found)

    assert right / len(found) >= 0.90
    assert credited <= 4
