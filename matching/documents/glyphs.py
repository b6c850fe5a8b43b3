"""The glyphs of a PDF page as pdfium sees them, in the order in which the file draws them.

Positions are points from the lower left corner of the page as it is shown (rotation and crop applied), so that
a box can be drawn on a rendered page. The advance comes from the font, not from the ink: spaces that a file
never wrote ("ofexperience") show only against the true width of the glyph before.
"""

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import repeat
from struct import Struct
from typing import Any, NamedTuple

from matching.documents.pdfium import PdfiumError, Pointer, function

_FILL_MODES, _STROKE_MODES, _INVISIBLE_MODES = (0, 2, 4, 6), (1, 2, 5, 6), (3, 7)
_THIN_POINTS, _THIN_SHARE = 2.0, 0.1

Ink = tuple[int, int, int, int]
_SOFT_HYPHEN, _BLANK = 2, frozenset((0xA0, 0xFFFE, 0xFFFF))


class Glyph(NamedTuple):
    """One character: ink box, origin and advance in points, size in points, and how it is drawn.

    `turns` counts the quarter turns to the left of its baseline on the page as shown; None is askew (a watermark).
    `squeezed` letters are too narrow or too flat to read. `inks` are the red, green, blue and opacity that fill and
    outline it; there is none where a pattern does.
    """

    character: str
    left: float
    bottom: float
    right: float
    top: float
    x: float
    y: float
    advance: float
    size: float
    turns: int | None
    invisible: bool
    spaced: bool
    squeezed: bool
    inks: tuple[Ink, ...]

    @property
    def upright(self) -> bool:
        """True when the line runs from left to right."""
        return self.turns == 0

    @property
    def baseline(self) -> float:
        """The coordinate that the glyphs of one line share."""
        return self.x if self.turns in (1, 3) else self.y


class _Style(NamedTuple):
    """How a text object looks. `advances` fills up with the advance of each character that was asked for."""

    size: float
    font: int
    raw_size: float
    turns: int | None
    invisible: bool
    stretch: float
    squeezed: bool
    inks: tuple[Ink, ...]
    advances: dict[int, float]


_NO_STYLE = _Style(0.0, 0, 0.0, 0, invisible=False, stretch=1.0, squeezed=False, inks=(), advances={})


@dataclass(slots=True)
class PageFrame:
    """Size of a page as shown, and the way from the file's own coordinates to it."""

    width: float
    height: float
    turns: int
    box: tuple[float, float, float, float]

    def place(self, x: float, y: float) -> tuple[float, float]:
        """The point of the shown page at which the file's (x, y) appears."""
        left, bottom, right, top = self.box
        match self.turns:
            case 1:
                return y - bottom, right - x
            case 2:
                return right - x, top - y
            case 3:
                return top - y, x - left
            case _:
                return x - left, y - bottom


def frame_of(page: Pointer) -> PageFrame:
    """The frame of a page."""
    corners = (ctypes.c_float * 4)()
    turns = _get_rotation(page)
    if not _get_bounds(page, corners) or turns < 0:
        raise PdfiumError("Pdfium does not know the edges of this page.")
    left, top, right, bottom = corners
    return PageFrame(_page_width(page), _page_height(page), turns, (left, bottom, right, top))


_page_width = function("FPDF_GetPageWidthF", ctypes.c_float)
_page_height = function("FPDF_GetPageHeightF", ctypes.c_float)
_get_rotation = function("FPDFPage_GetRotation")
_get_bounds = function("FPDF_GetPageBoundingBox")
_open_text = function("FPDFText_LoadPage", Pointer)
_close_text = function("FPDFText_ClosePage", None)
_count = function("FPDFText_CountChars")
_get_unicode = function("FPDFText_GetUnicode", ctypes.c_uint)
_get_object = function("FPDFText_GetTextObject", ctypes.c_void_p)
_get_box = function("FPDFText_GetCharBox")
_get_origin = function("FPDFText_GetCharOrigin")
_get_matrix = function("FPDFText_GetMatrix")
_get_size = function("FPDFTextObj_GetFontSize")
_get_mode = function("FPDFTextObj_GetTextRenderMode")
_get_font = function("FPDFTextObj_GetFont", ctypes.c_void_p)
_get_fill = function("FPDFPageObj_GetFillColor")
_get_stroke = function("FPDFPageObj_GetStrokeColor")
_get_width = function("FPDFFont_GetGlyphWidth")

