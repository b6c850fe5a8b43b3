"""The links of a PDF page, each brought to the line whose words it lies on.

A link is a rectangle with an address. Its words are the visible glyphs whose middle lies inside; where it lies on a
picture (the icon of a profile site), it belongs to the nearest line.
"""

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import pypdfium2 as pdfium
import pypdfium2.raw as c

from matching.documents.flow import Line
from matching.documents.glyphs import Glyph, PageFrame
from matching.documents.layout import words_of
from matching.documents.limits import MAX_LINKS, MAX_URL
from matching.documents.links import address_of


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


def with_links(lines: list[Line], page: pdfium.PdfPage, *, glyphs: Sequence[Glyph], frame: PageFrame) -> list[Line]:
    """The lines of a page, each with the links on its words. `glyphs` are the visible ones."""
    lines = list(lines)
    for anchor in _anchors(page, frame) if lines else ():
        index = min(range(len(lines)), key=lambda each: anchor.distance(lines[each]))
        words = words_of([glyph for glyph in glyphs if anchor.holds(glyph)])
        lines[index] = replace(lines[index], links=(*lines[index].links, (words, anchor.url)))
    return lines


def _anchors(page: pdfium.PdfPage, frame: PageFrame) -> Iterator[_Anchor]:
    position, link, box = ctypes.c_int(0), c.FPDF_LINK(), c.FS_RECTF()
    for _ in range(MAX_LINKS):
        if not c.FPDFLink_Enumerate(page.raw, position, link):
            return
        url = _url(page, link)
        if url and c.FPDFLink_GetAnnotRect(link, box):
            x1, y1 = frame.place(box.left, box.bottom)
            x2, y2 = frame.place(box.right, box.top)
            yield _Anchor(url, min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))


def _url(page: pdfium.PdfPage, link: c.FPDF_LINK) -> str:
    action = c.FPDFLink_GetAction(link)
    length = c.FPDFAction_GetURIPath(page.pdf.raw, action, None, 0) if action else 0
    if not 1 < length <= MAX_URL:
        return ""
    address = ctypes.create_string_buffer(length)
    c.FPDFAction_GetURIPath(page.pdf.raw, action, address, length)
    return address_of(address.value.decode("utf-8", "replace"))
