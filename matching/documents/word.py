"""DOCX: paragraphs, lists, tables, text boxes, headers and footers in reading order.

A table whose cells hold one line each is a table (one line a row); a table with longer cells is a layout and is
read cell after cell. Tracked changes count as accepted: what was deleted is gone, what was inserted is there.
Comments, keywords and what lies off the page are kept apart. Pages are those that Word last drew, where it left
a mark; Word's files have no geometry, so there are no boxes.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from matching.documents.flow import Line, flow
from matching.documents.limits import check_length, refuse
from matching.documents.margins import asides, notes, page_size
from matching.documents.nodes import child, tag_of, words_in
from matching.documents.paragraph import Pieces, is_deleted_mark, pieces_of
from matching.documents.places import place_of_box, place_of_frame
from matching.documents.runs import Looks
from matching.text import Document, Hidden

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_INSIDE = frozenset({"sdt", "sdtContent", "ins", "moveTo", "smartTag", "customXml"})


def read_docx(content: bytes) -> Document:
    """Read a DOCX whose container was checked. Raises `UnreadableDocument` when it holds no text."""
    import docx

    file = docx.Document(io.BytesIO(content))
    reader = _Reader(Looks(file), page_size(file))
    for part in _parts(file, "header"):
        reader.blocks(part)
    reader.blocks(file.element.body)
    for note in notes(file):
        reader.blocks(note)
    for part in _parts(file, "footer"):
        reader.footer(part)
    check_length(sum(len(line.text) for page in reader.pages for line in page))
    text = flow([page for page in reader.pages if page])
    if not text.content.strip():
        raise refuse("no-text", "This document holds no text. If it is a scan, upload a text PDF or DOCX instead.")
    apart = [*reader.hidden, *asides(file)]
    hidden = tuple(Hidden(" ".join(piece.split()), method, 0) for method, piece in apart if piece.strip())
    flags = (("hidden-text",) if hidden else ()) + (("white-text-on-shapes",) if reader.looks.unsure else ())
    return Document(text, MEDIA_TYPE, hidden, flags)


def _parts(file: Any, kind: str) -> Iterator[Any]:
    seen: set[str] = set()
    for section in file.sections:
        for name in (f"first_page_{kind}", kind):
            part = getattr(section, name)
            if part.is_linked_to_previous or (
                name.startswith("first") and not section.different_first_page_header_footer
            ):
                continue
            text = "".join(part._element.itertext()).strip()
            if text and text not in seen:
                seen.add(text)
                yield part._element


@dataclass(slots=True)
class _Reader:
    """Walks blocks and keeps the lines of each page, and what no reader sees."""

    looks: Looks
    page: tuple[float, float]
    pages: list[list[Line]] = field(default_factory=lambda: [[]])
    hidden: list[tuple[str, str]] = field(default_factory=list)
    _break: bool = True
    _carried: Pieces | None = None

    def blocks(self, container: Any) -> None:
        """Read every paragraph and table of a body, header, cell or text box."""
        self._break = True
        for block in container:
            tag = tag_of(block)
            if tag == "p":
                self._paragraph(block)
            elif tag == "tbl":
                self._table(block)
            elif tag in _INSIDE:
                self.blocks(block)

    def footer(self, container: Any) -> None:
        """Read a footer unless it is only a page number."""
        words = "".join(container.itertext()).lower().replace("page", "").replace("of", "").replace("numpages", "")
        if any(c.isalpha() for c in words):
            self.blocks(container)

    def _paragraph(self, paragraph: Any) -> None:
        method = place_of_frame(paragraph, self.page)
        if method:
            self.hidden.append((method, words_in(paragraph)))
            return
        pieces = self._read(paragraph)
        if is_deleted_mark(paragraph):
            self._carried = pieces
            return
        if pieces.breaks_before and self.pages[-1]:
            self.pages.append([])
        self._write(paragraph, pieces)
        for box in pieces.boxes:
            self._box(box)
        if pieces.breaks_after:
            self.pages.append([])

    def _read(self, paragraph: Any) -> Pieces:
        pieces = pieces_of(paragraph, looks=self.looks, before=self._carried)
        self._carried = None
        for method, text in pieces.hidden:
            if self.hidden and self.hidden[-1][0] == method:
                self.hidden[-1] = (method, self.hidden[-1][1] + text)
            else:
                self.hidden.append((method, text))
        return pieces

    def _write(self, paragraph: Any, pieces: Pieces) -> None:
        text = pieces.text
        bullet = "• " if text.strip() and self.looks.is_listed(paragraph) else ""
        apart = self.looks.stands_apart(paragraph)
        first = True
        for part in text.split("\n"):
            if part.strip():
                links = pieces.links_on(part)
                self.pages[-1].append(
                    Line(bullet + part.strip(" "), breaks=self._break or (apart and first), links=links)
                )
                self._break = False
                bullet = ""
            first = False
        self._break = self._break or apart or not text.strip()

    def _box(self, box: Any) -> None:
        method = place_of_box(box, self.page)
        if method:
            self.hidden.append((method, words_in(box)))
            return
        self.blocks(box)
        self._break = True

    def _table(self, table: Any) -> None:
        self._break = True
        for row in (node for node in table.iter() if tag_of(node) == "tr" and _nearest(node, "tbl") is table):
            if child(child(row, "trPr"), "del") is not None:
                continue
            cells = [c for c in row.iter() if tag_of(c) == "tc" and _nearest(c, "tr") is row and not _continues(c)]
            if all(_is_one_line(cell) for cell in cells):
                self._row(cells)
            else:
                for cell in cells:
                    self.blocks(cell)
        self._break = True

    def _row(self, cells: list[Any]) -> None:
        texts: list[str] = []
        links: tuple[tuple[str, str], ...] = ()
        for cell in cells:
            for paragraph in (node for node in cell if tag_of(node) == "p"):
                pieces = self._read(paragraph)
                text = pieces.text.strip()
                if text:
                    texts.append(("• " if self.looks.is_listed(paragraph) else "") + text)
                    links += pieces.links_on(text)
        if texts:
            self.pages[-1].append(Line("\t".join(texts), breaks=self._break, links=links))
            self._break = False


def _nearest(node: Any, tag: str) -> Any:
    return next((parent for parent in node.iterancestors() if tag_of(parent) == tag), None)


def _continues(cell: Any) -> bool:
    merge = next((node for node in cell.iter() if tag_of(node) == "vMerge"), None)
    return merge is not None and all(value != "restart" for value in merge.attrib.values())


def _is_one_line(cell: Any) -> bool:
    if any(tag_of(node) in ("tbl", "txbxContent", "br", "cr") for node in cell.iter() if node is not cell):
        return False
    return sum(bool("".join(node.itertext()).strip()) for node in cell if tag_of(node) == "p") <= 1
