"""From units to requirements: what the company asks for, once each, in the order of the posting.

Explicit requirements come first. An ad that states none (a third of those on Hacker News) still describes work, so
its duties are read as the experience that they need, and at the very least its title is.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from matching.requirements.cues import asks, asks_there, elsewhere, priority_of, tells_of_us
from matching.requirements.headings import Heading
from matching.requirements.kinds import SOFT, any_of, choices_of, kind_of, value_of
from matching.requirements.lines import UNKNOWN, Unit
from matching.requirements.splitting import DEGREE, has_ladder, split
from matching.requirements.waived import asked_parts, waives
from matching.requirements.years import read_years
from matching.skills import find_skills
from matching.text import Span
from matching.values import Kind, Priority, Requirement, Section

_USUAL = 14
_FEW = 3
_DERIVED = 6
_CLOSED = frozenset({Section.BENEFITS, Section.LEGAL})
_CLAUSE = re.compile(r"[,;]|\b(?:and|with|plus)\b", re.IGNORECASE)
_CHATTER = re.compile(
    r"^\W*(?:don['\u2019]t|what |why |how |who |hi\b|hello|thanks|please|note|see |read |check |"
    r"learn more|yes|no\b)|[!?]\W*$",
    re.IGNORECASE,
)
_LABEL_LINE = re.compile(
    r":$|(?:.*?(?: \| | [-\u2013\u2014] )){2}|^.{0,140}(?: \| | [-\u2013\u2014] ).{0,60}https?://", re.DOTALL
)
_LEAST_LETTERS = 4
_UNWANTED = re.compile(r"no (?!problem|fear|trouble|less|fewer)[a-z]|[^.;,]{2,60} need not apply\b", re.IGNORECASE)
_NEAR = 12
_LISTED = Heading(Section.REQUIREMENTS, Priority.MUST)


def read_requirements(
    content: str, units: Sequence[Unit], *, refused: Sequence[Span], title: str, title_span: Span | None
) -> tuple[Requirement, ...]:
    """The requirements of a posting, in its order; at least one for any posting that says anything.

    Nothing that overlaps one of the `refused` spans is ever asked for.
    """
    stated = _unique(_alternatives(content, [each for unit in _promoted(units) for each in _stated(unit, refused)]))
    if not any(each.priority is not Priority.AVOID for each in stated):
        return _unique([*_derived(units, refused, Priority.MUST), *stated]) or _last_resort(
            units, refused, title, title_span
        )
    if len([each for each in stated if each.priority is Priority.MUST]) < _FEW:
        told_of = [*(each.span for each in stated), *([title_span] if title_span else [])]
        untold = [each for each in units if not any(each.span.overlaps(span) for span in told_of)]
        work = [each for each in untold if each.heading.section is not Section.COMPANY and not tells_of_us(each.text)]
        stated = _unique(sorted([*stated, *_derived(work, refused, Priority.NICE)[:_FEW]], key=lambda each: each.span))
    return _without_chatter(stated)


def read_requirement(text: str, *, priority: Priority) -> Requirement:
    """One thing that somebody asks for in their own words, which stand nowhere in the posting (an empty span)."""
    return _requirement(" ".join(text.split()), Span(0, 0), priority)


def _promoted(units: Sequence[Unit]) -> Iterator[Unit]:
    """The units, with lists under a heading of unknown wording read as musts when their lines ask for something."""
    for _, group in groupby(units, key=lambda each: (each.heading, each.lead if each.bullet else None, each.bullet)):
        listed = list(group)
        asking = sum(asks(each.text) for each in listed) if listed[0].heading == UNKNOWN and listed[0].bullet else 0
        if asking > 1 and asking >= len(listed) / 3:
            listed = [replace(each, heading=_LISTED) for each in listed]
        yield from listed


def _stated(unit: Unit, refused: Sequence[Span]) -> Iterator[Requirement]:
    """The requirements that one bullet or sentence states."""
    priority = unit.heading.priority
    if unit.heading.section in _CLOSED or elsewhere(unit.text) or unit.text.endswith(":") or waives(unit.lead):
        return
    if priority is None and not _asks(unit):
        return
    question = unit.text.endswith("?") and not find_skills(unit.text)
    if priority is not None and (question or (not unit.bullet and _is_talk(unit.text))):
        return
    for start, end in asked_parts(unit.text):
        place = Span(unit.span.start + start, unit.span.start + end)
        yield from _asked(replace(unit, text=unit.text[start:end], span=place), refused, priority or Priority.MUST)


def _asked(unit: Unit, refused: Sequence[Span], usual: Priority) -> Iterator[Requirement]:
    """The requirements of a unit, or of what it asks for beside what it waives."""
    whole = priority_of(unit.text, default=usual)
    spans = split(unit.text, unit.span)
    for span in _without_refused(unit, spans, refused):
        text = unit.text[span.start - unit.span.start : span.end - unit.span.start]
        own = priority_of(text, default=usual) if len(spans) > 1 else whole
        if sum(map(str.isalpha, text)) >= _LEAST_LETTERS or find_skills(text):
            found = _requirement(text, span, own)
            unwanted = found.kind is Kind.OTHER and _UNWANTED.match(text)
            yield replace(found, priority=Priority.AVOID) if unwanted else found


def _is_talk(text: str) -> bool:
    """True for a sentence among requirements that asks nothing: an aside, or the company about itself."""
    return tells_of_us(text) or (_CHATTER.search(text) is not None and not find_skills(text))


def _asks(unit: Unit) -> bool:
    """True when a unit that stands under no heading of requirements asks for something all the same."""
    if unit.heading.section is Section.COMPANY:
        return not unit.bullet and asks_there(unit.text)
    return not (unit.bullet and unit.heading.section is Section.DUTIES) and asks(unit.text)


def _without_refused(unit: Unit, spans: Iterable[Span], refused: Sequence[Span]) -> Iterator[Span]:
    """The spans, or what is left of one that holds a refused attribute: its clauses that name a skill or years."""
    for span in spans:
        if not any(each.overlaps(span) for each in refused):
            yield span
            continue
        text = unit.text[span.start - unit.span.start : span.end - unit.span.start]
        edges = [0, *(edge for match in _CLAUSE.finditer(text) for edge in match.span()), len(text)]
        for start, end in pairwise(edges):
            clause = text[start:end]
            left = start + len(clause) - len(clause.lstrip())
            part = Span(span.start + left, span.start + left + len(clause.strip(" .\n\t")))
            tells = find_skills(clause) or any(True for _ in read_years(clause))
            if tells and not any(each.overlaps(part) for each in refused):
                yield part


def _requirement(text: str, span: Span, priority: Priority, *, kind: Kind | None = None) -> Requirement:
    mentions = find_skills(text)
    asked = [each.years for each in read_years(text)]
    years = (min(asked) if has_ladder(text) else asked[0]) if asked else None
    found = kind or kind_of(text, mentions, years=years)
    choices = choices_of(text, mentions, found)
    whole = Requirement(
        text=text,
        span=span,
        kind=found,
        priority=priority,
        years=years,
        skills=tuple(dict.fromkeys(each.skill for each in mentions)),
        any_of=not choices and any_of(text, mentions, found),
        value=value_of(text, mentions, found),
    )
    return replace(whole, parts=tuple(replace(whole, skills=each, any_of=len(each) > 1) for each in choices))


def _alternatives(content: str, found: Sequence[Requirement]) -> Iterator[Requirement]:
    """The requirements with a ladder of degrees and years joined; the least number of years is asked."""
    above: Requirement | None = None
    for each in found:
        if above and each.span.start - above.span.end <= _NEAR and _is_alternative(above, each):
            span = Span(above.span.start, each.span.end)
            years = min((years for years in (above.years, each.years) if years), default=None)
            skills = tuple(dict.fromkeys(above.skills + each.skills))
            above = replace(above, text=span.of(content), span=span, years=years, skills=skills, any_of=True)
            continue
        if above:
            yield above
        above = each
    if above:
        yield above


def _is_alternative(above: Requirement, each: Requirement) -> bool:
    ladder = all(one.years and (degree := DEGREE.search(one.text)) and degree.start() < _NEAR for one in (above, each))
    return bool(ladder) and (each.years or 0) < (above.years or 0)


def _derived(units: Sequence[Unit], refused: Sequence[Span], priority: Priority) -> list[Requirement]:
    """The duties that name the most skills, in the order of the posting, as experience that the work needs."""
    open_units = [each for each in units if _is_open(each)]
    duties = [each for each in open_units if each.heading.section is Section.DUTIES]
    pool = [(each, _hard_skills(each)) for each in duties or open_units if not _LABEL_LINE.search(each.text)]
    told = sorted((each for each in pool if each[1]), key=lambda each: -each[1])[:_DERIVED]
    chosen = sorted((unit for unit, _ in told), key=lambda unit: unit.span)
    return [
        _requirement(unit.text, unit.span, priority, kind=Kind.EXPERIENCE)
        for unit in chosen
        if not any(each.overlaps(unit.span) for each in refused)
    ]


def _is_open(unit: Unit) -> bool:
    waived = waives(unit.text) or waives(unit.lead)
    return unit.heading.section not in _CLOSED and not elsewhere(unit.text) and not waived


def _hard_skills(unit: Unit) -> int:
    return len({each.skill for each in find_skills(unit.text)} - SOFT)


def _last_resort(
    units: Sequence[Unit], refused: Sequence[Span], title: str, title_span: Span | None
) -> tuple[Requirement, ...]:
    """The title, or the first unit that is neither benefit nor law, as the one thing that is asked for."""
    if title and title_span and not any(each.overlaps(title_span) for each in refused):
        return (_requirement(title, title_span, Priority.MUST, kind=Kind.EXPERIENCE),)
    for unit in units:
        if _is_open(unit) and not any(each.overlaps(unit.span) for each in refused):
            return (_requirement(unit.text, unit.span, Priority.MUST, kind=Kind.EXPERIENCE),)
    return ()


def _without_chatter(found: Sequence[Requirement]) -> tuple[Requirement, ...]:
    """A long list without its vague lines ("team player") while more than a usual ad's number are left."""
    vague = [each for each in found if each.kind is Kind.OTHER and each.priority is not Priority.AVOID]
    spare = len(found) - _USUAL
    dropped = {each.span for each in vague[-spare:]} if spare > 0 else set()
    return tuple(each for each in found if each.span not in dropped)


def _unique(found: Iterable[Requirement]) -> tuple[Requirement, ...]:
    """Each wording once: ads repeat themselves."""
    seen: dict[str, Requirement] = {}
    for each in found:
        seen.setdefault(" ".join(each.text.casefold().split()), each)
    return tuple(seen.values())
