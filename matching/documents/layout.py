"""Glyphs of a page become lines in the order in which a person reads them.

Fragments (runs on one baseline without a wide gap) are cut into regions: where a gutter runs down between two
bands of lines that were drawn or spaced independently, the left one is read before the right one; where the
two sides share their baselines and were drawn row by row (a title and its date, a table) they stay one line,
two spaces apart. Drawing order alone was turned down: generators draw sidebars first, last or in between.
"""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from matching.documents.columns import Fragment, regions
from matching.documents.flow import Line
from matching.documents.glyphs import Glyph

_WORD_GAP = 0.13
_TRACKED_GAP = 0.25
_ENOUGH, _FEW = 6, 3
_FRAGMENT_GAP = 1.0
_SAME_BASELINE = 0.35

_Edges = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The lines of one page, and its height in points."""

    height: float
    lines: list[Line]


class _Run(NamedTuple):
    """Glyphs on one baseline without a wide gap, and the gaps between them."""

    glyphs: list[Glyph]
    gaps: list[float]


def words_of(glyphs: Sequence[Glyph]) -> str:
    """Glyphs in drawing order as running text, for what is shown but not laid out."""
    return " ".join(_fragment(run, {}).text for run in _runs([turned(glyph, glyph.turns or 0) for glyph in glyphs]))


def lines_of(glyphs: Sequence[Glyph]) -> list[Line]:
    """The lines of a page in reading order: the direction of most of its text first, what lies askew last."""
    ways: dict[int | None, list[Glyph]] = defaultdict(list)
    for glyph in glyphs:
        ways[glyph.turns].append(glyph)
    askew = ways.pop(None, [])
    lines: list[Line] = []
    for turns in sorted(ways, key=lambda each: -len(ways[each])):
        if not turns:
            lines += laid_out(_fragments(ways[turns]))
            continue
        found = laid_out(_fragments([turned(glyph, turns) for glyph in ways[turns]]))
        lines += [replace(line, edges=_turned_back(line.edges, turns)) for line in found]
    if askew:
        text = "".join((" " if g.spaced else "") + g.character for g in askew)
        lines.append(Line(text, breaks=True, edges=_edges(askew)))
    return lines


def laid_out(fragments: Sequence[Fragment]) -> list[Line]:
    """Fragments in drawing order as lines in reading order."""
    return [line for region in regions(fragments) for line in _region_lines(region)]


def _fragments(glyphs: Sequence[Glyph]) -> list[Fragment]:
    runs = _runs(glyphs)
    tight = _tight_gaps(runs)
    return [_fragment(run, tight) for run in runs]


def turned(glyph: Glyph, turns: int) -> Glyph:
    """A glyph where it would stand if the page were turned so that its line runs from left to right."""
    for _ in range(turns):
        glyph = glyph._replace(
            left=glyph.bottom, bottom=-glyph.right, right=glyph.top, top=-glyph.left, x=glyph.y, y=-glyph.x
        )
    return glyph


def _turned_back(edges: _Edges | None, turns: int) -> _Edges | None:
    for _ in range(turns if edges else 0):
        left, bottom, right, top = edges or (0.0, 0.0, 0.0, 0.0)
        edges = (-top, left, -bottom, right)
    return edges


def _edges(boxes: "Sequence[Glyph | Fragment]") -> _Edges:
    return (
        round(min(b.left for b in boxes), 1),
        round(min(b.bottom for b in boxes), 1),
        round(max(b.right for b in boxes), 1),
        round(max(b.top for b in boxes), 1),
    )


def _runs(glyphs: Sequence[Glyph]) -> list[_Run]:
    runs: list[_Run] = []
    run = _Run([], [])
    add, add_gap = run.glyphs.append, run.gaps.append
    last_x = last_y = last_advance = last_size = -math.inf
    for glyph in glyphs:
        _, _, _, _, _, x, y, advance, size, _, _, _, _, _ = glyph
        larger = last_size if last_size > size else size
        gap = x - last_x - last_advance
        if (
            -0.6 * larger < gap < _FRAGMENT_GAP * larger
            and x - last_x > -0.1 * larger
            and abs(y - last_y) < _SAME_BASELINE * larger
        ):
            add(glyph)
            add_gap(gap)
        else:
            run = _Run([glyph], [])
            runs.append(run)
            add, add_gap = run.glyphs.append, run.gaps.append
        last_x, last_y, last_advance, last_size = x, y, advance, size
    return runs


def _tight_gaps(runs: Sequence[_Run]) -> dict[str, float]:
    """The gap, in sizes, that follows a character within a word: fonts and rounding make some of them narrow."""
    seen: dict[str, list[float]] = defaultdict(list)
    for glyphs, gaps in runs:
        for gap, glyph in zip(gaps, glyphs, strict=False):
            seen[glyph[0]].append(gap / glyph[8])
    return {c: sorted(each)[len(each) // 4] for c, each in seen.items() if len(each) >= _ENOUGH}


def _fragment(run: _Run, tight: Mapping[str, float]) -> Fragment:
    characters, lefts, bottoms, rights, tops, _, ys, _, sizes, _, _, spaced, _, _ = zip(*run.glyphs, strict=True)
    size = _middle(sizes)
    inner = [gap for gap, after in zip(run.gaps, spaced[1:], strict=True) if not after]
    usual = min(_middle(inner), 0.5 * size) if len(inner) >= _FEW else 0.0
    least = (_WORD_GAP if usual < _WORD_GAP * size else _TRACKED_GAP) * size
    slight = 0.05 * size
    lowest = least + min(usual, size * min(tight.values(), default=0.0)) - 0.001
    pieces = [characters[0]]
    for gap, before, character, after in zip(run.gaps, characters, characters[1:], spaced[1:], strict=False):
        if after or gap > lowest:
            extra = gap - min(usual, tight.get(before, 1.0) * size)
            if extra > least or (after and extra > slight):
                pieces.append(" ")
        pieces.append(character)
    edges = round(min(lefts), 1), round(min(bottoms), 1), round(max(rights), 1), round(max(tops), 1)
    return Fragment("".join(pieces), *edges, _middle(ys), size)


def _middle(numbers: Sequence[float]) -> float:
    """The median; most lines are of one size and height throughout. (`statistics` takes longer to import.)"""
    if min(numbers) == max(numbers):
        return numbers[0]
    ordered, half = sorted(numbers), len(numbers) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


@dataclass(slots=True)
class _Row:
    fragments: list[Fragment]

    @property
    def y(self) -> float:
        return self.fragments[0].y

    @property
    def size(self) -> float:
        return max(f.size for f in self.fragments)

    def text(self) -> str:
        ordered = sorted(self.fragments, key=lambda f: f.left)
        pieces = [ordered[0].text]
        for before, after in pairwise(ordered):
            gap = (after.left - before.right) / max(after.size, before.size)
            pieces.append("" if gap < _WORD_GAP else " " if gap < 1.2 else "  ")
            pieces.append(after.text)
        return "".join(pieces)


def _region_lines(fragments: Sequence[Fragment]) -> list[Line]:
    rows: list[_Row] = []
    for fragment in sorted(fragments, key=lambda f: (-f.y, f.left)):
        if rows and rows[-1].y - fragment.y < _SAME_BASELINE * max(rows[-1].size, fragment.size):
            rows[-1].fragments.append(fragment)
        else:
            rows.append(_Row([fragment]))
    leadings = [(a.y - b.y) / max(a.size, b.size) for a, b in pairwise(rows)]
    usual = _middle(leadings) if leadings else 1.2
    breaks = [True] + [
        leading > 1.3 * usual or abs(a.size - b.size) > 0.12 * max(a.size, b.size)
        for leading, a, b in zip(leadings, rows, rows[1:], strict=False)
    ]
    return [Line(row.text(), breaks=new, edges=_edges(row.fragments)) for row, new in zip(rows, breaks, strict=True)]
