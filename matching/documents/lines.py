"""Where the lines of a DOCX paragraph lie, and how high they are: off the page by their indents, or too low to read.

Word's files have no geometry, so that the length of a text is a guess (half its size a letter). Lines count as off
the page when most of that length must lie there. A cell or a column begins somewhere on the page: then only what
lies off it from wherever it begins counts. A right indent that leaves no room breaks the text and hides nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from matching.documents.nodes import child, number, tag_of, words_in

OFF_PAGE, TINY = "off the page", "tiny"

_TWIPS = 1 / 20
_LETTER = 0.5
_LINE = 1.15
_LOWEST, _LOWEST_SHARE = 2.0, 0.2
_A4 = (595.0, 842.0)
_MARGIN = 72.0
_SINGLE = 240
_WITHIN = frozenset({"tc", "txbxContent"})


@dataclass(frozen=True, slots=True)
class Frame:
    """The widest page of a document and the margins of its text, in points."""

    width: float
    left: float
    right: float
    has_columns: bool

    @classmethod
    def of(cls, file: Any) -> "Frame":
        """The frame of a file; an ordinary one where it states none."""
        sections = [section._sectPr for section in file.sections]
        widths = [_told(child(each, "pgSz")).get("w") for each in sections]
        margins = _told(child(sections[0], "pgMar")) if sections else {}
        left, right = (number(margins.get(side), _MARGIN / _TWIPS) * _TWIPS for side in ("left", "right"))
        columns = any(number(_told(child(each, "cols")).get("num"), 1) > 1 for each in sections)
        return cls(max((number(each, 0) * _TWIPS for each in widths), default=0) or _A4[0], left, right, columns)


def method_of_lines(paragraph: Any, layers: list[Any], *, size: float, frame: Frame) -> str:
    """How the lines of a paragraph are hidden, or ""; `layers` are its properties and those of its styles."""
    if _is_low(_merged(layers, "spacing"), size) or _is_in_low_row(paragraph):
        return TINY
    indents = {name: value for name, value in _merged(layers, "ind").items() if number(value, 0)}
    return OFF_PAGE if indents and _is_off(paragraph, layers, indents, size=size, frame=frame) else ""


def levels_of(file: Any) -> dict[tuple[str, str], Any]:
    """The levels of each list that a file defines, by the list's number and the level's."""
    found: dict[tuple[str, str], Any] = {}
    for relation in file.part.rels.values():
        if relation.reltype.endswith("/numbering") and not relation.is_external:
            root = relation.target_part.element
            kinds = {_told(node).get("abstractNumId"): node for node in root if tag_of(node) == "abstractNum"}
            for node in (each for each in root if tag_of(each) == "num"):
                kind = kinds.get(_told(child(node, "abstractNumId")).get("val"))
                for level in kind if kind is not None else ():
                    if tag_of(level) == "lvl":
                        found[(_told(node).get("numId", ""), _told(level).get("ilvl", ""))] = level
    return found


def _is_low(spacing: Mapping[str, str], size: float) -> bool:
    line = number(spacing.get("line"), 0)
    if not line or spacing.get("lineRule") == "atLeast":
        return False
    exact = spacing.get("lineRule") == "exact"
    height = abs(line) * _TWIPS if exact else abs(line) / _SINGLE * _LINE * size
    return height <= max(_LOWEST, _LOWEST_SHARE * size)


def _is_in_low_row(paragraph: Any) -> bool:
    for row in (parent for parent in paragraph.iterancestors() if tag_of(parent) == "tr"):
        height = _told(child(child(row, "trPr"), "trHeight"))
        if height.get("hRule") == "exact" and number(height.get("val"), _SINGLE) * _TWIPS <= _LOWEST:
            return True
    return False


def _is_off(paragraph: Any, layers: list[Any], indents: Mapping[str, str], *, size: float, frame: Frame) -> bool:
    length = len(words_in(paragraph) or "".join(paragraph.itertext())) * _LETTER * size
    room = frame.width - frame.left - frame.right
    framed = frame.has_columns or any(child(layer, "framePr") is not None for layer in layers)
    inside = framed or any(tag_of(parent) in _WITHIN for parent in paragraph.iterancestors())
    side = _told(next((found for layer in layers if (found := child(layer, "jc")) is not None), None)).get("val", "")
    for origin in (0.0, frame.width) if inside else (frame.left,):
        shown = sum(_overlap(piece, frame.width) for piece in _pieces(indents, origin, room, length, side))
        if shown > length / 2:
            return False
    return length > 0


def _pieces(
    indents: Mapping[str, str], origin: float, room: float, length: float, side: str
) -> list[tuple[float, float, float]]:
    """Start, end and length of the text on the first line and on those below it."""
    left, right, first, hanging = (
        number(indents.get(name, indents.get(other)), 0) * _TWIPS
        for name, other in (("left", "start"), ("right", "end"), ("firstLine", ""), ("hanging", ""))
    )
    start, end = origin + left, origin + room - right
    begin = start - hanging if hanging else start + first
    width = end - start if end > start else length
    on_first = min(length, end - begin if end > begin else width)
    return [_set(begin, end, on_first, side), _set(start, end, length - on_first, side, most=width)]


def _set(start: float, end: float, length: float, side: str, *, most: float = 1e9) -> tuple[float, float, float]:
    taken = min(length, most)
    if side in ("right", "end"):
        return end - taken, end, length
    if side == "center":
        middle = (start + end) / 2
        return middle - taken / 2, middle + taken / 2, length
    return start, start + taken, length


def _overlap(piece: tuple[float, float, float], width: float) -> float:
    """How much of a length of text set from start to end shows on the page."""
    start, end, length = piece
    return length * max(0.0, min(end, width) - max(start, 0.0)) / (end - start) if end > start else 0.0


def _merged(layers: list[Any], name: str) -> dict[str, str]:
    """The attributes of a property, each from the nearest layer that states it."""
    found: dict[str, str] = {}
    for layer in layers:
        told = _told(child(layer, name))
        if "firstLine" in told or "hanging" in told:  # the one takes the place of the other
            told = {"firstLine": "0", "hanging": "0"} | told
        found = told | found
    return found


def _told(node: Any) -> dict[str, str]:
    return {key.rpartition("}")[2]: value for key, value in node.attrib.items()} if node is not None else {}
