# ruff: noqa: RUF001
"""What stands in lists: skills without the names of their groups and with their ratings, publications with their dates.

Lines that the width of a page broke are joined first. Everything is read from the blind text, in which authors are
already cut, so a title is what follows the authors and the year, or what stands in quotation marks.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from matching.profile.columns import cell_in
from matching.profile.lines import Line
from matching.profile.ratings import Rated, rated, rating_of
from matching.text import Span

_LABEL = re.compile(r"[^\s:,;|•·][^:,;|•·\n]{0,38}?:\s+(?=\S)")
_SEPARATOR = re.compile(r"\([^)\n]*\)|\[[^\]\n]*\]|[,;|•·\t]|[ \u00a0]{2,}|\.\s+(?=[A-Z])|:\s+")
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
_OTHERS = re.compile(
    r"[^\n“\"]{0,60}?\bet\s+al\.?[,:]?\s*(?:\(?(?:19|20)\d\d[a-z]?\)?[.:,]?\s*)?"
    r"|(?:(?:\[name\]|[A-ZÀ-Þ][\w'’-]+,\s(?:[A-ZÀ-Þ][\w'’.-]+\s?)+)\s*[;/&]\s*)*(?:\[name\]|[A-ZÀ-Þ][\w'’-]+,\s[A-ZÀ-Þ][\w'’.-]+):\s+"
)
"""Authors who end in "et al.", and those of a reference whose title stands behind a colon."""
_LEADING_YEAR = re.compile(r"\(?(?:19|20)\d\d[a-z]?\)?\s*(?:[-–—:.,|]\s*|\s{2,})")
_VENUE = (
    r"(?:(?:In|in)\b|in:|arXiv|Proc|Journal|Transactions|Conference|Workshop|Annual|International|IEEE|ACM|Nature\b|Science\b|PLOS|Springer|Elsevier|"
    r"NeurIPS|NIPS|ICLR|(?:[A-Z][A-Za-z]*\s)?[A-Z]{3,}(?:\s(?:Findings|Workshop|Demo|Demos))?\s*(?:['’]\d\d|\d{4}|[,.(]|$)|[A-Z]{3,}\s(?:Findings|Workshop)|"
    r"(?:PhD|Ph\.D\.|Master['’]?s?|MSc|Bachelor['’]?s?)\s+thesis|\d{4})"
)
_TITLE_END = re.compile(
    rf"[.?!](?=\s+(?:[A-Z“\"\[(*]|\d|arXiv)|\s*$)|(?:,|\s[-–—|])(?=\s*{_VENUE})|\s\((?=\s*(?:with\b|{_VENUE}))"
)
FURNITURE = re.compile(r"\[(?:name|email|phone|link)\]|\bpage\s+\d|\bp\.\s?\d|curriculum\s+vitae", re.IGNORECASE)
_PAGE = re.compile(r"\bpage\s+\d|\bCV,?\s*p\.\s*\d|curriculum\s+vitae", re.IGNORECASE)
_ITEM = re.compile(r"\[name\]|[“\"„«]|\[\d")
_NUMBER = re.compile(r"\[\d{1,3}\]\s*")
_ROW_EDGES = " \t\n\u00a0,;:|•·"
EDGES = " \t\n\u00a0,;:|()[]–—-•·/.*="


@dataclass(frozen=True, slots=True)
class Listed:
    """One thing in a list, in blind offsets: its name and the date beside it."""

    name: Span
    date: Span | None = None
    written: str = ""


@dataclass(frozen=True, slots=True)
class Skill:
    """A skill that is listed, in blind offsets: its name, and the level and years that are said of it."""

    name: Span
    level: str = ""
    years: str = ""


def read_skills(content: str, lines: Sequence[Line], columns: Sequence[str] = ()) -> Iterator[Skill]:
    """Each skill that is listed, without its rating; the name of a group ("Languages: …") is none."""
    if "skill" in columns:
        yield from _in_table(content, lines, columns)
        return
    for span in joined(content, _told(lines), items=False):
        yield from _rejoined(_in_row(span.of(content), span))


def _in_table(content: str, lines: Sequence[Line], columns: Sequence[str]) -> Iterator[Skill]:
    for line in lines:
        name = cell_in(line, columns, "skill")
        if name is None:
            continue
        level, years = cell_in(line, columns, "level"), cell_in(line, columns, "years", "dates")
        said = re.match(r"\W*(\d{1,2})(?!\d)", years.of(content)) if years else None
        rating = rating_of(level.of(content)) if level else None
        written = (rating.level if rating else level.of(content)) if level else ""
        yield Skill(name, written, said[1] if said else "")


def _in_row(text: str, base: Span) -> Iterator[Skill | Rated]:
    """The skills of a row, and the ratings that stand alone behind one of them."""
    start, group = _past_group(text), ""
    for separator in [*_SEPARATOR.finditer(text, start), None]:
        end = separator.start() if separator else len(text)
        if separator and (separator[0].startswith(("(", "[")) or _rates(text, separator)):
            continue
        piece = text[start:end].strip(_ROW_EDGES)
        alone = rating_of(piece)
        # What stands before a colon names a group, or the level of one.
        if separator and separator[0].startswith(":"):
            group = alone.level if alone else ""
        elif alone:
            # A word of a list of words is no rating of the one before it ("accounting, basic, budget").
            yield replace(
                alone, level="" if alone.level.isalpha() and text[start - 1 : start].isspace() else alone.level
            )
        elif found := _skill(text, start, end, base):
            yield replace(found, level=found.level or group)
        start = separator.end() if separator else len(text)


def _rates(text: str, separator: re.Match[str]) -> bool:
    """True for the colon of "Rust: 3 years", where others part a group from its skills."""
    rest = re.split(r"[,;|\n]", text[separator.end() :])[0] if separator[0].startswith(":") else ""
    return bool(rest) and rating_of(rest) is not None


def _rejoined(found: Iterable[Skill | Rated]) -> Iterator[Skill]:
    held: Skill | None = None
    for each in found:
        if isinstance(each, Rated):
            held = replace(held, level=held.level or each.level, years=held.years or each.years) if held else None
            continue
        if held:
            yield held
        held = each
    if held:
        yield held


def _skill(text: str, start: int, end: int, base: Span) -> Skill | None:
    lead = start + len(text[start:end]) - len(text[start:end].lstrip(_ROW_EDGES))
    said = rated(text[lead:end].rstrip(_ROW_EDGES))
    piece = _bare(text, lead + said.name.start, lead + said.name.end)
    return Skill(moved(piece, base), said.level, said.years) if piece else None


def _told(lines: Sequence[Line]) -> Sequence[Line]:
    """Lines without furniture of the page, and without the names of groups that stand above what they name."""
    return [
        line
        for line, below in zip(lines, [*lines[1:], None], strict=False)
        if not FURNITURE.search(line.text) and not _names_group(line, below)
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
    bare = piece.strip(EDGES.replace(")", "").replace("(", "").replace(".", ""))
    bare = bare.rstrip(".") if " " in bare else bare
    if not any(map(str.isalnum, bare)) or len(bare.split()) > _MOST_WORDS:
        return None
    lead = start + piece.index(bare)
    return Span(lead, lead + len(bare))


def read_publications(content: str, lines: Sequence[Line]) -> Iterator[Listed]:
    """Each publication: its title and its year."""
    for span in joined(content, [line for line in lines if not _PAGE.search(line.text)], items=True):
        text = span.of(content)
        years = list(_YEAR.finditer(text))
        year = Span(*years[-1].span()) if years else None
        name = _title(text)
        if name and len(name.of(text).split()) > 1:
            yield Listed(moved(name, span), moved(year, span) if year else None, years[-1][0] if years else "")


def _title(text: str) -> Span | None:
    quoted = _QUOTED.search(text)
    if quoted:
        return Span(*quoted.span(1))
    start = 0
    for lead in (_NUMBER, _LEADING_YEAR, _OTHERS):
        match = lead.match(text, start)
        start = match.end() if match else start
    authors = (
        _AUTHORS.match(text, start) if "[name]" in text[start : start + 60] or text[start : start + 1] == "(" else None
    )
    start = authors.end() if authors else start
    end = _TITLE_END.search(text, start)
    return trimmed(text, start, end.start() if end else len(text))


def joined(content: str, lines: Sequence[Line], *, items: bool) -> Iterator[Span]:
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
    begins = _NUMBER.match(line.text) or (_LEADING_YEAR.match(line.text) and _LEADING_YEAR.match(held[0].text))
    if line.bullet or line.number > above.number + 1 or begins:
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


def trimmed(text: str, start: int, end: int) -> Span | None:
    bare = text[start:end].strip(EDGES)
    first = start + text[start:end].index(bare) if bare else start
    return Span(first, first + len(bare)) if bare else None


def moved(span: Span, base: Span) -> Span:
    return Span(base.start + span.start, base.start + span.end)
