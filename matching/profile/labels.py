# ruff: noqa: RUF001
"""Labelled lines of a person ("Vorname: Ada", "Né le …"), in the languages in which resumes carry a table of them.

Such a table says outright what the rules for names and phrases otherwise have to guess, so a labelled name stands
above a guessed one, and every labelled fact is cut at its place. The labels stand in `words/labels.toml`. A label that
is also an ordinary word ("Name") names a person only near the head, or under a heading of personal facts.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from matching.profile.known import known_name
from matching.profile.lines import Line, split_lines
from matching.profile.names import NAME
from matching.profile.person import PersonName
from matching.profile.sections import heading_of
from matching.skills import find_skills
from matching.text import Mask, Span
from matching.values import Field

_WORDS: Mapping[str, str] = tomllib.loads((Path(__file__).parent / "words" / "labels.toml").read_text("utf-8"))


def _any(kind: str) -> str:
    labels = {" ".join(each.split()) for each in _WORDS[kind].split("|")}
    longest_first = sorted(labels, key=lambda each: (-len(each), each))
    return "|".join(re.escape(each).replace(r"\ ", r"\s+") for each in longest_first)


_PART = r"[^\n|;•·\t]{1,120}?(?=\s*(?:[|;•·\t\n]|\s{3,}|,\s*[^\W\d_][^\W\d_ ]+\s?:|$))"
_BEFORE = r"(?:^|(?<=[|;•·\t])|(?<=\s\s))[^\w\n\[]{0,6}"
_BESIDE = r"(?:\s*(?:/|,|&|\+|\b(?:and|und|et|y|e|i|en)\b)\s*[-–]?\s*[^\W\d_][^\W\d_ ]{2,20})?(?:\s?\([^)\n]{1,20}\))?"
_SEPARATOR = r"[ \u00a0]*(?::|=|\t|[ \u00a0][-–—][ \u00a0]|[ \u00a0]{2,})[ \t\u00a0:]*"
_NAMED = re.compile(
    _BEFORE
    + "(?:"
    + "|".join(f"(?P<{kind}>{_any(kind)})" for kind in ("full", "former", "given", "family", "either"))
    + rf")(?:\(s\)|\(n\))?(?:{_SEPARATOR})(?P<value>{_PART})",
    re.IGNORECASE | re.MULTILINE,
)
_FACT = re.compile(
    rf"{_BEFORE}(?P<fact>(?:{_any('sure')}|{_any('facts')}){_BESIDE}{_SEPARATOR}{_PART})",
    re.IGNORECASE | re.MULTILINE,
)
_SPACED = re.compile(
    rf"^[^\w\n\[]{{,6}}(?P<fact>(?:{_any('sure')}){_BESIDE}\s?:?[ \u00a0]+(?!:)\S+(?:[ \u00a0]+\S+){{0,5}})[ \u00a0]*$",
    re.IGNORECASE | re.MULTILINE,
)
_LONE = re.compile(rf"\W{{0,6}}(?:{_any('sure')}){_BESIDE}\s?:?", re.IGNORECASE)
_LABEL = re.compile(r"[^\n:]{2,30}:")
_ELSEWHERE = re.compile(rf"\W*(?:{_any('elsewhere')})\W*", re.IGNORECASE)
_REFEREES = re.compile(rf"\W*(?:(?:academic|professional)\s+)?(?:{_any('elsewhere')})\W*(?::|$)", re.IGNORECASE)
_PERSONAL = re.compile(
    r"\W*(?:personal (?:details|information|data|particulars|profile)|(?:persönliche|angaben zur)\W*(?:daten|angaben|"
    r"informationen|person)|zur person|personalien|état civil|"
    r"(?:informations|données|renseignements) personnel(?:le)?s|"
    r"datos personales|informaci[oó]n personal|dati (?:personali|anagrafici)|informazioni personali|persoonlijke "
    r"(?:gegevens|informatie)|personalia|dane osobowe|dados pessoais|informações pessoais)\W*",
    re.IGNORECASE,
)
_NEAR_HEAD = 25
_TABLE = 15
_TOGETHER = 200
_MOST_WORDS = 5
_TOKEN = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.\-])*")


@dataclass(frozen=True, slots=True)
class _Value:
    kind: str
    text: str
    span: Span


def find_labelled_name(content: str) -> tuple[PersonName, str] | None:
    """The person's name by its labels, and as it is called; its span holds every part that stands near."""
    first: dict[str, _Value] = {}
    for each in _values(content):
        first.setdefault(each.kind, each)
    if "full" in first:
        return _person(content, [first["full"]])
    halves = [first.get("given"), first.get("family")]
    whole = first.get("either")
    if whole and not any(halves):
        return _person(content, [whole])
    parts = [each for each in (halves[0] or whole, halves[1] or whole) if each]
    return _person(content, list(dict.fromkeys(parts))) if any(halves) else None


def find_labelled_names(content: str) -> Iterator[Mask]:
    """Masks for every labelled name at its own place, a former one among them."""
    for each in _values(content):
        yield Mask(each.span, NAME)


def opens_references(line: str) -> bool:
    """True for the heading of the people who speak for somebody, or a line that begins with it ("References: …")."""
    return _REFEREES.match(line) is not None


def find_labelled_facts(content: str) -> Iterator[Mask]:
    """Masks for labelled birth, status, nationality, faith and the like, label and all."""
    for pattern in (_FACT, _SPACED):
        for match in pattern.finditer(content):
            yield Mask(Span(match.start("fact"), match.start("fact") + len(match["fact"].rstrip())), "[personal]")
    for label, value in pairwise(split_lines(content)):
        told = value.words <= _MOST_WORDS and not _LABEL.match(value.text) and heading_of(value) is None
        if _LONE.fullmatch(label.text) and not _PERSONAL.fullmatch(label.text) and told:
            yield Mask(Span(label.start, value.end), "[personal]")


def _values(content: str) -> Iterator[_Value]:
    for line in _personal_lines(split_lines(content)):
        for match in _NAMED.finditer(line.text):
            kind = next(key for key, found in match.groupdict().items() if found and key != "value")
            value = match["value"].strip(" ,.:")
            if value and _may_be_name(value):
                start = line.start + match.start("value") + match["value"].index(value)
                yield _Value(kind, value, Span(start, start + len(value)))


def _personal_lines(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines near the head, and those under a heading of personal facts, up to the referees."""
    last = _NEAR_HEAD
    for row, line in enumerate(lines):
        if _ELSEWHERE.fullmatch(line.text):
            last = 0
        if _PERSONAL.fullmatch(line.text):
            last = max(last, row + _TABLE)
        if row < last:
            yield line


def _may_be_name(value: str) -> bool:
    words = value.split()
    plain = len(words) <= _MOST_WORDS + 1 and not re.search(r"[\d\[\]@/]", value)
    return plain and any(word[0].isupper() or not word[0].islower() for word in words) and not find_skills(value)


def _person(content: str, values: Sequence[_Value]) -> tuple[PersonName, str] | None:
    family, comma, given = values[0].text.partition(",")
    written = f"{given} {family}" if comma and len(values) == 1 else " ".join(each.text for each in values)
    written = " ".join(written.split())
    known = known_name((Field("basics.name", written, None, 1.0),))
    tokens = known[0].tokens if known else tuple(_TOKEN.findall(written))
    if not tokens:
        return None
    start, end = min(each.span.start for each in values), max(each.span.end for each in values)
    near = Span(start, end) if end - start <= _TOGETHER else values[-1].span
    as_written = " ".join(content[near.start : near.end].split())
    return PersonName(tokens, near), as_written if len(values) == 1 else written
