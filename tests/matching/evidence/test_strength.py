"""Strength is the credit that a reader would give: measured on labelled sentences, and never less for more."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.evidence.strength import held, meaning_strength, skill_strength
from matching.values import Verdict
from tests.matching.evidence.labelled import judged_sentence, labelled

CREDIT = {Verdict.MET: 1.0, Verdict.PARTLY: 0.5, Verdict.NOT_SHOWN: 0.0, Verdict.CONTRADICTED: 0.0}
share = st.floats(0, 1)


@pytest.mark.parametrize("name", ["told", "held"])
def test_strength_is_near_the_credit_of_a_reader(name: str) -> None:
    rows = [(judged_sentence(each).strength, CREDIT[each.expected]) for each in labelled(name)]
    strengths, credits = np.array([row[0] for row in rows]), np.array([row[1] for row in rows])
    bins = np.minimum((strengths * 10).astype(int), 9)
    gaps = [abs((strengths - credits)[bins == each].mean()) * (bins == each).mean() for each in np.unique(bins)]

    assert sum(gaps) <= 0.08


@given(share, share, share, share, share, st.sampled_from(["identity", "shown", "years", "meaning"]))
def test_more_of_anything_never_lowers_a_strength(
    identity: float, shown: float, years: float, meaning: float, more: float, which: str
) -> None:
    given_values = {"identity": identity, "shown": shown, "years": years, "meaning": meaning}
    raised = {**given_values, which: max(given_values[which], more)}

    assert skill_strength(**raised) >= skill_strength(**given_values)


@given(share, share)
def test_a_nearer_passage_is_never_weaker(one: float, other: float) -> None:
    nearer, farther = max(one, other), min(one, other)

    assert meaning_strength(nearer) >= meaning_strength(farther)


@given(share, share)
def test_a_better_verdict_is_never_weaker(one: float, other: float) -> None:
    assert held(one, verdict=Verdict.MET) >= held(other, verdict=Verdict.PARTLY)
    assert held(one, verdict=Verdict.PARTLY) >= held(other, verdict=Verdict.NOT_SHOWN)
    assert held(one, verdict=Verdict.NOT_SHOWN) >= held(0.0, verdict=Verdict.CONTRADICTED)
