"""Parts add up, more evidence never lowers, a cap hides nobody, and the same input gives the same score."""

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.layers import Layer
from matching.ranking import Fits, layer_fit, rescore, score_from_fits, seniority_fit
from matching.ranking.score import PARTS
from matching.values import Evidence, LayerReading, Priority, Requirement, Score, Verdict, Weights
from tests.matching.evidence.builders import Resume, ask, role_of

STRENGTH = {Verdict.MET: 0.9, Verdict.PARTLY: 0.4, Verdict.NOT_SHOWN: 0.0, Verdict.CONTRADICTED: 0.0}

unit = st.floats(0, 1)
fit = st.one_of(st.none(), unit)
cell = st.tuples(st.sampled_from(Priority), st.sampled_from(Verdict), unit, st.floats(0, 5))
weighted = st.builds(Weights, musts=unit, nices=unit, layer=unit, seniority=unit)


def requirements_of(*priorities: Priority) -> tuple[Requirement, ...]:
    return tuple(ask(f"number {index}", priority=each) for index, each in enumerate(priorities))


def cells_of(*verdicts: Verdict) -> tuple[Evidence, ...]:
    return tuple(Evidence(index, each, STRENGTH[each], None, "", "", "") for index, each in enumerate(verdicts))


def scored(
    priorities: list[Priority], verdicts: list[Verdict], *, layer: float | None = None, seniority: float | None = None
) -> Score:
    return score_from_fits(
        requirements_of(*priorities), cells_of(*verdicts), fits=Fits(layer, seniority), weights=Weights()
    )


@given(cells=st.lists(cell, max_size=12), layer=fit, seniority=fit, weights=weighted)
def test_parts_add_up_to_the_score(
    cells: list[tuple[Priority, Verdict, float, float]], layer: float | None, seniority: float | None, weights: Weights
) -> None:
    requirements = requirements_of(*(each[0] for each in cells))
    evidence = [Evidence(row, each[1], each[2], None, "", "", "") for row, each in enumerate(cells)]
    by_requirement = {row: each[3] for row, each in enumerate(cells)}
    full = Weights(weights.musts, weights.nices, weights.layer, weights.seniority, by_requirement)

    found = score_from_fits(requirements, evidence, fits=Fits(layer, seniority), weights=full)

    assert set(found.parts) == set(PARTS)
    assert abs(sum(found.parts.values()) - found.total) < 1e-9
    assert 0 <= found.total <= 1


@given(cells=st.lists(cell, min_size=1, max_size=8), layer=fit, row=st.integers(0, 7), more=unit)
def test_more_evidence_never_lowers_a_score(
    cells: list[tuple[Priority, Verdict, float, float]], layer: float | None, row: int, more: float
) -> None:
    row %= len(cells)
    requirements = requirements_of(*(Priority.MUST if each[0] is Priority.AVOID else each[0] for each in cells))
    before = [Evidence(index, each[1], each[2], None, "", "", "") for index, each in enumerate(cells)]
    after = list(before)
    after[row] = Evidence(row, Verdict.MET, max(before[row].strength, more), None, "", "", "")

    scores = [
        score_from_fits(requirements, evidence, fits=Fits(layer, 0.5), weights=Weights()).total
        for evidence in (before, after)
    ]

    assert scores[1] >= scores[0] - 1e-12


def test_a_hundred_runs_give_one_score() -> None:
    priorities, verdicts = [Priority.MUST] * 7, [Verdict.MET, Verdict.PARTLY, Verdict.NOT_SHOWN] * 2 + [Verdict.MET]

    assert len({scored(priorities, verdicts, layer=0.7, seniority=0.3).total for _ in range(100)}) == 1


def test_a_score_alone_equals_the_score_in_a_list() -> None:
    rng = np.random.default_rng(5)
    requirements = requirements_of(*[Priority.MUST, Priority.NICE, Priority.AVOID, Priority.MUST, Priority.MUST])
    strengths, shown = rng.random((300, 5)), rng.random((300, 5)) > 0.3
    layer, seniority = rng.random(300), rng.random(300)
    together = rescore(
        requirements, strengths=strengths, shown=shown, layer=layer, seniority=seniority, weights=Weights()
    )
    order = list(range(300))
    random.Random(3).shuffle(order)
    shuffled = rescore(
        requirements,
        strengths=strengths[order],
        shown=shown[order],
        layer=layer[order],
        seniority=seniority[order],
        weights=Weights(),
    )
    alone = [
        rescore(
            requirements,
            strengths=strengths[row : row + 1],
            shown=shown[row : row + 1],
            layer=layer[row : row + 1],
            seniority=seniority[row : row + 1],
            weights=Weights(),
        ).one(0)
        for row in range(300)
    ]

    assert [together.one(row) for row in range(300)] == alone
    assert [shuffled.one(row) for row in range(300)] == [alone[row] for row in order]


