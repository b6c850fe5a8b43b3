"""Headers, footers and page numbers that repeat from page to page: read once, then left out of the flow.

A line counts as furniture when it stands in the outer tenth of at least two pages and is the same there but for
its digits. The first one stays (a name and address in a running header is worth reading once), later ones
and bare page numbers go; the document says so by a flag.
"""

import re
from collections import Counter
from collections.abc import Sequence

from matching.documents.flow import Line
from matching.documents.layout import Sheet

_MARGIN = 0.10
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"^\W*(?:page|p\.|seite|página)?\W*\d{1,3}(?:\s*(?:of|/|von|de|\|)\s*\d{1,3})?\W*$", re.IGNORECASE
)


def without_repeats(sheets: Sequence[Sheet]) -> tuple[list[list[Line]], int]:
    """The lines of each page without repeated furniture, and how many lines were left out."""
    seen = Counter(key for sheet in sheets for key in {_key(line) for line in sheet.lines if _is_outer(line, sheet)})
    pages: list[list[Line]] = []
    kept: set[str] = set()
    dropped = 0
    for sheet in sheets:
        page: list[Line] = []
        for line in sheet.lines:
            key = _key(line)
            repeats = len(sheets) > 1 and seen[key] > 1 and _is_outer(line, sheet)
            if (repeats and key in kept) or (_is_outer(line, sheet) and _PAGE_NUMBER.match(line.text)):
                dropped += 1
                continue
            if repeats:
                kept.add(key)
            page.append(line)
        pages.append(page)
    return pages, dropped


def _key(line: Line) -> str:
    return _DIGITS.sub("#", " ".join(line.text.split()).lower())


def _is_outer(line: Line, sheet: Sheet) -> bool:
    if line.edges is None or not sheet.height:
        return False
    middle = (line.edges[1] + line.edges[3]) / 2
    return not _MARGIN * sheet.height < middle < (1 - _MARGIN) * sheet.height
