"""The colours of a DOCX: those of letters, and of what lies behind them as far as the file says.

What is painted nearest counts: highlight, shading of the run, paragraph, cell or table, a filled text box, the page.
A colour that the file leaves to another part (a style of tables, a gradient) is not known, and letters on it count
as seen. So do letters of the automatic colour: programs draw them dark on light and light on dark.
"""

import colorsys
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from matching.documents.contrast import WHITE, Colour, laid_on
from matching.documents.nodes import child, number, tag_of

_BLACK: Colour = (0, 0, 0)
_HIGHLIGHTS: dict[str, Colour] = {
    "black": _BLACK,
    "blue": (0, 0, 255),
    "cyan": (0, 255, 255),
    "darkBlue": (0, 0, 128),
    "darkCyan": (0, 128, 128),
    "darkGray": (128, 128, 128),
    "darkGreen": (0, 128, 0),
    "darkMagenta": (128, 0, 128),
    "darkRed": (128, 0, 0),
    "darkYellow": (128, 128, 0),
    "green": (0, 255, 0),
    "lightGray": (192, 192, 192),
    "magenta": (255, 0, 255),
    "red": (255, 0, 0),
    "white": WHITE,
    "yellow": (255, 255, 0),
}
_THEMED = {
    "background1": "lt1",
    "light1": "lt1",
    "text1": "dk1",
    "dark1": "dk1",
    "background2": "lt2",
    "light2": "lt2",
    "text2": "dk2",
    "dark2": "dk2",
    "hyperlink": "hlink",
    "followedHyperlink": "folHlink",
    "bg1": "lt1",
    "tx1": "dk1",
    "bg2": "lt2",
    "tx2": "dk2",
}


@dataclass(frozen=True, slots=True)
class Paint:
    """A colour that lies behind letters; None when something does whose colour is not known."""

    colour: Colour | None
    is_page: bool = False


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours that one document names."""

    page: Paint
    theme: dict[str, Colour] = field(default_factory=dict)

    @classmethod
    def of(cls, file: Any) -> "Colours":
        """The theme and the page colour of a file."""
        themed = cls(Paint(WHITE), _theme(file))
        ground = next((node for node in file.element if tag_of(node) == "background"), None)
        if ground is None:
            return cls(Paint(WHITE, is_page=True), themed.theme)
        stated = themed.stated(ground, "color", "theme")
        shown = child(file.settings.element, "displayBackgroundShape") is not None
        # without that setting some programs paint the ground and some do not
        return cls(Paint(stated if shown or stated == WHITE else None, is_page=True), themed.theme)

    def stated(self, node: Any, name: str, theme: str) -> Colour | None:
        """The colour that an element states by itself or by the theme; None when it is automatic or not known."""
        told = {key.rpartition("}")[2]: value for key, value in node.attrib.items()}
        themed = told.get(f"{theme}Color" if name in ("val", "color") else theme)
        if themed:
            base = self.theme.get(_THEMED.get(themed, themed))
            kind = "theme" if name in ("val", "color") else theme
            return _shaded(base, told.get(f"{kind}Tint"), told.get(f"{kind}Shade")) if base else None
        return hexed(told.get(name))

    def solid(self, fill: Any) -> Colour | None:
        """The one colour of a fill as drawings write it; None where it is none or is altered in a way not followed."""
        named = next(iter(fill), None) if fill is not None else None
        if named is None or any(tag_of(node) != "alpha" for node in named):
            return None
        value = next(iter(named.attrib.values()), "")
        return hexed(value) if tag_of(named) == "srgbClr" else self.theme.get(_THEMED.get(value, value))

    def behind(self, paints: Iterable[Any]) -> Paint:
        """What lies behind letters, given what may be painted there from the nearest outwards."""
        for node in paints:
            found = node if isinstance(node, Paint) else self._painted(node)
            if found is not None:
                return found
        return self.page

    def _painted(self, node: Any) -> Paint | None:
        tag = tag_of(node)
        told = {key.rpartition("}")[2]: value for key, value in node.attrib.items()}
        if tag == "highlight":
            return Paint(_HIGHLIGHTS.get(told["val"])) if told.get("val", "none") != "none" else None
        if tag != "shd":
            return self._filled(node)
        pattern = told.get("val", "clear")
        if pattern == "nil":
            return None
        fill = self.stated(node, "fill", "themeFill")
        if pattern == "clear":
            unknown = bool(told.get("themeFill")) and fill is None
            return Paint(fill) if fill or unknown else None
        over = self.stated(node, "color", "theme") or _BLACK
        if pattern == "solid":
            return Paint(over)
        share = number(pattern.removeprefix("pct"), -1) / 100
        return Paint(laid_on(over, fill or WHITE, share=share) if 0 <= share <= 1 else None)

    def _filled(self, shape: Any) -> Paint | None:
        """The ground of a text box; None where one looks through it."""
        if shape.get("fillcolor"):
            white = shape.get("fillcolor").lower() in ("white", "#fff", "#ffffff")
            named = WHITE if white else hexed(shape.get("fillcolor").lstrip("#").split(" ")[0])
            return Paint(named) if shape.get("filled") not in ("f", "false") else None
        properties = child(shape, "spPr")
        if child(properties, "noFill") is not None:
            return None
        solid = child(properties, "solidFill")
        if solid is not None:
            return Paint(self.solid(solid) if not any(tag_of(node) == "alpha" for node in solid.iter()) else None)
        fills = ("gradFill", "blipFill", "pattFill")
        painted = child(shape, "style") is not None or any(child(properties, fill) is not None for fill in fills)
        return Paint(None) if painted else None


def hexed(value: str | None) -> Colour | None:
    """The colour of six hexadecimal digits."""
    try:
        red, green, blue = bytes.fromhex(value or "")
    except ValueError:
        return None
    return red, green, blue


def _theme(file: Any) -> dict[str, Colour]:
    from docx.oxml import parse_xml

    found: dict[str, Colour] = {"lt1": WHITE, "dk1": _BLACK}
    for relation in file.part.rels.values():
        if relation.reltype.endswith("/theme") and not relation.is_external:
            root = parse_xml(relation.target_part.blob)
            for entry in next((node for node in root.iter() if tag_of(node) == "clrScheme"), ()):
                value = next((each.get("lastClr") or each.get("val") for each in entry), None)
                colour = hexed(value)
                if colour:
                    found[tag_of(entry)] = colour
    return found


def _shaded(base: Colour, tint: str | None, shade: str | None) -> Colour:
    """A colour of the theme made lighter or darker, as Word does it: by its lightness alone."""
    hue, light, strength = colorsys.rgb_to_hls(*(part / 255 for part in base))
    try:
        light = light * int(shade, 16) / 255 if shade else light
        light = 1 - (1 - light) * int(tint, 16) / 255 if tint else light
    except ValueError:
        return base
    red, green, blue = (round(255 * part) for part in colorsys.hls_to_rgb(hue, min(1.0, max(0.0, light)), strength))
    return red, green, blue
