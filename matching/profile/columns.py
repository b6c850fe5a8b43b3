"""Tables of a resume: the row that names the columns is no entry, and tells what the cells below it are.

Markdown, HTML, Word and tabbed PDFs all leave a row as cells with a stroke, a tab or two spaces between them. A row is
taken for the names of columns only when every cell is one (`words/columns.toml`) and the row below has as many cells.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

from matching.profile.lines import Line
from matching.text import Span

_WORDINGS: Mapping[str, str] = tomllib.loads((Path(__file__).parent / "words" / "columns.toml").read_text("utf-8"))
_KINDS: dict[str, list[str]] = {}
for _kind, _wordings in _WORDINGS.items():
    for _wording in _wordings.split("|"):
        _KINDS.setdefault(" ".join(_wording.split()), []).append(_kind)
_GAP = re.compile(r"[ \u00a0]*(?:\|[ \u00a0]*|\t+[ \u00a0]*|(?<=[ \u00a0])[ \u00a0])+")


def cells_of(line: Line) -> tuple[Span, ...]:
    """The cells of a line, in the offsets of its text; one when it is no row."""
    cells, start = [], 0
    for end, after in [*(match.span() for match in _GAP.finditer(line.text)), (len(line.text), len(line.text))]:
        if line.text[start:end].strip():
            cells.append(Span(line.start + start, line.start + end))
        start = after
    return tuple(cells)


def columns_of(lines: Sequence[Line], row: int) -> tuple[str, ...]:
    """The kinds of the columns that this line names ("organisation", "title", "dates" …), or ()."""
    cells = cells_of(lines[row])
    if len(cells) < 2 or row + 1 == len(lines) or len(cells_of(lines[row + 1])) != len(cells):
        return ()
    line = lines[row]
    names = [line.text[each.start - line.start : each.end - line.start].strip(" :*").lower() for each in cells]
    kinds = [_KINDS.get(" ".join(name.split()), []) for name in names]
    if not all(kinds):
        return ()
    taken: list[str] = []
    for each in kinds:
        taken.append(next((kind for kind in each if kind not in taken), each[0]))
    return tuple(taken)


def cell_in(line: Line, columns: Sequence[str], *kinds: str) -> Span | None:
    """The cell of a row that stands in the first of these columns; None where the row has other cells."""
    cells = cells_of(line)
    if len(cells) != len(columns):
        return None
    return next((cells[columns.index(kind)] for kind in kinds if kind in columns), None)


def with_joined_dates(content: str, lines: Sequence[Line], columns: Sequence[str]) -> str:
    """The text with a dash between the cells of a start and of an end; every sign keeps its place."""
    if "start" not in columns or "end" not in columns or columns.index("end") != columns.index("start") + 1:
        return content
    for line in lines:
        start, end = cell_in(line, columns, "start"), cell_in(line, columns, "end")
        if start and end:
            content = content[: start.end] + "-".ljust(end.start - start.end) + content[end.start :]
    return content
