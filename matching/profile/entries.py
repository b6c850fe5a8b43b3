# ruff: noqa: RUF001
"""Entries of a resume: a date range marks one, and the lines around it are its head.

Whether titles stand above, beside or below the dates is one habit per section, so it is read once from the first
entry and applied to the rest. Everything here works on the blind text; what an entry says is therefore blind too.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from matching.profile.columns import cell_in, with_joined_dates
from matching.profile.dates import DateRange, find_dates, find_ranges
from matching.profile.heads import Head, ends_in_place, names_place, names_title, read_head
from matching.profile.lines import Line
from matching.profile.oneliners import name_of, one_line_rows, paragraph_rows
from matching.profile.sections import Block
from matching.text import Span
from matching.values import Section

_DATED = frozenset({Section.WORK, Section.PROJECTS, Section.EDUCATION})
_YEAR = re.compile(r"\[year\](?:\s*(?:[-–—,/•]|to|expected)?\s*(?:expected\s*)?\[year\])*")
_AWARD = re.compile(r"\b(?:award|of\s+the\s+(?:year|month|quarter))\b", re.IGNORECASE)
_STUDIED = re.compile(
    r"(?:master|bachelor|associate|doctor|diploma|certificate|ph\.?\s?d|[mb]\.?\s?(?:sc?|a|ba|tech|eng|ed|com|phil))\b",
    re.IGNORECASE,
)
_BROKEN = re.compile(r"\b(?:and|of|for|de|du|der|the)$|&$")
_OPEN_END = re.compile(rf"{_BROKEN.pattern}|[,|·]$")
_MAY_BE_SMALL = re.compile(r"(?:self[- ]employed|freelance|[\w.-]+$)", re.IGNORECASE)
_EDGES = " \t\u00a0,;:|()–—-•·/"


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry in blind offsets: its head, dates, the lines of its head and of its body."""

    section: Section
    head: Head
    dates: DateRange | None
    head_lines: tuple[Line, ...]
    body: tuple[Line, ...]

    @property
    def span(self) -> Span:
        """From the first to the last line."""
        lines = (*self.head_lines, *self.body)
        return Span(min(line.start for line in lines), max(line.end for line in lines))


@dataclass(frozen=True, slots=True)
class _Anchor:
    dates: DateRange | None
    span: Span
    first: int
    last: int


def read_entries(content: str, block: Block) -> tuple[Draft, ...]:
    """The entries of a section of jobs, projects or degrees; none for other sections."""
    if block.section not in _DATED or not block.lines:
        return ()
    told = _told(content, block)
    if told:
        return told
    anchors = _anchors(content, block)
    headed = _undated(content, block) if not anchors or block.section is Section.PROJECTS else ()
    # Of projects only some have dates; each stands above its bullets.
    if not anchors or len(headed) > len(anchors):
        return headed
    lead = _lead(block.lines, anchors[0])
    firsts = [_first(block.lines, anchors, row, lead) for row in range(len(anchors))]
    drafts = []
    for row, anchor in enumerate(anchors):
        stop = firsts[row + 1] if row + 1 < len(anchors) else len(block.lines)
        drafts.append(_draft(content, block, anchor, firsts[row], stop))
    return tuple(drafts)


def _told(content: str, block: Block) -> tuple[Draft, ...]:
    """Projects of a line each, or of a name above a paragraph; none where a section is written otherwise."""
    if block.section is not Section.PROJECTS or block.columns:
        return ()
    rows = one_line_rows(block.lines)
    if not rows and not find_ranges(content[block.lines[0].start : block.lines[-1].end]):
        rows = paragraph_rows(block.lines)
    drafts = []
    for row, stop in pairwise([*rows, len(block.lines)]):
        line = block.lines[row]
        name = name_of(line) or Span(line.start, line.end)
        dates = find_dates(line.text)
        dated = dates[0].moved(line.start) if dates else None
        drafts.append(Draft(block.section, Head(name), dated, (line,), tuple(block.lines[row + 1 : stop])))
    return tuple(drafts)


