"""Metrics against values worked out by hand."""

from math import log2

import pytest

from matching.evaluation import metrics
from matching.evaluation.bm25 import Bm25
from matching.evaluation.intervals import interval, paired

RANKING = ["a", "b", "c", "d", "e"]
JUDGED = {"b": 1.0, "d": 2.0, "z": 1.0, "a": 0.0}


def test_ndcg_discounts_by_rank_and_counts_what_is_missing() -> None:
    found = 1 / log2(3) + 2 / log2(5)
    ideal = 2 / log2(2) + 1 / log2(3) + 1 / log2(4)

    assert metrics.ndcg(RANKING, JUDGED, k=10) == pytest.approx(found / ideal)


def test_ndcg_looks_no_further_than_k() -> None:
    ideal = 2 / log2(2) + 1 / log2(3)

    assert metrics.ndcg(RANKING, JUDGED, k=2) == pytest.approx((1 / log2(3)) / ideal)


def test_average_precision_divides_by_all_that_is_relevant() -> None:
    assert metrics.average_precision(RANKING, JUDGED) == pytest.approx((1 / 2 + 2 / 4) / 3)


def test_reciprocal_rank_is_that_of_the_first() -> None:
    assert metrics.reciprocal_rank(RANKING, JUDGED) == 0.5


@pytest.mark.parametrize(("k", "expected"), [(1, 0.0), (2, 1 / 3), (5, 2 / 3)])
def test_recall_at_k(k: int, expected: float) -> None:
    assert metrics.recall(RANKING, JUDGED, k=k) == pytest.approx(expected)


@pytest.mark.parametrize(("k", "expected"), [(1, 0.0), (2, 1.0)])
def test_hit_at_k(k: int, expected: float) -> None:
    assert metrics.hit(RANKING, JUDGED, k=k) == expected


@pytest.mark.parametrize(("k", "expected"), [(1, 0.0), (2, 0.5), (5, 2 / 3)])
def test_r_precision_divides_by_what_was_possible(k: int, expected: float) -> None:
    assert metrics.r_precision(RANKING, JUDGED, k=k) == pytest.approx(expected)


def test_macro_f1_averages_labels() -> None:
    pairs = [
        (frozenset("1"), frozenset("1")),
        (frozenset("1"), frozenset("2")),
        (frozenset("2"), frozenset("2")),
    ]

    assert metrics.f1_macro(pairs, labels=["1", "2"]) == pytest.approx((2 / 3 + 2 / 3) / 2)


def test_calibration_error_weighs_the_gap_of_each_bin() -> None:
    pairs = [(0.9, True), (0.9, False), (0.1, False), (0.1, False)]

    assert metrics.ece(pairs) == pytest.approx(0.5 * 0.4 + 0.5 * 0.1)


def test_an_interval_holds_its_mean_and_repeats() -> None:
    values = [0.0, 1.0, 1.0, 0.0, 1.0, 0.5]

    found = interval(values)

    assert found.low < found.value < found.high
    assert found == interval(values)


def test_a_system_against_itself_differs_by_nothing() -> None:
    found = paired([0.2, 0.4], [0.2, 0.4])

    assert (found.value, found.low, found.high) == (0.0, 0.0, 0.0)


def test_a_constant_lead_has_a_narrow_interval() -> None:
    found = paired([0.3, 0.9, 0.5], [0.2, 0.8, 0.4])

    assert found.low == pytest.approx(0.1)
    assert found.high == pytest.approx(0.1)


def test_bm25_by_hand() -> None:
    from math import log

    found = Bm25(["red apple", "green apple", "green pear tree"]).scores("pear")
    weight = log(1 + (3 - 1 + 0.5) / (1 + 0.5))
    norm = 1.2 * (0.25 + 0.75 * 3 / (7 / 3))

    assert list(found[:2]) == [0.0, 0.0]
    assert found[2] == pytest.approx(weight * 2.2 / (1 + norm))
