"""Glyphs of a page become lines in the order in which a person reads them.

Fragments (runs on one baseline without a wide gap) are cut into regions: where a gutter runs down between two
bands of lines that were drawn or spaced independently, the left one is read before the right one; where the
two sides share their baselines and were drawn row by row (a title and its date, a table) they stay one line,
two spaces apart. Drawing order alone was turned down: generators draw sidebars first, last or in between.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from matching.documents.columns import Fragment, regions
from matching.documents.flow import Line
from matching.documents.glyphs import Glyph

_WORD_GAP = 0.13
_FRAGMENT_GAP = 1.0
_SAME_BASELINE = 0.35


def lines_of(glyphs: Sequence[Glyph]) -> list[Line]:
    """The lines of a page in reading order; text that runs sideways comes last, as it was drawn."""
    upright = [_fragment(run) for run in _runs([g for g in glyphs if g.upright])]
    sideways = [g for g in glyphs if not g.upright]
    lines: list[Line] = []
    for region in regions(upright):
        lines += _region_lines(region)
    if sideways:
        text = "".join((" " if g.spaced else "") + g.character for g in sideways)
        lines.append(Line(text, breaks=True, edges=_edges(sideways)))
    return lines


def _edges(boxes: "Sequence[Glyph | Fragment]") -> tuple[float, float, float, float]:
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
    size = max(last.size, glyph.size)
    gap = glyph.x - (last.x + last.advance)
    return (
        abs(glyph.y - last.y) < _SAME_BASELINE * size
        and -0.6 * size < gap < _FRAGMENT_GAP * size
        and glyph.x > last.x - 0.1 * size
    )


def _fragment(run: Sequence[Glyph]) -> Fragment:
    size = median(g.size for g in run)
    gaps = [after.x - before.x - before.advance for before, after in zip(run, run[1:], strict=False)]
    inner = [gap for gap, after in zip(gaps, run[1:], strict=False) if not after.spaced]
    usual = min(median(inner), 0.5 * size) if len(inner) >= 3 else 0.0
    tracked = usual > _WORD_GAP * size
    pieces = [run[0].character]
    for gap, glyph in zip(gaps, run[1:], strict=False):
        wide = gap - usual > (_WORD_GAP if not tracked else 0.25) * size
        near = glyph.spaced and gap - usual > 0.05 * size
        pieces.append((" " if wide or near else "") + glyph.character)
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
        for before, after in zip(ordered, ordered[1:], strict=False):
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
    leadings = [(a.y - b.y) / max(a.size, b.size) for a, b in zip(rows, rows[1:], strict=False)]
    usual = median(leadings) if leadings else 1.2
    breaks = [True] + [
        leading > 1.3 * usual or abs(a.size - b.size) > 0.12 * max(a.size, b.size)
        for leading, a, b in zip(leadings, rows, rows[1:], strict=False)
    ]
    return [Line(row.text(), breaks=new, edges=_edges(row.fragments)) for row, new in zip(rows, breaks, strict=True)]
