# ruff: noqa: RUF001
"""Typed fields with their places, named as JSON Resume names them, read from the original text.

They are for the person's own page and for a recruiter after the reveal; no ranking reads them. Confidence is 0.95
for what has an unmistakable shape (an e-mail), 0.8 for what stands where it is usual, 0.6 for the rest.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from matching.profile.blind import Blinded
from matching.profile.dates import DateRange, find_dates
from matching.profile.entries import Draft
from matching.profile.facts import languages_of, place_of
from matching.profile.heads import names_title
from matching.profile.passages import plain
from matching.profile.sections import Block
from matching.text import Span
from matching.values import Field, Section

_SURE, _USUAL, _LIKELY = 0.95, 0.8, 0.6
_STUDY = re.compile(r"\b(?:in|of)\s+((?:[A-Z][\w&-]+|and|of|with|&)(?:[ ](?:[A-Z][\w&-]+|and|of|with|&))*)")
_DEGREE = re.compile(
    r"\b(?:Ph\.?\s?D|D\.?Phil|Doctor\w*|Master\w*(?:\s+of\s+[A-Z]\w+)?|Bachelor\w*(?:\s+of\s+[A-Z]\w+)?|M\.?Sc|B\.?Sc|M\.?Eng|B\.?Eng|"
    r"M\.?B\.?A|B\.?Tech|M\.?Tech|M\.?S|B\.?S|M\.?A|B\.?A|Diploma|Associate\w*|High\s+School\s+Diploma|GED|Certificate)(?:\b|(?<=\.))\.?"
)


def read_fields(original: str, blinded: Blinded, blocks: Sequence[Block], drafts: Sequence[Draft]) -> Iterator[Field]:
    """Every field that the resume states, in the order of JSON Resume."""
    yield from _basics(original, blinded, blocks)
    yield from _work(original, blinded, drafts)
    yield from _education(original, blinded, drafts)
    yield from _listed(original, blinded, blocks)
    for row, each in enumerate(languages_of(blinded.text.content, blocks)):
        span = blinded.text.original(each.span)
        yield Field(f"languages[{row}].language", each.name, span, _SURE)
        if each.level:
            yield Field(f"languages[{row}].fluency", each.level, span, _USUAL)


def _basics(original: str, blinded: Blinded, blocks: Sequence[Block]) -> Iterator[Field]:
    if blinded.name_span:
        yield Field("basics.name", plain(blinded.name), blinded.name_span, _USUAL)
    yield from _contact(original, blinded)
    town, country, place = place_of(blinded.text.content, blocks)
    span = blinded.text.original(place) if place else None
    if town:
        yield Field("basics.location.city", town, span, _USUAL)
    if country:
        yield Field("basics.location.countryCode", country, span, _USUAL)
    label = _label(blinded, blocks)
    if label:
        yield _field("basics.label", original, blinded, label, _LIKELY)
    summary = next((b.lines for b in blocks if b.section is Section.SUMMARY and b.lines), ())
    if summary:
        yield _field("basics.summary", original, blinded, Span(summary[0].start, summary[-1].end), _USUAL)


def _contact(original: str, blinded: Blinded) -> Iterator[Field]:
    seen: set[str] = set()
    links = 0
    for each in blinded.text.masks:
        value = plain(each.span.of(original))
        if each.placeholder == "[link]" and value not in seen:
            seen.add(value)
            yield Field(f"basics.profiles[{links}].url", value, each.span, _SURE)
            links += 1
        elif each.placeholder in {"[email]", "[phone]"} and each.placeholder not in seen:
            seen.add(each.placeholder)
            yield Field(f"basics.{each.placeholder[1:-1]}", value, each.span, _SURE)


def _label(blinded: Blinded, blocks: Sequence[Block]) -> Span | None:
    lines = blocks[0].lines[:8] if blocks and blocks[0].section is Section.HEADER else ()
    for line in lines:
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
            if draft.dates:
                yield from _dates(f"{name}[{row}]", draft.dates, blinded.text.original(draft.dates.span))


def _parts(draft: Draft) -> tuple[tuple[str, Span | None], ...]:
    head = draft.head
    if draft.section is Section.PROJECTS:
        return ("name", head.title or head.organisation), ("location", head.location)
    return ("name", head.organisation), ("position", head.title), ("location", head.location)


def _dates(name: str, dates: DateRange, span: Span) -> Iterator[Field]:
    for key, day in (("startDate", dates.start), ("endDate", None if dates.current else dates.end)):
        if day:
            yield Field(f"{name}.{key}", _written(day, months=dates.months), span, _SURE if dates.months else _USUAL)


def _written(day: date, *, months: bool) -> str:
    return f"{day:%Y-%m}" if months else f"{day:%Y}"


def _education(original: str, blinded: Blinded, drafts: Sequence[Draft]) -> Iterator[Field]:
    for row, draft in enumerate(each for each in drafts if each.section is Section.EDUCATION):
        whole = blinded.text.original(draft.span)
        name = f"education[{row}]"
        cuts = [each for each in blinded.text.masks if whole.start <= each.span.start and each.span.end <= whole.end]
        school = next((each.span for each in cuts if each.placeholder == "[school]"), None)
        if school:
            yield Field(f"{name}.institution", plain(school.of(original)), school, _USUAL)
        degree = _DEGREE.search(original, whole.start, whole.end)
        if degree:
            yield Field(f"{name}.studyType", plain(degree[0]), Span(*degree.span()), _USUAL)
            area = _STUDY.search(original, degree.end() - 12, whole.end)
            if area:
                yield Field(f"{name}.area", plain(area[1]), Span(*area.span(1)), _LIKELY)
        years = [each.span for each in cuts if each.placeholder == "[year]"]
        if years:
            last = Span(years[0].start, years[-1].end)
            dates = find_dates(last.of(original))
            if dates and dates[-1].end:
                yield Field(f"{name}.endDate", _written(dates[-1].end, months=dates[-1].months), last, _USUAL)


def _listed(original: str, blinded: Blinded, blocks: Sequence[Block]) -> Iterator[Field]:
    for section in (Section.SKILLS, Section.CERTIFICATES, Section.PUBLICATIONS):
        lines = [line for block in blocks if block.section is section for line in block.lines]
        spans = [span for line in lines for span in _pieces(line.start, line.text, split=section is Section.SKILLS)]
        for row, span in enumerate(spans):
            yield _field(f"{section.value}[{row}].name", original, blinded, span, _USUAL)


def _pieces(start: int, text: str, *, split: bool) -> Iterator[Span]:
    pattern = r"[^,;|•·:]+(?:\([^)]*\))?" if split else r".+"
    for match in re.finditer(pattern, text):
        bare = match[0].strip()
        if bare and len(bare.split()) <= (6 if split else 60):
            lead = start + match.start() + match[0].index(bare)
            yield Span(lead, lead + len(bare))


def _field(name: str, original: str, blinded: Blinded, span: Span, confidence: float) -> Field:
    place = blinded.text.original(span)
    return Field(name, plain(place.of(original)), place, confidence)
