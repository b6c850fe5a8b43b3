"""Pages of a PDF as pictures, twice: as they are, and with everything covered that a reader may not see yet.

Runs inside the jail. The covers are burnt into the second picture, and they follow a rule that errs on the dark side:
a glyph stays visible only when it stands in a line that was read and is no part of what is to be hidden. So a
header that repeats, a name drawn sideways or text that nobody judged is covered too; pictures, intricate shapes (a
name drawn as outlines) and annotations are left out altogether. Where the glyphs of a line do not spell the line that
was read, the whole line is covered if any of it must be.
"""

import ctypes
import io
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as c
from PIL import Image, ImageDraw

from matching.documents.bombs import check_streams
from matching.documents.glyphs import Glyph, PageFrame, frame_of, read_glyphs
from matching.documents.limits import refuse
from matching.documents.pdfium import PdfiumError, pointer_of
from matching.documents.pictures import Drawn, Edges, Line, Word

WIDTH = 1100
MOST_PAGES = 12
COVER = (168, 174, 184)

_LEFT_OUT = (228, 231, 236)
_MOST_PIXELS = 3_000_000
_COLOURS = 48
_INTRICATE = 12
_MAX_DEPTH = 15
_BACKGROUND = 0.6
_WORD = re.compile(r"\S+")


def draw_pages(content: bytes, *, lines: Sequence[Line]) -> tuple[Drawn, ...]:
    """The first pages of a PDF. Raises `UnreadableDocument` for a bomb and for what pdfium cannot open."""
    check_streams(content)
    try:
        document = pdfium.PdfDocument(content)
        try:
            pages = range(min(len(document), MOST_PAGES))
            return tuple(_draw(document[number], [each for each in lines if each.page == number]) for number in pages)
        finally:
            document.close()
    except (pdfium.PdfiumError, PdfiumError) as error:
        raise refuse("damaged", "This PDF cannot be drawn. Its text is shown instead.") from error


def _draw(page: pdfium.PdfPage, lines: Sequence[Line]) -> Drawn:
    own = pointer_of(page.raw)
    frame = frame_of(own)
    area = max(1.0, frame.width * frame.height)
    scale = min(WIDTH / max(1.0, frame.width), (_MOST_PIXELS / area) ** 0.5)
    try:
        whole = _picture(page, scale, annotations=True)
        glyphs = read_glyphs(own, frame=frame)
        pictures = list(_leave_out(page, frame))
        covered = _picture(page, scale, annotations=False)
        _paint(covered, pictures, scale, frame.height, _LEFT_OUT)
        _paint(covered, _covers(glyphs, lines), scale, frame.height, COVER)
        return Drawn(frame.width, frame.height, _png(whole), _png(covered), tuple(_words(glyphs, lines)))
    finally:
        page.close()


def _covers(glyphs: Sequence[Glyph], lines: Sequence[Line]) -> list[Edges]:
    """The rectangles to paint: glyphs outside of every line, and the hidden characters of each line."""
    within = [[index for index, glyph in enumerate(glyphs) if _stands_in(glyph, line.edges)] for line in lines]
    read = {index for each in within for index in each}
    runs = _joined(glyphs, [at for at, glyph in enumerate(glyphs) if at not in read and not glyph.invisible])
    carries_over = False
    for line, inside in zip(lines, within, strict=True):
        if carries_over:
            # the rest of a word that was cut at the end of the line before stands at the start of this one
            runs.append(list(inside))
        spelt = _spelt(glyphs, inside)
        found = _hidden_runs(line, spelt)
        runs += found if found is not None else [list(inside)]
        carries_over = found is None and any(end >= len(line.text) - 1 for _, end in line.hidden)
    return [_edges([glyphs[index] for index in run]) for run in runs if run]


def _joined(glyphs: Sequence[Glyph], unread: Sequence[int]) -> list[list[int]]:
    """Neighbours on one line as one run, so that no gap tells where a word ends."""
    runs: list[list[int]] = []
    for index in unread:
        glyph, before = glyphs[index], glyphs[runs[-1][-1]] if runs else None
        if before and abs(glyph.y - before.y) < 0.3 * glyph.size and abs(glyph.left - before.right) < glyph.size:
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs


def _words(glyphs: Sequence[Glyph], lines: Sequence[Line]) -> Iterator[Word]:
    """Where each word of a line stands, for lines that their glyphs spell."""
    for line in lines:
        spelt = _spelt(glyphs, [index for index, glyph in enumerate(glyphs) if _stands_in(glyph, line.edges)])
        places = _placed(line, spelt) or {}
        for match in _WORD.finditer(line.text) if places else ():
            own = [glyphs[places[at]] for at in range(*match.span())]
            left, right = min(each.left for each in own), max(each.right for each in own)
            yield Word(line.number, match.start(), match.end(), round(left, 1), round(right, 1))


