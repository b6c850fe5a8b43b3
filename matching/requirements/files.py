"""The postings in a file that a board or a page gave: one, many, or None for a file of another kind.

A board's answer is saved as JSON or XML, a career page as HTML that carries its JobPosting as JSON-LD. All of these
are told by what stands in them. A page without JSON-LD, and whatever else, is a document and is read as one.
"""

import json
import re
from collections.abc import Iterator, Mapping

from matching.errors import MatchingError
from matching.requirements.boards import Posted, read_board, read_posting

_MOST_BYTES = 10 * 1024 * 1024
_SCRIPT = re.compile(
    r"<script\b[^>]*\btype\s*=\s*[\"']?application/ld\+json\b[^>]*>(.*?)</script\s*>", re.IGNORECASE | re.DOTALL
)
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html|head|body|script)\b",
    re.IGNORECASE | re.DOTALL,
)
_FEED = re.compile(r"<(?:source|rss|channel|workzag-jobs|jobs?|positions?)\b")
_START = 4_000
_DEEPEST = 12


def postings_in(content: bytes) -> tuple[Posted, ...] | None:
    """Every posting in a board's file or on a page with JSON-LD; () for a board without any; None for other files.

    Raises MatchingError for a feed that is broken or hostile.
    """
    if len(content) > _MOST_BYTES or content.lstrip()[:1] not in (b"{", b"[", b"<", b"\xef"):
        return None
    text = content.decode("utf-8-sig", "replace")
    if _PAGE.match(text):
        return tuple(_on_page(text)) or None
    if text.lstrip().startswith("<") and not _FEED.search(text[:_START]):
        return None
    try:
        found = read_board(text)
    except MatchingError as error:
        if error.slug == "unknown-board":
            return None
        raise
    return found if found or _is_empty_board(text) else None


def _is_empty_board(text: str) -> bool:
    """True for an answer that lists no postings; a list of other things is none of a board's."""
    if text.lstrip().startswith("<"):
        return False
    answer = json.loads(text)
    return answer == [] or (isinstance(answer, Mapping) and [] in [answer.get(key) for key in ("jobs", "offers")])


def _on_page(text: str) -> Iterator[Posted]:
    for script in _SCRIPT.finditer(text):
        try:
            stated = json.loads(script.group(1).strip().removeprefix("<!--").removesuffix("-->").strip(), strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _postings(stated, depth=0)


def _postings(value: object, *, depth: int) -> Iterator[Posted]:
    """The JobPosting objects of a page, however they are nested."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for each in value:
            yield from _postings(each, depth=depth + 1)
    elif isinstance(value, Mapping):
        posted = read_posting(value) if "@type" in value else None
        if posted:
            yield posted
            return
        for each in value.values():
            yield from _postings(each, depth=depth + 1)
