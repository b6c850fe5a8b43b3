"""Two ways in which people change what a profile holds: an entry taken out of it, a further profile joined to it.

Both leave every offset true. Skills, years, the degree and the remarks are counted anew from what is left, so that
what is taken out counts for nothing and what is joined counts once.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from matching.profile.facts import degree_of
from matching.profile.lines import Line
from matching.profile.passages import plain
from matching.profile.recount import recounted, reshown
from matching.profile.sections import Block
from matching.text import Mask, Span, mask
from matching.values import Field, Passage, Profile, Section, SkillShown

_ROW = re.compile(r"(\w+)\[(\d+)\](\..+)?")
_OF_ENTRIES = {"work": "work", "projects": "projects", "volunteer": "projects", "education": "education"}


def without_entry(profile: Profile, position: int, *, today: date) -> Profile:
    """The profile without one entry: its fields and passages are gone, and what only they showed is."""
    gone = profile.entries[position]
    section, row = _row_of(profile, position)
    left = replace(
        profile,
        entries=tuple(each for number, each in enumerate(profile.entries) if number != position),
        fields=tuple(_renumbered(profile.fields, section, partial(_closed, gone=row))),
        passages=tuple(_passages_without(profile.passages, position)),
    )
    degree = _degree_without(left) if gone.section is Section.EDUCATION else profile.degree
    return recounted(_skills_outside(left, (gone.span,), today=today), today=today, degree=degree)


def without_listed(profile: Profile, kind: str, name: str, *, today: date) -> Profile:
    """The profile without a certificate or publication of this name; what stands beside it in its passage stays."""
    rows = [each for each in profile.fields if re.fullmatch(rf"{kind}\[\d+\]\.name", each.name)]
    found = next((each for each in rows if _same(each.value, name)), None)
    if found is None:
        return profile
    match = _ROW.fullmatch(found.name)
    row = int(match[2]) if match else 0
    spans = tuple(each.span for each in profile.fields if each.name.startswith(f"{kind}[{row}].") and each.span)
    left = replace(
        profile,
        fields=tuple(_renumbered(profile.fields, kind, partial(_closed, gone=row))),
        passages=tuple(piece for each in profile.passages for piece in _around(each, spans, profile)),
    )
    return _skills_outside(left, spans, today=today)


def joined(profile: Profile, told: Profile, *, content: str, at: int, today: date) -> Profile:
    """One profile of both: `content` is the whole text, in which the text of `told` starts at `at`."""
    entries = (*profile.entries, *(replace(each, span=_moved(each.span, at)) for each in told.entries))
    whole = replace(
        profile,
        entries=entries,
        fields=(*_making_room(profile, told), *_numbered_after(profile, told, at)),
        passages=(*profile.passages, *(_passage(each, at, len(profile.entries)) for each in told.passages)),
        blind=mask(content, [*profile.blind.masks, *(_mask(each, at) for each in told.blind.masks)]),
        identity=(*profile.identity, *(_moved(each, at) for each in told.identity)),
    )
    shown = {each.skill: each for each in profile.skills}
    for each in told.skills:
        was = shown.get(each.skill)
        spans = (*(was.spans if was else ()), *(_moved(span, at) for span in each.spans))
        shown[each.skill] = reshown(replace(each, spans=spans), whole, today=today)
    order = ("", "bachelor", "master", "phd")
    degree = max(profile.degree, told.degree, key=order.index)
    return recounted(replace(whole, skills=tuple(shown.values())), today=today, degree=degree)


def _row_of(profile: Profile, position: int) -> tuple[str, int]:
    """The name under which an entry's fields go: by where they stand, else by its number in its section."""
    entry = profile.entries[position]
    votes: Counter[tuple[str, int]] = Counter()
    for each in profile.fields:
        match = _ROW.fullmatch(each.name)
        if match and each.span and _OF_ENTRIES.get(match[1]) == entry.section.value and entry.span.overlaps(each.span):
            votes[match[1], int(match[2])] += 1
    number = sum(each.section is entry.section for each in profile.entries[:position])
    return votes.most_common(1)[0][0] if votes else (entry.section.value, number)


