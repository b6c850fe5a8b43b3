"""Where a person comes from, with a short quote: a description for readers, never a feature of any score.

Read from the cues in `backgrounds.toml`, because a background must be explainable by one quote and its mistakes
cost nobody a rank. The first passages and the titles of entries tell most.
"""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from matching.layers import Background
from matching.text import Span
from matching.values import Passage, Section

_EARLY = 3
_QUIET = frozenset({Section.EDUCATION, Section.LANGUAGES})
_ENOUGH = 2.0
_QUOTE = 140


def background_of(passages: Sequence[Passage], *, original: str) -> tuple[Background, str]:
    """The background and the verbatim quote from `original` that decided it; `OTHER` and "" when nothing tells.

    The plain title of a trade outside the eight is `OTHER` with its quote.
    """
    totals = dict.fromkeys(Background, 0.0)
    best: dict[Background, tuple[float, Span]] = {}
    for index, passage in enumerate(passages):
        factor = (1.5 if index < _EARLY else 1.0) * (0.7 if passage.section in _QUIET else 1.0)
        for background, weight, pattern in _cues():
            if not pattern.search(passage.embedded_text):
                continue
            totals[background] += weight * factor
            if weight * factor > best.get(background, (0.0, passage.span))[0]:
                best[background] = (weight * factor, passage.span)
    chosen = max(Background, key=lambda each: totals[each])
    if totals[chosen] < _ENOUGH:
        return Background.OTHER, ""
    return chosen, best[chosen][1].of(original)[:_QUOTE]


@cache
def _cues() -> tuple[tuple[Background, float, re.Pattern[str]], ...]:
    rows = tomllib.loads((Path(__file__).parent / "backgrounds.toml").read_text(encoding="utf-8"))["cue"]
    return tuple(
        (Background(row["background"]), row["weight"], re.compile(rf"\b({'|'.join(row['words'])})\b", re.IGNORECASE))
        for row in rows
    )
