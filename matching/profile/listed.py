# ruff: noqa: RUF001
"""What stands in lists: skills without the names of their groups, certificates and publications with their dates.

Lines that the width of a page broke are joined first. Everything is read from the blind text, in which authors are
already cut, so a title is what follows the authors and the year, or what stands in quotation marks.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from matching.profile.dates import find_dates
from matching.profile.lines import Line
from matching.text import Span

_LABEL = re.compile(r"[^\s:,;|•·][^:,;|•·\n]{0,38}?:\s+(?=\S)")
_SEPARATOR = re.compile(r"\([^)\n]*\)|[,;|•·\t]|[ \u00a0]{2,}|\.\s+(?=[A-Z])|:\s+")
_MOST_WORDS = 6
_NARROW = 44
"""Signs in a line of a side column, where names of certificates break."""
_UNFINISHED = (",", "-", "–", "—", ":", "&", "/", " and", " of", " in", " for", " the", " a", " to", " with")
_YEAR = re.compile(r"(?<!\d)(?:19[5-9]\d|20[0-4]\d)(?!\d)")
_QUOTED = re.compile(r"[“\"„«]([^”\"“»]{8,}?)[,.]?[”\"“»]")
_AUTHORS = re.compile(
    r"(?:\[name\]|\bet\s+al\.?|\band\b|\bund\b|&|[\s,;.:*†]|\(?eds?\.\)?|(?:[A-ZÀ-Þ]\.[\s-]?)+(?:[A-ZÀ-Þ][\w'’-]+|(?=\[name\]))|"
    r"\(?(?:19|20)\d\d[a-z]?\)?[.:,]?)+"
)
_TITLE_END = re.compile(r"[.?!](?=\s+(?:[A-Z“\"\[(*]|\d|arXiv)|\s*$)|(?:,|\s\()(?=\s*(?:In\b|in:|arXiv|Proc|\d{4}))")
_FURNITURE = re.compile(r"\[(?:name|email|phone|link)\]|\bpage\s+\d|\bp\.\s?\d|curriculum\s+vitae", re.IGNORECASE)
_PAGE = re.compile(r"\bpage\s+\d|\bCV,?\s*p\.\s*\d|curriculum\s+vitae", re.IGNORECASE)
_ITEM = re.compile(r"\[name\]|[“\"„«]|\[\d")
_NUMBER = re.compile(r"\[\d{1,3}\]\s*")
_CUT = re.compile(
    r"\s*(?:\s[-–—|·]\s(?!(?:Associate|Professional|Specialty|Expert|Practitioner|Foundation|Advanced|Intermediate|Level|Master)\b)"
    r"|[|;\t]|,\s|\s\(|\s{2,})"
)
_EDGES = " \t\n\u00a0,;:|()[]–—-•·/.*="


@dataclass(frozen=True, slots=True)
class Listed:
    """One thing in a list, in blind offsets: its name and the date beside it."""

    name: Span
    date: Span | None = None
    written: str = ""


def read_skills(content: str, lines: Sequence[Line]) -> Iterator[Span]:
    """Each skill that is listed; the name of a group ("Languages: …") is none."""
    for span in _joined(content, _told(lines), items=False):
        text = span.of(content)
        start = _past_group(text)
        for separator in [*_SEPARATOR.finditer(text, start), None]:
            if separator and separator[0].startswith("("):
                continue
            piece = _bare(text, start, separator.start() if separator else len(text))
            # What stands before a colon names a group.
            if piece and not (separator and separator[0].startswith(":")):
                yield _moved(piece, span)
            start = separator.end() if separator else len(text)


def _told(lines: Sequence[Line]) -> Sequence[Line]:
    """Lines without furniture of the page, and without the names of groups that stand above what they name."""
    return [
        line
        for line, below in zip(lines, [*lines[1:], None], strict=False)
        if not _FURNITURE.search(line.text) and not _names_group(line, below)
    ]


def _names_group(line: Line, below: Line | None) -> bool:
    """True above bullets for a line that is none, and above a list for a short bullet."""
    if below is None or "," in line.text or below.number > line.number + 1:
        return False
    return (below.bullet and not line.bullet) or (
        line.bullet and not below.bullet and line.words <= 3 and "," in below.text
    )


def _past_group(text: str) -> int:
    """Past the name of a group that a table sets apart by its column ("Tools  R, Python")."""
    gaps = list(re.finditer(r"(?<=\S)[ \u00a0]{2,}(?=\S)", text))
    listed = len(gaps) == 1 and "," in text[gaps[0].end() :] and not re.search(r"[,;:]", text[: gaps[0].start()])
    return gaps[0].end() if listed else 0


def _bare(text: str, start: int, end: int) -> Span | None:
    piece = text[start:end]
    bare = piece.strip(_EDGES.replace(")", "").replace("(", "").replace(".", ""))
    bare = bare.rstrip(".") if " " in bare else bare
    if not any(map(str.isalnum, bare)) or len(bare.split()) > _MOST_WORDS:
        return None
    lead = start + piece.index(bare)
    return Span(lead, lead + len(bare))


def read_certificates(content: str, lines: Sequence[Line]) -> Iterator[Listed]:
    """Each certificate with its date."""
    for span in _joined(content, lines, items=True):
        text = span.of(content)
        dates = find_dates(text)
        date = dates[-1].span if dates else None
        written = dates[-1].written_end or dates[-1].written_start if dates else ""
        body = _longest(text, date)
        cut = _CUT.search(text, body.start, body.end)
        name = _trimmed(text, body.start, cut.start() if cut else body.end)
        if name and len(name.of(text).split()) <= 14 and not _FURNITURE.search(text):
            yield Listed(_moved(name, span), _moved(date, span) if date else None, written)


def read_publications(content: str, lines: Sequence[Line]) -> Iterator[Listed]:
    """Each publication: its title and its year."""
    for span in _joined(content, [line for line in lines if not _PAGE.search(line.text)], items=True):
        text = span.of(content)
        years = list(_YEAR.finditer(text))
        year = Span(*years[-1].span()) if years else None
        name = _title(text)
        if name and len(name.of(text).split()) > 1:
            yield Listed(_moved(name, span), _moved(year, span) if year else None, years[-1][0] if years else "")


def _title(text: str) -> Span | None:
    quoted = _QUOTED.search(text)
    if quoted:
        return Span(*quoted.span(1))
    number = _NUMBER.match(text)
    start = number.end() if number else 0
    authors = (
        _AUTHORS.match(text, start) if "[name]" in text[start : start + 60] or text[start : start + 1] == "(" else None
    )
    start = authors.end() if authors else start
    end = _TITLE_END.search(text, start)
    return _trimmed(text, start, end.start() if end else len(text))


def _longest(text: str, date: Span | None) -> Span:
    """The side of the date on which more stands."""
    if date is None:
        return Span(0, len(text))
    sides = (Span(0, date.start), Span(date.end, len(text)))
    longest = max(sides, key=lambda side: len(side.of(text).strip(_EDGES)))
    lead = len(longest.of(text)) - len(longest.of(text).lstrip(_EDGES))
    return Span(longest.start + lead, longest.end)


def _joined(content: str, lines: Sequence[Line], *, items: bool) -> Iterator[Span]:
    """Lines put together where a page's width broke them; `items`: where each line else is a thing of its own."""
    width = max((len(line.text) for line in lines), default=0)
    held: list[Line] = []
    for line in lines:
        if held and not _goes_on(content, held, line, width=width, items=items):
            yield Span(held[0].start, held[-1].end)
            held = []
        held.append(line)
    if held:
        yield Span(held[0].start, held[-1].end)