_PLACE = Struct("6d")  # left, right, bottom, top, x, y
_LOOK, _LOOKS = Struct("52s"), Struct("8I5f")  # red, green, blue, opacity of fill and outline, size, a, b, c, d


class _Room:
    """Numbers of one C type at fixed addresses, for pdfium to write into."""

    def __init__(self, kind: Any, count: int) -> None:
        self.numbers = (kind * count)()
        start, step = ctypes.addressof(self.numbers), ctypes.sizeof(kind)
        self.at = [Pointer(start + step * index) for index in range(count)]


class _Reader:
    """Reads one page's characters; remembers styles by text object and by look, and widths by style."""

    def __init__(self, text_page: Pointer, frame: PageFrame) -> None:
        self.page = text_page
        self.frame = frame
        self.places = _Room(ctypes.c_double, 6)
        self.style = _Room(ctypes.c_float, 13)  # eight shades as whole numbers, size, matrix
        self.width = _Room(ctypes.c_float, 1)

    def glyphs(self, count: int) -> list[Glyph]:
        """All that are no spaces. Loops run inside of `map` and `zip`, which halves what a call costs."""
        codes, indices, spaced = self._marks(count)
        things = list(map(_get_object, repeat(self.page), indices))
        styles = self._styles(dict(zip(reversed(things), reversed(indices), strict=True)))
        found: list[Glyph] = []
        add, new, advance_of = found.append, tuple.__new__, self._advance
        for code, blank, thing, place in zip(codes, spaced, things, self._places(indices), strict=True):
            left, right, bottom, top, x, y = place
            size, _, _, turns, invisible, _, squeezed, inks, advances = styles[thing]
            advance = advances.get(code)
            if advance is None:
                advance = advances[code] = advance_of(styles[thing], code)
            advance = advance or abs(right - left)
            size = size or max(1.0, abs(top - bottom))
            letter = chr(code) if code < 0xD800 else _character(code)
            whole = (letter, left, bottom, right, top, x, y, advance, size, turns, invisible, blank, squeezed, inks)
            add(new(Glyph, whole))
        return found

    def _marks(self, count: int) -> tuple[list[int], list[int], list[bool]]:
        """The characters that are no spaces, the index of each, and whether spaces stand before it."""
        codes: list[int] = []
        indices: list[int] = []
        spaced: list[bool] = []
        blank = False
        for index, code in enumerate(map(_get_unicode, repeat(self.page), range(count))):
            if (code <= 0x20 and code != _SOFT_HYPHEN) or code in _BLANK:
                blank = True
                continue
            codes.append(0x2D if code == _SOFT_HYPHEN else code)
            indices.append(index)
            spaced.append(blank)
            blank = False
        return codes, indices, spaced

    def _places(self, indices: list[int]) -> Iterator[tuple[float, ...]]:
        """Left, right, bottom and top of each box and its origin on the page as shown."""
        at, page = self.places.at, repeat(self.page)
        boxes = map(_get_box, page, indices, *map(repeat, at[:4]))
        origins = map(_get_origin, page, indices, *map(repeat, at[4:]))
        # zip asks in this order, so that both are written before they are read
        told = zip(boxes, origins, map(_PLACE.unpack_from, repeat(self.places.numbers)), strict=False)
        raw = (numbers for _, _, numbers in told)
        x0, y0 = self.frame.box[:2]
        if self.frame.turns:
            return map(self._turned, raw)
        if x0 or y0:
            return ((a - x0, b - x0, c - y0, d - y0, x - x0, y - y0) for a, b, c, d, x, y in raw)
        return raw

    def _turned(self, place: tuple[float, ...]) -> tuple[float, ...]:
        left, right, bottom, top, x, y = place
        (x1, y1), (x2, y2) = self.frame.place(left, bottom), self.frame.place(right, top)
        return (min(x1, x2), max(x1, x2), min(y1, y2), max(y1, y2), *self.frame.place(x, y))

    def _styles(self, first: dict[int | None, int]) -> dict[int | None, _Style]:
        """The style of each text object, told the index of its first character.

        Some programs draw one object a letter, so looks are worked out but once.
        """
        lone = first.pop(None, None) is not None
        things, indices = list(first), first.values()
        pointers = list(map(Pointer, things))
        page, style = repeat(self.page), self.style.at
        # zip asks in this order, so that numbers are written before they are read
        told = zip(
            map(_get_matrix, page, indices, repeat(style[9])),
            map(_get_size, pointers, repeat(style[8])),
            map(_get_fill, pointers, *map(repeat, style[:4])),
            map(_get_stroke, pointers, *map(repeat, style[4:8])),
            map(_LOOK.unpack_from, repeat(self.style.numbers)),
            map(_get_mode, pointers),
            map(_get_font, pointers),
            strict=False,
        )
        styles: dict[int | None, _Style] = {None: _NO_STYLE} if lone else {}
        looks: dict[tuple[Any, ...], _Style] = {}
        for thing, (_, _, filled, outlined, look, mode, font) in zip(things, told, strict=True):
            key = (filled, outlined, look, mode, font)
            found = looks.get(key)
            if found is None:
                found = looks[key] = self._work_out(look[0], mode, font or 0, told=(bool(filled), bool(outlined)))
            styles[thing] = found
        return styles

    def _work_out(self, look: bytes, mode: int, font: int, *, told: tuple[bool, bool]) -> _Style:
        *shades, size, a, b, c, d = _LOOKS.unpack(look)
        angle = math.degrees(math.atan2(b, a)) - 90 * self.frame.turns
        turns = round(angle / 90)
        return _Style(
            abs(size) * math.hypot(c, d),
            font,
            abs(size),
            turns % 4 if abs(angle - 90 * turns) < 10 else None,
            mode in _INVISIBLE_MODES,
            math.hypot(a, b),
            _is_squeezed(abs(size), (a, b, c, d)),
            _inks(mode, (tuple(shades[:4]), tuple(shades[4:])), told),
            {},
        )

    def _advance(self, style: _Style, code: int) -> float:
        if not style.font:
            return 0.0
        found = _get_width(Pointer(style.font), code, ctypes.c_float(1000.0), self.width.at[0])
        width = self.width.numbers[0] / 1000 if found else 0.0
        return width * style.raw_size * style.stretch


