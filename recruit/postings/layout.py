"""The shape of an ad: headings, list entries and paragraphs, from Markdown or from text that somebody laid out by hand.

Lines are read one by one: a heading is marked, underlined or bold from end to end; an entry begins with any of the
bullets that word processors know; lines that follow each other stay lines, because half of all ads mean them. Each
block tells which characters it shows, so that a requirement is marked where it stands.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from matching.requirements.headings import read_heading
from recruit.postings.inline import Run, runs_of

_HEADING = re.compile(r"[ ]{0,3}(#{1,6})[ \t]+(?=\S)")
_CLOSING = re.compile(r"[ \t]#+[ \t]*$")
_UNDERLINE = re.compile(r"[ ]{0,3}(?:={3,}|-{3,})[ \t]*")
_RULE = re.compile(r"[ ]{0,3}(?:(?:\*[ \t]{0,2}){3,}|(?:-[ \t]{0,2}){3,}|(?:_[ \t]{0,2}){3,})")
_FENCE = re.compile(r"[ ]{0,3}(?:`{3,}|~{3,})[\w+-]{0,20}[ \t]*")
_COLUMNS = re.compile(r"[ ]{0,3}\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t:|-]*)$")
_ENTRY = re.compile(
    r"([ \t\u00a0]{0,16})"
    r"(?:[-*+\u2022\u25cf\u25aa\u25e6\u00b7\u2023\u2043\u2013\uf0b7]|(\d{1,2})[.)])[ \t\u00a0]+(?=\S)"
)
_QUOTED = re.compile(r"[ ]{0,3}>[ \t]?")
_BOLD = re.compile(r"[ \t]*(\*\*|__)(?=\S)[^*_\n]{1,90}(?<![\s.])\1:?")
_SIGNS = (_FENCE, _RULE, _UNDERLINE)
"""Lines without words: the edges of a box of code, and rules."""
_SENTENCE = re.compile(r"[.!?;,]\W*$")
_LONGEST, _SHORT = 90, 60
_CAPITALS = re.compile(r"[^\W\d_]{3}")
_DEEPEST = 3


class Kind(StrEnum):
    """What a block is."""

    HEADING = "heading"
    ENTRY = "entry"
    PARAGRAPH = "paragraph"


@dataclass(frozen=True, slots=True)
class Block:
    """One block. `level` is the heading's or how deep the entry lies, `number` what a counted entry is called."""

    kind: Kind
    runs: tuple[Run, ...]
    level: int = 0
    number: str = ""


@dataclass(slots=True)
class _Open:
    """A block that may still grow by the next line."""

    kind: Kind
    runs: list[Run]
    end: int
    level: int = 0
    number: str = ""
    lines: int = 1

    @property
    def words(self) -> str:
        """What it shows, where that is one line; else nothing: a long block is not put together for each line."""
        return "".join(run.text for run in self.runs).strip() if self.lines == 1 else ""


def blocks_of(text: str) -> tuple[Block, ...]:
    """The blocks of an ad in order. Never raises; every letter of the text stands in one of them."""
    return tuple(
        Block(each.kind, tuple(each.runs), each.level, each.number)
        for each in _blocks(text)
        if any(run.text.strip() for run in each.runs)
    )


def _blocks(text: str) -> Iterator[_Open]:
    current: _Open | None = None
    for start, line in _lines(text):
        if _COLUMNS.fullmatch(line):
            continue
        if not line or any(signs.fullmatch(line) for signs in _SIGNS):
            if current:
                yield _underlined(current, line)
            current = None
            continue
        opened = _opened(text, start, line)
        if opened is None and current and current.kind is not Kind.HEADING and not _is_known(current):
            _go_on(current, text, start, line)
            continue
        if current:
            leads = opened.kind is Kind.ENTRY if opened else _is_known(current)
            yield _leading(current) if leads else current
        current = opened or _Open(Kind.PARAGRAPH, list(_shown(text, start, line)), start + len(line))
    if current:
        yield current


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Where each line starts, and the line without what ends it."""
    start = 0
    for line in text.splitlines(keepends=True):
        yield start, line.rstrip()
        start += len(line)


def _underlined(block: _Open, line: str) -> _Open:
    """One short line above a line of signs is a heading."""
    if block.kind is Kind.PARAGRAPH and _UNDERLINE.fullmatch(line) and 0 < len(block.words) <= _LONGEST:
        return _Open(Kind.HEADING, block.runs, block.end, level=1 if "=" in line else 2)
    return block


def _leading(block: _Open) -> _Open:
    """One short line right above a list is the list's heading, unless it is a sentence."""
    if block.kind is Kind.PARAGRAPH and 0 < len(block.words) <= _SHORT and not _SENTENCE.search(block.words):
        return _Open(Kind.HEADING, block.runs, block.end, level=3)
    return block


def _is_known(block: _Open) -> bool:
    """True for a line whose wording opens a part of an ad: the reader of requirements goes by the same table."""
    words = block.words
    if block.kind is not Kind.PARAGRAPH or not 0 < len(words) <= _SHORT or ":" in words[:-1]:
        return False
    return not _SENTENCE.search(words) and read_heading(words) is not None


def _opened(text: str, start: int, line: str) -> _Open | None:
    """The heading or entry that this line begins."""
    end = start + len(line)
    if heading := _HEADING.match(line):
        closing = _CLOSING.search(line, heading.end())
        last = start + closing.start() if closing else end
        return _Open(Kind.HEADING, list(runs_of(text, start + heading.end(), last)), end, level=len(heading.group(1)))
    if entry := _ENTRY.match(line):
        level = min(_DEEPEST, len(entry.group(1).expandtabs(4)) // 2)
        runs = list(runs_of(text, start + entry.end(), end))
        return _Open(Kind.ENTRY, runs, end, level=level, number=entry.group(2) or "")
    if _BOLD.fullmatch(line) or (line.isupper() and len(line) <= _SHORT and _CAPITALS.search(line)):
        runs = [Run(each.text, each.start, each.end) for each in runs_of(text, start, end)]
        return _Open(Kind.HEADING, runs, end, level=3)
    return None


def _go_on(block: _Open, text: str, start: int, line: str) -> None:
    """The block's next line: the break is kept in a paragraph, an entry flows on."""
    block.runs.append(Run("\n" if block.kind is Kind.PARAGRAPH else " ", block.end, start))
    block.runs += _shown(text, start, line)
    block.end = start + len(line)
    block.lines += 1


def _shown(text: str, start: int, line: str) -> tuple[Run, ...]:
    if line.lstrip().startswith("|"):
        return tuple(_cells(text, start, line))
    quoted = _QUOTED.match(line)
    indent = len(line) - len(line.lstrip())
    return runs_of(text, start + max(indent, quoted.end() if quoted else 0), start + len(line))


def _cells(text: str, start: int, line: str) -> Iterator[Run]:
    """A row of a table on one line, with a dot between its cells."""
    cells = [each for each in re.finditer(r"[^|]+", line) if each.group().strip()]
    for number, cell in enumerate(cells):
        if number:
            yield Run(" \u00b7 ", start + cells[number - 1].end(), start + cell.start())
        inner = len(cell.group()) - len(cell.group().lstrip())
        yield from runs_of(text, start + cell.start() + inner, start + cell.start() + len(cell.group().rstrip()))
