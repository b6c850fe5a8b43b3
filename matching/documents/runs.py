"""How a run of a DOCX looks: hidden, white, tiny, listed, standing apart; with styles followed to their roots.

White is judged against what lies behind it as far as the file says: shading of the run, paragraph, cell or
table, a filled text box, a page background. A shape behind the text cannot be judged without drawing the page,
so white text is then kept and the document flagged.
"""

from dataclasses import dataclass, field
from typing import Any

_MAX_STYLES = 12
_TINY_HALF_POINTS = 4
_NARROW_PERCENT = 10
_NEAR_WHITE = 0xF0
_PLAIN_TABLES = ("", "TableNormal", "TableGrid", "a1")


def tag_of(node: Any) -> str:
    """The local name of an element; "" for comments."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def fallback(node: Any) -> list[Any]:
    """The children to read: of the alternatives that Word writes for old readers, only the first."""
    children = list(node)
    return children[:1] if tag_of(node) == "AlternateContent" else children


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
    _painted: bool = False
    _shapes: bool = False

    def __post_init__(self) -> None:
        from docx.oxml.ns import qn

        self._w = qn("w:val").removesuffix("val")
        self.type_name = f"{self._w}type"
        styles = self.file.styles.element
        self._styles = {s.get(f"{self._w}styleId"): s for s in styles if tag_of(s) == "style"}
        self.targets = {name: each.target_ref for name, each in self.file.part.rels.items() if each.is_external}
        body = self.file.element
        self._painted = any(tag_of(node) == "background" and self._is_dark(node, "color") for node in body)
        self._shapes = any(tag_of(node) == "anchor" and node.get("behindDoc") == "1" for node in body.iter())

    def hiding(self, run: Any, paragraph: Any) -> str:
        """How the text of a run is hidden, or "" when it is shown."""
        if run not in self._methods:
            self._methods[run] = self._hiding(run, paragraph)
        return self._methods[run]

    def _hiding(self, run: Any, paragraph: Any) -> str:
        vanish = self._property(run, paragraph, "vanish")
        if vanish is not None and vanish.get(f"{self._w}val") not in ("0", "false", "off"):
            return "marked as hidden"
        size = self._property(run, paragraph, "sz")
        if size is not None and number(size.get(f"{self._w}val"), 24.0) <= _TINY_HALF_POINTS:
            return "tiny"
        width = self._property(run, paragraph, "w")
        if width is not None and number(width.get(f"{self._w}val"), 100) <= _NARROW_PERCENT:
            return "tiny"
        fill = self._property(run, paragraph, "textFill")
        if fill is not None and child(fill, "noFill") is not None:
            return "invisible"
        colour = self._property(run, paragraph, "color")
        if colour is not None and self._is_white(colour) and not self._is_painted(run, paragraph):
            if not self._shapes:
                return "white"
            self.unsure = True
        return ""

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

    def _property(self, run: Any, paragraph: Any, name: str) -> Any:
        layers = [child(run, "rPr")]
        layers += [child(style, "rPr") for style in self._chain(self._style_of(run, "rPr", "rStyle"))]
        layers += [child(style, "rPr") for style in self._chain(self._style_of(paragraph, "pPr", "pStyle"))]
        for layer in layers:
            found = child(layer, name) if layer is not None else None
            if found is not None:
                return found
        return None

    def _style_of(self, node: Any, properties: str, name: str) -> str:
        layer = child(node, properties)
        style = child(layer, name) if layer is not None else None
        return (style.get(f"{self._w}val") or "") if style is not None else ""

    def _chain(self, style_id: str) -> list[Any]:
        chain: list[Any] = []
        while style_id in self._styles and len(chain) < _MAX_STYLES:
            chain.append(self._styles[style_id])
            based = child(chain[-1], "basedOn")
            style_id = based.get(f"{self._w}val") if based is not None else ""
        return chain

    def _is_white(self, colour: Any) -> bool:
        value = (colour.get(f"{self._w}val") or "").lower()
        if (
            colour.get(f"{self._w}themeColor") in ("background1", "light1")
            and colour.get(f"{self._w}themeShade") is None
        ):
            return True
        try:
            return len(value) == 6 and min(bytes.fromhex(value)) >= _NEAR_WHITE
        except ValueError:
            return False

    def _is_painted(self, run: Any, paragraph: Any) -> bool:
        if self._painted or self._property(run, paragraph, "highlight") is not None:
            return True
        shades = [self._property(run, paragraph, "shd")]
        shades += [child(layer, "shd") for layer in self._paragraph_layers(paragraph)]
        for parent in paragraph.iterancestors():
            if tag_of(parent) in ("tc", "tbl"):
                layer = child(parent, f"{tag_of(parent)}Pr")
                shades.append(child(layer, "shd") if layer is not None else None)
                if tag_of(parent) == "tbl" and self._style_of(parent, "tblPr", "tblStyle") not in _PLAIN_TABLES:
                    return True
            if tag_of(parent) in ("wsp", "shape", "rect", "roundrect"):
                return _is_filled(parent)
        return any(shade is not None and self._is_dark(shade) for shade in shades)

    def _is_dark(self, shade: Any, name: str = "fill") -> bool:
        fill = (shade.get(f"{self._w}{name}") or "auto").lower()
        if shade.get(f"{self._w}theme{name.title()}") not in (None, "background1", "light1"):
            return True
        try:
            return fill not in ("auto", "") and min(bytes.fromhex(fill)) < _NEAR_WHITE
        except ValueError:
            return True


def _is_filled(shape: Any) -> bool:
    if shape.get("fillcolor"):
        return shape.get("filled") not in ("f", "false")
    properties = child(shape, "spPr")
    styled = child(shape, "style")
    if properties is not None and child(properties, "noFill") is not None:
        return False
    fills = ("solidFill", "gradFill", "blipFill", "pattFill")
    return styled is not None or (properties is not None and any(child(properties, fill) is not None for fill in fills))


def words_in(node: Any) -> str:
    """The words of an element as they are written, hidden or not."""
    paragraphs = ["".join(t.text or "" for t in p.iter() if tag_of(t) == "t") for p in node.iter() if tag_of(p) == "p"]
    return " ".join(paragraphs)


def child(node: Any, name: str) -> Any:
    """The first child element of that name, or None."""
    return next((child for child in node if tag_of(child) == name), None) if node is not None else None


def number(text: str | None, default: float) -> float:
    """The number that an attribute states, or the default."""
    try:
        return float(text or default)
    except ValueError:
        return default
