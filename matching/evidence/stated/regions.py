"""Where in the world a text means: countries by name, regions ("EU", "DACH"), and time zones, as sets of countries.

Only what a posting asks of a place is read here; a region that the table does not know names no country. Offsets are
those of winter, the widest span of a country counts, and nothing is looked up anywhere.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from matching.profile.countries import CITIES, COUNTRIES

EU = frozenset(
    [
        "AT",
        "BE",
        "BG",
        "HR",
        "CY",
        "CZ",
        "DK",
        "EE",
        "FI",
        "FR",
        "DE",
        "GR",
        "HU",
        "IE",
        "IT",
        "LV",
        "LT",
        "LU",
        "MT",
        "NL",
        "PL",
        "PT",
        "RO",
        "SK",
        "SI",
        "ES",
        "SE",
    ]
)
_EEA = EU | {"IS", "NO", "LI"}
_EUROPE = _EEA | {"CH", "GB", "UA", "RS", "BA", "AL", "MK", "ME", "MD"}
_MIDDLE_EAST_AFRICA = frozenset(["AE", "SA", "IL", "TR", "EG", "MA", "TN", "ZA", "NG", "KE", "GH", "ET", "RW", "UG"])
_LATIN = frozenset(["MX", "BR", "AR", "CL", "CO", "PE", "UY", "CR"])
_ASIA_PACIFIC = frozenset(
    ["IN", "CN", "JP", "KR", "SG", "HK", "TW", "TH", "VN", "PH", "ID", "MY", "AU", "NZ", "PK", "BD", "LK"]
)

_REGIONS: tuple[tuple[re.Pattern[str], frozenset[str]], ...] = tuple(
    (re.compile(pattern), codes)
    for pattern, codes in (
        (r"\bEU\b|\bE\.U\.|\b[Ee]uropean [Uu]nion\b", EU),
        (r"\bEEA\b|\b[Ee]uropean [Ee]conomic [Aa]rea\b", _EEA),
        (r"\b[Ee]urope\b|\b[Ee]uropean (?:countr|time)", _EUROPE),
        (r"\bEMEA\b", _EUROPE | _MIDDLE_EAST_AFRICA),
        (r"\bDACH\b", frozenset({"DE", "AT", "CH"})),
        (r"\b(?:[Nn]ordics?|[Ss]candinavia)\b", frozenset({"SE", "NO", "DK", "FI", "IS"})),
        (r"\b[Bb]enelux\b", frozenset({"BE", "NL", "LU"})),
        (r"\b[Bb]altics?\b", frozenset({"EE", "LV", "LT"})),
        (r"\bUK\b|\bU\.K\.|\bBritain\b", frozenset({"GB"})),
        (r"\bUSA?\b|\bU\.S\.|\b[Uu]nited [Ss]tates\b", frozenset({"US"})),
        (r"\b[Nn]orth America\b|\bAmericas\b", frozenset({"US", "CA"})),
        (r"\bAmericas\b|\bLATAM\b|\b[Ll]atin America\b", _LATIN),
        (r"\bAPAC\b|\bAsia\b", _ASIA_PACIFIC),
    )
)
_COUNTRY = re.compile(
    r"\b(" + "|".join(sorted((re.escape(each) for each in COUNTRIES if len(each) > 3), key=len, reverse=True)) + r")\b"
)
_CITY = re.compile(r"(?<![a-z])(" + "|".join(sorted(map(re.escape, CITIES), key=len, reverse=True)) + r")(?![a-z])")
_OFFSETS: Mapping[str, tuple[float, float]] = {
    **dict.fromkeys(EU | {"NO", "CH", "RS", "LI", "BA", "AL", "MK", "ME"}, (1, 1)),
    **dict.fromkeys(("GB", "IE", "PT", "IS", "GH", "MA"), (0, 0)),
    **dict.fromkeys(("GR", "RO", "BG", "FI", "EE", "LV", "LT", "CY", "UA", "EG", "ZA", "IL", "RW", "MD"), (2, 2)),
    **dict.fromkeys(("TR", "SA", "KE", "ET", "UG"), (3, 3)),
    "NG": (1, 1), "TN": (1, 1), "AE": (4, 4), "PK": (5, 5), "IN": (5.5, 5.5), "LK": (5.5, 5.5), "BD": (6, 6),
    "TH": (7, 7), "VN": (7, 7), "ID": (7, 9), "CN": (8, 8), "SG": (8, 8), "HK": (8, 8), "TW": (8, 8), "PH": (8, 8),
    "MY": (8, 8), "JP": (9, 9), "KR": (9, 9), "AU": (8, 10), "NZ": (12, 12), "US": (-8, -5), "CA": (-8, -3.5),
    "MX": (-8, -5), "BR": (-5, -3), "AR": (-3, -3), "CL": (-4, -4), "CO": (-5, -5), "PE": (-5, -5),
}  # fmt: skip
_ZONES: Mapping[str, float] = {
    "cet": 1, "cest": 1, "european": 1, "europe": 1, "gmt": 0, "bst": 0, "uk": 0, "eet": 2, "eastern": -5, "est": -5,
    "edt": -5, "et": -5, "central": -6, "cst": -6, "mountain": -7, "pacific": -8, "pst": -8, "pdt": -8, "pt": -8,
    "us": -6.5, "american": -6.5, "ist": 5.5, "jst": 9, "sgt": 8, "aest": 10,
}  # fmt: skip
_ZONE = re.compile(
    r"\b(?:utc|gmt)\s*([+\u2212-]\s*\d{1,2}(?:[.:]\d+)?)|\b(cet|cest|gmt|bst|eet|est|edt|cst|pst|pdt|ist|jst|sgt|"
    r"aest)\b|\b(european|europe|uk|us|american|eastern|central|mountain|pacific|et|pt)\s+(?:business\s+|"
    r"working\s+)?(?:time[\s-]?zones?|hours|time)\b",
    re.IGNORECASE,
)
_WITHIN = re.compile(r"(?:[+\u00b1]/?-?|within|up to|plus or minus)\s*(\d{1,2})\s*(?:h\b|hours?)", re.IGNORECASE)
_USUAL = 3.0


@lru_cache(maxsize=2_000)
def countries_named(text: str) -> frozenset[str]:
    """The ISO codes of the countries and regions that `text` names; empty when it names none."""
    found = {COUNTRIES[each] for each in _COUNTRY.findall(text.lower())}
    return frozenset(found).union(*(codes for pattern, codes in _REGIONS if pattern.search(text)))


@lru_cache(maxsize=2_000)
def names_city(text: str) -> bool:
    """True when `text` names a town, so that its country alone is not enough."""
    return _CITY.search(text.lower()) is not None


def in_zone(text: str, country: str) -> bool | None:
    """Whether a country keeps hours near those that `text` asks for; None when it asks for none or nothing is known."""
    zone, hours = _ZONE.search(text), _OFFSETS.get(country)
    if zone is None or hours is None:
        return None
    wanted = _offset(zone)
    within = _WITHIN.search(text)
    reach = float(within[1]) if within else _USUAL
    return hours[0] <= wanted + reach and hours[1] >= wanted - reach


def _offset(zone: "re.Match[str]") -> float:
    if zone[1]:
        return float(zone[1].replace(" ", "").replace("\u2212", "-").replace(":", ".").replace(".30", ".5"))
    return _ZONES[(zone[2] or zone[3]).lower()]
