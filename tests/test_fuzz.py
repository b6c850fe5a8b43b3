"""A first round of each fuzz target; `python -m tests.fuzz` goes on for as long as one likes."""

import pytest

from tests.fuzz import TARGETS, fuzz


@pytest.mark.parametrize("target", sorted(TARGETS))
def test_a_target_stands_a_round_of_fuzzing(target: str) -> None:
    assert fuzz(target, seconds=0) > 100
