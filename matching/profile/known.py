# ruff: noqa: RUF001
"""Identity that is stated outright: cut where it stands, and wherever else it is written.

A structured file, or a person who corrects a field, says who they are; no rule then has to find it. What is short or
an ordinary word is cut only at its own place: somebody whose user name is "python" still knows Python.
"""

import re
from collections.abc import Iterator, Sequence

from matching.profile.lines import Line
from matching.profile.names import NAME, find_name
from matching.profile.person import PersonName
from matching.profile.schools import SCHOOL, YEAR
from matching.skills import find_skills
from matching.text import Mask, Span
from matching.tree import parts_of
from matching.values import Field

_CUTS = (
    (re.compile(r"basics\.email"), "[email]"),
    (re.compile(r"basics\.phone"), "[phone]"),
    (re.compile(r"basics\.(?:url|website|profiles\[\d+\]\.(?:url|username))"), "[link]"),
    (re.compile(r"basics\.location\.address"), "[address]"),
    (re.compile(r"basics\.location\.postalCode"), "[postcode]"),
    (re.compile(r"references\[\d+\]\.name"), NAME),
)
_ADDRESS = re.compile(r".+\.(?:url|website)")
_INSTITUTION = re.compile(r"education\[\d+\]\.institution")
_STUDIED = re.compile(r"education\[\d+\]\.(?:startDate|endDate)")
_SCHEME = re.compile(r"^https?://(?:www\.)?|/$")
_SHORTEST = 5
_MOST = 60
"""Of longer lists the rest is cut at its own place only: nobody has gone to sixty schools."""


def find_known(content: str, stated: Sequence[Field]) -> Iterator[Mask]:
    """Masks for stated contacts, links and addresses, and for the names of referees; offsets of the original."""
    for field in stated:
        placeholder = next((each for pattern, each in _CUTS if pattern.fullmatch(field.name)), None)
        if placeholder and field.value:
            yield from _everywhere(content, field, placeholder)
        elif field.name == "basics.name" and len(field.value.split()) > 1:
            # As it is stated, in small letters too; the rules for names find the other ways to write it.
            yield from _everywhere(content, field, NAME, flags=0)
        elif field.span and _ADDRESS.fullmatch(field.name):
            yield Mask(field.span, "[link]")


def find_known_schools(content: str, stated: Sequence[Field]) -> Iterator[Mask]:
    """Masks for stated schools, wherever they are named, and for the years of study; offsets of the original."""
    for field in stated:
        if _INSTITUTION.fullmatch(field.name) and field.value:
            yield from _everywhere(content, field, SCHOOL)
        elif _STUDIED.fullmatch(field.name) and field.span:
            yield Mask(field.span, YEAR)


def known_name(stated: Sequence[Field]) -> tuple[PersonName, Field] | None:
    """The stated name of the person in parts, without titles and degrees; its span is not a place in the text."""
    named = [each for each in stated if each.name == "basics.name" and each.value.strip()]
    if not named:
        return None
    field = named[-1]
    value = " ".join(field.value.split())
    found = find_name((Line(0, 0, len(value), value, bullet=False),), ())
    words = found.tokens if found else tuple(re.findall(r"[^\W\d_](?:[^\W\d_]|['’.\-])*", value))
    return (PersonName(words, Span(0, 0)), field) if words else None


def known_names(stated: Sequence[Field]) -> tuple[PersonName, ...]:
    """Every name that is stated for the person, each as `known_name` has it: all of them are cut."""
    each_alone = (known_name((each,)) for each in stated if each.name == "basics.name")
    return tuple(found[0] for found in each_alone if found)


def place_of_name(content: str, field: Field) -> Span | None:
    """Where the name stands: the place that is stated, or the first place with these words."""
    if field.span is not None:
        return field.span
    words = r"\s+".join(map(re.escape, field.value.split()))
    match = re.search(rf"(?<!\w){words}(?!\w)", content, re.IGNORECASE)
    return Span(*match.span()) if match else None


def _everywhere(content: str, field: Field, placeholder: str, *, flags: int = re.IGNORECASE) -> Iterator[Mask]:
    if field.span is not None:
        yield Mask(field.span, placeholder)
    value = " ".join(field.value.split())
    if placeholder == "[link]":
        value = _SCHEME.sub("", value)
    row = next((part for part in parts_of(field.name) if isinstance(part, int)), 0)
    if row >= _MOST or len(value) < _SHORTEST or find_skills(value):
        return
    words = r"\s+".join(map(re.escape, value.split()))
    for match in re.finditer(rf"(?<!\w){words}(?!\w)", content, flags):
        yield Mask(Span(*match.span()), placeholder)
