"""The glyphs of a PDF page as pdfium sees them, in the order in which the file draws them.

Positions are points from the lower left corner of the page as it is shown (rotation and crop applied), so that
a box can be drawn on a rendered page. The advance comes from the font, not from the ink: spaces that a file
never wrote ("ofexperience") show only against the true width of the glyph before.
"""

import ctypes
import math
from dataclasses import dataclass, field
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


@dataclass(slots=True)
class _Reader:
    """Reads one page's characters; remembers styles by text object and widths by font, both asked for often."""

    text_page: Any
    frame: PageFrame
    styles: dict[int, _Style] = field(default_factory=dict)
    widths: dict[tuple[Any, int], float] = field(default_factory=dict)
    # Reused for every call: making a ctypes object costs as much as the call it is for.
    numbers: list[Any] = field(default_factory=lambda: [ctypes.c_double() for _ in range(6)])
    shades: list[Any] = field(default_factory=lambda: [ctypes.c_uint() for _ in range(4)])
    matrix: Any = field(default_factory=c.FS_MATRIX)
    size: Any = field(default_factory=ctypes.c_float)

    def glyphs(self) -> list[Glyph]:
        found: list[Glyph] = []
        spaced = False
        for index in range(c.FPDFText_CountChars(self.text_page)):
            code = c.FPDFText_GetUnicode(self.text_page, index)
            if code <= 0x20 or code in (0xA0, 0xFFFE, 0xFFFF):
                if code != 2:
                    spaced = True
                    continue
                code = 0x2D
            found.append(self._glyph(index, code, spaced))
            spaced = False
        return found

    def _glyph(self, index: int, code: int, spaced: bool) -> Glyph:  # noqa: FBT001
        left, right, bottom, top, x, y = self.numbers
        style = self._style(index)
        c.FPDFText_GetCharBox(self.text_page, index, left, right, bottom, top)
        c.FPDFText_GetCharOrigin(self.text_page, index, x, y)
        x1, y1 = self.frame.place(left.value, bottom.value)
        x2, y2 = self.frame.place(right.value, top.value)
        origin = self.frame.place(x.value, y.value)
        advance = self._width(style, code) or abs(x2 - x1)
        return Glyph(
            _character(code),
            min(x1, x2),
            min(y1, y2),
            max(x1, x2),
            max(y1, y2),
            origin[0],
            origin[1],
            advance,
            style.size or max(1.0, abs(y2 - y1)),
            style.turns,
            style.invisible,
            spaced,
            style.colour,
        )

    def _style(self, index: int) -> _Style:
        handle = c.FPDFText_GetTextObject(self.text_page, index)
        key = ctypes.cast(handle, ctypes.c_void_p).value
        if key is None:
            return _NO_STYLE
        if key not in self.styles:
            self.styles[key] = self._read_style(handle, index)
        return self.styles[key]

    def _read_style(self, handle: Any, index: int) -> _Style:
        matrix, size = self.matrix, self.size
        c.FPDFText_GetMatrix(self.text_page, index, matrix)
        c.FPDFTextObj_GetFontSize(handle, size)
        angle = math.degrees(math.atan2(matrix.b, matrix.a)) - 90 * self.frame.turns
        turns = round(angle / 90)
        mode = c.FPDFTextObj_GetTextRenderMode(handle)
        return _Style(
            abs(size.value) * math.hypot(matrix.c, matrix.d),
            c.FPDFTextObj_GetFont(handle),
            abs(size.value),
            turns % 4 if abs(angle - 90 * turns) < 10 else None,
            mode in _INVISIBLE_MODES,
            math.hypot(matrix.a, matrix.b),
            self._fill(handle) if mode in _FILL_MODES else None,
        )

    def _fill(self, handle: Any) -> tuple[int, int, int] | None:
        red, green, blue, alpha = self.shades
        if not c.FPDFPageObj_GetFillColor(handle, red, green, blue, alpha):
            return None
        return red.value, green.value, blue.value

    def _width(self, style: _Style, code: int) -> float:
        if not style.font:
            return 0.0
        key = (ctypes.cast(style.font, ctypes.c_void_p).value, code)
        if key not in self.widths:
            width = ctypes.c_float()
            found = c.FPDFFont_GetGlyphWidth(style.font, code, 1000.0, width)
            self.widths[key] = width.value / 1000 if found else 0.0
        return self.widths[key] * style.raw_size * style.stretch


def _character(code: int) -> str:
    return chr(code) if code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else "\ufffd"


def read_glyphs(page: pdfium.PdfPage, *, frame: PageFrame) -> list[Glyph]:
    """Every character of a page that is not a space, in drawing order."""
    text_page = page.get_textpage()
    try:
        return _Reader(text_page.raw, frame).glyphs()
    finally:
        text_page.close()
