"""A job board's posting as title, text and the fields that the board states: Greenhouse, Lever, Ashby and seven more.

Pure functions of what a board answered; nothing is fetched here. A board knows place, pay and kind of employment
better than the prose does, so its fields are kept apart with full confidence and win over what is read. The board is
told by the keys of the object itself, because an exported file comes without an address.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from matching.errors import MatchingError
from matching.requirements.feeds import read_feed
from matching.requirements.markup import text_of
from matching.requirements.stated import stated_fields, words
from matching.values import Field

Posting = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Posted:
    """A posting as a board gives it. `text` is plain with marked headings and bullets; `fields` carry no spans."""

    board: str
    title: str
    text: str
    fields: tuple[Field, ...]


def read_board(content: str) -> tuple[Posted, ...]:
    """Every posting of a board's answer (JSON, or XML of Indeed, Personio and RSS). An empty board gives none.

    Raises MatchingError when it is no answer of a board that we know.
    """
    if content.lstrip().startswith("<"):
        return tuple(_posted(board, each) for board, each in read_feed(content))
    try:
        answer = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise _unknown() from error
    listed = _listed(answer)
    if listed is None:
        raise _unknown()
    found = (read_posting(each) for each in listed if isinstance(each, Mapping))
    return tuple(each for each in found if each is not None)


def read_posting(posting: Posting) -> Posted | None:
    """One posting object of any board that we know, or None when its keys belong to none of them."""
    board = next((name for name, keys in _KEYS if keys <= posting.keys()), None)
    if board is None or (board == "jsonld" and "JobPosting" not in _types(posting)):
        return None
    found = _posted(board, posting)
    # a comment that was deleted keeps its number and loses its text
    return found if found.text or board != "hackernews" else None


def _types(posting: Posting) -> list[object]:
    said = posting["@type"]
    return said if isinstance(said, list) else [said]


def _posted(board: str, posting: Posting) -> Posted:
    named = ("title",) if board == "hackernews" else ("title", "text", "name")
    title = next((found for each in named if (found := words(posting, each))), "")
    text = "\n\n".join(each for each in _BODIES[board](posting) if each)
    return Posted(board, " ".join(text_of(title).split()), text, stated_fields(board, posting))


def _listed(answer: object) -> list[object] | None:
    if isinstance(answer, list):
        return answer
    if not isinstance(answer, Mapping):
        return None
    keys = ("jobs", "offers", "@graph", "results", "hits")
    # a thread of Hacker News is a question; its answers are the postings
    for key in (*keys, "children") if answer.get("type") == "story" else keys:
        if isinstance(answer.get(key), list):
            return list(answer[key])
    return [answer] if read_posting(answer) else None


def _unknown() -> MatchingError:
    return MatchingError(
        "This is no answer of a job board that Strata knows. Give it the JSON or XML of the board's public jobs.",
        slug="unknown-board",
    )


def _single(*names: str) -> Callable[[Posting], Iterator[str]]:
    def body(posting: Posting) -> Iterator[str]:
        yield next((text_of(found) for name in names if (found := words(posting, name))), "")

    return body


def _lever(posting: Posting) -> Iterator[str]:
    """Description, then its lists under their headings, then the closing part: the order of the page."""
    yield text_of(words(posting, "description") or words(posting, "descriptionPlain"))
    lists = posting.get("lists")
    for each in lists if isinstance(lists, list) else ():
        if isinstance(each, Mapping):
            yield f"## {text_of(words(each, 'text'))}\n\n{text_of(words(each, 'content'))}"
    yield text_of(words(posting, "additional") or words(posting, "additionalPlain"))


def _parts(*names: str) -> Callable[[Posting], Iterator[str]]:
    def body(posting: Posting) -> Iterator[str]:
        yield from (text_of(words(posting, name)) for name in names)

    return body


def _personio(posting: Posting) -> Iterator[str]:
    parts = posting.get("jobDescriptions")
    for each in parts if isinstance(parts, list) else ():
        yield f"## {words(each, 'name')}\n\n{text_of(words(each, 'value'))}"


_KEYS: tuple[tuple[str, frozenset[str]], ...] = (
    ("greenhouse", frozenset({"absolute_url", "title"})),
    ("lever", frozenset({"text", "categories"})),
    ("ashby", frozenset({"title", "jobUrl"})),
    ("workable", frozenset({"title", "shortcode"})),
    ("recruitee", frozenset({"title", "careers_url"})),
    ("jsonld", frozenset({"@type", "title"})),
    ("hackernews", frozenset({"by", "text"})),
    ("hackernews", frozenset({"author", "text"})),
    ("hackernews", frozenset({"author", "comment_text"})),
)
_BODIES: Mapping[str, Callable[[Posting], Iterator[str]]] = {
    "greenhouse": _single("content"),
    "lever": _lever,
    "ashby": _single("descriptionHtml", "descriptionPlain"),
    "workable": _parts("full_description", "description", "requirements", "benefits"),
    "recruitee": _parts("description", "requirements"),
    "jsonld": _single("description"),
    "indeed": _single("description"),
    "personio": _personio,
    "rss": _single("description"),
    "hackernews": _single("comment_text", "text"),
}
