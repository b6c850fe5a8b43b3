"""Years of experience as postings write them: "5+ years", "three or more years", "3-5 yrs", "6 months", "a decade"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_WORDS = {
    word: number
    for number, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), start=1
    )
} | {"fifteen": 15, "twenty": 20}
_NUMBER = r"\d{1,2}(?:\.5)?|" + "|".join(_WORDS)
_YEARS = re.compile(
    rf"(?<![\w$€£.,])(?P<low>{_NUMBER})(?:\s*\(\s*\d{{1,2}}\s*\))?\s*(?:\+|plus\b|or more\b|or above\b)?"
    rf"(?:\s*(?:-|\u2013|\u2014|to|or)\s*(?P<high>{_NUMBER})\s*\+?)?(?:\s*(?:\+|plus\b|or more\b))?"
    r"[\s-]*(?:full[\s-])?(?P<unit>years?|yrs?|yoe|months?)\b(?:['\u2019])?|\b(?P<decade>a|one) decade\b",
    re.IGNORECASE,
)
_NOT_BEFORE = re.compile(
    r"(?:last|past|next|first|previous|every|within|founded|in business|over the|our|renewed for|"
    r"up to|after|ago,?|the company.s|combined)\s*$",
    re.IGNORECASE,
)
_NOT_AFTER = re.compile(
    r"\s*(?:old|ago|of age|contracts?|fixed|plans?|vesting|warranty|later|in a row|in business|of "
    r"operation\b|of funding|appointment|term\b|per\b|roadmap|"
    r"internships?|duration|program(?:me)?s?\b|strategy|running\s*(?:$|[.,;]))",
    re.IGNORECASE,
)
_EXPERIENCE = re.compile(
    r"experien|work|of\b|in\b|as\b|with|build|develop|industry|hands|post|professional|relevant", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class YearsAsked:
    """The least number of years asked for, and where the wording stands in the text that was read."""

    years: float
    start: int
    end: int


def read_years(text: str) -> Iterator[YearsAsked]:
    """Each number of years of experience in `text`, the lower bound of a range; no ages, no company history."""
    for match in _YEARS.finditer(text):
        if _NOT_BEFORE.search(text[max(0, match.start() - 20) : match.start()]) or _NOT_AFTER.match(text, match.end()):
            continue
        months = (match.group("unit") or "").lower().startswith("month")
        if months and not _EXPERIENCE.match(text[match.end() :].lstrip()):
            continue
        low = 10.0 if match.group("decade") else _number(match.group("low"))
        yield YearsAsked(round(low / 12, 2) if months else low, match.start(), match.end())


def _number(word: str) -> float:
    return float(_WORDS.get(word.lower(), 0) or word)
