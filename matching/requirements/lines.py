"""Cut a posting into units: one bullet or one sentence each, with its exact span and the heading that it stands under.

Postings arrive as Markdown, as text stripped of HTML, as wrapped e-mail text and as one long paragraph on Hacker
News. Lines that were wrapped are joined again; a short line with a known wording, or one that ends in a colon, is a
heading; "Stack: Go, Kubernetes" is a heading and its content on one line.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from matching.requirements.headings import Heading, read_heading, read_lead
from matching.skills import find_skills
from matching.text import Span
from matching.values import Section

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_BULLET = re.compile(r"(?:[-*+•●▪◦○·✓✔➢►▶>\u2013\u2014\uf0b7\u2023\u2043✅➡→]+|\(?\d{1,2}[.)]|[a-z]\))[ \t\u00a0]+")
_MARKUP = " \t\u00a0*_#`|\u200b\ufeff"
_SHARP = re.compile(r"\b[CF]#\Z")  # a language, not the end of a Markdown heading
_MARKED = re.compile(r"\s*(?:#{1,6}\s|\*\*[^*]+\*\*:?\s*$|__[^_]+__:?\s*$)")
_INLINE = re.compile(r"\*{0,2}([^:.!?\n]{2,48}?)\s?(?::\*{0,2}\s+|\*\*:?\s+|\s[\u2013\u2014]\s)(?=\S)")
_ENDED = re.compile(r"[.!?:;)\]]\W*$")
_SENTENCE = re.compile(r"[.!?]+[\"'\u201d\u2019)\]*]*\s+(?=[\"'\u201c(\[*]*[A-Z0-9\U0001F300-\U0001FAFF])")
_SHORT_FORM = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|vs|sr|jr|mr|ms|mrs|dr|prof|approx|incl|inc|ltd|co|corp|st|no|u\.s|"
    r"u\.k|ph\.d|m\.s|b\.s|m\.sc|b\.sc|m\.a|b\.a|min|max|"
    r"dept|est|esp|resp|yrs|yr)|(?<![\w.])[A-Z]|\d)\.\s*$",
    re.IGNORECASE,
)
_ENTRY = re.compile(
    r"(?:You|Strong|Experience|Ability|Knowledge|Proficien\w+|Familiar\w*|Excellent|Solid|Proven|Bachelor|Master|PhD|"
    r"Understanding|Fluen\w+|\d+\+? years)\b"
)
_STATEMENT = re.compile(
    r"you(?:['\u2019](?:ve|re)| are| have)(?: [\w'\u2019/+#.-]+){3,}(?<! if)(?<! who)(?<! you)(?<! will)(?<! to)\s*$",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(r"\W*(?:OR|Or)\s")
_WRAPPED_FROM, _WRAPPED_TO = 58, 130
_LONG_BULLET = 24
_PROSE = re.compile(r"\w{3}[.!?]\W*$")
_LONGEST_LEAD = 140


@dataclass(frozen=True, slots=True)
class Unit:
    """One bullet or sentence. `heading` is what it stands under; `lead` is the line that introduced its list."""

    text: str
    span: Span
    heading: Heading
    bullet: bool
    lead: str = ""


@dataclass(frozen=True, slots=True)
class _Block:
    start: int
    end: int
    bullet: bool
    marked: bool


UNKNOWN = Heading(Section.OTHER)


def cut(content: str) -> tuple[Unit, ...]:
    """The units of a posting in order; headings themselves are not among them."""
    return tuple(_units(content))


def _units(content: str) -> Iterator[Unit]:
    heading, lead, listed = UNKNOWN, "", False
    for block in _blocks(content):
        line = content[block.start : block.end]
        opened = None if block.bullet else _opens(line, block, heading)
        if opened:
            heading, lead, listed = opened, _plain(line), False
            continue
        if listed and not block.bullet and heading.priority and _PROSE.search(line):
            heading = UNKNOWN
        listed = listed or block.bullet
        under, start = _inline(content, block, heading)
        if line.rstrip(_MARKUP).endswith(":"):
            lead = _plain(line)
        for span in _sentences(content, start, block.end):
            under, begins = _inline(content, replace(block, start=span.start, end=span.end), under)
            told = Span(begins, span.end)
            yield Unit(told.of(content), told, under, bullet=block.bullet, lead=lead if block.bullet else "")


def _blocks(content: str) -> Iterator[_Block]:
    """Lines without layout, wrapped ones joined to the line that they continue."""
    current: _Block | None = None
    gap_from = 0
    for match in _LINE.finditer(content):
        line = match.group()
        bullet = _BULLET.match(line.lstrip())
        start = match.start() + len(line) - len(line.lstrip()) + (bullet.end() if bullet else 0)
        block = _trimmed(content, start, match.end(), bullet=bullet is not None, marked=_MARKED.match(line) is not None)
        if block is None:
            continue
        blank = content.count("\n", gap_from, match.start()) > 1
        goes_on = _continues(content, current, block) if current and not bullet else _OTHERWISE.match(line) is not None
        if current and not blank and goes_on:
            current = _Block(current.start, block.end, current.bullet, current.marked)
        else:
            if current:
                yield current
            current = block
        gap_from = match.end()
    if current:
        yield current


def _trimmed(content: str, start: int, end: int, *, bullet: bool, marked: bool) -> _Block | None:
    while start < end and (content[start] in _MARKUP or content[start].isspace()):
        start += 1
    while end > start and (content[end - 1] in _MARKUP or content[end - 1].isspace()):
        if content[end - 1] == "#" and _SHARP.search(content, start, end):
            break
        end -= 1
    return _Block(start, end, bullet, marked) if any(map(str.isalnum, content[start:end])) else None


def _continues(content: str, above: _Block, below: _Block) -> bool:
    """True when a wrapped line goes on: the one above is long and open, or this one starts in lower case."""
    if above.marked or below.marked:
        return False
    line = content[above.start : above.end].rsplit("\n", 1)[-1]
    first = content[below.start]
    if _ENDED.search(line):
        return False
    if first.islower():
        return len(line) >= _LONG_BULLET
    if _same_opening(line, content[below.start : below.end]):
        return False
    label = _INLINE.match(content, below.start, below.end)
    opens = read_heading(label.group(1) if label else content[below.start : below.end])
    return _WRAPPED_FROM <= len(line) <= _WRAPPED_TO and opens is None


def _same_opening(above: str, below: str) -> bool:
    """True for two lines that begin alike, or the second as list entries do: a new entry, whatever their length."""
    first, second = above.split(maxsplit=1), below.split(maxsplit=1)
    return bool(first and second and first[0] == second[0]) or _ENTRY.match(below) is not None


def _opens(line: str, block: _Block, before: Heading) -> Heading | None:
    """The heading that this line is, if it is one."""
    if "\n" in line or line.endswith("."):
        return None
    colon = line.rstrip(_MARKUP).endswith(":")
    known = None if not (colon or block.marked) and _STATEMENT.match(line) else read_heading(line)
    if known and (colon or block.marked or not _carries_content(line) or _names_a_company(line, known)):
        return known
    if colon and len(line) < _LONGEST_LEAD and (introduced := read_lead(line)):
        return introduced
    if block.marked and len(line) < 80:
        return UNKNOWN if line.lstrip().startswith("#") else before
    return None


def _names_a_company(line: str, known: Heading) -> bool:
    """True for "More about Hugging Face" or "Logistics": what looks like a skill is the company or the heading."""
    if known.section is Section.OTHER and len(line.split()) == 1:
        return True
    return known.section is Section.COMPANY and line[:60].lower().startswith(("about", "more about", "who is", "why "))


def _carries_content(line: str) -> bool:
    return any(map(str.isdigit, line)) or bool(find_skills(line))


def _inline(content: str, block: _Block, heading: Heading) -> tuple[Heading, int]:
    """The heading that stands before a colon on the same line, and where its content starts."""
    match = _INLINE.match(content, block.start, block.end)
    if match:
        own = read_heading(match.group(1))
        if own and not (block.bullet and own.section is Section.OTHER) and len(match.group(1).split()) <= 7:
            return own, match.end()
    return heading, block.start


def _sentences(content: str, start: int, end: int) -> Iterator[Span]:
    opened = start
    for match in _SENTENCE.finditer(content, start, end):
        if _SHORT_FORM.search(content, max(opened, match.start() - 8), match.start() + 1):
            continue
        yield from _spanned(content, opened, match.end())
        opened = match.end()
    yield from _spanned(content, opened, end)


def _spanned(content: str, start: int, end: int) -> Iterator[Span]:
    block = _trimmed(content, start, end, bullet=False, marked=False)
    if block:
        yield Span(block.start, block.end)


def _plain(line: str) -> str:
    return line.strip(_MARKUP)
