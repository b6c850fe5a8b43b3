"""Where a frame or text box of a DOCX lies: on the page, off it, or so small that nothing shows.

Word states places against the page, the margins or the text. Only what must lie off the page wherever its anchor
stands counts as hidden; a box without a stated place follows the text and is visible.
"""

import re
from typing import Any

from matching.documents.nodes import child, number, tag_of

OFF_PAGE, TINY = "off the page", "tiny"

_TWIPS = 1 / 20
_EMU = 1 / 12700
_ORDINARY_WIDTH = 150.0
_TINY_SIDE = 2.0
_LENGTH = re.compile(
    r"(?:^|;)\s*(margin-left|margin-top|left|top|width|height)\s*:\s*(-?[\d.]+)(pt|in|cm|mm|px)?", re.I
)
_UNITS = {"pt": 1.0, "in": 72.0, "cm": 28.35, "mm": 2.835, "px": 0.75, "": 0.75}
_SHAPES = ("shape", "rect", "roundrect")


def place_of_frame(paragraph: Any, page: tuple[float, float]) -> str:
    """How a paragraph in a frame is hidden by its place, or ""."""
    frame = child(child(paragraph, "pPr"), "framePr")
    if frame is None:
        return ""
    told = {name.rpartition("}")[2]: value for name, value in frame.attrib.items()}
    width, height = number(told.get("w"), 0) * _TWIPS, number(told.get("h"), 0) * _TWIPS
    return _off(
        page,
        (_told(told.get("x"), _TWIPS), width, told.get("hAnchor") == "page"),
        (_told(told.get("y"), _TWIPS), height, told.get("vAnchor") == "page"),
    )


def place_of_box(box: Any, page: tuple[float, float]) -> str:
    """How a text box is hidden by its place or size, or ""."""
    for parent in box.iterancestors():
        tag = tag_of(parent)
        if tag in ("anchor", "inline"):
            return _drawing(parent, page)
        if tag in _SHAPES and parent.get("style"):
            return _vml(parent.get("style"), page)
        if tag == "p":
            break
    return ""


def _drawing(anchor: Any, page: tuple[float, float]) -> str:
    extent = child(anchor, "extent")
    sides = [_told(extent.get(side), _EMU) if extent is not None else None for side in ("cx", "cy")]
    if any(side is not None and side < _TINY_SIDE for side in sides):
        return TINY
    across, down = (_offset(child(anchor, name)) for name in ("positionH", "positionV"))
    return _off(page, (across[0], sides[0] or 0.0, across[1]), (down[0], sides[1] or 0.0, down[1]))


def _offset(position: Any) -> tuple[float | None, bool]:
    offset = child(position, "posOffset")
    if offset is None:
        return None, False
    return _told(offset.text, _EMU), position.get("relativeFrom") == "page"


def _vml(style: str, page: tuple[float, float]) -> str:
    told = {
        name.lower(): number(amount, 0) * _UNITS[(unit or "").lower()] for name, amount, unit in _LENGTH.findall(style)
    }
    if any(told.get(side, _TINY_SIDE) < _TINY_SIDE for side in ("width", "height")):
        return TINY
    if "absolute" not in style.lower():
        return ""
    left, top = told.get("margin-left", told.get("left")), told.get("margin-top", told.get("top"))
    return _off(page, (left, told.get("width", 0.0), False), (top, told.get("height", 0.0), False))


def _off(page: tuple[float, float], *axes: tuple[float | None, float, bool]) -> str:
    """Off the page when one axis is: start, length (0 unknown) and whether the start is told against the page."""
    for limit, (start, length, against_page) in zip(page, axes, strict=True):
        if start is None:
            continue
        slack = 0.0 if against_page else limit / 2
        if start + (length or _ORDINARY_WIDTH) <= -slack or start >= limit + (0.0 if against_page else 1.0):
            return OFF_PAGE
    return ""


def _told(text: str | None, unit: float) -> float | None:
    return number(text, 0.0) * unit if text else None
