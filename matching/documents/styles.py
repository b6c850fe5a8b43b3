"""The styles of an HTML page as far as they hide text: style sheets with simple selectors, and style attributes.

Selectors of one tag, class or id (or such together) are followed, with their weight and order; what depends on
neighbours, states or media is not, and then counts as visible. White letters hide only where nothing on the page
paints a background.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

_REMARK = re.compile(r"/\*.{0,5000}?\*/", re.DOTALL)
_NESTED = re.compile(r"@[^{};]{1,300}\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
_RULE = re.compile(r"([^{}]{1,2000})\{([^{}]*)\}")
_SIMPLE = re.compile(r"(\*|[a-z][a-z0-9]*)?((?:[.#][\w-]+)*)", re.IGNORECASE)
_LINKED_SHEET = re.compile(r"<link\b[^>]{1,500}stylesheet", re.IGNORECASE)
_MAX_RULES = 2_000
_MAX_SHEETS = 200_000
# fmt: off
_WATCHED = frozenset({
    "display", "visibility", "font-size", "opacity", "color", "left", "top", "text-indent", "clip", "clip-path",
    "height", "max-height", "width", "overflow", "transform", "background", "background-color", "background-image",
})
# fmt: on
_SIZE = re.compile(r"(-?[\d.]+)\s*(px|pt|em|rem|%)?")
_POINTS = {"px": 0.75, "pt": 1.0, "em": 12.0, "rem": 12.0, "%": 0.12, "": 0.75}
_TINY_POINTS = 1.5
_CLIPPED = re.compile(r"rect\((?:[01](?:px)?[,\s]*){4}\)|inset\((?:50|100)%")
_AWAY = re.compile(r"-\d{3,}")
_NEAR_WHITE = 0xF0
_NOTHING = frozenset({"", "none", "transparent", "white", "#fff", "#ffffff", "inherit", "initial"})

Style = dict[str, str]


@dataclass(frozen=True, slots=True)
class _Rule:
    tag: str
    marks: frozenset[str]
    weight: tuple[int, int, int, int]
    style: Style

    def fits(self, tag: str, marks: frozenset[str]) -> bool:
        return self.tag in ("", "*", tag) and self.marks <= marks


@dataclass(slots=True)
class Styles:
    """The style sheets of one page; answers the style of an element."""

    rules: dict[str, list[_Rule]] = field(default_factory=lambda: defaultdict(list))
    paints: bool = False

    @classmethod
    def of(cls, page: str) -> "Styles":
        """The styles that `page` states in its style elements."""
        styles = cls(paints=bool(_LINKED_SHEET.search(page)))
        text = _NESTED.sub("", _REMARK.sub("", _sheets(page)))
        for order, match in enumerate(_RULE.finditer(text)):
            if order >= _MAX_RULES:
                break
            styles._add(match[1], declarations(match[2]), order)
        return styles

    def style(self, tag: str, attributes: Mapping[str, str | None]) -> Style:
        """What holds for an element; its own style attribute comes last."""
        classes = (attributes.get("class") or "").split()[:50]
        marks = frozenset([*(f".{name}" for name in classes), f"#{attributes.get('id') or ''}"])
        found = [rule for key in (*marks, tag, "*") for rule in self.rules.get(key, ()) if rule.fits(tag, marks)]
        style: Style = {}
        for rule in sorted(found, key=lambda each: each.weight):
            style |= rule.style
        return style | declarations(attributes.get("style") or "")

    def _add(self, selectors: str, style: Style, order: int) -> None:
        self.paints = self.paints or is_painted(style)
        for selector in selectors.split(",") if style else ():
            simple = _SIMPLE.fullmatch(selector.strip())
            if simple:
                tag, marks = (simple[1] or "").lower(), re.findall(r"[.#][\w-]+", simple[2])
                ids = sum(mark.startswith("#") for mark in marks)
                weight = (ids, len(marks) - ids, int(tag not in ("", "*")), order)
                self.rules[marks[-1] if marks else tag or "*"].append(_Rule(tag, frozenset(marks), weight, style))


def _sheets(page: str) -> str:
    lower, pieces, end = page.lower(), [], 0
    while (start := lower.find("<style", end)) >= 0:
        begin = lower.find(">", start) + 1
        end = lower.find("</style", begin)
        pieces.append(page[begin : end if end >= 0 else None])
        if end < 0 or not begin:
            break
    return "\n".join(pieces)[:_MAX_SHEETS]


def declarations(text: str) -> Style:
    """The declarations of a style that can hide or paint."""
    found: Style = {}
    for part in text.split(";"):
        name, colon, value = part.partition(":")
        if colon and name.strip().lower() in _WATCHED:
            found[name.strip().lower()] = value.replace("!important", "").strip().lower()
    return found


def hides(style: Style) -> bool:
    """True when nothing of an element with this style shows."""
    return (
        style.get("display") == "none"
        or style.get("visibility") in ("hidden", "collapse")
        or _is_shrunk(style)
        or _is_clear(style)
        or any(_AWAY.match(style.get(name, "")) for name in ("left", "top", "text-indent"))
    )


def is_white(style: Style) -> bool:
    """True when the letters are white or nearly so."""
    colour = style.get("color", "")
    if colour in ("white", "snow", "ivory", "ghostwhite"):
        return True
    if re.fullmatch(r"#[0-9a-f]{3}(?:[0-9a-f]{3})?", colour):
        return all(
            int(pair, 16) >= _NEAR_WHITE for pair in re.findall(r"..", colour[1:] * (3 if len(colour) == 4 else 1))
        )
    parts = re.fullmatch(r"rgba?\((\d+)[,\s]+(\d+)[,\s]+(\d+)\b.*\)", colour)
    return parts is not None and all(int(part) >= _NEAR_WHITE for part in parts.groups())


def is_painted(style: Style) -> bool:
    """True when an element has a background that is not white."""
    return any(style.get(name, "") not in _NOTHING for name in ("background", "background-color", "background-image"))


def is_tiny(style: Style) -> bool:
    """True when letters have next to no size; an element inside may have its own."""
    size = _points(style.get("font-size", ""))
    return size is not None and size <= _TINY_POINTS


def _is_shrunk(style: Style) -> bool:
    clipped = "hidden" in style.get("overflow", "")
    flat = [_points(style.get(name, "")) for name in ("height", "max-height", "width")]
    return (
        (clipped and any(side is not None and side < 1 for side in flat))
        or _CLIPPED.match(style.get("clip-path", style.get("clip", ""))) is not None
        or "scale(0)" in style.get("transform", "")
    )


def _is_clear(style: Style) -> bool:
    opacity = _points(style.get("opacity", "") + "pt" if style.get("opacity") else "")
    colour = style.get("color", "")
    clear = re.fullmatch(r"(?:rgba|hsla)\(.*[,/\s]0?(?:\.0\d*)?%?\)", colour) is not None
    return (opacity is not None and opacity <= 0.05) or colour == "transparent" or clear


def _points(value: str) -> float | None:
    size = _SIZE.fullmatch(value)
    try:
        return float(size[1]) * _POINTS[size[2] or ""] if size else None
    except ValueError:
        return None
