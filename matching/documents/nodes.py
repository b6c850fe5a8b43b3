"""Small questions to an element of a DOCX: its name, its children, the words and numbers it holds."""

from typing import Any


def tag_of(node: Any) -> str:
    """The local name of an element; "" for comments."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def fallback(node: Any) -> list[Any]:
    """The children to read: of the alternatives that Word writes for old readers, only the first."""
    children = list(node)
    return children[:1] if tag_of(node) == "AlternateContent" else children


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