def test_everything_met_scores_near_one() -> None:
    assert scored([Priority.MUST] * 3, [Verdict.MET] * 3, layer=1.0, seniority=1.0).total > 0.9


def test_a_part_that_a_role_cannot_give_hands_its_weight_on() -> None:
    assert scored([Priority.MUST] * 3, [Verdict.MET] * 3).total == pytest.approx(0.9)


def test_a_must_that_is_not_shown_caps_and_says_so() -> None:
    found = scored([Priority.MUST] * 4, [Verdict.MET] * 3 + [Verdict.NOT_SHOWN], layer=1.0, seniority=1.0)

    assert found.capped
    assert found.parts["cap"] < 0
    assert found.total <= 0.9 - 0.5 / 4


def test_a_cap_keeps_the_order_below_it() -> None:
    weak = scored([Priority.MUST] * 3, [Verdict.PARTLY, Verdict.NOT_SHOWN, Verdict.PARTLY], layer=1.0)
    strong = scored([Priority.MUST] * 3, [Verdict.MET, Verdict.NOT_SHOWN, Verdict.MET], layer=1.0)

    assert weak.capped
    assert weak.total < strong.total


def test_a_cap_hides_nobody() -> None:
    assert scored([Priority.MUST] * 5, [Verdict.NOT_SHOWN] * 5, layer=0.5).total > 0


def test_nothing_capped_when_only_a_nice_to_have_is_missing() -> None:
    found = scored([Priority.MUST, Priority.NICE], [Verdict.MET, Verdict.NOT_SHOWN])

    assert not found.capped
    assert found.parts["cap"] == 0


def test_what_should_be_avoided_subtracts() -> None:
    with_it = scored([Priority.MUST, Priority.AVOID], [Verdict.MET, Verdict.MET])
    without = scored([Priority.MUST, Priority.AVOID], [Verdict.MET, Verdict.NOT_SHOWN])

    assert with_it.parts["avoid"] < 0
    assert with_it.total < without.total


def test_a_requirement_of_weight_zero_neither_counts_nor_caps() -> None:
    requirements, evidence = requirements_of(Priority.MUST, Priority.MUST), cells_of(Verdict.MET, Verdict.NOT_SHOWN)

    found = score_from_fits(requirements, evidence, fits=Fits(None, None), weights=Weights(requirement={1: 0.0}))

    assert not found.capped
    assert found.total == pytest.approx(0.9)


def test_shapes_that_disagree_are_refused() -> None:
    with pytest.raises(ValueError, match="do not fit"):
        rescore(
            requirements_of(Priority.MUST),
            strengths=np.zeros((1, 2)),
            shown=np.zeros((1, 2), dtype=np.bool_),
            layer=None,
            seniority=None,
            weights=Weights(),
        )


def reading(*, abstained: bool = False, primary: Layer = Layer.ORCHESTRATION, **layers: float) -> LayerReading:
    named = {"one": Layer.ORCHESTRATION, "two": Layer.ADAPTATION, "none": Layer.NONE}
    return LayerReading({named[name]: value for name, value in layers.items()}, primary, abstained)


def test_a_person_of_the_same_layer_fits_better() -> None:
    role = reading(one=0.9, two=0.1)

    assert (layer_fit(role, person=reading(one=0.9)) or 0) > (layer_fit(role, person=reading(two=0.9)) or 0)


@pytest.mark.parametrize("role", [reading(one=0.9, abstained=True), reading(none=0.9, primary=Layer.NONE)])
def test_a_role_without_a_layer_asks_for_none(role: LayerReading) -> None:
    assert layer_fit(role, person=reading(one=0.9)) is None


@pytest.mark.parametrize(("years", "expected"), [(0, 0.0), (2.5, 0.5), (5, 1.0), (30, 1.0)])
def test_years_count_up_to_what_is_asked_and_no_further(years: float, expected: float) -> None:
    role = role_of(ask("five years", years=5))

    assert seniority_fit(role, profile=Resume().profile(years=years)) == expected


def test_a_seniority_stands_for_years_where_none_are_stated() -> None:
    assert seniority_fit(role_of(seniority="senior"), profile=Resume().profile(years=2.5)) == 0.5


def test_a_role_that_asks_neither_has_no_seniority_fit() -> None:
    assert seniority_fit(role_of(), profile=Resume().profile(years=2.5)) is None
