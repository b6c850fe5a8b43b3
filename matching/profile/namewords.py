"""Words that are also names, and words that no name consists of.

A cut that fires only because the candidate happens to be called Grant would tell the ranking that the candidate
is called Grant. So where the context says "this is a person", the words of `ALSO_NAMES` are cut for everybody;
elsewhere they are kept for everybody. The words stand in `words/names.toml`, all in small letters.
"""

import tomllib
from pathlib import Path

_WORDS = tomllib.loads((Path(__file__).parent / "words" / "names.toml").read_text("utf-8"))


def _set(name: str) -> frozenset[str]:
    return frozenset(_WORDS[name].split())


ALSO_NAMES = _set("also_names")
"""Ordinary words, places, employers and products that are names of people as well."""

ALSO_TOOLS = _set("also_tools")
"""Names of people that name a tool as well: after "with" or "by" they are kept for everybody."""

FUNCTION_WORDS = _set("function_words")
"""Words that stand for a person called so only in the whole name ("Wei He")."""

NEVER_NAMES = _set("never_names")
"""Words of which a line that consists of a person's name never has one."""

PLACE_STARTS = _set("place_starts")
"""First words of places, for short header lines that are not names."""

PARTICLES = _set("particles")
"""Particles of surnames."""
