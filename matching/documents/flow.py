"""Lines in reading order become one text with page starts and boxes.

A line of the text is a line that a person sees; an empty line stands between blocks. Words that were cut at
the end of a line are made whole where that is safe: always at a soft hyphen, with the hyphen dropped when the
whole word stands elsewhere in the document, the rest is a mere ending ("develop-ment"), or neither half is a word that
stands in the document or makes compounds ("archi-tecture"); otherwise with the hyphen kept ("fine-tuning").
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from matching.documents.clean import plain_line
from matching.documents.compounds import HEADS, TAILS
from matching.documents.limits import MAX_LINKS, check_length
from matching.documents.links import linked
from matching.text import Box, Link, Span, Text

SOFT_HYPHEN = "\u00ad"

_CUT = re.compile(r"([A-Za-z][a-z]+)[-\u00ad]$")
_REST = re.compile(r"^([a-z]+)(\S*)\s*")
_ENDINGS = re.compile(
    r"(?:[a-z]{0,3}(?:tion|sion|ment|ness|ance|ence|able|ible|ical|ship)s?|[a-z]{0,2}(?:ing|ings|ity|ities|ers|ies|ted|ated|ous|ive|ally)|ed|er|ly|al|es)$"
)
_WORD = re.compile(r"[a-z]{3,}")
_FIRST = re.compile(r"^\s*\S+")
_LONGEST_WORD = 80


@dataclass(frozen=True, slots=True)
class Line:
    """One visible line: its text, whether a new block begins with it, its edges on the page where known.

    `links` pairs words of the line with the address behind them; no words mean the whole line.
    """

    text: str
    breaks: bool = False
    edges: tuple[float, float, float, float] | None = None
    links: tuple[tuple[str, str], ...] = ()


def flow(pages: Sequence[Sequence[Line]]) -> Text:
    """The pages' lines as one text: a newline after each line, an empty line before each block, a box a line."""
    return _assemble(_joined([[_plain(line) for line in page] for page in pages]))


def _plain(line: Line) -> Line:
    soft = SOFT_HYPHEN if line.text.rstrip().endswith(SOFT_HYPHEN) else ""
    return replace(line, text=plain_line(line.text) + soft)


def _joined(pages: list[list[Line]]) -> list[list[Line]]:
    words = {word for page in pages for word in _whole_words(page)}
    return [_join_page(page, words) for page in pages]


def _whole_words(page: Iterable[Line]) -> Iterator[str]:
    """The words of a page without the halves at the ends of cut lines and at the starts of those below."""
    cut = False
    for line in page:
        text = _FIRST.sub("", line.text) if cut else line.text
        cut = _cut(text) is not None
        yield from _WORD.findall((text[: -len(_last(text))] if cut else text).lower())


def _cut(line: str) -> re.Match[str] | None:
    """The half of a word at the end of a line. Only the end is looked at: a line may be a megabyte of letters."""
    return _CUT.search(_last(line)[-_LONGEST_WORD:]) if line.endswith(("-", SOFT_HYPHEN)) else None


def _last(line: str) -> str:
    return line.rsplit(maxsplit=1)[-1]


def _join_page(page: Iterable[Line], words: set[str]) -> list[Line]:
    joined: list[Line] = []
    for line in page:
        if joined and not line.breaks and (pair := _mend(joined[-1].text, line.text, words)):
            joined[-1] = replace(joined[-1], text=pair[0])
            line = replace(line, text=pair[1])
            if not line.text:
                joined[-1] = replace(joined[-1], links=joined[-1].links + line.links)
                continue
        joined.append(line)
    return joined


def _mend(line: str, following: str, words: set[str]) -> tuple[str, str] | None:
    cut, rest = _cut(line), _REST.match(following)
    if not cut or not rest:
        return None
    whole = (cut.group(1) + rest.group(1)).lower()
    ending = whole in words or _ENDINGS.fullmatch(rest.group(1)) is not None
    drop = line.endswith(SOFT_HYPHEN) or ending or not _compound(line, rest.group(1), words)
    kept = line[:-1] if drop else line
    return kept + rest.group(1) + rest.group(2), following[rest.end() :]


def _compound(line: str, tail: str, words: set[str]) -> bool:
    """True when one half of a cut word can stand for itself, so that the hyphen may be the writer's own."""
    *before, head = re.findall(r"[A-Za-z]+", line.rstrip("-").rsplit(" ", 1)[-1]) or [""]
    return bool(before) or head.lower() in HEADS | words or tail in TAILS | words


def _assemble(pages: Iterable[Iterable[Line]]) -> Text:
    pieces: list[str] = []
    starts: list[int] = []
    boxes: list[Box] = []
    links: list[Link] = []
    length = 0
    for number, page in enumerate(pages):
        starts.append(length)
        for line in page:
            separated = not pieces or pieces[-1] == "\n" or not line.breaks
            gap = "" if separated else "\n"
            start = length + len(gap)
            if gap:
                pieces.append(gap)
            if line.text:
                pieces.append(line.text.replace(SOFT_HYPHEN, "-") + "\n")
            length = start + len(line.text) + (1 if line.text else 0)
            if line.edges and line.text:
                boxes.append(Box(Span(start, start + len(line.text)), number, *line.edges))
            links += linked(line.links, line.text, start=start)
        check_length(length)
    return Text("".join(pieces), tuple(starts) or (0,), tuple(boxes), tuple(links[:MAX_LINKS]))
