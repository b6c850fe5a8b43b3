"""Where a person comes from, with a short quote: a description for readers, never a feature of any score.

Read from the cues in `backgrounds.toml`, because a background must be explainable by one quote and its mistakes
cost nobody a rank. The first passages and the titles of entries tell most.
"""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from matching.layers import Background
from matching.text import Span
from matching.values import Passage, Section

_EARLY = 3
_QUIET = frozenset({Section.EDUCATION, Section.LANGUAGES})
_ENOUGH = 2.0
_STRONG = 2.0
_QUOTE = 140


def background_of(passages: Sequence[Passage], *, original: str) -> tuple[Background, str]:
    """The background and the verbatim quote from `original` that decided it; `OTHER` and "" when nothing tells.

    The plain title of a trade outside the eight is `OTHER` with its quote.
    """
    told: dict[Background, dict[str, float]] = {each: {} for each in Background}
    best: dict[Background, tuple[float, Span]] = {}
    for index, passage in enumerate(passages):
        factor = (1.5 if index < _EARLY else 1.0) * (0.7 if passage.section in _QUIET else 1.0)
        for background, weight, pattern in _cues():
            found = pattern.search(passage.embedded_text)
            if found is None:
                continue
            # a weak word said ten times is still one weak word
            word = found.group().lower() if weight < _STRONG else f"{found.group().lower()} {index}"
            told[background][word] = max(weight * factor, told[background].get(word, 0.0))
            if weight * factor > best.get(background, (0.0, passage.span))[0]:
                best[background] = (weight * factor, passage.span)
    totals = {each: sum(words.values()) if _may_be(each, passages) else 0.0 for each, words in told.items()}
    chosen = max(Background, key=lambda each: totals[each])
    if totals[chosen] < _ENOUGH:
        return Background.OTHER, ""
    return chosen, best[chosen][1].of(original)[:_QUOTE]


def _may_be(background: Background, passages: Sequence[Passage]) -> bool:
    """False when the resume lacks what this background cannot be without: who leads no technical work leads other."""
    needed = _needs().get(background)
    return needed is None or any(needed.search(each.embedded_text) for each in passages)


@cache
def _needs() -> dict[Background, re.Pattern[str]]:
    return {
        Background(row["background"]): re.compile(rf"\b({'|'.join(row['words'])})\b", re.IGNORECASE)
        for row in _table()["need"]
    }


@cache
def _table() -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads((Path(__file__).parent / "backgrounds.toml").read_text(encoding="utf-8"))


@cache
def _cues() -> tuple[tuple[Background, float, re.Pattern[str]], ...]:
    return tuple(
        (Background(row["background"]), row["weight"], re.compile(rf"\b({'|'.join(row['words'])})\b", re.IGNORECASE))
        for row in _table()["cue"]
    )
