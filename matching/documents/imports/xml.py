"""XML from outside as elements without namespaces: no DOCTYPE, no entities, no depth that a resume does not need.

The parser itself refuses a DOCTYPE, so no encoding hides one; without a DOCTYPE there is no entity to expand.
"""

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NoReturn
from xml.parsers import expat

from matching.documents.clean import drawn
from matching.documents.limits import refuse

_DEEPEST = 64
_MOST_ELEMENTS = 50_000


@dataclass(slots=True)
class Element:
    """One element by its local name; `text` is what stands directly in it."""

    name: str
    attributes: Mapping[str, str]
    text: str = ""
    children: list["Element"] = field(default_factory=list)

    def all(self, *path: str) -> Iterator["Element"]:
        """The elements at a path of local names, any of them at each step."""
        if not path:
            yield self
            return
        for child in self.children:
            if child.name == path[0]:
                yield from child.all(*path[1:])

    def first(self, *path: str) -> "Element | None":
        """The first element at a path."""
        return next(self.all(*path), None)

    def value(self, *path: str) -> str:
        """The text of the first element at a path that has any, without its margins; "" when there is none."""
        return next((found for each in self.all(*path) if (found := each.text.strip())), "")

    def walk(self) -> Iterator["Element"]:
        """This element and all below it."""
        yield self
        for child in self.children:
            yield from child.walk()


def parsed(content: bytes) -> Element:
    """The root element. Raises `UnreadableDocument` for a DOCTYPE, for too much depth and for what is no XML."""
    builder = _Builder()
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = builder.doctype
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.data
    parser.buffer_text = True
    try:
        parser.ParseFile(io.BytesIO(content))
    except expat.ExpatError as error:
        sentence = f"This XML file is broken at line {error.lineno}. Export it again from Europass and upload that."
        raise refuse("broken-xml", sentence) from error
    return builder.root


class _Builder:
    def __init__(self) -> None:
        self.root = Element("", {})
        self._open: list[Element] = []
        self._pieces: list[list[str]] = []
        self._count = 0

    def doctype(self, *_: object) -> NoReturn:
        raise refuse(
            "doctype", "This XML file declares a DOCTYPE, which Europass never writes. Export it again from Europass."
        )

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        self._count += 1
        if len(self._open) >= _DEEPEST or self._count > _MOST_ELEMENTS:
            raise refuse("too-deep", "This XML file is larger or deeper than a profile. Export it again from Europass.")
        element = Element(name.rpartition(":")[2], {key.rpartition(":")[2]: each for key, each in attributes.items()})
        if self._open:
            self._open[-1].children.append(element)
        else:
            self.root = element
        self._open.append(element)
        self._pieces.append([])

    def end(self, _: str) -> None:
        self._open.pop().text = drawn("".join(self._pieces.pop()))

    def data(self, text: str) -> None:
        self._pieces[-1].append(text)
