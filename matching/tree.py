"""Fields by name and trees of JSON: `work[0].startDate` leads into a list of objects, and back.

The names are those of JSON Resume, so a resume of any origin can be written out as one. A tree holds objects, lists
and text only; a number, true or false of JSON is text that remembers it (`Literal`) until it is written out again.
What is empty is kept too: a name without a value stands for an empty object, list or text, and which of them it is
follows from `SHAPES`.
"""

import json
import math
import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import pairwise
from typing import Any

Tree = dict[str, Any]


def _texts(keys: str) -> dict[str, Any]:
    return dict.fromkeys(keys.split(), "")


SHAPES: Mapping[str, Any] = {
    "$schema": "",
    "basics": {
        **_texts("name label image picture email phone url website summary"),
        "location": _texts("address postalCode city countryCode region"),
        "profiles": [_texts("network username url")],
    },
    "work": [
        {
            **_texts("name company location description position url website startDate endDate summary"),
            "highlights": [""],
        }
    ],
    "volunteer": [{**_texts("organization position url website startDate endDate summary"), "highlights": [""]}],
    "education": [{**_texts("institution url area studyType startDate endDate score gpa summary"), "courses": [""]}],
    "awards": [_texts("title date awarder summary")],
    "certificates": [_texts("name date url issuer")],
    "publications": [_texts("name publisher releaseDate url website summary")],
    "skills": [{**_texts("name level"), "keywords": [""]}],
    "languages": [_texts("language fluency")],
    "interests": [{**_texts("name"), "keywords": [""]}],
    "references": [_texts("name reference")],
    "projects": [
        {
            **_texts("name description startDate endDate url entity type"),
            **{key: [""] for key in ("highlights", "keywords", "roles")},
        }
    ],
    "meta": {},
}
"""What JSON Resume 1.0 holds, the names of its earlier drafts, and a summary of a degree for the notes that other
formats have there: text, objects, and lists of one kind."""

_LONGEST_LITERAL = 400
_NAME = re.compile(r"[^.\[\]]+")
_PART = re.compile(r"[^.\[\]]+|\[(\d+)\]")


class Literal(str):
    """A number, true or false of JSON, as it was written there."""

    __slots__ = ()

    def spoken(self) -> Any:
        """The value itself; its text where a number of JSON would be rounded, is endless, or longer than any is."""
        try:
            value = json.loads(self) if len(self) <= _LONGEST_LITERAL else str(self)
        except json.JSONDecodeError:
            return str(self)
        exact = not isinstance(value, float) or (math.isfinite(value) and Decimal(repr(value)) == Decimal(self))
        return value if exact else str(self)


def can_name(key: str) -> bool:
    """True when a key of an object can be a part of a field's name."""
    return _NAME.fullmatch(key) is not None


def parts_of(name: str) -> tuple[str | int, ...]:
    """`work[0].startDate` as `("work", 0, "startDate")`."""
    return tuple(int(match[1]) if match[1] else match[0] for match in _PART.finditer(name))


def nodes_of(tree: Any, *, name: str = "") -> Iterator[tuple[str, Any]]:
    """Every node of a tree with its name, an object or list before what it holds; the root itself is left out."""
    if name:
        yield name, tree
    if isinstance(tree, Mapping):
        for key, node in tree.items():
            yield from nodes_of(node, name=f"{name}.{key}" if name else key)
    elif isinstance(tree, list):
        for row, node in enumerate(tree):
            yield from nodes_of(node, name=f"{name}[{row}]")


def grown(values: Iterable[tuple[str, str]]) -> Tree:
    """The tree whose nodes have these names and values; of two values with one name the last stands.

    Rows keep their order and lose their gaps.
    """
    root: dict[str | int, Any] = {}
    for name, value in values:
        _plant(root, parts_of(name), value)
    finished: Tree = _finished(root)
    return finished


def _plant(root: dict[str | int, Any], parts: tuple[str | int, ...], value: str) -> None:
    here = root
    for part, following in pairwise(parts):
        below = here.get(part)
        if not isinstance(below, dict):
            below = here[part] = _Rows() if isinstance(following, int) else {}
        here = below
    leaf = value or _empty(parts)
    if isinstance(leaf, str) or parts[-1] not in here:
        here[parts[-1]] = leaf


class _Rows(dict[str | int, Any]):
    """A list that is still growing, by row."""


def _empty(parts: tuple[str | int, ...]) -> Any:
    shape: Any = SHAPES
    for part in parts:
        if isinstance(part, int):
            shape = shape[0] if isinstance(shape, list) else ""
        else:
            shape = shape.get(part, "") if isinstance(shape, Mapping) else ""
    return _Rows() if isinstance(shape, list) else {} if isinstance(shape, Mapping) else ""


def _finished(node: Any) -> Any:
    if isinstance(node, _Rows):
        return [_finished(node[row]) for row in sorted(node, key=lambda row: (isinstance(row, str), row))]
    if isinstance(node, dict):
        return {key: _finished(each) for key, each in node.items()}
    return node.spoken() if isinstance(node, Literal) else node
