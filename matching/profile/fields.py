# ruff: noqa: RUF001
"""Typed fields with their places, named as JSON Resume names them, read from the original text.

They are for the person's own page and for a recruiter after the reveal; no ranking reads them. Confidence is 0.95
for what has an unmistakable shape (an e-mail), 0.8 for what stands where it is usual, 0.6 for the rest.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from matching.profile.blind import Blinded
from matching.profile.certificates import read_certificates
from matching.profile.contacts import address_in
from matching.profile.dates import DateRange
from matching.profile.degrees import read_degrees
from matching.profile.entries import Draft
from matching.profile.facts import place_of
from matching.profile.heads import names_title
from matching.profile.labels import opens_references
from matching.profile.languages import languages_of, names_language
from matching.profile.lines import Line, split_lines
from matching.profile.listed import read_publications, read_skills
from matching.profile.passages import plain
from matching.profile.permission import find_permission, permission_fields, permission_of
from matching.profile.sections import Block
from matching.text import Span
from matching.values import Field, Section

_STORY = (Section.SUMMARY, Section.WORK)
_SURE, _USUAL, _LIKELY = 0.95, 0.8, 0.6


def read_fields(original: str, blinded: Blinded, blocks: Sequence[Block], drafts: Sequence[Draft]) -> Iterator[Field]:
    """Every field that the resume states, in the order of JSON Resume."""
    yield from _basics(original, blinded, blocks)
    yield from _work(original, blinded, drafts)
    yield from _education(original, blinded, blocks)
    yield from _listed(original, blinded, blocks)
    for row, each in enumerate(languages_of(blinded.text.content, blocks)):
        span = blinded.text.original(each.span)
        yield Field(f"languages[{row}].language", each.name, span, _SURE)
        if each.level:
            yield Field(f"languages[{row}].fluency", each.level, span, _USUAL)


def _basics(original: str, blinded: Blinded, blocks: Sequence[Block]) -> Iterator[Field]:
    if blinded.name_span:
        yield Field("basics.name", plain(blinded.name), blinded.name_span, _USUAL)
    yield from _contact(original, blinded, blocks)
    town, country, place = place_of(blinded.text.content, blocks)
    span = blinded.text.original(place) if place else None
    if town and span:
        start = span.start + original[span.start : span.end].index(town)
        yield Field("basics.location.city", town, Span(start, start + len(town)), _USUAL)
    if country:
        yield Field("basics.location.countryCode", country, span, _USUAL)
    label = _label(blocks)
    if label:
        yield _field("basics.label", original, blinded, label, _LIKELY)
    yield from _permission(original, blinded)
    summary = next((b.lines for b in blocks if b.section is Section.SUMMARY and b.lines), ())
    if summary:
        yield _field("basics.summary", original, blinded, Span(summary[0].start, summary[-1].end), _USUAL)


def _permission(original: str, blinded: Blinded) -> Iterator[Field]:
    """The right to work in the words of the resume, and the facts that the blind text says."""
    place = find_permission(blinded.text.content)
    if place is None:
        return
    yield _field("authorisation", original, blinded, place, _USUAL)
    yield from permission_fields(permission_of(blinded.text.content), blinded.text.original(place), _USUAL)


def _contact(original: str, blinded: Blinded, blocks: Sequence[Block]) -> Iterator[Field]:
    """Links, and the first e-mail and phone that do not stand in a story: those are of somebody else."""
    stories = _stories(blinded, blocks)
    seen: set[str] = set()
    links = 0
    for each in blinded.text.masks:
        value = plain(each.span.of(original))
        value = value.replace(" ", "") if each.placeholder == "[link]" else value
        if each.placeholder == "[link]" and value not in seen:
            seen.add(value)
            yield Field(f"basics.profiles[{links}].url", value, each.span, _SURE)
            links += 1
        elif any(each.span.overlaps(story) for story in stories):
            continue
        elif each.placeholder in {"[email]", "[phone]"} and each.placeholder not in seen:
            seen.add(each.placeholder)
            value = address_in(value) if each.placeholder == "[email]" else value
            yield Field(f"basics.{each.placeholder[1:-1]}", value, each.span, _SURE)


def _stories(blinded: Blinded, blocks: Sequence[Block]) -> list[Span]:
    """Lines that speak of others: jobs, projects and publications, and everything about referees."""
    told = (Section.WORK, Section.PROJECTS, Section.PUBLICATIONS)
    lines: list[Line] = []
    for block in blocks:
        referees = block.heading is not None and opens_references(block.heading.text)
        for line in block.lines:
            referees = referees or opens_references(line.text)
            if referees or (block.section in told and line.words > 2):
                lines.append(line)
    return [blinded.text.original(Span(line.start, line.end)) for line in lines]


def _label(blocks: Sequence[Block]) -> Span | None:
    header = blocks[0].lines[:8] if blocks and blocks[0].section is Section.HEADER else ()
    # In a page of two columns the label heads the main one, after everything that stands at the side.
    heads = [above.lines[-1] for above, block in pairwise(blocks) if block.section in _STORY and above.lines]
    for line in (*header, *(line for line in heads[:1] if not line.bullet and line.words <= 8)):
        for piece in re.finditer(r"[^|•·\t\[\]]+", line.text):
            bare = piece[0].strip(" ,-–—")
            if bare and names_title(bare):
                start = line.start + piece.start() + piece[0].index(bare)
                return Span(start, start + len(bare))
    return None


def _work(original: str, blinded: Blinded, drafts: Sequence[Draft]) -> Iterator[Field]:
    for section, name in ((Section.WORK, "work"), (Section.PROJECTS, "projects")):
        for row, draft in enumerate(each for each in drafts if each.section is section):
            for key, span in _parts(draft):
                if span:
                    yield _field(f"{name}[{row}].{key}", original, blinded, span, _LIKELY)
            if section is Section.PROJECTS:
                yield from _address(f"{name}[{row}]", original, blinded, draft)
            if draft.dates:
                yield from _dates(f"{name}[{row}]", draft.dates, blinded.text.original(draft.dates.span))


def _address(name: str, original: str, blinded: Blinded, draft: Draft) -> Iterator[Field]:
    """Where a project can be seen."""
    within = blinded.text.original(draft.span)
    links = (each.span for each in blinded.text.masks if each.placeholder == "[link]" and each.span.overlaps(within))
    first = next(links, None)
    if first:
        yield Field(f"{name}.url", plain(first.of(original)).replace(" ", ""), first, _SURE)


def _parts(draft: Draft) -> tuple[tuple[str, Span | None], ...]:
    head = draft.head
    if draft.section is Section.PROJECTS:
        return ("name", head.title or head.organisation), ("location", head.location)
    return ("name", head.organisation), ("position", head.title), ("location", head.location)


def _dates(name: str, dates: DateRange, span: Span) -> Iterator[Field]:
    for key, day, exact in (
        ("startDate", dates.written_start, dates.start_month),
        ("endDate", dates.written_end, dates.end_month),
    ):
        if day:
            yield Field(f"{name}.{key}", day, span, _SURE if exact else _USUAL)


def _education(original: str, blinded: Blinded, blocks: Sequence[Block]) -> Iterator[Field]:
    row = 0
    for block in blocks:
        if block.section is not Section.EDUCATION or not block.lines:
            continue
        for degree in read_degrees(original, _restored(original, blinded, block)):
            parts = (("institution", degree.school), ("studyType", degree.study), ("area", degree.area))
            for key, span in parts:
                if span:
                    confidence = _LIKELY if key == "area" else _USUAL
                    yield Field(f"education[{row}].{key}", plain(span.of(original)), span, confidence)
            if degree.dates:
                yield from _dates(f"education[{row}]", _from_one(degree.dates), degree.dates.span)
            row += 1


def _from_one(dates: DateRange) -> DateRange:
    """A lone date of a degree is when it was awarded."""
    alone = dates.written_start == dates.written_end and not dates.current
    return replace(dates, start=None) if alone else dates


def _restored(original: str, blinded: Blinded, block: Block) -> Block:
    """The block with lines of the original text."""
    span = blinded.text.original(Span(block.lines[0].start, block.lines[-1].end))
    lead = len(original[: span.start]) - len(original[: span.start].rstrip(" \t\u00a0•-–*"))
    lines = split_lines(original[span.start - lead : span.end])
    moved = (replace(each, start=each.start + span.start - lead, end=each.end + span.start - lead) for each in lines)
    return Block(block.section, None, tuple(moved))


def _listed(original: str, blinded: Blinded, blocks: Sequence[Block]) -> Iterator[Field]:
    # The label of a page of two columns may stand at the foot of the side column.
    label = _label(blocks) or Span(0, 0)
    yield from _skills(original, blinded, blocks, label)
    content = blinded.text.content
    certificates = [
        each for lines in _lines(blocks, Section.CERTIFICATES) for each in read_certificates(content, lines)
    ]
    for row, each in enumerate(each for each in certificates if not each.name.overlaps(label)):
        yield _field(f"certificates[{row}].name", original, blinded, each.name, _USUAL)
        if each.issuer:
            yield _field(f"certificates[{row}].issuer", original, blinded, each.issuer, _LIKELY)
        if each.date:
            yield Field(f"certificates[{row}].date", each.written, blinded.text.original(each.date), _USUAL)
    papers = [each for lines in _lines(blocks, Section.PUBLICATIONS) for each in read_publications(content, lines)]
    for row, paper in enumerate(each for each in papers if not each.name.overlaps(label)):
        yield _field(f"publications[{row}].name", original, blinded, paper.name, _USUAL)
        if paper.date:
            yield Field(f"publications[{row}].releaseDate", paper.written, blinded.text.original(paper.date), _USUAL)


def _skills(original: str, blinded: Blinded, blocks: Sequence[Block], label: Span) -> Iterator[Field]:
    """Skills with their ratings; a language that is spoken is none, also in a list of skills."""
    content = blinded.text.content
    apart = [label, *(each.span for each in languages_of(content, blocks))]
    listed = [
        each
        for block in blocks
        if block.section is Section.SKILLS and block.lines
        for each in read_skills(content, block.lines, block.columns)
    ]
    kept = [each for each in listed if not names_language(each.name.of(content))]
    for row, skill in enumerate(each for each in kept if not any(each.name.overlaps(other) for other in apart)):
        name = _field(f"skills[{row}].name", original, blinded, skill.name, _USUAL)
        yield name
        yield from (
            Field(f"skills[{row}].{key}", value, name.span, _USUAL)
            for key, value in (("level", skill.level), ("years", skill.years))
            if value
        )


def _lines(blocks: Sequence[Block], section: Section) -> Iterator[Sequence[Line]]:
    return (block.lines for block in blocks if block.section is section and block.lines)


def _field(name: str, original: str, blinded: Blinded, span: Span, confidence: float) -> Field:
    place = blinded.text.original(span)
    return Field(name, plain(place.of(original)), place, confidence)
