"""Each text is embedded once, and its vector is reused by digest."""

from collections.abc import Sequence

import numpy as np
import pytest

from matching.embedding import ModelIdentity, Vectors, as_stored, digest_of, embed_once, stacked
from matching.embedding.calibration import calibrate
from tests.doubles import FixedEncoder


class CountingEncoder(FixedEncoder):
    def __init__(self) -> None:
        self.texts: list[str] = []

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.texts += texts
        return super().encode(texts)


class TimedEncoder(FixedEncoder):
    def __init__(self, clock: list[float], *, seconds: float) -> None:
        self.clock, self.seconds = clock, seconds

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.clock[0] += self.seconds
        return super().encode(texts)


def test_a_repeated_text_is_embedded_once() -> None:
    encoder = CountingEncoder()

    embed_once(encoder, ["one text", "one text", "another"])

    assert sorted(encoder.texts) == ["another", "one text"]


def test_a_known_digest_keeps_its_vector() -> None:
    kept = np.ones(384, dtype=np.float32)

    found = embed_once(FixedEncoder(), ["text"], known={digest_of("text"): kept})

    assert found[digest_of("text")] is kept


def test_vectors_are_rounded_as_the_database_keeps_them() -> None:
    vectors = FixedEncoder().encode(["three different words"])

    assert np.array_equal(embed_once(FixedEncoder(), ["three different words"]).popitem()[1], as_stored(vectors)[0])


def test_rows_follow_the_digests_asked_for() -> None:
    found = embed_once(FixedEncoder(), ["a", "b"])

    rows = stacked([digest_of("b"), digest_of("a")], found, dimensions=384)

    assert np.array_equal(rows[0], found[digest_of("b")])


def test_no_digest_gives_no_row() -> None:
    assert stacked([], {}, dimensions=384).shape == (0, 384)


@pytest.mark.parametrize(("bf16", "chosen"), [(1.0, "bf16"), (9.0, "fp32"), (10.0, "fp32"), (70.0, "fp32")])
def test_bf16_is_chosen_only_where_it_is_clearly_faster(bf16: float, chosen: str) -> None:
    clock = [0.0]
    seconds = {"fp32": 10.0, "bf16": bf16}

    found = calibrate(build=lambda name: TimedEncoder(clock, seconds=seconds[name]), clock=lambda: clock[0])

    assert found.chosen == chosen


def test_the_double_satisfies_the_identity() -> None:
    assert isinstance(FixedEncoder.identity, ModelIdentity)