def _stands_in(glyph: Glyph, edges: Edges) -> bool:
    left, bottom, right, top = edges
    x, y = (glyph.left + glyph.right) / 2, (glyph.bottom + glyph.top) / 2
    return left - 1 <= x <= right + 1 and bottom - 1 <= y <= top + 1


def _spelt(glyphs: Sequence[Glyph], inside: Sequence[int]) -> list[tuple[str, int]]:
    ordered = sorted(inside, key=lambda index: (glyphs[index].x, index))
    return [
        (letter, index)
        for index in ordered
        for letter in unicodedata.normalize("NFKC", glyphs[index].character).strip()
    ]


def _hidden_runs(line: Line, spelt: Sequence[tuple[str, int]]) -> list[list[int]] | None:
    """Glyphs under each hidden range; None when the glyphs do not spell the line and something of it is hidden."""
    if not line.hidden:
        return []
    places = _placed(line, spelt)
    if places is None:
        return None
    return [[index for at, index in places.items() if start <= at < end] for start, end in line.hidden]


def _placed(line: Line, spelt: Sequence[tuple[str, int]]) -> dict[int, int] | None:
    """The glyph of each character of the line; None when the glyphs do not spell it. A bullet may have any sign."""
    letters = [at for at, letter in enumerate(line.text) if not letter.isspace()]
    if len(letters) != len(spelt):
        return None
    for row, (at, (letter, _)) in enumerate(zip(letters, spelt, strict=True)):
        bullet = row == 0 and not line.text[at].isalnum() and not letter.isalnum()
        if line.text[at] != letter and not bullet:
            return None
    return {at: index for at, (_, index) in zip(letters, spelt, strict=True)}


def _edges(run: Sequence[Glyph]) -> Edges:
    """Around the ink and around the place that the font gives each glyph, whichever is larger, and a little more."""
    margin = 0.15 * max(glyph.size for glyph in run)
    return (
        min(min(glyph.left, glyph.x) for glyph in run) - margin,
        min(min(glyph.bottom, glyph.y - 0.2 * glyph.size if glyph.upright else glyph.bottom) for glyph in run) - margin,
        max(max(glyph.right, glyph.x + glyph.advance if glyph.upright else glyph.right) for glyph in run) + margin,
        max(max(glyph.top, glyph.y + 0.7 * glyph.size if glyph.upright else glyph.top) for glyph in run) + margin,
    )


def _leave_out(page: pdfium.PdfPage, frame: PageFrame) -> Iterator[Edges]:
    """Switch off pictures and intricate shapes; yields where a picture of moderate size stood."""
    for thing, depth in list(_things(c.FPDFPage_GetObject, c.FPDFPage_CountObjects, page.raw)):
        kind = c.FPDFPageObj_GetType(thing)
        if kind == c.FPDF_PAGEOBJ_IMAGE:
            c.FPDFPageObj_SetIsActive(thing, False)  # noqa: FBT003 - pdfium's own signature
            edges = _bounds(thing, frame) if depth == 0 else None
            if edges and (edges[2] - edges[0]) * (edges[3] - edges[1]) < _BACKGROUND * frame.width * frame.height:
                yield edges
        elif kind == c.FPDF_PAGEOBJ_PATH and c.FPDFPath_CountSegments(thing) > _INTRICATE:
            c.FPDFPageObj_SetIsActive(thing, False)  # noqa: FBT003 - pdfium's own signature


def _things(
    get: Callable[..., Any], count: Callable[..., int], holder: Any, depth: int = 0
) -> Iterator[tuple[Any, int]]:
    for index in range(count(holder)):
        thing = get(holder, index)
        yield thing, depth
        if c.FPDFPageObj_GetType(thing) == c.FPDF_PAGEOBJ_FORM and depth < _MAX_DEPTH:
            yield from _things(c.FPDFFormObj_GetObject, c.FPDFFormObj_CountObjects, thing, depth + 1)


def _bounds(thing: Any, frame: PageFrame) -> Edges | None:
    edges = [ctypes.c_float() for _ in range(4)]
    if not c.FPDFPageObj_GetBounds(thing, *edges):
        return None
    left, bottom, right, top = (each.value for each in edges)
    (x1, y1), (x2, y2) = frame.place(left, bottom), frame.place(right, top)
    return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


def _picture(page: pdfium.PdfPage, scale: float, *, annotations: bool) -> Image.Image:
    bitmap = page.render(scale=scale, prefer_bgrx=True, may_draw_forms=annotations, draw_annots=annotations)
    try:
        image: Image.Image = bitmap.to_pil().convert("RGB")
        return image
    finally:
        bitmap.close()


def _paint(
    image: Image.Image, rectangles: Sequence[Edges], scale: float, height: float, colour: tuple[int, int, int]
) -> None:
    brush = ImageDraw.Draw(image)
    for left, bottom, right, top in rectangles:
        brush.rectangle((left * scale, (height - top) * scale, right * scale, (height - bottom) * scale), fill=colour)


def _png(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.quantize(_COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(out, "PNG")
    return out.getvalue()
