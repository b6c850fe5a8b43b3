"""The measures of the layer classifier, against sets small enough to work out by hand."""

import pytest

from matching.evaluation.layers import Answer, calibration_error, macro_f1, summary, with_interval
from matching.layers import Layer

ONE, TWO, NONE = Layer.ORCHESTRATION, Layer.ADAPTATION, Layer.NONE


def test_macro_f1_is_the_mean_over_the_asked_layers() -> None:
    answers = [Answer(ONE, ONE, 0.9), Answer(ONE, TWO, 0.9), Answer(TWO, TWO, 0.9), Answer(NONE, NONE, 0.9)]
    assert macro_f1(answers, layers=(ONE, TWO, NONE)) == pytest.approx((2 / 3 + 2 / 3 + 1) / 3)


def test_a_layer_that_never_occurs_scores_nothing() -> None:
    assert macro_f1([Answer(ONE, ONE, 1.0)], layers=(ONE, TWO)) == 0.5


def test_calibration_error_is_the_gap_between_confidence_and_accuracy() -> None:
    answers = [Answer(ONE, ONE, 0.75), Answer(ONE, TWO, 0.75)]
    assert calibration_error(answers) == pytest.approx(0.25)


def test_full_confidence_that_is_right_is_calibrated() -> None:
    assert calibration_error([Answer(ONE, ONE, 1.0)]) == 0


def test_the_interval_holds_the_figure_and_is_the_same_each_time() -> None:
    answers = [Answer(ONE, ONE, 0.8)] * 8 + [Answer(TWO, ONE, 0.6)] * 2 + [Answer(NONE, NONE, 0.9)] * 5
    first, second = with_interval(answers), with_interval(answers)
    assert first == second
    assert first.low <= first.value <= first.high


def test_abstentions_lower_coverage_and_leave_the_accuracy_of_the_rest() -> None:
    figures = summary([Answer(ONE, ONE, 0.9), Answer(ONE, TWO, 0.4, abstained=True)])
    assert figures["coverage"] == 0.5
    assert figures["accuracy_when_decided"] == 1.0
