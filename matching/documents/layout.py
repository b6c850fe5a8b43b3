"""Glyphs of a page become lines in the order in which a person reads them.

Fragments (runs on one baseline without a wide gap) are cut into regions: where a gutter runs down between two
bands of lines that were drawn or spaced independently, the left one is read before the right one; where the
two sides share their baselines and were drawn row by row (a title and its date, a table) they stay one line,
two spaces apart. Drawing order alone was turned down: generators draw sidebars first, last or in between.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

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


def words_of(glyphs: Sequence[Glyph]) -> str:
    """Glyphs in drawing order as running text, for what is shown but not laid out."""
    return " ".join(
        _fragment(run, _gaps(run), {}).text for run in _runs([turned(glyph, glyph.turns or 0) for glyph in glyphs])
    )


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
    runs = [(run, _gaps(run)) for run in _runs(glyphs)]
    tight = _tight_gaps(runs)
    return [_fragment(run, gaps, tight) for run, gaps in runs]


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


def _runs(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    runs: list[list[Glyph]] = []
    for glyph in glyphs:
        if runs and _continues(runs[-1][-1], glyph):
            runs[-1].append(glyph)
        else:
            runs.append([glyph])
    return runs


def _continues(last: Glyph, glyph: Glyph) -> bool:
    size = last.size if last.size > glyph.size else glyph.size
    step = glyph.x - last.x
    return (
        -0.6 * size < step - last.advance < _FRAGMENT_GAP * size
        and step > -0.1 * size
        and abs(glyph.y - last.y) < _SAME_BASELINE * size
    )


def _gaps(run: Sequence[Glyph]) -> list[float]:
    return [after.x - before.x - before.advance for before, after in pairwise(run)]


def _tight_gaps(runs: Sequence[tuple[Sequence[Glyph], Sequence[float]]]) -> dict[str, float]:
    """The gap, in sizes, that follows a character within a word: fonts and rounding make some of them narrow."""
    seen: dict[str, list[float]] = defaultdict(list)
    for run, gaps in runs:
        for gap, glyph in zip(gaps, run, strict=False):
            seen[glyph.character].append(gap / glyph.size)
    return {c: sorted(each)[len(each) // 4] for c, each in seen.items() if len(each) >= _ENOUGH}


def _fragment(run: Sequence[Glyph], gaps: Sequence[float], tight: Mapping[str, float]) -> Fragment:
    size = median(g.size for g in run)
    inner = [gap for gap, after in zip(gaps, run[1:], strict=True) if not after.spaced]
    usual = min(median(inner), 0.5 * size) if len(inner) >= _FEW else 0.0
    least = (_WORD_GAP if usual < _WORD_GAP * size else _TRACKED_GAP) * size
    pieces = [run[0].character]
    for gap, before, after in zip(gaps, run, run[1:], strict=False):
        extra = gap - min(usual, tight.get(before.character, 1.0) * size)
        space = extra > least or (after.spaced and extra > 0.05 * size)
        pieces.append((" " if space else "") + after.character)
    left, bottom, right, top = _edges(run)
    return Fragment("".join(pieces), left, bottom, right, top, median(g.y for g in run), size)


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
    usual = median(leadings) if leadings else 1.2
    breaks = [True] + [
        leading > 1.3 * usual or abs(a.size - b.size) > 0.12 * max(a.size, b.size)
        for leading, a, b in zip(leadings, rows, rows[1:], strict=False)
    ]
    return [Line(row.text(), breaks=new, edges=_edges(row.fragments)) for row, new in zip(rows, breaks, strict=True)]
