"""Countries as resumes name them, and their ISO 3166 codes; US states, Canadian provinces and well-known cities too.

A city is listed only where the trade hires often and its country is beyond doubt. The tables stand in
`words/places.toml`; nothing is looked up anywhere.
"""

import tomllib
from collections.abc import Mapping
from pathlib import Path

_PLACES = tomllib.loads((Path(__file__).parent / "words" / "places.toml").read_text("utf-8"))


def _codes(table: Mapping[str, list[str]]) -> Mapping[str, str]:
    return {name: code for code, names in table.items() for name in names}


COUNTRIES = _codes(_PLACES["countries"])
"""Lower-case country names to ISO 3166-1 alpha-2 codes."""

CITIES = _codes(_PLACES["cities"])
"""Lower-case names of cities to the codes of their countries."""

_STATES = frozenset(_PLACES["regions"]["us"].split())
_STATE_NAMES = frozenset(_PLACES["regions"]["us_names"].split())
_PROVINCES = frozenset(_PLACES["regions"]["ca"].split())


def country_of(region: str) -> str:
    """ISO code of what stands behind a town ("UK", "Texas", "ON, Canada"), or "" when it names no country."""
    first = region.split(" ")[0].strip(",.")
    if first in _STATES or first.lower() in _STATE_NAMES:
        return "US"
    if first in _PROVINCES:
        return "CA"
    return COUNTRIES.get(region.lower(), "") or COUNTRIES.get(first.lower(), "")


def is_place(written: str) -> bool:
    """True for a town, a region or a country that stands in the tables: never a street, never a person."""
    bare = " ".join(written.split())
    known = bare.lower() in CITIES or bare.lower() in COUNTRIES or bare.lower() in _STATE_NAMES
    return known or bare in _STATES or bare in _PROVINCES
