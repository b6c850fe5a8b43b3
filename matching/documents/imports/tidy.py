"""Any JSON becomes a tree in the shape of JSON Resume: what can be kept is kept, what not is flagged.

Files are written by hand and by a hundred tools: years as numbers, one highlight where a list belongs, null for
nothing. None of this is a reason to turn a person away.
"""

from collections.abc import Mapping
from typing import Any

from matching.documents.clean import drawn
from matching.documents.imports.flags import LEFT_OUT, NOT_TEXT, PICTURE, UNKNOWN
from matching.documents.limits import check_length, refuse
from matching.errors import UnreadableDocument
from matching.tree import SHAPES, Literal, Tree, can_name, nodes_of

_DEEPEST = 12
_MOST_NODES = 5_000
_LONGEST_KEY = 100
_SECTIONS = tuple(key for key, shape in SHAPES.items() if shape and key != "meta")


def tidied(value: Any) -> tuple[Tree, tuple[str, ...]]:
    """The tree and the flags of a parsed JSON Resume. Raises `UnreadableDocument` when nothing of one is in it."""
    if not isinstance(value, dict) or not any(value.get(key) for key in _SECTIONS):
        raise refuse(
            "not-json-resume",
            "This JSON file is not a JSON Resume: it has no `basics`, `work` or other section of one. "
            "Upload a JSON Resume, or the resume as PDF or DOCX.",
        )
    flags: dict[str, None] = {}
    tree = _Tidy(flags).fit(value, SHAPES, depth=0)
    check_tree(tree)
    return tree, tuple(flags)


def check_tree(tree: Tree) -> None:
    """Refuse what is no resume any more: too many values, or too much text."""
    nodes = list(nodes_of(tree))
    if len(nodes) > _MOST_NODES:
        raise _too_many()
    check_length(sum(len(node) for _, node in nodes if isinstance(node, str)))


def _too_many() -> UnreadableDocument:
    return refuse("too-many-values", f"This file holds more than {_MOST_NODES:,} values. Upload the resume alone.")


class _Tidy:
    """One pass over a file; `flags` collects what was mended, in the order of the file."""

    def __init__(self, flags: dict[str, None]) -> None:
        self._flags = flags
        self._seen = 0

    def fit(self, value: Any, shape: Any, *, depth: int) -> Any:
        """`value` in the given shape, or None when nothing of it can be kept."""
        self._count()
        if value is None:
            return None
        if depth > _DEEPEST:
            return self._left_out()
        if isinstance(shape, list):
            return self._list(value, shape[0], depth)
        if isinstance(shape, Mapping):
            return self._object(value, shape, depth)
        return self._text(value)

    def _list(self, value: Any, shape: Any, depth: int) -> Any:
        given = value if isinstance(value, list) else [value] if value != "" else []
        fitted = [self.fit(each, shape, depth=depth + 1) for each in given]
        return [each for each in fitted if each is not None]

    def _object(self, value: Any, shape: Mapping[str, Any], depth: int) -> Any:
        if not isinstance(value, dict):
            if isinstance(value, str) and value and "city" in shape:
                return {"city": self._text(value)}
            return self._left_out() if value else None
        kept: Tree = {}
        for key, each in value.items():
            fitted = self._member(key, each, shape, depth)
            if fitted is not None:
                kept[key] = fitted
        return kept

    def _member(self, key: str, value: Any, shape: Mapping[str, Any], depth: int) -> Any:
        if key in {"image", "picture"} and isinstance(value, str) and value.lstrip().lower().startswith("data:"):
            self._flags[PICTURE] = None
            return None
        if key in shape:
            return self.fit(value, shape[key], depth=depth + 1)
        if len(key) > _LONGEST_KEY or not can_name(key) or drawn(key) != key:
            return self._left_out()
        kept = self._any(value, depth=depth + 1)
        if kept and shape:
            self._flags[UNKNOWN] = None
        return kept or None

    def _any(self, value: Any, *, depth: int) -> Any:
        self._count()
        if depth > _DEEPEST:
            return self._left_out()
        if isinstance(value, list):
            return [kept for each in value if (kept := self._any(each, depth=depth + 1))]
        if isinstance(value, dict):
            return self._object(value, {}, depth)
        return None if value is None else self._text(value)

    def _text(self, value: Any) -> Any:
        if isinstance(value, list) and all(isinstance(each, str) for each in value):
            value = "\n".join(value)
        elif isinstance(value, bool | Literal):
            self._flags[NOT_TEXT] = None
            return Literal(str(value).lower()) if isinstance(value, bool) else value
        return drawn(value) if isinstance(value, str) else self._left_out()

    def _count(self) -> None:
        # While the tree is made, not after: ten megabytes of `{}` are three million of them.
        self._seen += 1
        if self._seen > _MOST_NODES:
            raise _too_many()

    def _left_out(self) -> None:
        self._flags[LEFT_OUT] = None
