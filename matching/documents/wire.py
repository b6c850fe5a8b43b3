"""A document as JSON and back: what crosses the wall of the jail, never pickle.

What comes back is checked like any foreign input: a child that a file took over may write anything.
"""

import json
from typing import Any

from matching.documents.limits import MAX_CHARACTERS, MAX_URL, refuse
from matching.errors import UnreadableDocument
from matching.text import Box, Document, Field, Hidden, Link, Span, Text

_LONGEST_NAME = 2_000


def dumps(document: Document) -> bytes:
    """A document as JSON."""
    return json.dumps(
        {
            "content": document.text.content,
            "page_starts": document.text.page_starts,
            "boxes": [
                [b.span.start, b.span.end, b.page, b.left, b.bottom, b.right, b.top, b.sure]
                for b in document.text.boxes
            ],
            "links": [[link.span.start, link.span.end, link.url] for link in document.text.links],
            "media_type": document.media_type,
            "hidden": [[h.text, h.method, h.page] for h in document.hidden],
            "flags": document.flags,
            "stated": [
                [f.name, f.value, [f.span.start, f.span.end] if f.span else None, f.literal] for f in document.stated
            ],
        }
    ).encode()


def dumps_refusal(error: UnreadableDocument) -> bytes:
    """A refusal as JSON."""
    return json.dumps({"slug": error.slug, "sentence": error.sentence}).encode()


def loads(answer: bytes) -> Document:
    """The document that a child answered. Raises the child's `UnreadableDocument`; `ValueError` for anything else."""
    value: Any = json.loads(answer)
    if not isinstance(value, dict):
        raise ValueError("The answer is not an object.")
    if "sentence" in value:
        raise refuse(_text(value["slug"], 60), _text(value["sentence"], 500))
    try:
        return _document(value)
    except (KeyError, TypeError, IndexError) as error:
        raise ValueError("The answer is not a document.") from error


def _document(value: dict[str, Any]) -> Document:
    content = _text(value["content"], 2 * MAX_CHARACTERS)
    starts = tuple(int(each) for each in value["page_starts"])
    boxes = tuple(_box(each) for each in value["boxes"])
    if starts[:1] != (0,) or list(starts) != sorted(starts) or starts[-1] > len(content):
        raise ValueError("The pages do not fit the text.")
    if any(box.span.end > len(content) or not 0 <= box.page < len(starts) for box in boxes):
        raise ValueError("The boxes do not fit the text.")
    links = tuple(Link(Span(int(a[0]), int(a[1])), _text(a[2], MAX_URL)) for a in value["links"])
    if any(link.span.end > len(content) for link in links):
        raise ValueError("The links do not fit the text.")
    hidden = tuple(Hidden(_text(h[0], MAX_CHARACTERS), _text(h[1], 60), int(h[2])) for h in value["hidden"])
    flags = tuple(_text(flag, 60) for flag in value["flags"])
    stated = tuple(_stated(each) for each in value["stated"])
    if any(field.span and field.span.end > len(content) for field in stated):
        raise ValueError("The stated fields do not fit the text.")
    return Document(Text(content, starts, boxes, links), _text(value["media_type"], 120), hidden, flags, stated)


def _box(value: Any) -> Box:
    start, end, page, left, bottom, right, top, sure = value
    edges = (float(left), float(bottom), float(right), float(top))
    return Box(Span(int(start), int(end)), int(page), *edges, min(1.0, max(0.0, float(sure))))


def _stated(value: Any) -> Field:
    name, said, place, literal = value
    span = None if place is None else Span(int(place[0]), int(place[1]))
    return Field(_text(name, _LONGEST_NAME), _text(said, MAX_CHARACTERS), span, 1.0, literal is True)


def _text(value: Any, longest: int) -> str:
    if not isinstance(value, str) or len(value) > longest:
        raise ValueError("The answer holds something that is not a text of the agreed length.")
    return value
