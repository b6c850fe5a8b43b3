"""Skills and languages that a person adds or takes away.

What is added counts for the ranking only where the document shows the very words, because every verdict quotes it;
else it stands in the profile as said by a person, and is evidence for nothing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from matching.profile.recount import reshown
from matching.skills import Polarity, find_skills, polarity
from matching.text import Span
from matching.values import Field, Language, Profile, SkillShown, Strength

SAID = 1.0


def canonical_skill(words: str) -> str:
    """The skill of the vocabulary that these words name, or ""."""
    found = [each for each in find_skills(words) if each.end - each.start > len(words.strip()) // 2]
    return found[0].skill if found else ""


def listed(profile: Profile, name: str, value: str, *, content: str, today: date) -> Profile:
    """Add or take away one skill or language, as `skills.add`, `skills.remove`, `languages.add`, `languages.remove`."""
    kind, _, verb = name.partition(".")
    if kind == "languages":
        return _language(profile, value, content, adding=verb == "add")
    skill = canonical_skill(value) or value
    kept = tuple(each for each in profile.skills if each.skill != skill)
    if verb == "remove":
        return replace(profile, skills=kept)
    was = next((each for each in profile.skills if each.skill == skill), None)
    found = {*(was.spans if was else ()), *_places(profile, value, content)}
    bare = SkillShown(skill, Strength.LISTED, None, tuple(sorted(found)))
    if not found:
        return replace(profile, fields=_said_only(profile.fields, "skills", skill))
    return replace(profile, skills=(*kept, reshown(bare, profile, today=today)))


def _language(profile: Profile, value: str, content: str, *, adding: bool) -> Profile:
    spoken, _, level = (each.strip() for each in value.partition(","))
    was = next((each for each in profile.languages if each.name.casefold() == spoken.casefold()), None)
    kept = tuple(each for each in profile.languages if each is not was)
    if not adding:
        return replace(profile, languages=kept)
    span = was.span if was else next(iter(_places(profile, spoken, content)), None)
    if span is None:
        return replace(profile, fields=_said_only(profile.fields, "languages", f"{spoken}, {level}".strip(", ")))
    return replace(profile, languages=(*kept, Language(spoken.capitalize(), level, span)))


def _said_only(fields: Sequence[Field], kind: str, value: str) -> tuple[Field, ...]:
    row = sum(each.name.startswith(f"said.{kind}[") for each in fields)
    return (*fields, Field(f"said.{kind}[{row}]", value, None, SAID))


def _places(profile: Profile, words: str, content: str) -> Iterator[Span]:
    """Where the document shows these words, outside of what is cut, and without a "no" before them."""
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    cut = [*profile.identity, *(each.span for each in profile.blind.masks)]
    for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", content, re.IGNORECASE) if pattern else ():
        span = Span(*match.span())
        shown = polarity(content, span.start, span.end) is Polarity.SHOWN
        if shown and not any(each.overlaps(span) for each in cut):
            yield span
