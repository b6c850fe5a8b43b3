"""Documents: the bytes of a file become its visible text, with pages, boxes, and what is hidden kept apart.

Files from outside are read by `read_in_jail`; `read_document` is what runs inside, and on files one trusts. What
no person can see never reaches the text, so it can move no rank; nobody is rejected for it either.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from matching.documents.imports.flags import FLAGS as IMPORT_FLAGS
from matching.documents.rectangles import Rectangle, rectangles

if TYPE_CHECKING:
    from matching.documents.jail import read_in_jail
    from matching.documents.kind import guess_kind
    from matching.documents.pictures import draw_in_jail
    from matching.documents.reading import read_document

FLAGS = {
    "hidden-text": "Some text in this file cannot be seen by a reader. It is kept apart and counts for nothing.",
    "white-text-on-shapes": "This document has white text that may lie on a dark shape; it was read as visible.",
    "text-behind-picture": "The text lies invisibly behind a picture of the page (a scan); no eye can check it.",
    "read-by-ocr": "Read by OCR: the words were recognised in a picture of the page, and some may be wrong.",
    "picture-pages": "One or more pages of this file are pictures without text, and were not read.",
    "converted": "This file was converted to DOCX before it was read.",
    "incomplete-file": "The end of this file is missing; what was there has been read.",
    "unreadable-page": "One or more pages of this file could not be read.",
    "repeated-lines-left-out": "Headers, footers and page numbers that repeat were read once.",
    "no-network-wall": "The file was read under limits of memory and time, but not cut off from the network.",
    "no-memory-limit": "The file was read without a limit of memory, which this system does not offer.",
    "no-limits": "The file was read without some of the limits that this system does not offer.",
    **IMPORT_FLAGS,
}
"""What each flag of a document means, for the pages that show it."""

__all__ = [
    "FLAGS",
    "IMPORT_FLAGS",
    "Rectangle",
    "draw_in_jail",
    "guess_kind",
    "read_document",
    "read_in_jail",
    "rectangles",
]

# The child of the jail imports this package for one reader, and pays for everything else that comes along.
_MODULES = {
    "draw_in_jail": "pictures",
    "guess_kind": "kind",
    "read_document": "reading",
    "read_in_jail": "jail",
}


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