def _anchors(content: str, block: Block) -> list[_Anchor]:
    start, end = block.lines[0].start, block.lines[-1].end
    window = with_joined_dates(content, block.lines, block.columns)[start:end]
    spans: list[tuple[DateRange | None, Span]] = []
    if block.section is Section.EDUCATION:
        # The blind text has placeholders for the years of degrees, the original has the dates themselves.
        spans = [(None, Span(start + each.start(), start + each.end())) for each in _YEAR.finditer(window)]
        spans = spans or [(each.moved(start), each.moved(start).span) for each in find_dates(window)]
    else:
        # A lone date starts no job when the section writes ranges: it is a date within a job.
        dates = find_ranges(window) or find_dates(window)
        if block.section is Section.PROJECTS:
            dates = find_dates(window)
        spans = [(each.moved(start), each.moved(start).span) for each in dates]
    anchors: list[_Anchor] = []
    for dates_, span in spans:
        rows = [row for row, line in enumerate(block.lines) if line.start < span.end and span.start < line.end]
        if rows and (not anchors or rows[0] > anchors[-1].last) and _marks(content, block, rows, span):
            anchors.append(_Anchor(dates_, span, rows[0], rows[-1]))
    return anchors


def _marks(content: str, block: Block, rows: Sequence[int], span: Span) -> bool:
    """True when the date stands at the edge of a short line, not inside a sentence."""
    first, last, section = block.lines[rows[0]], block.lines[rows[-1]], block.section
    before = content[first.start : span.start].strip(_EDGES)
    after = content[span.end : last.end].strip(_EDGES)
    if (before[:1].islower() and not _MAY_BE_SMALL.match(before)) or (
        after[:1].islower() and not _MAY_BE_SMALL.match(after)
    ):
        return False
    if first.bullet and before and (after or len(before.split()) > 14 or not _names_entry(before, section)):
        return False
    words = len(before.split()) + len(after.split())
    if _AWARD.search(before + after):
        return False
    if section is Section.EDUCATION and _STUDIED.match(before):
        return words <= 24
    if words > 16 or (after.endswith(".") and words > 8):
        return False
    return not (before and after) or words <= 12


def _names_entry(before: str, section: Section) -> bool:
    """True when what stands before a date in a list is the head of an entry, not a sentence that ends in a date."""
    first = before.split(",")[0]
    return names_title(first) or (
        section is not Section.WORK and len(first.split()) <= 8 and not re.search(r"[a-z]{3}ed\b", first.split()[0])
    )


def _lead(lines: Sequence[Line], anchor: _Anchor) -> int:
    above = lines[: anchor.first]
    most = 3 if any(names_place(line.text) for line in above) else 2
    return len(above) if len(above) <= most and all(map(_is_head_like, above)) else 0


def _first(lines: Sequence[Line], anchors: Sequence[_Anchor], row: int, lead: int) -> int:
    floor = anchors[row - 1].last + 1 if row else 0
    first = anchors[row].first
    for _ in range(lead):
        if first - 1 >= floor and _is_head_like(lines[first - 1]):
            first -= 1
        # A line that was broken counts for one with the line below.
        while first - 1 >= floor and _OPEN_END.search(lines[first].text) and _is_head_like(lines[first - 1]):
            first -= 1
    alone = first == anchors[row].first and first > floor
    return first - 1 if alone and _is_title_above(lines, first) else first


def _is_title_above(lines: Sequence[Line], row: int) -> bool:
    """True for a title alone after an empty line, right above a dated line that has none, whatever the habit is."""
    line, above = lines[row], lines[row - 1]
    close = line.number == above.number + 1
    apart = row < 2 or above.number > lines[row - 2].number + 1
    short = above.words <= 6 and _is_head_like(above) and names_title(above.text)
    return close and apart and short and not any(map(names_title, re.split(r"[,|·]| - ", line.text)))


def _is_head_like(line: Line) -> bool:
    small = line.text[0].islower() and line.words > 1 and not _MAY_BE_SMALL.match(line.text)
    # Who ends in a place is told at length: "Analyst, Office of External Affairs, Acme Ltd, Austin, TX".
    most = 18 if _STUDIED.match(line.text) else 14 if ends_in_place(line.text) else 10
    return not line.bullet and line.words <= most and not line.text.endswith(".") and not small


