"""The layer profile in words: what was read, that nothing was there to read, or that nobody has read it yet."""

from typing import Any

import pytest

from recruit.portal.templatetags.strata import strata

_EQUAL = dict.fromkeys(("1", "2", "3", "cross_layer", "none"), 0.2)
_QUOTE = {"layer": "1", "quote": "Built agents.", "span": [0, 13], "weight": 1.0}


@pytest.mark.parametrize(
    ("reading", "words"),
    [
        (None, "not read yet"),
        ({"probabilities": _EQUAL, "evidence": [], "abstained": True}, "nothing to read"),
        ({"probabilities": _EQUAL, "evidence": [_QUOTE], "abstained": True}, "layer 1 .20"),
    ],
)
def test_the_words_beside_the_bands_tell_an_empty_text_from_one_not_read(
    reading: dict[str, Any] | None, words: str
) -> None:
    assert strata(reading)["words"].startswith(words)


def test_a_text_in_which_nothing_was_read_has_no_bands() -> None:
    shown = strata({"probabilities": _EQUAL, "evidence": [], "abstained": True})
    assert {band["width"] for band in shown["bands"]} == {0}
