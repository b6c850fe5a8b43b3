"""Sections of a resume by their headings, in the wordings people use.

Headings stand in `words/headings.toml` and are compared without spaces, signs and case, so that "W O R K", "Work:"
and the glued "WorkHistory" of some PDF producers are found. Where no heading stands, prose before the first dated
entry is the summary and what follows is work.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import takewhile
from pathlib import Path

from matching.profile.columns import columns_of
from matching.profile.dates import find_ranges
from matching.profile.heads import names_title
from matching.profile.lines import Line
from matching.profile.permission import tells_permission
from matching.values import Section

_WORDINGS: Mapping[str, str] = tomllib.loads((Path(__file__).parent / "words" / "headings.toml").read_text("utf-8"))
_KEYWORDS: tuple[tuple[str, Section], ...] = (
    ("publications", Section.PUBLICATIONS),
    ("certification", Section.CERTIFICATES),
    ("project", Section.PROJECTS),
    ("education", Section.EDUCATION),
    ("experience", Section.WORK),
    ("employment", Section.WORK),
    ("history", Section.WORK),
    ("skills", Section.SKILLS),
    ("technologies", Section.SKILLS),
    ("summary", Section.SUMMARY),
    ("profile", Section.SUMMARY),
    ("languages", Section.LANGUAGES),
    ("awards", Section.OTHER),
)
_HEADINGS = {
    re.sub(r"[\W\d_]", "", wording): Section(section)
    for section, wordings in _WORDINGS.items()
    for wording in wordings.split("|")
}
_QUALIFIED = re.compile(
    r"^\W*(?:sample|selected|recent|key|main|major|notable|relevant|other|further|additional|prior|previous|current|my|full)\s+"
)
_LABEL = re.compile(r"([A-Z][A-Za-z&/ ]{2,40}?)\s*:\s+\S")
_CONTACT = re.compile(r"\[(?:name|email|phone|link|address|postcode|personal)\]")
_STUDIES = re.compile(
    r"\b(?:diploma|degree|bachelor|master|b\.?sc|m\.?sc|ph\.?d|university|college)\b|\[school\]", re.IGNORECASE
)
_DEGREE = re.compile(
    r"(?:b\.?sc|m\.?sc|ph\.?d|bachelor|master|b\.?tech|m\.?tech|licentiate|b\.?eng|m\.?eng)\b", re.IGNORECASE
)
_STICKY = (Section.WORK, Section.PROJECTS, Section.SKILLS, Section.EDUCATION, Section.PUBLICATIONS)


@dataclass(frozen=True, slots=True)
class Block:
    """The lines of one section between two headings; `heading` is None before the first.

    `columns` are the kinds of the columns of its table, whose naming row is no line of it.
    """

    section: Section
    heading: Line | None
    lines: tuple[Line, ...]
    columns: tuple[str, ...] = ()


@lru_cache(maxsize=64)  # lone lines look ahead for the next heading, so each line is asked about again and again
def heading_of(line: Line) -> Section | None:
    """The section that this line opens, or None when it is not a heading."""
    if line.words > 12 or len(line.text) > 60 or line.text.endswith((".", ",", ";")) or "[" in line.text:
        return None
    if re.search(r",\s*\d", line.text):
        return None
    text = re.sub(r"&", " and ", line.text)
    key = re.sub(r"[\W\d_]", "", text.lower())
    if key in _HEADINGS and not (line.bullet and line.text[0].islower() and line.text[-1].isalnum()):
        return _HEADINGS[key]
    plain = _QUALIFIED.sub("", text.lower())
    if plain != text.lower() and re.sub(r"[\W\d_]", "", plain) in _HEADINGS and line.words <= 4:
        return _HEADINGS[re.sub(r"[\W\d_]", "", plain)]
    shouted = line.text.isupper() or line.text.endswith(":")
    if shouted and 1 < line.words <= 5 and not re.search(r"\d", line.text):
        return next((section for word, section in _KEYWORDS if key.endswith(word)), None)
    return None


def split_sections(lines: Sequence[Line]) -> tuple[Block, ...]:
    """Blocks in order; the first is the header. Lines that are headings belong to no block's `lines`."""
    blocks: list[Block] = []
    section, heading, held = Section.HEADER, None, list[Line]()
    for row, line in enumerate(lines):
        opened = (
            None
            if _is_group(lines, row, section, heading)
            else _by_content(heading_of(line), lines[row + 1 : row + 4]) or _unknown(lines, row, section)
        )
        labelled = None if opened else _labelled(line, section)
        if opened is None and labelled is None:
            held.append(line)
            continue
        blocks.append(Block(section, heading, tuple(held)))
        if opened is None and labelled and section is Section.SKILLS:
            # One line of a list of skills ("Certifications: …"); what comes after it are skills again.
            blocks.append(Block(labelled, None, (line,)))
            heading, held = None, []
            continue
        section, heading = opened or labelled or section, line if opened else None
        held = [] if opened else [line]
    blocks.append(Block(section, heading, tuple(held)))
    parts = (part for block in blocks for part in _without_prose(_tabled(block)))
    return tuple(part for part in parts if part.lines or part.heading)


