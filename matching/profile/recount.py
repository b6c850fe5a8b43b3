"""What follows from entries is counted anew when a person corrected one: years, skills, flags, passages' titles."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from matching.profile.dates import union_years
from matching.profile.facts import degree_of
from matching.profile.flags import flags_of
from matching.profile.lines import split_lines
from matching.profile.sections import Block
from matching.profile.strengths import Place, shown
from matching.text import Span
from matching.values import Entry, Passage, Profile, Section, SkillShown


def recounted(profile: Profile, entries: Sequence[Entry], *, today: date) -> Profile:
    """The profile with these entries in place of its own, one for one, and all that follows from them."""
    passages = tuple(_retitled(each, profile.entries, entries) for each in profile.passages)
    renewed = replace(profile, entries=tuple(entries), passages=passages)
    intervals = [span for each in entries if each.section is Section.WORK and (span := interval(each, today=today))]
    return replace(
        renewed,
        skills=tuple(reshown(each, renewed, today=today) for each in profile.skills),
        years=union_years(intervals),
        degree=_degree(renewed, profile.entries) or profile.degree,
        flags=tuple(dict.fromkeys(flags_of(renewed.entries, profile.blind.content, today=today))),
    )


def interval(entry: Entry, *, today: date) -> tuple[date, date] | None:
    """First and last day of an entry, an open end being today; None when it is not dated or lies in the future."""
    if entry.start is None or entry.start > today:
        return None
    end = today if entry.current or entry.end is None else min(entry.end, today)
    return (entry.start, end) if end >= entry.start else None


def reshown(skill: SkillShown, profile: Profile, *, today: date) -> SkillShown:
    """The same skill at the same places, its strength and years counted from the profile's entries."""
    places = [_place(span, profile, today) for span in skill.spans]
    return replace(shown(skill.skill, places, today=today), spans=skill.spans) if places else skill


def _place(span: Span, profile: Profile, today: date) -> Place:
    passage = next((each for each in profile.passages if each.span.overlaps(span)), None)
    if passage is not None:
        entry = profile.entries[passage.entry] if passage.entry is not None else None
        return Place(passage.text, 0, passage.section, interval(entry, today=today) if entry else None)
    entry = next((each for each in profile.entries if each.span.overlaps(span)), None)
    if entry is not None:
        return Place(entry.title, 0, entry.section, interval(entry, today=today))
    return Place("", 0, Section.OTHER, None)


def _retitled(passage: Passage, before: Sequence[Entry], after: Sequence[Entry]) -> Passage:
    if passage.entry is None or before[passage.entry].title == after[passage.entry].title:
        return passage
    return replace(passage, context=after[passage.entry].title)


def _degree(profile: Profile, before: Sequence[Entry]) -> str:
    """The highest degree, a corrected entry speaking by its title alone and the others by all of their words."""
    words = "\n".join(_words_of_degrees(profile, before))
    return degree_of(words, [Block(Section.EDUCATION, None, split_lines(words))]) if words else ""


def _words_of_degrees(profile: Profile, before: Sequence[Entry]) -> Iterator[str]:
    for entry, was in zip(profile.entries, before, strict=True):
        if entry.section is not Section.EDUCATION:
            continue
        if entry.title != was.title:
            yield entry.title
            continue
        yield entry.title
        yield from (each.text for each in profile.passages if each.span.overlaps(entry.span))
