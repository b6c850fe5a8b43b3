"""A resume's text becomes a profile: the blind text first, then everything else from it.

Sections, entries, passages, skills, years, languages and place are read from the blind text and led back to the
original offsets, so that nothing which reaches the ranking can have seen a name. Only `fields`, for the person's
own page and for a recruiter after the reveal, hold original values; entries are blind, and degrees carry no dates.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from matching.profile.blind import Blinded, blind
from matching.profile.dates import union_years
from matching.profile.entries import Draft, read_entries
from matching.profile.facts import degree_of, place_of, wishes_of
from matching.profile.fields import read_fields
from matching.profile.flags import flags_of
from matching.profile.languages import languages_of
from matching.profile.lines import split_lines
from matching.profile.links import with_links
from matching.profile.passages import plain, split_passages
from matching.profile.permission import permission_of
from matching.profile.sections import Block, split_sections
from matching.profile.stated import Stated
from matching.profile.strengths import Place, skills_shown
from matching.profile.sureness import as_sure
from matching.text import Span, Text
from matching.values import Entry, Field, Passage, Profile, Section, SkillShown


@dataclass(frozen=True, slots=True)
class Reading:
    """The parts of a blind resume before they become a profile; all offsets are blind."""

    blinded: Blinded
    blocks: tuple[Block, ...]
    drafts: tuple[Draft, ...]


def read_profile(text: Text, *, today: date, stated: Sequence[Field] = (), known: Sequence[Field] = ()) -> Profile:
    """Read a resume. `today` closes open dates. Never raises; what is not stated is absent, never guessed.

    `stated` are values that a structured file or a person names; each stands above what is read under its name.
    `known` is what is on file about who the person is: it is cut wherever it stands, and says nothing else.
    """
    blinded = blind(text.content, stated=stated, known=known)
    told = Stated(text.content, blinded, tuple(stated))
    content = blinded.text.content
    blocks, drafts = _parted(content, told)
    reading = Reading(blinded, blocks, drafts)
    entries = told.entries([_entry(content, draft, blinded, today) for draft in drafts], drafts)
    passages, places = _passages(reading, entries, today)
    town, country = told.place(*place_of(content, blocks)[:2])
    remote, relocation = wishes_of(content)
    return Profile(
        fields=told.values(
            with_links(
                as_sure(tuple(read_fields(text.content, blinded, blocks, drafts)), text.boxes),
                text.links,
                header_end=_header_end(reading),
            )
        ),
        entries=entries,
        skills=_skills(places, blinded, today),
        languages=told.languages(
            [replace(each, span=blinded.text.original(each.span)) for each in languages_of(content, blocks)]
        ),
        passages=passages,
        blind=blinded.text,
        identity=blinded.identity,
        years=union_years([span for draft in drafts if (span := _interval(draft, today))]),
        degree=told.degree(degree_of(content, blocks)),
        place=town,
        country=country,
        remote=remote,
        relocation=relocation,
        authorisation=told.authorisation(permission_of(content)),
        flags=tuple(dict.fromkeys(flags_of(entries, content, today=today))),
    )


def _parted(content: str, told: Stated) -> tuple[tuple[Block, ...], tuple[Draft, ...]]:
    """The sections and entries: as stated where the places of sections are stated, else as read and then corrected."""
    lines = split_lines(content)
    blocks = told.blocks(lines)
    if blocks:
        return blocks, told.drafts(lines)
    blocks = split_sections(lines)
    return blocks, told.corrected([draft for block in blocks for draft in read_entries(content, block)])


def _header_end(reading: Reading) -> int:
    first = reading.blocks[0] if reading.blocks else None
    if first is None or first.section is not Section.HEADER or not first.lines:
        return 0
    return reading.blinded.text.original(Span(first.lines[0].start, first.lines[-1].end)).end


def _entry(content: str, draft: Draft, blinded: Blinded, today: date) -> Entry:
    dates = draft.dates
    return Entry(
        section=draft.section,
        title=_text(content, draft.head.title),
        organisation=_text(content, draft.head.organisation),
        start=dates.start if dates else None,
        end=dates.end if dates and not dates.current else None,
        current=bool(dates and (dates.current or (dates.end and dates.end > today))),
        span=blinded.text.original(draft.span),
        location=_text(content, draft.head.location),
    )


def _text(content: str, span: Span | None) -> str:
    return plain(span.of(content)) if span else ""


def _interval(draft: Draft, today: date) -> tuple[date, date] | None:
    if draft.section is not Section.WORK or draft.dates is None:
        return None
    return draft.dates.interval(today)


def _passages(reading: Reading, entries: Sequence[Entry], today: date) -> tuple[tuple[Passage, ...], tuple[Place, ...]]:
    """What is told below the header; a text that is nothing but a header (a headline, one line) is told by it."""
    told = _told(reading, [each for each in reading.blocks if each.section is not Section.HEADER], entries, today)
    if told[0]:
        return told
    header = [each for each in reading.blocks if each.section is Section.HEADER]
    passages, places = _told(reading, header, entries, today)
    return passages, (*told[1], *places)


def _told(
    reading: Reading, blocks: Sequence[Block], entries: Sequence[Entry], today: date
) -> tuple[tuple[Passage, ...], tuple[Place, ...]]:
    passages: list[Passage] = []
    places: list[Place] = []
    content = reading.blinded.text.content
    numbers = {draft.head_lines[0].start: number for number, draft in enumerate(reading.drafts)}
    for block in blocks:
        section = Section.OTHER if block.section is Section.HEADER else block.section
        for lines, draft in _runs(block, reading.drafts):
            number = numbers[draft.head_lines[0].start] if draft else None
            interval = _interval(draft, today) if draft else None
            context = entries[number].title if number is not None else ""
            if draft and draft.head.title:
                places.append(Place(draft.head.title.of(content), draft.head.title.start, draft.section, interval))
            for piece in split_passages(content, lines, block.section):
                span = reading.blinded.text.original(piece.span)
                passages.append(Passage(piece.text, span, section, number, context))
                places.append(Place(piece.span.of(content), piece.span.start, section, interval))
    return tuple(passages), tuple(places)


def _runs(block: Block, drafts: Sequence[Draft]) -> Iterator[tuple[tuple, Draft | None]]:  # type: ignore[type-arg]
    within = Span(block.lines[0].start, block.lines[-1].end) if block.lines else Span(0, 0)
    own = [draft for draft in drafts if within.start <= draft.head_lines[0].start < within.end]
    first = own[0].head_lines[0] if own else None
    before = block.lines[: block.lines.index(first)] if first else block.lines
    yield before, None
    for draft in own:
        # A degree's head is what there is to say about it; a job's head is context of its lines.
        # A project of one line is told in that line.
        told = draft.section is Section.PROJECTS and len(draft.head_lines) == 1 and draft.head_lines[0].words > 8
        whole = draft.section is Section.EDUCATION or not draft.body or told
        yield (*draft.head_lines, *draft.body) if whole else draft.body, draft


def _skills(places: Sequence[Place], blinded: Blinded, today: date) -> tuple[SkillShown, ...]:
    return tuple(
        replace(each, spans=tuple(blinded.text.original(span) for span in spans))
        for each, spans in skills_shown(places, today=today)
    )
