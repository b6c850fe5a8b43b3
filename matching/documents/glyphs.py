"""The glyphs of a PDF page as pdfium sees them, in the order in which the file draws them.

Positions are points from the lower left corner of the page as it is shown (rotation and crop applied), so that
a box can be drawn on a rendered page. The advance comes from the font, not from the ink: spaces that a file
never wrote ("ofexperience") show only against the true width of the glyph before.
"""

import ctypes
import math
from dataclasses import dataclass
from typing import Any, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as c

_FILL_MODES = (c.FPDF_TEXTRENDERMODE_FILL, c.FPDF_TEXTRENDERMODE_FILL_CLIP)
_INVISIBLE_MODES = (c.FPDF_TEXTRENDERMODE_INVISIBLE, c.FPDF_TEXTRENDERMODE_CLIP)


class Glyph(NamedTuple):
    """One character: ink box, origin and advance in points, size in points, and how it is drawn.

    `turns` counts the quarter turns to the left of its baseline on the page as shown; None is askew (a watermark).
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
    colour: tuple[int, int, int] | None

    @property
    def upright(self) -> bool:
        """True when the line runs from left to right."""
        return self.turns == 0

    @property
    def baseline(self) -> float:
        """The coordinate that the glyphs of one line share."""
        return self.x if self.turns in (1, 3) else self.y


class _Style(NamedTuple):
    size: float
    font: Any
    raw_size: float
    turns: int | None
    invisible: bool
    stretch: float
    colour: tuple[int, int, int] | None


_NO_STYLE = _Style(size=0.0, font=None, raw_size=0.0, turns=0, invisible=False, stretch=1.0, colour=None)


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


def frame_of(page: pdfium.PdfPage) -> PageFrame:
    """The frame of a page."""
    width, height = page.get_size()
    return PageFrame(width, height, (page.get_rotation() // 90) % 4, page.get_bbox())


def direct(function: Any, result: Any, *arguments: Any) -> Any:
    """A function of pdfium that takes plain addresses, of `result` and `arguments` in ctypes.

    The wrapped one converts every pointer anew: a page has some 2,700 characters with nine calls each, and took
    twice as long.
    """
    return ctypes.PYFUNCTYPE(result, *arguments)(ctypes.cast(function, ctypes.c_void_p).value or 0)


_P, _I, _U = ctypes.c_void_p, ctypes.c_int, ctypes.c_uint
_get_unicode = direct(c.FPDFText_GetUnicode, _U, _P, _I)
_get_object = direct(c.FPDFText_GetTextObject, _P, _P, _I)
_get_box = direct(c.FPDFText_GetCharBox, _I, _P, _I, _P, _P, _P, _P)
_get_origin = direct(c.FPDFText_GetCharOrigin, _I, _P, _I, _P, _P)
_get_matrix = direct(c.FPDFText_GetMatrix, _I, _P, _I, _P)
_get_size = direct(c.FPDFTextObj_GetFontSize, _I, _P, _P)
_get_mode = direct(c.FPDFTextObj_GetTextRenderMode, _I, _P)
_get_font = direct(c.FPDFTextObj_GetFont, _P, _P)
_get_fill = direct(c.FPDFPageObj_GetFillColor, _I, _P, _P, _P, _P, _P)
_get_width = direct(c.FPDFFont_GetGlyphWidth, _I, _P, _U, ctypes.c_float, _P)


class _Room:
    """Numbers of one C type at fixed addresses, for pdfium to write into."""

    def __init__(self, kind: Any, code: str, count: int) -> None:
        self._numbers = (kind * count)()
        start, step = ctypes.addressof(self._numbers), ctypes.sizeof(kind)
        self.at = [start + step * index for index in range(count)]
        self.view = memoryview(self._numbers).cast("B").cast(code)  # type: ignore[call-overload]


class _Reader:
    """Reads one page's characters; remembers styles by text object and by look, and widths by font."""

    def __init__(self, text_page: Any, frame: PageFrame) -> None:
        self.page = ctypes.cast(text_page, ctypes.c_void_p).value
        self.frame = frame
        self.doubles = _Room(ctypes.c_double, "d", 6)
        self.floats = _Room(ctypes.c_float, "f", 8)
        self.shades = _Room(ctypes.c_uint, "I", 4)
        self.styles: dict[int, _Style] = {}
        self.looks: dict[tuple[Any, ...], _Style] = {}
        self.widths: dict[tuple[int, int], float] = {}

    def glyphs(self, count: int) -> list[Glyph]:
        """All that are no spaces."""
        found: list[Glyph] = []
        spaced = False
        page = self.page
        for index in range(count):
            code = _get_unicode(page, index)
            if code <= 0x20 or code in (0xA0, 0xFFFE, 0xFFFF):
                if code != 2:
                    spaced = True
                    continue
                code = 0x2D
            found.append(self._glyph(index, code, spaced))
            spaced = False
        return found

    def _glyph(self, index: int, code: int, spaced: bool) -> Glyph:  # noqa: FBT001
        doubles = self.doubles
        style = self._style(index)
        _get_box(self.page, index, *doubles.at[:4])
        _get_origin(self.page, index, *doubles.at[4:])
        left, right, bottom, top, x, y = doubles.view
        frame = self.frame
        if frame.turns:
            x1, y1 = frame.place(left, bottom)
            x2, y2 = frame.place(right, top)
            left, right, bottom, top = min(x1, x2), max(x1, x2), min(y1, y2), max(y1, y2)
            x, y = frame.place(x, y)
        else:
            x0, y0 = frame.box[0], frame.box[1]
            left, right, bottom, top, x, y = left - x0, right - x0, bottom - y0, top - y0, x - x0, y - y0
        advance = self._width(style, code) or abs(right - left)
        size = style.size or max(1.0, abs(top - bottom))
        turns, invisible, colour = style.turns, style.invisible, style.colour
        whole = (_character(code), left, bottom, right, top, x, y, advance, size, turns, invisible, spaced, colour)
        return tuple.__new__(Glyph, whole)

    def _style(self, index: int) -> _Style:
        thing = _get_object(self.page, index)
        if thing is None:
            return _NO_STYLE
        style = self.styles.get(thing)
        if style is None:
            style = self.styles[thing] = self._look(thing, index)
        return style

    def _look(self, thing: int, index: int) -> _Style:
        """The style of a text object. Some programs draw one object a letter, so looks are worked out but once."""
        floats, shades = self.floats, self.shades
        _get_matrix(self.page, index, floats.at[0])
        _get_size(thing, floats.at[6])
        a, b, c_, d, _, _, size, _ = floats.view
        mode = _get_mode(thing)
        filled = mode in _FILL_MODES and _get_fill(thing, *shades.at)
        colour = tuple(shades.view[:3]) if filled else None
        look = (a, b, c_, d, size, mode, colour, _get_font(thing))
        style = self.looks.get(look)
        if style is None:
            style = self.looks[look] = self._work_out(*look)
        return style

    def _work_out(
        self, a: float, b: float, c_: float, d: float, size: float, mode: int, colour: Any, font: Any
    ) -> _Style:
        angle = math.degrees(math.atan2(b, a)) - 90 * self.frame.turns
        turns = round(angle / 90)
        return _Style(
            abs(size) * math.hypot(c_, d),
            font,
            abs(size),
            turns % 4 if abs(angle - 90 * turns) < 10 else None,
            mode in _INVISIBLE_MODES,
            math.hypot(a, b),
            colour,
        )

    def _width(self, style: _Style, code: int) -> float:
        if not style.font:
            return 0.0
        key = (style.font, code)
        width = self.widths.get(key)
        if width is None:
            found = _get_width(style.font, code, 1000.0, self.floats.at[7])
            width = self.widths[key] = self.floats.view[7] / 1000 if found else 0.0
        return width * style.raw_size * style.stretch


def _character(code: int) -> str:
    return chr(code) if code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else "\ufffd"


def read_glyphs(page: pdfium.PdfPage, *, frame: PageFrame) -> list[Glyph]:
    """Every character of a page that is not a space, in drawing order."""
    text_page = page.get_textpage()
    try:
        return _Reader(text_page.raw, frame).glyphs(c.FPDFText_CountChars(text_page.raw))
    finally:
        text_page.close()
