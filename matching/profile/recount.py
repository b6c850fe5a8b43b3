"""What follows from a profile's entries, counted anew: the strength of a skill, years of work, remarks."""

from dataclasses import replace
from datetime import date

from matching.profile.dates import union_years
from matching.profile.flags import flags_of
from matching.profile.strengths import Place, shown
from matching.text import Span
from matching.values import Entry, Profile, Section, SkillShown


def _interval(entry: Entry, *, today: date) -> tuple[date, date] | None:
    """First and last day of an entry, an open end being today; None when it is not dated or lies in the future."""
    if entry.start is None or entry.start > today:
        return None
    end = today if entry.current or entry.end is None else min(entry.end, today)
    return (entry.start, end) if end >= entry.start else None


def reshown(skill: SkillShown, profile: Profile, *, today: date) -> SkillShown:
    """The same skill at the same places, its strength and years counted from the profile's entries."""
    places = [_place(span, profile, today) for span in skill.spans]
    return replace(shown(skill.skill, places, today=today), spans=skill.spans) if places else skill


def recounted(profile: Profile, *, today: date, degree: str) -> Profile:
    """The profile with its years and remarks counted from the entries that it has now."""
    work = [each for each in profile.entries if each.section is Section.WORK]
    years = union_years([interval for each in work if (interval := _interval(each, today=today))])
    flags = tuple(dict.fromkeys(flags_of(profile.entries, profile.blind.content, today=today)))
    return replace(profile, years=years, degree=degree, flags=flags)


def _place(span: Span, profile: Profile, today: date) -> Place:
    passage = next((each for each in profile.passages if each.span.overlaps(span)), None)
    if passage is not None:
        entry = profile.entries[passage.entry] if passage.entry is not None else None
        return Place(passage.text, 0, passage.section, _interval(entry, today=today) if entry else None)
    entry = next((each for each in profile.entries if each.span.overlaps(span)), None)
    if entry is not None:
        return Place(entry.title, 0, entry.section, _interval(entry, today=today))
    return Place("", 0, Section.OTHER, None)