def _goes_on(content: str, held: Sequence[Line], line: Line, *, width: int, items: bool) -> bool:
    above = held[-1]
    if line.bullet or line.number > above.number + 1 or _NUMBER.match(line.text):
        return False
    if line.text[0].islower() or line.text[0] == "(" or above.text.endswith(_UNFINISHED):
        return items or "," in above.text or above.words > _MOST_WORDS // 2
    full = width > 30 and len(above.text) + len(line.text.split()[0]) > 0.9 * width
    if items:
        if _ITEM.match(held[0].text) and not _ITEM.match(line.text):
            return True
        told = content[held[0].start : above.end]
        dated = _YEAR.search(line.text) and not _YEAR.search(told) and not _NUMBER.match(line.text)
        if dated and width <= _NARROW and line.words < above.words:
            return True
        ended = above.text.endswith((".", ")")) or bool(_YEAR.search(above.text[-6:]))
        return full and not (ended and (_YEAR.search(told) is not None or above.text.endswith(")")))
    return (
        full
        and "," in above.text
        and not above.text.endswith(".")
        and not (_LABEL.match(line.text) or _past_group(line.text))
    )


def _trimmed(text: str, start: int, end: int) -> Span | None:
    bare = text[start:end].strip(_EDGES)
    first = start + text[start:end].index(bare) if bare else start
    return Span(first, first + len(bare)) if bare else None


def _moved(span: Span, base: Span) -> Span:
    return Span(base.start + span.start, base.start + span.end)
