# ruff: noqa: RUF001
"""Familiar forms of a given name: "Bob" for Robert, and those that the header itself gives ('Robert "Bobby" Tables').

A form counts only where the full form is this person's given name (`words/hypocorisms.toml`), or where the name is
written with it in quotation marks or brackets. An ordinary word ("will", "art", "mark") stays in small letters, and in
capitals it is cut only where the context says that it is a person, as for any other part of a name.
"""

import re
import tomllib
from functools import cache
from pathlib import Path

from matching.skills import find_skills

_WORDS = tomllib.loads((Path(__file__).parent / "words" / "hypocorisms.toml").read_text("utf-8"))
_ORDINARY = frozenset(_WORDS["ordinary"].split())
_SHORTEST = 4
FILLER = "\0"
"""Stands where a nickname stood, so that places stay and a name of two words is not parted by a gap."""
_GIVEN = re.compile(
    r"""\s*(?:["“”„«'‘’]\s*([^\W\d_][\w'’.-]{1,20})\s*["“”»'’]|\(\s*([^\W\d_][\w'’.-]{1,20})\s*\))(?=\s|$|,)"""
)


@cache
def _forms() -> dict[str, frozenset[str]]:
    forms: dict[str, set[str]] = {}
    for line in _WORDS["names"].strip().splitlines():
        names, _, short = line.partition(":")
        for name in names.split("/"):
            forms.setdefault(name.strip(), set()).update(short.split())
    return {name: frozenset(each) for name, each in forms.items()}


def nicknames_of(given: str) -> frozenset[str]:
    """The familiar forms of a given name, in small letters, without the name itself."""
    return frozenset(
        short for half in (given, *given.split("-")) for short in _forms().get(half.lower(), frozenset())
    ) - {given.lower()}


def is_only_a_name(word: str) -> bool:
    """True when a familiar form is no other word, so that prose can mean the person alone."""
    return len(word) >= _SHORTEST and word not in _ORDINARY and not any(find_skills(word.capitalize()))


def without_nickname(text: str) -> tuple[str, tuple[str, ...]]:
    """The text with `FILLER` where a nickname stands in quotation marks or brackets, and the nicknames."""
    found: list[str] = []

    def cut(match: re.Match[str]) -> str:
        word = match[1] or match[2]
        before = re.search(r"(\w+)$", text[: match.start()])
        between = before and re.match(r"\s+[^\W\d_a-z]", text[match.end() :])
        known = before and word.lower() in nicknames_of(text[: match.start()].split()[0])
        if not word[0].isupper() or word.isupper() or not (between or known):
            return match[0]
        found.append(word)
        return FILLER * len(match[0])

    return _GIVEN.sub(cut, text), tuple(found)
