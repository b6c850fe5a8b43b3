# ruff: noqa: RUF001, RUF002
"""Projects of one line each ("Tinytorch – a small engine in C++ – github.com/…"), or of a name above a few lines.

A section is read so only when most of its lines begin in this way: one dash in a sentence makes no project.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from matching.profile.lines import Line
from matching.text import Span

_NAME = r"(?P<name>[^\W_][\w.+#&’'/-]*(?:\s[\w.+#&’'/-]+){0,5}?)"
_ONE = re.compile(
    rf"{_NAME}(?:\s*\([^()\n]{{1,60}}\))?(?:\s+[-–—|·]\s+|\s*:\s+|\s*\((?=\[link\]|[12]\d{{3}})|,\s+(?=an?\s|the\s|[12]\d{{3}})|\s+\[link\])"
    rf"|{_NAME.replace('name', 'lone')}\s*(?:\(?\[link\]\)?|\([^()\n]{{1,40}}\))\s*$"
)
_SENTENCE = re.compile(r"^(?:[A-Z][a-z]+ed|I|We|Using|Worked|My|This|The)\s")
_MOST_WORDS = 8
_MOSTLY = 0.6


def name_of(line: Line) -> Span | None:
    """The name with which a line begins that tells a project; None for a sentence."""
    match = None if _SENTENCE.match(line.text) else _ONE.match(line.text)
    if match is None:
        return None
    group = "name" if match["name"] else "lone"
    return Span(line.start + match.start(group), line.start + match.end(group))


def one_line_rows(lines: Sequence[Line]) -> list[int]:
    """The rows that begin a project, where projects are told in a line each; [] where they are not."""
    starts = [row for row, line in enumerate(lines) if name_of(line) is not None]
    whole = [row for row, line in enumerate(lines) if not _goes_on(lines, row)]
    told = [row for row in starts if row in whole]
    if not whole or len(told) < _MOSTLY * len(whole) or (whole[0] not in told):
        return []
    bulleted = [row for row in told if lines[row].bullet]
    # Bullets below heads without bullets are the story of the heads.
    return [] if bulleted and len(bulleted) < len(told) else told


def paragraph_rows(lines: Sequence[Line]) -> list[int]:
    """The rows of names that stand above a few lines of their own, parted by empty lines; [] where they do not."""
    if any(line.bullet for line in lines):
        return []
    firsts = [0, *(row + 1 for row, (above, line) in enumerate(pairwise(lines)) if line.number > above.number + 1)]
    stops = [*firsts[1:], len(lines)]
    heads = [lines[row] for row in firsts]
    named = all(not each.bullet and each.words <= _MOST_WORDS and not each.text.endswith((".", ":")) for each in heads)
    return firsts if named and all(stop - row > 1 for row, stop in zip(firsts, stops, strict=True)) else []


def _goes_on(lines: Sequence[Line], row: int) -> bool:
    """True for the rest of a line that the width of a page broke, and for the story below a bullet."""
    if row == 0:
        return False
    line, above = lines[row], lines[row - 1]
    close = line.number == above.number + 1
    broken = close and not line.bullet and (line.text[0].islower() or above.text.endswith((",", "-", "–", ":", "and")))
    below = close and not line.bullet and any(each.bullet for each in lines[:row])
    return broken or below
