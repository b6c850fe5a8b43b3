"""A name that a person has told us: every place where it stands, found more eagerly than one that was merely read.

The reader may have missed it (two columns, odd layout, small letters), so besides the rules for a name that was read
the whole name is cut in any case of letters, and a part of it where it is all that a line says.
"""

import re
from collections.abc import Iterator

from matching.profile.names import NAME, find_occurrences
from matching.profile.person import PersonName
from matching.text import Mask, Span

_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.\-])*")  # noqa: RUF001  both signs stand in names


def find_told(content: str, written: str) -> Iterator[Mask]:
    """Masks for a name as somebody wrote it; nothing when it holds no word."""
    tokens = tuple(_WORD.findall(written))
    if not tokens:
        return
    name = PersonName(tokens, Span(0, 0))
    yield from (each for each in find_occurrences(content, name) if each.span.end > each.span.start)
    if len(tokens) > 1:
        for order in (tokens, (tokens[-1], *tokens[:-1])):
            whole = r"[\s_.,-]+".join(re.escape(token) for token in order)
            yield from _masks(rf"(?<![^\W_]){whole}(?![^\W_])", content)
    parts = sorted(part for part in name.parts if len(part) > 1)
    if parts:
        yield from _masks(rf"(?<=^)(?:{'|'.join(map(re.escape, parts))})(?=\W*$)", content)


def _masks(pattern: str, content: str) -> Iterator[Mask]:
    for match in re.finditer(pattern, content, re.IGNORECASE | re.MULTILINE):
        yield Mask(Span(*match.span()), NAME)
