"""How a run of a DOCX looks: hidden, faint, tiny, off the page, listed, standing apart; with styles followed to their
roots.

A colour is judged against what lies behind it as far as the file says. A shape behind the text cannot be judged
without drawing the page, so white text is then kept and the document flagged.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from matching.documents.backdrop import Colours, Paint
from matching.documents.contrast import WHITE, Colour, blends
from matching.documents.lines import Frame, levels_of, method_of_lines
from matching.documents.nodes import child, number, tag_of

_MAX_STYLES = 12
_TINY_POINTS = 2.0
_NARROW_PERCENT = 10
_NEAR_WHITE = 0xF0
_ORDINARY_SIZE = 22  # half points
_CLEAR = 95_000
_SHAPES = ("wsp", "shape", "rect", "roundrect")
_PLAIN_TABLES = ("", "TableNormal", "TableGrid", "a1")


@dataclass(slots=True)
class Looks:
    """Answers how parts of one document look."""

    file: Any
    unsure: bool = False
    type_name: str = ""
    targets: dict[str, str] = field(default_factory=dict)
    _w: str = ""
    _styles: dict[str, Any] = field(default_factory=dict)
    _methods: dict[Any, str] = field(default_factory=dict)
    _places: dict[Any, str] = field(default_factory=dict)
    _colours: Colours = field(init=False)
    _frame: Frame = field(init=False)
    _shapes: bool = False
    _ordinary: str = ""
    _defaults: Any = None
    _levels: dict[tuple[str, str], Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        from docx.oxml.ns import qn

        self._w = qn("w:val").removesuffix("val")
        self.type_name = f"{self._w}type"
        styles = self.file.styles.element
        self._styles = {s.get(f"{self._w}styleId"): s for s in styles if tag_of(s) == "style"}
        self._ordinary = next(
            (name for name, s in self._styles.items() if s.get(self.type_name) == "paragraph" and self._is_default(s)),
            "",
        )
        self._defaults = child(styles, "docDefaults")
        self._levels = levels_of(self.file)
        self.targets = {name: each.target_ref for name, each in self.file.part.rels.items() if each.is_external}
        self._colours, self._frame = Colours.of(self.file), Frame.of(self.file)
        self._shapes = any(
            tag_of(node) == "anchor" and node.get("behindDoc") == "1" for node in self.file.element.iter()
        )

    def hiding(self, run: Any, paragraph: Any) -> str:
        """How the text of a run is hidden, or "" when it is shown."""
        if run not in self._methods:
            if paragraph not in self._places:
                self._places[paragraph] = self._place(paragraph)
            self._methods[run] = self._hiding(run, paragraph) or self._places[paragraph]
        return self._methods[run]

    def _hiding(self, run: Any, paragraph: Any) -> str:
        vanish = self._property(run, paragraph, "vanish")
        if vanish is not None and vanish.get(f"{self._w}val") not in ("0", "false", "off"):
            return "marked as hidden"
        size = self._size(run, paragraph)
        width = self._property(run, paragraph, "w")
        percent = number(width.get(f"{self._w}val"), 100) if width is not None else 100
        if size <= _TINY_POINTS or percent <= _NARROW_PERCENT or size * percent / 100 <= _TINY_POINTS:
            return "tiny"
        return self._melting(run, paragraph)

    def _melting(self, run: Any, paragraph: Any) -> str:
        """How the letters of a run are lost in what lies behind them, or ""."""
        fill = self._property(run, paragraph, "textFill")
        ink = self._ink(run, paragraph, fill)
        if child(fill, "noFill") is not None or _is_clear(fill):
            return "invisible"
        if ink is None:
            return ""
        paint = self._colours.behind(self._paints(run, paragraph))
        if paint.colour is None or not blends(ink, paint.colour):
            return ""
        if paint.is_page and self._shapes:
            self.unsure = True
            return ""
        return "white" if paint.colour == WHITE and min(ink) >= _NEAR_WHITE else "same colour as its ground"

    def _ink(self, run: Any, paragraph: Any, fill: Any) -> Colour | None:
        """The colour of letters; None where the file leaves it to the program or to a gradient."""
        if fill is not None:
            return self._colours.solid(child(fill, "solidFill"))
        colour = self._property(run, paragraph, "color")
        return self._colours.stated(colour, "val", "theme") if colour is not None else None

    def _size(self, run: Any, paragraph: Any) -> float:
        size = self._property(run, paragraph, "sz")
        return number(size.get(f"{self._w}val"), _ORDINARY_SIZE) / 2 if size is not None else _ORDINARY_SIZE / 2

    def _place(self, paragraph: Any) -> str:
        """How the lines of a paragraph are hidden by their place or height."""
        run = next((node for node in paragraph.iter() if tag_of(node) == "r"), None)
        size = self._size(run, paragraph)
        return method_of_lines(paragraph, self._all_layers(paragraph), size=size, frame=self._frame)

    def is_listed(self, paragraph: Any) -> bool:
        """True for an entry of a bulleted or numbered list."""
        for layer in self._paragraph_layers(paragraph):
            numbering = child(layer, "numPr")
            if numbering is not None:
                number = child(numbering, "numId")
                return number is not None and number.get(f"{self._w}val") != "0"
        return False

    def stands_apart(self, paragraph: Any) -> bool:
        """True for a heading or a paragraph with clear space before it."""
        style = self._style_of(paragraph, "pPr", "pStyle")
        if style.lower().startswith(("heading", "title", "berschrift")):
            return True
        for layer in self._paragraph_layers(paragraph):
            if child(layer, "outlineLvl") is not None:
                return number(child(layer, "outlineLvl").get(f"{self._w}val"), 9) < 9
            spacing = child(layer, "spacing")
            if spacing is not None and spacing.get(f"{self._w}before"):
                return number(spacing.get(f"{self._w}before"), 0) >= 160
        return False

    def _paragraph_layers(self, paragraph: Any) -> list[Any]:
        layers = [child(paragraph, "pPr")]
        layers += [child(style, "pPr") for style in self._chain(self._style_of(paragraph, "pPr", "pStyle"))]
        return [layer for layer in layers if layer is not None]

    def _all_layers(self, paragraph: Any) -> list[Any]:
        """The properties of a paragraph, its list, its style or the ordinary one, and those of the whole document."""
        layers: list[Any] = []
        for layer in self._paragraph_layers(paragraph):
            layers.append(layer)
            listed = [child(child(layer, "numPr"), name) for name in ("numId", "ilvl")]
            own, level = (each.get(f"{self._w}val") or "0" if each is not None else "0" for each in listed)
            layers.append(child(self._levels.get((own, level)), "pPr"))
        if not self._style_of(paragraph, "pPr", "pStyle"):
            layers += [child(style, "pPr") for style in self._chain(self._ordinary)]
        layers.append(child(child(self._defaults, "pPrDefault"), "pPr"))
        return [layer for layer in layers if layer is not None]

    def _property(self, run: Any, paragraph: Any, name: str) -> Any:
        layers = [child(run, "rPr")]
        layers += [child(style, "rPr") for style in self._chain(self._style_of(run, "rPr", "rStyle"))]
        style_id = self._style_of(paragraph, "pPr", "pStyle") or self._ordinary
        layers += [child(style, "rPr") for style in self._chain(style_id)]
        layers.append(child(child(self._defaults, "rPrDefault"), "rPr"))
        for layer in layers:
            found = child(layer, name) if layer is not None else None
            if found is not None:
                return found
        return None

    def _style_of(self, node: Any, properties: str, name: str) -> str:
        layer = child(node, properties)
        style = child(layer, name) if layer is not None else None
        return (style.get(f"{self._w}val") or "") if style is not None else ""

    def _is_default(self, style: Any) -> bool:
        return style.get(f"{self._w}default") in ("1", "true", "on")

    def _chain(self, style_id: str) -> list[Any]:
        chain: list[Any] = []
        while style_id in self._styles and len(chain) < _MAX_STYLES:
            chain.append(self._styles[style_id])
            based = child(chain[-1], "basedOn")
            style_id = based.get(f"{self._w}val") if based is not None else ""
        return chain

    def _paints(self, run: Any, paragraph: Any) -> Iterator[Any]:
        """What may be painted behind a run, from the nearest outwards."""
        own = [self._property(run, paragraph, name) for name in ("highlight", "shd")]
        own.append(
            next((shade for layer in self._all_layers(paragraph) for shade in layer if tag_of(shade) == "shd"), None)
        )
        yield from (each for each in own if each is not None)
        for parent in paragraph.iterancestors():
            tag = tag_of(parent)
            shade = child(child(parent, f"{tag}Pr"), "shd") if tag in ("tc", "tbl") else None
            if shade is not None:
                yield shade
            if tag == "tbl" and self._style_of(parent, "tblPr", "tblStyle") not in _PLAIN_TABLES:
                yield Paint(None)
            if tag in _SHAPES:
                yield parent
                return


def _is_clear(fill: Any) -> bool:
    """True when a fill of letters is all but transparent."""
    alphas = [node for node in fill.iter() if tag_of(node) == "alpha"] if fill is not None else []
    return any(number(value, 0) >= _CLEAR for node in alphas for value in node.attrib.values())