def _closed(row: int, *, gone: int) -> int | None:
    return None if row == gone else row - (row > gone)


def _renumbered(fields: Sequence[Field], section: str, number: Callable[[int], int | None]) -> Iterator[Field]:
    """Fields of a section under new numbers; None drops a row."""
    for each in fields:
        match = _ROW.fullmatch(each.name)
        if match is None or match[1] != section:
            yield each
            continue
        row = number(int(match[2]))
        if row is not None:
            yield replace(each, name=f"{section}[{row}]{match[3] or ''}")


def _passages_without(passages: Sequence[Passage], position: int) -> Iterator[Passage]:
    for each in passages:
        if each.entry is None or each.entry < position:
            yield each
        elif each.entry > position:
            yield replace(each, entry=each.entry - 1)


def _around(passage: Passage, spans: Sequence[Span], profile: Profile) -> Iterator[Passage]:
    """What is left of a passage on both sides of what is taken out."""
    own = [each for each in spans if each.overlaps(passage.span)]
    if not own:
        yield passage
        return
    start, end = min(each.start for each in own), max(each.end for each in own)
    for left, right in ((passage.span.start, start), (end, passage.span.end)):
        if right <= left:
            continue
        span = Span(left, right)
        text = plain(profile.blind.masked(span).of(profile.blind.content))
        if sum(map(str.isalpha, text)) > 2:
            yield replace(passage, text=text, span=span)


def _skills_outside(profile: Profile, spans: Sequence[Span], *, today: date) -> Profile:
    skills: list[SkillShown] = []
    for each in profile.skills:
        kept = tuple(span for span in each.spans if not any(span.overlaps(gone) for gone in spans))
        if kept == each.spans:
            skills.append(each)
        elif kept:
            skills.append(reshown(replace(each, spans=kept), profile, today=today))
    return replace(profile, skills=tuple(skills))


def _degree_without(profile: Profile) -> str:
    """The highest degree that the entries that are left name."""
    titles = [each.title for each in profile.entries if each.section is Section.EDUCATION]
    lines = tuple(Line(0, 0, len(each), each, bullet=False) for each in titles)
    return degree_of("", (Block(Section.EDUCATION, None, lines),)) if lines else ""


def _first_row(profile: Profile, section: str) -> int:
    """The number that the next row of a section gets: entries count theirs, lists count their fields."""
    entries = sum(each.section.value == section for each in profile.entries)
    if section in _OF_ENTRIES:
        return entries
    rows = [int(match[2]) for each in profile.fields if (match := _ROW.fullmatch(each.name)) and match[1] == section]
    return max(rows, default=-1) + 1


def _making_room(profile: Profile, told: Profile) -> tuple[Field, ...]:
    """The fields of a profile, with those that no entry owns moved behind the entries that come."""
    fields: tuple[Field, ...] = profile.fields
    for section in dict.fromkeys(each.section.value for each in told.entries):
        first = _first_row(profile, section)
        more = sum(each.section.value == section for each in told.entries)
        fields = tuple(_renumbered(fields, section, partial(_opened, first=first, more=more)))
    return fields


def _opened(row: int, *, first: int, more: int) -> int:
    return row + more if row >= first else row


def _numbered_after(profile: Profile, told: Profile, at: int) -> Iterator[Field]:
    for each in told.fields:
        match = _ROW.fullmatch(each.name)
        if match and each.span:
            row = int(match[2]) + _first_row(profile, match[1])
            yield replace(each, name=f"{match[1]}[{row}]{match[3] or ''}", span=_moved(each.span, at))


def _passage(passage: Passage, at: int, entries: int) -> Passage:
    entry = passage.entry + entries if passage.entry is not None else None
    return replace(passage, span=_moved(passage.span, at), entry=entry)


def _mask(one: Mask, at: int) -> Mask:
    return replace(one, span=_moved(one.span, at))


def _moved(span: Span, at: int) -> Span:
    return Span(span.start + at, span.end + at)


def _same(one: str, two: str) -> bool:
    return " ".join(one.casefold().split()) == " ".join(two.casefold().split())
