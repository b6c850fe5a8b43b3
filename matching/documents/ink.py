"""Which glyphs of a page can a person see? The page is drawn with and without its text, and the two compared.

A glyph is visible when leaving the text out changes the pixels of its box. That finds white and near-white,
transparent, covered, clipped and invisible text alike, without a list of tricks; a picture or a rule behind hidden
text does not make it seem visible, as looking for ink alone would. White text laid over other words is told by its
own colour against the page behind it. Drawn in colour, one pixel a point: grey would lose red text on a green bar.
"""

import ctypes
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as c

from matching.documents.glyphs import Glyph, PageFrame, direct

INVISIBLE = "invisible"
OFF_PAGE = "off the page"
TINY = "tiny"
SAME_COLOUR = "same colour as the page"
COVERED = "covered or cut off"

_TINY_POINTS = 2.0
_CONTRAST = 14
_MAX_PIXELS = 4_000_000
_MAX_DEPTH = 6
_STREAK = 12
_EVERY = 4  # a streak of covered glyphs that counts is thrice as long
_DEPTH = 4  # bytes a pixel: blue, green, red, unused


_P, _I = ctypes.c_void_p, ctypes.c_int
_page_thing = direct(c.FPDFPage_GetObject, _P, _P, _I)
_page_things = direct(c.FPDFPage_CountObjects, _I, _P)
_form_thing = direct(c.FPDFFormObj_GetObject, _P, _P, ctypes.c_ulong)
_form_things = direct(c.FPDFFormObj_CountObjects, _I, _P)
_kind = direct(c.FPDFPageObj_GetType, _I, _P)
_set_active = direct(c.FPDFPageObj_SetIsActive, _I, _P, _I)


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A page drawn twice: with its text and without."""

    full: bytes
    bare: bytes
    stride: int
    width: int
    height: int
    scale: float

    def window(self, glyph: Glyph) -> tuple[int, int, int, int]:
        """First and last byte of a row, first and last row (exclusive) of the pixels that the glyph's box touches."""
        scale, height = self.scale, self.height
        top = glyph.top if glyph.top - glyph.bottom > 0.2 else glyph.y + 0.7 * glyph.size
        right = glyph.right if glyph.right > glyph.left + 1.0 else glyph.left + 1.0
        first = int(glyph.left * scale) * _DEPTH
        last = min(self.width, int(right * scale) + 1) * _DEPTH
        upper, lower = height - int(top * scale) - 1, min(height, height - int(glyph.bottom * scale) + 1)
        return (first if first > 0 else 0), last, (upper if upper > 0 else 0), lower


def hiding(page: pdfium.PdfPage, glyphs: Sequence[Glyph], *, frame: PageFrame) -> list[str]:
    """For each glyph how it is hidden, or "" where a person can see it. Leaves the page without its text."""
    found = [_without_drawing(glyph, frame) for glyph in glyphs]
    if "" in found:
        drawn = _draw(page, frame)
        for run in _alike(glyphs, found):
            if any(_on_paper(glyphs[index], drawn) for index in {*run[::_EVERY], run[-1]}):
                for index in run:
                    found[index] = _on_paper(glyphs[index], drawn)
    return _settled(glyphs, found)


def _alike(glyphs: Sequence[Glyph], found: Sequence[str]) -> Iterator[list[int]]:
    """Neighbours of one colour on one line that are still to be judged: where some are seen, so are the others."""
    run: list[int] = []
    for index, glyph in enumerate(glyphs):
        last = glyphs[run[-1]] if run else glyph
        if run and (glyph.colour != last.colour or abs(glyph.baseline - last.baseline) > 0.5 * last.size):
            yield run
            run = []
        if not found[index]:
            run.append(index)
    if run:
        yield run


def _without_drawing(glyph: Glyph, frame: PageFrame) -> str:
    x, y = (glyph.left + glyph.right) / 2, (glyph.bottom + glyph.top) / 2
    if not (0 <= x <= frame.width and 0 <= y <= frame.height):
        return OFF_PAGE
    if glyph.size <= _TINY_POINTS:
        return TINY
    return INVISIBLE if glyph.invisible else ""


def _on_paper(glyph: Glyph, drawn: _Drawn) -> str:
    first, last, upper, lower = drawn.window(glyph)
    stride, full, bare = drawn.stride, drawn.full, drawn.bare
    middle = (upper + lower) // 2
    if glyph.colour is not None:
        behind = middle * stride + first
        differs = last > first and lower > upper and abs(bare[behind + 1] - glyph.colour[1]) >= _CONTRAST
        if not differs and _melts(glyph.colour, range(upper, lower), (first, last), drawn):
            return SAME_COLOUR
    for rows in (range(middle, lower), range(upper, middle)):  # ink is likeliest in the middle
        for row in rows:
            start, end = row * stride + first, row * stride + last
            inked, paper = full[start:end], bare[start:end]
            if inked != paper and _contrasts(inked, paper):
                return ""
    return COVERED


