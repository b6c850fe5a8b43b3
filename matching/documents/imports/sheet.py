# ruff: noqa: RUF001
"""A resume being written line by line, which remembers where each value was put.

What is written is cleaned as the text of any file is (`matching.documents.clean`); a place therefore holds what a
person sees of a value, and the value itself may still have its own spaces and line breaks.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from matching.documents.clean import BULLET, plain_line, repaired, visible
from matching.text import Span
from matching.tree import Tree

_STRONG = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")
_LINK = re.compile(r"\[([^\]\n]+)\]\((https?://[^)\s]+)\)")
_MARKS = "•*-–—· \t"


@dataclass(frozen=True, slots=True)
class Leaf:
    """A value with its name, and what of it is written."""

    name: str
    written: str


Run = tuple[str, Leaf, str]
"""Words before a value, the value, words behind it; nothing of it is written when the value is empty."""


class Node:
    """An object of the tree with its name: where the writers take their values from."""

    def __init__(self, tree: Tree, *, name: str) -> None:
        self.tree, self.name = tree, name

    def leaf(self, *keys: str) -> Leaf:
        """The first of these values that is stated, or an empty one."""
        key = next((each for each in keys if isinstance(self.tree.get(each), str) and self.tree[each].strip()), keys[0])
        value = self.tree.get(key)
        return Leaf(f"{self.name}.{key}", value if isinstance(value, str) else "")

    def leaves(self, key: str) -> list[Leaf]:
        """Every text of a list."""
        values = self.tree.get(key)
        return [Leaf(f"{self.name}.{key}[{row}]", each) for row, each in enumerate(values or ()) if _is_text(each)]

    def nodes(self, key: str) -> list["Node"]:
        """Every object of a list."""
        values = self.tree.get(key)
        name = f"{self.name}.{key}" if self.name else key
        return [Node(each, name=f"{name}[{row}]") for row, each in enumerate(values or ()) if isinstance(each, dict)]

    def node(self, key: str) -> "Node":
        """The object of that name; an empty one when it is not there."""
        value = self.tree.get(key)
        return Node(value if isinstance(value, dict) else {}, name=f"{self.name}.{key}" if self.name else key)


class Sheet:
    """The text so far. `places` maps names to where their values stand."""

    def __init__(self) -> None:
        self.places: dict[str, Span] = {}
        self._parts: list[str] = []
        self._length = 0
        self._blank = True

    @property
    def text(self) -> str:
        """Everything that was written."""
        return "".join(self._parts)

    @contextmanager
    def within(self, name: str) -> Iterator[None]:
        """What is written meanwhile is the place of `name`; nothing written, no place."""
        start, first = self._length, len(self._parts)
        yield
        whole = "".join(self._parts[first:])
        if whole.strip():
            lead = len(whole) - len(whole.lstrip("\n"))
            self.places[name] = Span(start + lead, start + len(whole.rstrip("\n")))

    def gap(self) -> None:
        """An empty line, unless one stands there."""
        if not self._blank:
            self._write("\n")
            self._blank = True

    def heading(self, words: str) -> None:
        """A line of its own with room around it."""
        self.gap()
        self._write(f"{words}\n")
        self.gap()

    def say(self, words: str) -> None:
        """Words of ours, on the line that is being written."""
        self._write(words)

    def line(self, *runs: Run) -> None:
        """One line of values. The words before the first one, which join it to nothing, are left out."""
        begun = False
        for before, leaf, after in runs:
            words = inline(leaf.written)
            if not words:
                continue
            self._write(before if begun else before.lstrip(" ,;|(–"))
            self._put(leaf.name, words)
            self._write(after if begun or not before.rstrip().endswith("(") else "")
            begun = True
        if begun:
            self._write("\n")

    def row(self, *leaves: Leaf, by: str = ", ") -> None:
        """One line of values with `by` between them."""
        self.line(*((by if row else "", leaf, "") for row, leaf in enumerate(leaves)))

    def bullet(self, leaf: Leaf) -> None:
        """A value as one bullet."""
        words = inline(leaf.written).lstrip(_MARKS)
        if words:
            self._write(BULLET)
            self._put(leaf.name, words)
            self._write("\n")

    def prose(self, leaf: Leaf) -> None:
        """A value of several paragraphs or bullets; an empty line keeps each paragraph whole."""
        lines = [line for raw in leaf.written.split("\n") if (line := plain_line(_unmarked(raw)))]
        start = self._length
        for row, line in enumerate(lines):
            if row and not line.startswith(BULLET):
                self.gap()
            self._write(f"{line}\n")
        if lines:
            self.places[leaf.name] = Span(start, self._length - 1)

    def _put(self, name: str, words: str) -> None:
        self.places[name] = Span(self._length, self._length + len(words))
        self._write(words)

    def _write(self, words: str) -> None:
        if words:
            self._parts.append(words)
            self._length += len(words)
            self._blank = False


def inline(value: str) -> str:
    """A value on one line, cleaned."""
    return " ".join(visible(repaired(_unmarked(value).replace("\n", " "))).split())


def _unmarked(value: str) -> str:
    """Without the marks of Markdown that JSON Resume's themes draw: strong words and links."""
    return _LINK.sub(r"\1 (\2)", _STRONG.sub(r"\1", value))


def _is_text(value: object) -> bool:
    return isinstance(value, str)