def _tabled(block: Block) -> Block:
    """The block without the rows that name the columns of its table."""
    named = {row: columns for row in range(len(block.lines)) if (columns := columns_of(block.lines, row))}
    if not named:
        return block
    lines = tuple(line for row, line in enumerate(block.lines) if row not in named)
    return replace(block, lines=lines, columns=next(iter(named.values())))


def _is_group(lines: Sequence[Line], row: int, section: Section, heading: Line | None) -> bool:
    """True for the name of a group of skills ("Training") that stands close, where headings stand apart."""
    if section is not Section.SKILLS or heading is None or row < 2 or lines[row].text.isupper():
        return False
    below = lines[row + 1] if row + 1 < len(lines) else None
    if lines[row].bullet and not heading.bullet and below and "," in below.text and not find_ranges(below.text):
        return True
    before = next((each.number for each in reversed(lines[:row]) if each.number < heading.number), 0)
    above = lines[row - 1]
    close = above is heading or (above.bullet and lines[row].number == above.number + 1)
    return heading.number > before + 1 and below is not None and below.bullet and close


def _by_content(opened: Section | None, below: Sequence[Line]) -> Section | None:
    """Degrees under "Training" or "Qualifications" are education, unless a heading of their own stands between."""
    own = takewhile(lambda line: heading_of(line) is None, below)
    if opened in {Section.CERTIFICATES, Section.SKILLS} and any(_DEGREE.match(line.text) for line in own):
        return Section.EDUCATION
    return opened


def _unknown(lines: Sequence[Line], row: int, current: Section) -> Section | None:
    """What a lone short line opens that is in no table, judged by what stands below it until the next heading."""
    line, above = lines[row], lines[row - 1] if row else None
    alone = above is not None and line.number > above.number + 1
    if not alone or current in {Section.WORK, Section.EDUCATION, Section.PROJECTS} or not _short(line):
        return None
    below = list(takewhile(lambda each: heading_of(each) is None, lines[row + 1 : row + 12]))
    spread = bool(below) and below[0].number > line.number + 1
    if not (spread or line.text.isupper()) or names_title(line.text):
        return None
    if any(find_ranges(each.text) for each in below[:5]):
        return Section.EDUCATION if any(_STUDIES.search(each.text) for each in below[:3]) else Section.WORK
    return (
        Section.OTHER
        if current not in {Section.HEADER, Section.SUMMARY, Section.OTHER} and line.text.isupper()
        else None
    )


def _short(line: Line) -> bool:
    return line.words <= 4 and not line.bullet and re.search(r"[\d\[@:.,|]", line.text) is None


def _labelled(line: Line, current: Section) -> Section | None:
    match = _LABEL.match(line.text)
    if not match or (current in _STICKY and current is not Section.SKILLS):
        return None
    found = _HEADINGS.get(re.sub(r"[^a-z]", "", match[1].replace("&", "and").lower()))
    if current is Section.SKILLS:
        return found if found is Section.CERTIFICATES and re.search("certif|licen", match[1], re.IGNORECASE) else None
    return None if found is Section.LANGUAGES and re.search(r"C\+\+|Python|Java|SQL|\bC\b", line.text) else found


def _without_prose(block: Block) -> tuple[Block, ...]:
    """Part the header's real lines from a summary, and from jobs, that stand under no heading."""
    if block.section is not Section.HEADER:
        return (block,)
    cut = next((i for i, line in enumerate(block.lines) if _is_prose(line)), len(block.lines))
    work = next((i for i, line in enumerate(block.lines) if i and find_ranges(line.text)), len(block.lines))
    cut = min(cut, work)
    # The title and employer above a first date belong to the job, not to the header.
    lead = work if cut < work else max(1, work - 1) if work < len(block.lines) else work
    cut = min(cut, lead)
    parts = (
        Block(Section.HEADER, None, block.lines[:cut]),
        Block(Section.SUMMARY, None, block.lines[cut:lead]),
        Block(Section.WORK, None, block.lines[lead:], block.columns),
    )
    return tuple(part for part in parts if part.lines)


def _is_prose(line: Line) -> bool:
    lower = sum(word[0].islower() for word in line.text.split())
    return line.words >= 9 and lower >= 4 and not _CONTACT.search(line.text) and not tells_permission(line.text)
