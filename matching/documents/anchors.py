"""The links of a PDF page, each brought to the line whose words it lies on.

A link is a rectangle with an address. Its words are the visible glyphs whose middle lies inside; where it lies on a
picture (the icon of a profile site), it belongs to the nearest line.
"""

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from matching.documents.flow import Line
from matching.documents.glyphs import Glyph, PageFrame
from matching.documents.layout import words_of
from matching.documents.limits import MAX_LINKS, MAX_URL
from matching.documents.links import address_of
from matching.documents.pdfium import PdfFile, Pointer, function

_next = function("FPDFLink_Enumerate")
_get_edges = function("FPDFLink_GetAnnotRect")
_get_action = function("FPDFLink_GetAction", Pointer)
_get_address = function("FPDFAction_GetURIPath", ctypes.c_ulong)


@dataclass(frozen=True, slots=True)
class _Anchor:
    url: str
    left: float
    bottom: float
    right: float
    top: float

    def holds(self, glyph: Glyph) -> bool:
        """True when the middle of the glyph lies in the rectangle."""
        x, y = (glyph.left + glyph.right) / 2, (glyph.bottom + glyph.top) / 2
        return self.left <= x <= self.right and self.bottom <= y <= self.top

    def distance(self, line: Line) -> float:
        """How far a line is, in points; a line above or below counts as farther than one beside."""
        if line.edges is None:
            return float("inf")
        left, bottom, right, top = line.edges
        across = max(0.0, left - self.right, self.left - right)
        return across + 4 * max(0.0, bottom - self.top, self.bottom - top)


def with_links(
    lines: list[Line], page: Pointer, *, file: PdfFile, glyphs: Sequence[Glyph], frame: PageFrame
) -> list[Line]:
    """The lines of a page, each with the links on its words. `glyphs` are the visible ones."""
    lines = list(lines)
    for anchor in _anchors(page, file, frame) if lines else ():
        index = min(range(len(lines)), key=lambda each: anchor.distance(lines[each]))
        words = words_of([glyph for glyph in glyphs if anchor.holds(glyph)])
        lines[index] = replace(lines[index], links=(*lines[index].links, (words, anchor.url)))
    return lines


def _anchors(page: Pointer, file: PdfFile, frame: PageFrame) -> Iterator[_Anchor]:
    position, link, edges = ctypes.c_int(0), Pointer(), (ctypes.c_float * 4)()
    for _ in range(MAX_LINKS):
        if not _next(page, ctypes.byref(position), ctypes.byref(link)):
            return
        url = _url(file, link)
        if url and _get_edges(link, edges):
            left, top, right, bottom = edges
            x1, y1 = frame.place(left, bottom)
            x2, y2 = frame.place(right, top)
            yield _Anchor(url, min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))


def _url(file: PdfFile, link: Pointer) -> str:
    action = _get_action(link)
    length = _get_address(file.pointer, action, None, ctypes.c_ulong(0)) if action else 0
    if not 1 < length <= MAX_URL:
        return ""
    address = ctypes.create_string_buffer(length)
    _get_address(file.pointer, action, address, ctypes.c_ulong(length))
    return address_of(address.value.decode("utf-8", "replace"))