def _is_squeezed(size: float, matrix: tuple[float, float, float, float]) -> bool:
    """True when the letters have lost one of their two dimensions, by scaling or by a shear that lays them flat."""
    a, b, c, d = matrix
    longest = max(math.hypot(a, b), math.hypot(c, d))
    if not longest:
        return False
    large, thin = size * longest, size * abs(a * d - b * c) / longest
    return thin <= _THIN_SHARE * large or (thin <= _THIN_POINTS and thin < 0.5 * large)


def _inks(mode: int, shades: tuple[tuple[int, ...], tuple[int, ...]], told: tuple[bool, bool]) -> tuple[Ink, ...]:
    """The colours in which letters are drawn; none when one of them is a pattern."""
    used = [at for at, modes in enumerate((_FILL_MODES, _STROKE_MODES)) if mode in modes]
    if not all(told[at] for at in used):
        return ()
    found = dict.fromkeys(shades[at] for at in used)
    return tuple((red, green, blue, opacity) for red, green, blue, opacity in found)


def _character(code: int) -> str:
    return chr(code) if code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else "\ufffd"


def read_glyphs(page: Pointer, *, frame: PageFrame) -> list[Glyph]:
    """Every character of a page that is not a space, in drawing order."""
    text_page = _open_text(page)
    if not text_page:
        raise PdfiumError("Pdfium finds no text page here.")
    try:
        return _Reader(text_page, frame).glyphs(_count(text_page))
    finally:
        _close_text(text_page)
