"""One paragraph of a DOCX in pieces: what is shown, what is hidden, its text boxes, its links, its page breaks.

Tracked changes are taken as accepted. Of the two ways in which Word writes a link (an element with a relation, and
a field whose code says HYPERLINK) both are read.
"""

import re
from dataclasses import dataclass, field
from typing import Any

from matching.documents.links import address_of
from matching.documents.nodes import child, fallback, tag_of
from matching.documents.runs import Looks

_BLANKS = {"tab": "\t", "ptab": "\t", "noBreakHyphen": "-", "cr": "\n"}
_SKIPPED = frozenset({"del", "moveFrom", "delText", "rPr", "pPr", "fldData"})
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_CODE = re.compile(r"HYPERLINK\s+(?:\\[a-z]\s+)*\"?([^\s\"]+)", re.IGNORECASE)


@dataclass(slots=True)
class Pieces:
    """What one paragraph holds, in the order in which it stands there."""

    shown: list[str] = field(default_factory=list)
    hidden: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[Any] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    breaks_before: bool = False
    breaks_after: bool = False

    @property
    def text(self) -> str:
        """The visible text; line breaks are newlines."""
        return "".join(self.shown)

    def links_on(self, line: str) -> tuple[tuple[str, str], ...]:
        """The links whose words stand on that line of the paragraph."""
        return tuple(link for link in self.links if link[0].strip() in line)


def is_deleted_mark(paragraph: Any) -> bool:
    """True when the end of the paragraph was deleted, so that the next one continues it."""
    properties = child(child(paragraph, "pPr"), "rPr")
    return child(properties, "del") is not None or child(properties, "moveFrom") is not None


def pieces_of(paragraph: Any, *, looks: Looks, before: Pieces | None) -> Pieces:
    """The pieces of a paragraph, after those of one that it continues."""
    return _Walk(paragraph, looks, before or Pieces()).pieces()


@dataclass(slots=True)
class _Walk:
    paragraph: Any
    looks: Looks
    found: Pieces
    _code: str = ""
    _url: str = ""

    def pieces(self) -> Pieces:
        waiting = list(reversed(self.paragraph))
        while waiting:
            node = waiting.pop()
            tag = tag_of(node)
            if tag in _SKIPPED or not tag:
                continue
            if tag == "txbxContent":
                self.found.boxes.append(node)
            elif tag == "lastRenderedPageBreak" or (tag == "br" and node.get(self.looks.type_name) == "page"):
                self._break()
            elif tag in _BLANKS or tag in ("t", "br", "sym"):
                self._take(node, tag)
            elif tag in ("instrText", "fldChar"):
                self._field(node, tag)
            else:
                waiting += reversed(fallback(node))
        return self.found

    def _break(self) -> None:
        if self.found.text.strip():
            self.found.breaks_after = True
        else:
            self.found.breaks_before = True

    def _take(self, node: Any, tag: str) -> None:
        text = node.text or "" if tag == "t" else "\n" if tag == "br" else "• " if tag == "sym" else _BLANKS[tag]
        run = node.getparent()
        method = self.looks.hiding(run, self.paragraph) if text.strip() else ""
        if method:
            self.found.hidden.append((method, text))
            return
        self.found.shown.append(text)
        url = self._url or self._relation(run)
        if url and text.strip():
            links = self.found.links
            if links and links[-1][1] == url:
                links[-1] = (links[-1][0] + text, url)
            else:
                links.append((text, url))

    def _field(self, node: Any, tag: str) -> None:
        if tag == "instrText":
            self._code += node.text or ""
            return
        state = node.get(self.looks.type_name.removesuffix("type") + "fldCharType")
        code = _CODE.search(self._code) if state == "separate" else None
        self._url = address_of(code[1]) if code else ""
        self._code = ""

    def _relation(self, run: Any) -> str:
        parent = run.getparent()
        if tag_of(parent) == "fldSimple":
            code = _CODE.search(parent.get(self.looks.type_name.removesuffix("type") + "instr") or "")
            return address_of(code[1]) if code else ""
        if tag_of(parent) != "hyperlink":
            return ""
        return address_of(self.looks.targets.get(parent.get(_RELATION) or "", ""))