def _contrasts(inked: bytes, paper: bytes) -> bool:
    if min(paper) == 255:
        return min(inked) <= 255 - _CONTRAST
    return any(abs(a - b) >= _CONTRAST for a, b in zip(inked, paper, strict=True))


def _melts(colour: tuple[int, int, int], rows: range, row: tuple[int, int], drawn: _Drawn) -> bool:
    """True when every pixel of the page behind the glyph has the glyph's own colour."""
    red, green, blue = colour
    bare = drawn.bare
    for start in range(rows.start * drawn.stride, rows.stop * drawn.stride, drawn.stride):
        for pixel in range(start + row[0], start + row[1], _DEPTH):
            if (
                abs(bare[pixel] - blue) >= _CONTRAST
                or abs(bare[pixel + 1] - green) >= _CONTRAST
                or abs(bare[pixel + 2] - red) >= _CONTRAST
            ):
                return False
    return True


def _draw(page: pdfium.PdfPage, frame: PageFrame) -> _Drawn:
    scale = min(1.0, (_MAX_PIXELS / max(1.0, frame.width * frame.height)) ** 0.5)
    full, width, height, stride = _pixels(page, scale)
    only_text = _leave_out_text(_page_thing, _page_things, ctypes.cast(page.raw, ctypes.c_void_p).value)
    if only_text and c.FPDFPage_GetAnnotCount(page.raw) == 0:
        return _Drawn(full, b"\xff" * len(full), stride, width, height, scale)
    bare, *_ = _pixels(page, scale)
    return _Drawn(full, bare, stride, width, height, scale)


def _pixels(page: pdfium.PdfPage, scale: float) -> tuple[bytes, int, int, int]:
    bitmap = page.render(scale=scale, prefer_bgrx=True, rev_byteorder=False)
    try:
        return bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride
    finally:
        bitmap.close()


def _leave_out_text(get: Callable[..., Any], count: Callable[..., int], holder: Any, depth: int = 0) -> bool:
    """Switch off every text of a page or form. Returns True when there was nothing else."""
    only_text = True
    for index in range(count(holder)):
        thing = get(holder, index)
        kind = _kind(thing)
        if kind == c.FPDF_PAGEOBJ_TEXT:
            _set_active(thing, 0)
        else:
            only_text = False
            if kind == c.FPDF_PAGEOBJ_FORM and depth < _MAX_DEPTH:
                _leave_out_text(_form_thing, _form_things, thing, depth + 1)
    return only_text


def _settled(glyphs: Sequence[Glyph], found: list[str]) -> list[str]:
    """Judge a line as a whole where its glyphs disagree about being covered.

    A line cut in two by the edge of a page shows here only its ascenders, there only its descenders; and fonts have
    glyphs without ink. So most of a line decides, unless many in a row are covered. Colour is judged by the glyph.
    """
    settled = list(found)
    start = 0
    for end in range(1, len(glyphs) + 1):
        if end == len(glyphs) or abs(glyphs[end].baseline - glyphs[start].baseline) > 0.5 * glyphs[start].size:
            line = range(start, end)
            covered = [index for index in line if found[index] == COVERED]
            if covered:
                shown = sum(not found[index] for index in line)
                if shown < len(covered):
                    settled[start:end] = [found[index] or COVERED for index in line]
                elif _longest_streak(covered) < _STREAK:
                    settled[start:end] = ["" if found[index] == COVERED else found[index] for index in line]
            start = end
    return settled


def _longest_streak(indices: Sequence[int]) -> int:
    longest = streak = 1
    for before, after in pairwise(indices):
        streak = streak + 1 if after == before + 1 else 1
        longest = max(longest, streak)
    return longest


def has_picture_of_page(page: pdfium.PdfPage, *, frame: PageFrame) -> bool:
    """True when one picture covers most of the page, as on a scan whose text lies invisibly behind it."""
    area = max(1.0, frame.width * frame.height)
    for thing in page.get_objects(filter=[c.FPDF_PAGEOBJ_IMAGE], max_depth=_MAX_DEPTH):
        left, bottom, right, top = thing.get_bounds()
        if (right - left) * (top - bottom) > 0.6 * area:
            return True
    return False
