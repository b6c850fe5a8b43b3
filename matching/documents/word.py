"""DOCX: paragraphs, lists, tables, text boxes, headers and footers in reading order.

A table whose cells hold one line each is a table (one line a row); a table with longer cells is a layout and is
read cell after cell. Comments, deleted text and field codes are not read. Pages are those that Word last drew,
where it left a mark; Word's files have no geometry, so there are no boxes.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from matching.documents.flow import Line, flow
from matching.documents.limits import check_length, refuse
from matching.documents.runs import Looks, fallback, tag_of
from matching.values import Document, Hidden

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_BLANKS = {"tab": "\t", "ptab": "\t", "noBreakHyphen": "-", "cr": "\n"}
_SKIPPED = frozenset({"del", "moveFrom", "instrText", "delText", "rPr", "pPr", "fldData"})


def read_docx(content: bytes) -> Document:
    """Read a DOCX whose container was checked. Raises `UnreadableDocument` when it holds no text."""
    import docx

    file = docx.Document(io.BytesIO(content))
    reader = _Reader(Looks(file))
    for part in _parts(file, "header"):
        reader.blocks(part)
    reader.blocks(file.element.body)
    for part in _parts(file, "footer"):
        reader.footer(part)
    check_length(sum(len(line.text) for page in reader.pages for line in page))
    text = flow([page for page in reader.pages if page])
    if not text.content.strip():
        raise refuse("no-text", "This document holds no text. If it is a scan, upload a text PDF or DOCX instead.")
    hidden = tuple(Hidden(" ".join(piece.split()), method, 0) for method, piece in reader.hidden if piece.strip())
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
    pages: list[list[Line]] = field(default_factory=lambda: [[]])
    hidden: list[tuple[str, str]] = field(default_factory=list)
    _break: bool = True

    def blocks(self, container: Any) -> None:
        """Read every paragraph and table of a body, header, cell or text box."""
        self._break = True
        for block in container:
            tag = tag_of(block)
            if tag == "p":
                self._paragraph(block)
            elif tag == "tbl":
                self._table(block)
            elif tag in ("sdt", "sdtContent", "ins", "moveTo", "smartTag", "customXml"):
                self.blocks(block)

    def footer(self, container: Any) -> None:
        """Read a footer unless it is only a page number."""
        words = "".join(container.itertext()).lower().replace("page", "").replace("of", "").replace("numpages", "")
        if any(c.isalpha() for c in words):
            self.blocks(container)

    def _paragraph(self, paragraph: Any) -> None:
        shown, boxes, breaks_first, breaks_later = self._read(paragraph)
        if breaks_first and self.pages[-1]:
            self.pages.append([])
        text = "".join(shown)
        bullet = "• " if text.strip() and self.looks.is_listed(paragraph) else ""
        apart = self.looks.stands_apart(paragraph)
        for index, part in enumerate(text.split("\n")):
            if part.strip():
                first = index == 0
                self.pages[-1].append(
                    Line((bullet if first else "") + part.strip(" "), breaks=self._break or (apart and first))
                )
                self._break = False
        self._break = self._break or apart or not text.strip()
        for box in boxes:
            self.blocks(box)
            self._break = True
        if breaks_later:
            self.pages.append([])

    def _read(self, paragraph: Any) -> tuple[list[str], list[Any], bool, bool]:
        shown: list[str] = []
        boxes: list[Any] = []
        first = later = False
        waiting = list(reversed(paragraph))
        while waiting:
            node = waiting.pop()
            tag = tag_of(node)
            if tag in _SKIPPED or not tag:
                continue
            if tag == "txbxContent":
                boxes.append(node)
            elif tag == "lastRenderedPageBreak" or (tag == "br" and node.get(self.looks.type_name) == "page"):
                first, later = (first, True) if "".join(shown).strip() else (True, later)
            elif tag in _BLANKS or tag in ("t", "br", "sym"):
                self._take(node, tag, paragraph, shown)
            else:
                waiting += reversed(fallback(node))
        return shown, boxes, first, later

    def _take(self, node: Any, tag: str, paragraph: Any, shown: list[str]) -> None:
        text = node.text or "" if tag == "t" else "\n" if tag == "br" else "• " if tag == "sym" else _BLANKS[tag]
        method = self.looks.hiding(node.getparent(), paragraph) if text.strip() else ""
        if not method:
            shown.append(text)
        elif self.hidden and self.hidden[-1][0] == method:
            self.hidden[-1] = (method, self.hidden[-1][1] + text)
        else:
            self.hidden.append((method, text))

    def _table(self, table: Any) -> None:
        self._break = True
        for row in (node for node in table.iter() if tag_of(node) == "tr" and _nearest(node, "tbl") is table):
            cells = [c for c in row.iter() if tag_of(c) == "tc" and _nearest(c, "tr") is row and not _continues(c)]
            if all(_is_one_line(cell) for cell in cells):
                self._row(cells)
            else:
                for cell in cells:
                    self.blocks(cell)
        self._break = True

    def _row(self, cells: list[Any]) -> None:
        texts: list[str] = []
        for cell in cells:
            for paragraph in (node for node in cell if tag_of(node) == "p"):
                text = "".join(self._read(paragraph)[0]).strip()
                if text:
                    texts.append(("• " if self.looks.is_listed(paragraph) else "") + text)
        if texts:
            self.pages[-1].append(Line("\t".join(texts), breaks=self._break))
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
