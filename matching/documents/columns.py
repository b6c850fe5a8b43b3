"""Where a page has columns: a gutter between two bands of lines that do not belong to one another.

A gutter is a column only when both sides have at least three lines and the file drew them apart (few changes
of side in drawing order) or their baselines do not agree. Dates set flush right beside each title share their
baselines and alternate with them, so they never count as a column.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

_MIN_LINES = 3
_NARROW, _WIDE = 2.0, 8.0


class Fragment(NamedTuple):
    """A run of text on one baseline, in points."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    y: float
    size: float


class _Cut(NamedTuple):
    """A gutter at `x` between the rows `first` to `last` (exclusive) of a region."""

    x: float
    first: int
    last: int
    weight: int


_Rows = list[list[tuple[int, Fragment]]]


def regions(fragments: Sequence[Fragment]) -> list[list[Fragment]]:
    """The fragments in groups, in reading order: within a group lines run across, between groups they do not."""
    return [[f for _, f in group] for group in _split(list(enumerate(fragments)))]


def _split(numbered: list[tuple[int, Fragment]]) -> list[list[tuple[int, Fragment]]]:
    if len(numbered) < 2 * _MIN_LINES:
        return [numbered] if numbered else []
    rows = _rows(numbered)
    cut = _best_cut(rows)
    if cut is None:
        return [numbered]
    band = [pair for row in rows[cut.first : cut.last] for pair in row]
    left = [pair for pair in band if pair[1].left < cut.x]
    right = [pair for pair in band if pair[1].left >= cut.x]
    above = [pair for row in rows[: cut.first] for pair in row]
    below = [pair for row in rows[cut.last :] for pair in row]
    return [*_split(above), *_split(left), *_split(right), *_split(below)]


def _rows(numbered: list[tuple[int, Fragment]]) -> _Rows:
    rows: _Rows = []
    for pair in sorted(numbered, key=lambda p: -p[1].y):
        if rows and rows[-1][0][1].y - pair[1].y < 2.0:
            rows[-1].append(pair)
        else:
            rows.append([pair])
    return rows


def _best_cut(rows: _Rows) -> _Cut | None:
    lefts = sorted({round(f.left) for row in rows for _, f in row})
    places = [left - 1.0 for left in lefts[1:]]
    stretches = zip(places, _crossed(rows, places), strict=True)
    cuts = [cut for x, crossed in stretches for cut in _cuts_at(rows, x, crossed)]
    return max(cuts, key=lambda cut: (cut.weight, -cut.x), default=None)


def _crossed(rows: _Rows, places: list[float]) -> list[list[int]]:
    """For each place of a possible gutter the rows in which a fragment runs across it."""
    crossed: list[list[int]] = [[] for _ in places]
    for index, row in enumerate(rows):
        for _, f in row:
            for each in crossed[bisect_right(places, f.left) : bisect_left(places, f.right)]:
                if not each or each[-1] != index:
                    each.append(index)
    return crossed


def _cuts_at(rows: _Rows, x: float, crossed: list[int]) -> Iterator[_Cut]:
    first = 0
    for index in (*crossed, len(rows)):
        cut = _cut(rows, x, first, index) if index - first >= _MIN_LINES else None
        if cut:
            yield cut
        first = index + 1


def _cut(rows: _Rows, x: float, first: int, last: int) -> _Cut | None:
    last = _end_of_set(rows, x, first, last)
    left = [pair for row in rows[first:last] for pair in row if pair[1].left < x]
    right = [pair for row in rows[first:last] for pair in row if pair[1].left >= x]
    if not left or not right:
        return None
    drawn = [(order, f.left >= x) for order, f in left + right]
    gutter = min(f.left for _, f in right) - max(f.right for _, f in left)
    left_lines, right_lines, shared = _lines(rows[first:last], x)
    fewer = min(left_lines, right_lines)
    drawn_apart = gutter >= _NARROW and _changes(drawn) <= 0.5 * fewer
    set_apart = gutter >= _WIDE and shared < 0.4 * fewer
    if fewer >= _MIN_LINES and (drawn_apart or set_apart):
        return _Cut(x, first, last, fewer)
    return None


def _end_of_set(rows: _Rows, x: float, first: int, last: int) -> int:
    """Where a new set of columns begins below one that was drawn left, then right, before anything below it."""
    drawn = [[(order, f.left >= x) for order, f in row] for row in rows[first:last]]
    earliest = list(accumulate((min(row)[0] for row in reversed(drawn)), min))[::-1]
    left = right = 0
    latest = (-1, False)
    for row in range(1, len(drawn)):
        sides = {is_right for _, is_right in drawn[row - 1]}
        left, right = left + (False in sides), right + (True in sides)
        latest = max(latest, *drawn[row - 1])
        ended = latest[1] and latest[0] < earliest[row] and min(left, right) >= _MIN_LINES
        if ended and not all(is_right for _, is_right in drawn[row]):
            above = [pair for each in drawn[:row] for pair in each]
            if _changes(above) <= 0.5 * min(left, right):
                return first + row
    return last


def _lines(rows: _Rows, x: float) -> tuple[int, int, int]:
    """How many rows have text left of `x`, right of it, and on both sides."""
    sides = [(any(f.left < x for _, f in row), any(f.left >= x for _, f in row)) for row in rows]
    return sum(a for a, _ in sides), sum(b for _, b in sides), sum(a and b for a, b in sides)


def _changes(drawn: list[tuple[int, bool]]) -> int:
    """How often the file changed sides while it drew both; pairs of drawing order and "is right"."""
    return sum(a != b for (_, a), (_, b) in pairwise(sorted(drawn)))
