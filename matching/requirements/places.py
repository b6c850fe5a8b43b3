"""Where the work is done: a labelled line, the pieces of the first line, or "based in Berlin".

Countries are ISO 3166 codes. Cities are known only where their country is beyond doubt and the trade hires there
often; another city is read as a place without a country. Nothing is looked up anywhere.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from matching.requirements.lines import Unit
from matching.text import Span

_COUNTRIES = {
    "US": "United States|USA|U\\.S\\.A?\\.?|US|America|California|Texas|Massachusetts|Washington|"
    "Florida|Colorado|Virginia|Illinois|Georgia, US",
    "GB": "United Kingdom|UK|U\\.K\\.|England|Scotland|Wales|Britain",
    "DE": "Germany|Deutschland",
    "FR": "France",
    "NL": "Netherlands|Holland",
    "CH": "Switzerland",
    "AT": "Austria",
    "SE": "Sweden",
    "NO": "Norway",
    "DK": "Denmark",
    "FI": "Finland",
    "IE": "Ireland",
    "ES": "Spain",
    "PT": "Portugal",
    "IT": "Italy",
    "PL": "Poland",
    "BE": "Belgium",
    "CZ": "Czech Republic|Czechia",
    "RO": "Romania",
    "GR": "Greece",
    "HU": "Hungary",
    "BG": "Bulgaria",
    "EE": "Estonia",
    "LV": "Latvia",
    "LT": "Lithuania",
    "UA": "Ukraine",
    "TR": "Turkey|T\u00fcrkiye",
    "IL": "Israel",
    "IN": "India",
    "SG": "Singapore",
    "JP": "Japan",
    "CN": "China",
    "KR": "South Korea|Korea",
    "AU": "Australia",
    "NZ": "New Zealand",
    "CA": "Canada",
    "MX": "Mexico",
    "BR": "Brazil",
    "AR": "Argentina",
    "CL": "Chile",
    "CO": "Colombia",
    "AE": "United Arab Emirates|UAE",
    "SA": "Saudi Arabia",
    "EG": "Egypt",
    "ZA": "South Africa",
    "NG": "Nigeria",
    "KE": "Kenya",
    "VN": "Vietnam",
    "PH": "Philippines",
    "ID": "Indonesia",
    "MY": "Malaysia",
    "TH": "Thailand",
    "PK": "Pakistan",
    "TW": "Taiwan",
    "HK": "Hong Kong",
    "LU": "Luxembourg",
    "RS": "Serbia",
    "HR": "Croatia",
}
_CITIES = {
    "US": "San Francisco|SF Bay Area|Bay Area|SF|New York City|New York|NYC|Seattle|Boston|Austin|Los "
    "Angeles|Chicago|Denver|Palo Alto|Mountain View|San Jose|San Mateo|Menlo Park|Redwood City|"
    "Sunnyvale|Santa Clara|Cupertino|Oakland|Berkeley|San Diego|Portland|Atlanta|Miami|Dallas|"
    "Houston|Philadelphia|Pittsburgh|Washington,? D\\.?C\\.?|Brooklyn|Boulder|Nashville|Salt "
    "Lake City|"
    "Redmond|Bellevue|Raleigh|Minneapolis|Detroit|Phoenix|Santa Monica|Foster City|Arlington|Baltimore",
    "GB": "London|Edinburgh|Manchester|Cambridge,? UK|Bristol|Oxford|Leeds|Glasgow|Belfast",
    "DE": "Berlin|Munich|M\u00fcnchen|Hamburg|Frankfurt|Cologne|K\u00f6ln|Stuttgart|Leipzig|Dresden|"
    "Karlsruhe|D\u00fcsseldorf|Heidelberg",
    "FR": "Paris|Lyon|Toulouse|Grenoble|Nantes|Bordeaux",
    "NL": "Amsterdam|Rotterdam|Utrecht|Eindhoven|The Hague|Delft",
    "CH": "Zurich|Z\u00fcrich|Geneva|Lausanne|Basel|Bern|Zug",
    "AT": "Vienna|Wien|Graz|Linz",
    "SE": "Stockholm|Gothenburg|Malm\u00f6|Lund",
    "NO": "Oslo|Bergen|Trondheim",
    "DK": "Copenhagen|Aarhus",
    "FI": "Helsinki|Espoo",
    "IE": "Dublin|Cork|Galway",
    "ES": "Madrid|Barcelona|Valencia|M\u00e1laga",
    "PT": "Lisbon|Lisboa|Porto",
    "IT": "Milan|Milano|Rome|Turin|Bologna",
    "PL": "Warsaw|Krak\u00f3w|Krakow|Wroc\u0142aw|Wroclaw|Gda\u0144sk|Poznan",
    "BE": "Brussels|Ghent|Antwerp|Leuven",
    "CZ": "Prague|Brno",
    "RO": "Bucharest|Cluj(?:-Napoca)?",
    "GR": "Athens",
    "HU": "Budapest",
    "EE": "Tallinn",
    "LV": "Riga",
    "LT": "Vilnius",
    "UA": "Kyiv|Lviv",
    "TR": "Istanbul|Ankara",
    "IL": "Tel Aviv|Haifa|Jerusalem",
    "IN": "Bangalore|Bengaluru|Hyderabad|Mumbai|Delhi|New Delhi|Gurgaon|Gurugram|Noida|Pune|Chennai|Kolkata|Ahmedabad",
    "JP": "Tokyo|Osaka|Kyoto",
    "CN": "Beijing|Shanghai|Shenzhen|Hangzhou|Guangzhou",
    "KR": "Seoul",
    "AU": "Sydney|Melbourne|Brisbane|Perth|Canberra",
    "NZ": "Auckland|Wellington",
    "CA": "Toronto|Vancouver|Montreal|Montr\u00e9al|Ottawa|Waterloo|Calgary",
    "MX": "Mexico City|Guadalajara|Monterrey",
    "BR": "S\u00e3o Paulo|Sao Paulo|Rio de Janeiro",
    "AR": "Buenos Aires",
    "CL": "Santiago",
    "CO": "Bogot\u00e1|Bogota|Medell\u00edn|Medellin",
    "AE": "Dubai|Abu Dhabi",
    "SA": "Riyadh",
    "EG": "Cairo",
    "ZA": "Cape Town|Johannesburg",
    "NG": "Lagos",
    "KE": "Nairobi",
    "VN": "Hanoi|Ho Chi Minh City",
    "PH": "Manila",
    "ID": "Jakarta",
    "MY": "Kuala Lumpur",
    "TH": "Bangkok",
    "TW": "Taipei",
    "RS": "Belgrade",
    "HR": "Zagreb",
    "BG": "Sofia",
    "PK": "Lahore|Karachi",
}
_CODE_OF = [
    (code, re.compile(rf"(?<![\w-])(?:{names})(?!\w)"))
    for table in (_CITIES, _COUNTRIES)
    for code, names in table.items()
]
_ANY = re.compile(r"(?<![\w-])(?:" + "|".join([*_CITIES.values(), *_COUNTRIES.values()]) + r")(?!\w)")
_LABEL = re.compile(
    r"^\W*(?:(?:job |primary |office |work )?locations?|where|based in|place of work|"
    r"office)\s*(?::\**|\u2013|-)\s*\**\s*([^\n|]{2,80}?)\s*\**(?=\n|\||$|\. )",
    re.IGNORECASE | re.MULTILINE,
)
_BASED = re.compile(
    r"\b(?:based (?:in|out of)|anywhere in|remote(?:ly)? (?:in|within|from)|work(?:ing)? from|"
    r"(?:office|studio|lab|team|headquarters|hq|ours?) (?:is )?in|located in|offices? (?:is |are "
    r")?in|on[- ]?site (?:in|at)|hybrid "
    r"(?:in|from|at)|in[- ]person in|work from our|relocate to|our)\s+(?:our |the |downtown "
    r")?(?=[A-Z])"
)
_PAIR = re.compile(r"\s*(?:,\s*|\()(?:[A-Z]{2}\b|[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?:,\s*(?:USA?|UK|[A-Z][a-z]+))?\)?")
_HEAD = 420


@dataclass(frozen=True, slots=True)
class Place:
    """A place of work as written, its ISO country code ("" when unknown), where it stands, and how sure that is."""

    name: str
    country: str
    span: Span
    confidence: float


def country_of(name: str) -> str:
    """The ISO code of the country that a place names, or "" when it names none that we know."""
    return next((code for code, pattern in _CODE_OF if pattern.search(name)), "")


def names_a_place(title: str) -> int:
    """Where a place begins that ends a title behind a comma ("Data Analyst, Madrid"); 0 when none does."""
    head, comma, tail = title.rpartition(",")
    return len(head) if comma and _ANY.fullmatch(tail.strip()) else 0


def find_place(content: str, units: Sequence[Unit]) -> Place | None:
    """The place of work, or None when the posting names none."""
    label = _LABEL.search(content)
    if label and (_ANY.search(label.group(1)) or label.start() < _HEAD):
        named = _ANY.search(label.group(1))
        start, end = (label.start(1) + named.start(), label.start(1) + named.end()) if named else label.span(1)
        if named or not re.search(r"remote|anywhere|[.!?]", label.group(1), re.IGNORECASE):
            return _place(content, start, end, 0.95 if named else 0.7)
    head = re.match(r"\s*[^\n]+(?:\n\s*[^\n]+)?", content)
    found = _ANY.search(content, 0, min(head.end(), _HEAD)) if head else None
    if found:
        return _place(content, found.start(), found.end(), 0.8 if found.start() < 160 else 0.6)
    return _in_prose(content, units)


def _in_prose(content: str, units: Iterable[Unit]) -> Place | None:
    for unit in units:
        based = _BASED.search(unit.text)
        named = _ANY.match(unit.text, based.end()) if based else _opening(unit)
        if named:
            return _place(content, unit.span.start + named.start(), unit.span.start + named.end(), 0.7)
    return None


def _opening(unit: Unit) -> "re.Match[str] | None":
    """A place that opens a line of its own: "Dublin, hybrid."."""
    named = _ANY.match(unit.text)
    return named if named and unit.text[named.end() : named.end() + 1] in (",", ".", ";", "") else None


def _place(content: str, start: int, end: int, confidence: float) -> Place:
    pair = _PAIR.match(content, end, end + 32)
    if pair and "\n" not in pair.group():
        end = pair.end()
    name = content[start:end].strip(" ,")
    if name.count("(") != name.count(")"):
        name = name.split("(")[0].strip(" ,") if name.count("(") > name.count(")") else name.rstrip(")")
    return Place(name, country_of(name), Span(start, start + len(name)), confidence)