def _draft(content: str, block: Block, anchor: _Anchor, first: int, stop: int) -> Draft:
    lines = block.lines
    spans = [Span(line.start, line.end) for line in lines[first : anchor.first]]
    top, bottom = lines[anchor.first], lines[anchor.last]
    spans += [Span(top.start, anchor.span.start), Span(anchor.span.end, bottom.end)]
    spans = _rejoined(content, [span for span in spans if span.of(content).strip(_EDGES)])
    last = anchor.last
    if spans and last + 1 < stop and _BROKEN.search(lines[last].text) and not lines[last + 1].bullet:
        last += 1
        spans[-1] = Span(spans[-1].start, lines[last].end)
    head = read_head(content, spans)
    while last + 1 < stop and last - anchor.last < 2 and _goes_on(content, lines, last + 1, stop, head):
        last += 1
        spans.append(Span(lines[last].start, lines[last].end))
        head = read_head(content, spans)
    own = tuple(lines[first : last + 1])
    head = _in_table(block, top) or _named(content, own, head, block.section)
    return Draft(block.section, head, anchor.dates, own, tuple(lines[last + 1 : stop]))


def _in_table(block: Block, line: Line) -> Head | None:
    """The head that the names of the columns make of a row; None where it is none, and for degrees."""
    title = cell_in(line, block.columns, "title", "project")
    organisation = cell_in(line, block.columns, "organisation")
    if block.section is Section.EDUCATION or not (title or organisation):
        return None
    return Head(title, organisation, cell_in(line, block.columns, "place"))


def _rejoined(content: str, spans: Sequence[Span]) -> list[Span]:
    """Parts of a head, those put together of which one ends in the middle of a name."""
    joined: list[Span] = []
    for span in spans:
        gap = content[joined[-1].end : span.start] if joined else ""
        if joined and gap == "\n" and _BROKEN.search(joined[-1].of(content)):
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined


def _goes_on(content: str, lines: Sequence[Line], row: int, stop: int, head: Head) -> bool:
    """True when the line below still belongs to a head that lacks its title or employer."""
    line = lines[row]
    if not _is_head_like(line):
        return False
    if names_place(line.text) and head.location is None:
        return True
    below = lines[row + 1] if row + 1 < stop else None
    if head.title is not None and not names_title(head.title.of(content)):
        return names_title(line.text) and line.words <= 8
    if head.title is not None and head.organisation is not None:
        beside = below is not None and below.bullet and lines[row - 1].start <= head.title.start
        return beside and head.location is None and ends_in_place(line.text)
    told = below is None or below.bullet or below.words > line.words
    return told or names_title(line.text) or ends_in_place(line.text)


def _undated(content: str, block: Block) -> tuple[Draft, ...]:
    """Entries without dates: one or two short lines above bullets. A section without such a line has no entries."""
    rows = [
        row
        for row, line in enumerate(block.lines[:-1])
        if _is_head_like(line) and block.lines[row + 1].bullet and not line.text.endswith(":")
    ]
    firsts = [row - (row > 0 and row - 1 not in rows and _belongs(block.lines, row)) for row in rows]
    drafts = []
    for row, first, stop in zip(rows, firsts, [*firsts, len(block.lines)][1:], strict=True):
        lines = block.lines[first : row + 1]
        dates = [each.moved(line.start) for line in lines for each in find_dates(line.text)]
        head = read_head(content, list(_without(lines, [each.span for each in dates])))
        head = _named(content, lines, head, block.section)
        dated = dates[0] if dates and block.section is Section.PROJECTS else None
        drafts.append(Draft(block.section, head, dated, lines, tuple(block.lines[row + 1 : stop])))
    return tuple(drafts)


def _without(lines: Sequence[Line], cuts: Sequence[Span]) -> Iterator[Span]:
    """The parts of lines that no cut covers."""
    for line in lines:
        start = line.start
        for cut in sorted(each for each in cuts if line.start <= each.start < line.end):
            yield Span(start, cut.start)
            start = cut.end
        yield Span(start, line.end)


def _belongs(lines: Sequence[Line], row: int) -> bool:
    above, line = lines[row - 1], lines[row]
    return _is_head_like(above) and line.number == above.number + 1 and not above.text.endswith(":")


def _named(content: str, lines: Sequence[Line], head: Head, section: Section) -> Head:
    """A project is called what stands first; a lone name of a job that is no position is the employer's."""
    if section is Section.PROJECTS and lines:
        pieces = (head.title, head.organisation)
        first = min((each for each in pieces if each), key=lambda each: each.start, default=None)
        return Head(first, next((each for each in pieces if each and each != first), None), head.location)
    if section is Section.WORK and head.title and not head.organisation and not names_title(head.title.of(content)):
        return Head(None, head.title, head.location)
    return head
