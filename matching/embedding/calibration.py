"""Which numeric format is faster on this machine: measured at start, never guessed.

bf16 is about three times as fast as fp32 where the processor has AMX and several times slower elsewhere
(PERFORMANCE.md), and the two make different vectors. So fp32 stays the default, and bf16 is taken only when
somebody asks for calibration and it wins clearly.
"""

from collections.abc import Callable
from dataclasses import dataclass
from time import process_time

from matching.embedding.encoder import Encoder
from matching.embedding.transformer import default_encoder

_WINS_BY = 1.3
_SAMPLE = tuple(f"Ran retrieval service number {n} for a search team of twelve and cut its latency." for n in range(16))


@dataclass(frozen=True, slots=True)
class Calibration:
    """CPU seconds for one sample in each format, and the format to use."""

    seconds: dict[str, float]
    chosen: str


def calibrate(
    *, build: Callable[[str], Encoder] | None = None, clock: Callable[[], float] = process_time
) -> Calibration:
    """Embed sixteen sentences in fp32 and bf16; choose bf16 only where it is at least 1.3 times as fast.

    Loads the model twice (about 1 s and 180 MB more for a moment). Raises ModelUnavailable.
    """
    make = build or (lambda numeric_format: default_encoder(numeric_format=numeric_format))
    seconds = {each: _measure(make(each), clock=clock) for each in ("fp32", "bf16")}
    faster = seconds["bf16"] * _WINS_BY <= seconds["fp32"]
    return Calibration(seconds, "bf16" if faster else "fp32")


def _measure(encoder: Encoder, *, clock: Callable[[], float]) -> float:
    encoder.encode(_SAMPLE[:1])
    start = clock()
    encoder.encode(_SAMPLE)
    return clock() - start
