"""The verbatim quote: the most telling sentence of a passage, cut at sentence borders, never changed by a letter."""

import re
from collections.abc import Sequence
from functools import lru_cache

from matching.text import Span

LONGEST = 260
_WHOLE = 160
_BORDER = re.compile(r"(?<=[.!?;])\s+(?=[\"'(\[A-Z0-9])|\n\s*(?:[•▪●◦‣·*\u2013-]\s+|\n)|\n(?=[A-Z][\w &/,-]{1,40}:\s)")
_LEAD = re.compile(r"[\s•▪●◦‣·*\u2013\u2014|,;:-]+")
_WORD = re.compile(r"[a-z0-9+#]{3,}")
_COMMON = frozenset(
    re.findall(
        r"\w+",
        "and the for with from that this you your our are have has will who was were into other such any all can not "
        "but experience experienced strong good excellent ability able knowledge skills years year work working using "
        "use proven solid hands understanding familiarity least plus preferred required must should",
    )
)


def sentences(text: str, span: Span) -> list[Span]:
    """The sentences of `text[span]` as spans of `text`, in order; never empty unless the span holds only layout."""
    found: list[Span] = []
    start = span.start
    for border in _BORDER.finditer(span.of(text)):
        found.append(trimmed(text, Span(start, span.start + border.start())))
        start = span.start + border.end()
    found.append(trimmed(text, Span(start, span.end)))
    return [each for each in found if each.end > each.start]


def trimmed(text: str, span: Span) -> Span:
    """The span without the white space and bullets around it."""
    inside = span.of(text)
    lead = _LEAD.match(inside)
    start = span.start + (lead.end() if lead else 0)
    end = span.start + len(inside.rstrip())
    return Span(min(start, end), end) if end >= span.start else Span(span.start, span.start)


def telling(text: str, span: Span, *, wanted: str, mentions: Sequence[Span] = ()) -> Span:
    """The part of `text[span]` that says most about `wanted`: the sentence with a mention, else with shared words.

    A short passage is quoted whole; a sentence longer than 260 characters is cut at a word around its mention.
    """
    whole = trimmed(text, span)
    inside = [each for each in mentions if each.overlaps(whole)]
    if whole.end - whole.start <= _WHOLE and "\n" not in whole.of(text).strip():
        return whole
    asked = words(wanted)
    best = max(
        sentences(text, span) or [whole],
        key=lambda each: (
            sum(mention.overlaps(each) for mention in inside),
            len(asked & words(each.of(text))),
            -each.start,
        ),
    )
    return _shortened(text, best, inside)


def _shortened(text: str, span: Span, mentions: Sequence[Span]) -> Span:
    if span.end - span.start <= LONGEST:
        return span
    centre = next((each.start for each in mentions if each.overlaps(span)), span.start)
    start = max(span.start, min(centre - LONGEST // 2, span.end - LONGEST))
    end = min(span.end, start + LONGEST)
    return trimmed(text, Span(_word_start(text, start, span), _word_end(text, end, span)))


def _word_start(text: str, offset: int, span: Span) -> int:
    while offset > span.start and not text[offset - 1].isspace():
        offset -= 1
    return offset


def _word_end(text: str, offset: int, span: Span) -> int:
    while offset < span.end and not text[offset].isspace():
        offset += 1
    return offset


@lru_cache(maxsize=20_000)
def words(text: str) -> frozenset[str]:
    """The words that carry meaning, lower-case, with plural and -ing endings cut."""
    found = _WORD.findall(text.lower())
    return frozenset(_stem(word) for word in found if word not in _COMMON)


def _stem(word: str) -> str:
    for ending in ("ing", "ies", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word
