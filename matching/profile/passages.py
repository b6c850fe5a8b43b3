# ruff: noqa: RUF001
"""Passages: a bullet, or one to three sentences, at most 60 words, free of layout.

Lines that were wrapped are joined again, so that the width of a page, and the length of a name, change nothing.
Texts are blind; spans are blind offsets here and are led back by the caller.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from matching.profile.heads import names_place
from matching.profile.lines import Line
from matching.text import Span
from matching.values import Section

MOST_WORDS = 60
_SENTENCE = re.compile(r"(?<=[.!?])[\"”’)]?\s+(?=[A-Z\[\"“(•])")
_ABBREVIATION = re.compile(r"\b(?:e\.g|i\.e|etc|vs|approx|incl|inc|ltd|co|dr|mr|ms|no|st|al|[A-Z])\.$", re.IGNORECASE)
_BREAK = re.compile(r"(?<=[;,:•|])\s+|\s+(?=[-–—•]\s)")
_SPACE = re.compile(r"\s+")
_CONTACT = re.compile(r"\[(?:email|phone|address)\]")
_ONLY_SIGNS = re.compile(
    r"(?:\[[a-z]+\]|page|of|resume|curriculum vitae|cv|references available (?:up)?on request|[\W\d_])*", re.I
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A passage before it knows its entry: blind span and text."""

    span: Span
    text: str


def split_passages(content: str, lines: Sequence[Line], section: Section) -> Iterator[Piece]:
    """The passages of one run of lines (the body of an entry, or a section without entries)."""
    short = section in {Section.SKILLS, Section.LANGUAGES, Section.CERTIFICATES, Section.OTHER, Section.SUMMARY}
    for paragraph in _paragraphs(lines, lists=short):
        for span in _packed(content, paragraph):
            text = plain(span.of(content))
            contact = _CONTACT.search(text) and len(text.split()) <= 16
            if not contact and not names_place(text) and not _ONLY_SIGNS.fullmatch(text):
                yield Piece(span, text)


def plain(text: str) -> str:
    """Text without layout: one space between words, no line breaks, hyphens of wrapped words kept."""
    text = re.sub(r"\ufffe\s*|(?<=\w)-\n\s*(?=\w)", "-", text.replace("\u00ad", ""))
    return _SPACE.sub(" ", re.sub(r"\n\s*[•●◦▪■▸➢✓*·‣⁃○]\s*", ", ", text)).strip(" \t|•·")


def _paragraphs(lines: Sequence[Line], *, lists: bool) -> Iterator[tuple[Line, ...]]:
    width = max((len(line.text) for line in lines), default=0)
    held: list[Line] = []
    for line in lines:
        if held and not _continues(held[-1], line, width, lists=lists and len(held) < 12):
            yield tuple(held)
            held = []
        held.append(line)
    if held:
        yield tuple(held)


def _continues(above: Line, line: Line, width: int, *, lists: bool) -> bool:
    if line.number > above.number + 1:
        return line.text[0].islower() and not line.bullet
    if lists and above.words <= 6 and line.words <= 6 and not above.text.endswith("."):
        return True
    if line.bullet:
        return False
    if line.text[0].islower() or above.text.endswith((",", "-", "\ufffe", "–", " and", " of", " the")):
        return True
    return len(above.text) > 0.7 * width and width > 40 and not above.text.endswith((".", "!", "?", ":"))


def _packed(content: str, paragraph: Sequence[Line]) -> Iterator[Span]:
    start, end = paragraph[0].start, paragraph[-1].end
    held: Span | None = None
    count = 0
    for sentence in _sentences(content, start, end):
        words = len(sentence.of(content).split())
        if held is not None and (count >= 3 or len(Span(held.start, sentence.end).of(content).split()) > 40):
            yield held
            held, count = None, 0
        if words > MOST_WORDS:
            if held is not None:
                yield held
            held, count = None, 0
            yield from _shortened(content, sentence)
            continue
        held, count = Span(held.start if held else sentence.start, sentence.end), count + 1
    if held is not None:
        yield held


def _sentences(content: str, start: int, end: int) -> Iterator[Span]:
    position = start
    for match in _SENTENCE.finditer(content, start, end):
        if not _ABBREVIATION.search(content[max(start, match.start() - 8) : match.start()]):
            yield Span(position, match.start())
            position = match.end()
    if position < end:
        yield Span(position, end)


def _shortened(content: str, sentence: Span) -> Iterator[Span]:
    """Cut a long sentence at a comma or semicolon, or at a word when it has none."""
    position, start = sentence.start, sentence.start
    marks = [match.end() for match in _BREAK.finditer(content, sentence.start, sentence.end)]
    for mark in [*marks, sentence.end]:
        if len(content[start:mark].split()) > MOST_WORDS * 3 // 4 and position > start:
            yield from _windows(content, Span(start, position))
            start = position
        position = mark
    yield from _windows(content, Span(start, sentence.end))


def _windows(content: str, span: Span) -> Iterator[Span]:
    words = list(re.finditer(r"\S+", span.of(content)))
    for row in range(0, len(words), MOST_WORDS):
        part = words[row : row + MOST_WORDS]
        yield Span(span.start + part[0].start(), span.start + part[-1].end())
