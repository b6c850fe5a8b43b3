"""The order of a list depends on nothing but its rows."""

import random
from dataclasses import dataclass

from matching.ranking import order, tie_key
from matching.text import Mask, Span, mask
from matching.values import Profile


@dataclass(frozen=True)
class Row:
    key: str
    total: float = 0.5
    musts_met: int = 1
    tie_key: str = "a"


def test_a_shuffled_list_comes_back_in_one_order() -> None:
    rows = [Row(str(n), total=n % 3 / 2, musts_met=n % 2, tie_key=str(n % 4)) for n in range(40)]
    expected = order(rows)

    for seed in range(20):
        shuffled = list(rows)
        random.Random(seed).shuffle(shuffled)
        assert order(shuffled) == expected


def test_the_score_comes_first_then_musts_then_blind_content_then_the_key() -> None:
    rows = [
        Row("best", total=0.9, musts_met=0),
        Row("musts", musts_met=2, tie_key="z"),
        Row("blind", tie_key="a"),
        Row("key one", tie_key="b"),
        Row("key two", tie_key="b"),
    ]

    assert order(rows[::-1]) == rows


def test_two_names_over_one_resume_share_a_tie_key() -> None:
    keys = set()
    for name in ("Will Grant", "Rose Okonkwo-Lindqvist"):
        text = f"{name}\nBuilt search services."
        blind = mask(text, [Mask(Span(0, len(name)), "[name]")])
        keys.add(tie_key(Profile((), (), (), (), (), blind, (), 0.0)))

    assert len(keys) == 1
