"""A page drawn into memory twice, with its text and without, in grey or in colour.

Where a page holds nothing but text, it is white without it and need not be drawn again.
"""

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import repeat
from math import ceil
from typing import Any

from matching.documents import pdfium
from matching.documents.glyphs import Glyph, PageFrame
from matching.documents.pdfium import PdfiumError, Pointer, function

_GREY, _COLOUR = (1, 1), (3, 4)  # FPDFBitmap_Gray and FPDFBitmap_BGRx, and how many bytes a pixel has
_ANNOTATIONS, _IN_GREY = 0x01, 0x08
_WHITE = ctypes.c_ulong(0xFFFFFFFF)
_MAX_PIXELS = 4_000_000
_MAX_DEPTH = 6

_page_thing = function("FPDFPage_GetObject", Pointer)
_page_things = function("FPDFPage_CountObjects")
_form_thing = function("FPDFFormObj_GetObject", Pointer)
_form_things = function("FPDFFormObj_CountObjects")
_kind = function("FPDFPageObj_GetType")
_bounds = function("FPDFPageObj_GetBounds")
_set_active = function("FPDFPageObj_SetIsActive")
_annotations = function("FPDFPage_GetAnnotCount")
_make = function("FPDFBitmap_CreateEx", Pointer)
_fill = function("FPDFBitmap_FillRect")
_render = function("FPDF_RenderPageBitmap", None)
_buffer = function("FPDFBitmap_GetBuffer", Pointer)
_stride = function("FPDFBitmap_GetStride")
_destroy = function("FPDFBitmap_Destroy", None)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A page drawn with its text and without. `blank` says that there is nothing but its text."""

    full: bytes
    bare: bytes
    stride: int
    width: int
    height: int
    scale: float
    depth: int
    blank: bool

    def window(self, glyph: Glyph) -> tuple[int, int, int, int]:
        """First and last byte of a row, first and last row (exclusive) of the pixels that the glyph's box touches."""
        scale, height, depth = self.scale, self.height, self.depth
        top = glyph.top if glyph.top - glyph.bottom > 0.2 else glyph.y + 0.7 * glyph.size
        right = glyph.right if glyph.right > glyph.left + 1.0 else glyph.left + 1.0
        first = int(glyph.left * scale) * depth
        last = min(self.width, int(right * scale) + 1) * depth
        upper, lower = height - int(top * scale) - 1, min(height, height - int(glyph.bottom * scale) + 1)
        return (first if first > 0 else 0), last, (upper if upper > 0 else 0), lower


class Paper:
    """A page to be drawn. Drawing may leave it without its text."""

    def __init__(self, page: Pointer, frame: PageFrame) -> None:
        self._page = page
        self._scale = min(1.0, (_MAX_PIXELS / max(1.0, frame.width * frame.height)) ** 0.5)
        self._size = (ceil(frame.width * self._scale), ceil(frame.height * self._scale))
        self._things = list(map(_page_thing, repeat(page), range(_page_things(page))))
        self._kinds = list(map(_kind, self._things))
        self._texts: list[Pointer] | None = None
        self._blank = set(self._kinds) <= {pdfium.TEXT} and _annotations(page) == 0

    def in_grey(self) -> Drawn:
        """The page in shades of grey, one byte a pixel."""
        return self._drawn(_GREY, _ANNOTATIONS | _IN_GREY)

    def in_colour(self) -> Drawn:
        """The page in colour: blue, green, red and one byte that is not used."""
        return self._drawn(_COLOUR, _ANNOTATIONS)

    def _drawn(self, kind: tuple[int, int], flags: int) -> Drawn:
        self._show(active=1)
        full, stride = self._pixels(kind[0], flags)
        if self._blank:
            bare = b"\xff" * len(full)
        else:
            self._show(active=0)
            bare, _ = self._pixels(kind[0], flags)
        return Drawn(full, bare, stride, *self._size, self._scale, kind[1], self._blank)

    def _show(self, *, active: int) -> None:
        """Switch the text of the page on or off, that of its forms too; it is on at first."""
        if self._texts is None:
            if active:
                return
            self._texts = list(_texts_of(self._things, self._kinds))
        for _ in map(_set_active, self._texts, repeat(active)):
            pass

    def _pixels(self, kind: int, flags: int) -> tuple[bytes, int]:
        width, height = self._size
        bitmap = _make(width, height, kind, None, 0)
        if not bitmap:
            raise PdfiumError("Pdfium makes no picture of this size.")
        try:
            _fill(bitmap, 0, 0, width, height, _WHITE)
            _render(bitmap, self._page, 0, 0, width, height, 0, flags)
            stride: int = _stride(bitmap)
            return ctypes.string_at(_buffer(bitmap), stride * height), stride
        finally:
            _destroy(bitmap)


def _texts_of(things: Sequence[Pointer], kinds: Sequence[int], depth: int = 0) -> Iterator[Pointer]:
    """Every text among things of a page and within its forms."""
    for thing, kind in zip(things, kinds, strict=True):
        if kind == pdfium.TEXT:
            yield thing
        elif kind == pdfium.FORM and depth < _MAX_DEPTH:
            inside = list(map(_form_thing, repeat(thing), range(_form_things(thing))))
            yield from _texts_of(inside, list(map(_kind, inside)), depth + 1)


def has_picture_of_page(page: Pointer, *, frame: PageFrame) -> bool:
    """True when one picture covers most of the page, as on a scan whose text lies invisibly behind it."""
    return _has_picture(page, _page_thing, _page_things, 0.6 * max(1.0, frame.width * frame.height))


def _has_picture(holder: Pointer, get: Any, count: Any, area: float, depth: int = 1) -> bool:
    edges = [ctypes.c_float() for _ in range(4)]
    for index in range(count(holder)):
        thing = get(holder, index)
        kind = _kind(thing)
        if kind == pdfium.IMAGE and _bounds(thing, *map(ctypes.byref, edges)):
            left, bottom, right, top = (each.value for each in edges)
            found = (right - left) * (top - bottom) > area
        else:
            inside = kind == pdfium.FORM and depth < _MAX_DEPTH
            found = inside and _has_picture(thing, _form_thing, _form_things, area, depth + 1)
        if found:
            return True
    return False
