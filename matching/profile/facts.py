# ruff: noqa: RUF001
"""Facts about a person that rules read: degree, place, wishes about place.

All from the blind text, all only when stated. A place is where the header
says that the person lives, not where a job was.
"""

import re
from collections.abc import Iterator, Sequence

from matching.profile.countries import CITIES, COUNTRIES, country_of
from matching.profile.lines import Line
from matching.profile.sections import Block
from matching.text import Span
from matching.values import Section

_DEGREES = (
    ("phd", re.compile(r"\bph\.?\s?d\b|\bdoctorate\b|\bdoctor\s+of\b|\bd\.?\s?phil\b|\bdr\.\s?-?ing\b", re.I)),
    (
        "master",
        re.compile(
            r"\bmaster(?:['’]?s)?\s+(?:of|in|degree|thesis)|\bmaster['’]?s\b|\bm\.?\s?sc\b|\bm\.?\s?eng\b|\bm\.?\s?tech\b|\bmba\b|\bm\.\s?[as]\.?(?!\w)"
            r"|\bM[AS]\b(?=[\s,]+(?:in\b|of\b|[A-Z]))|\bm\.?\s?phil\b|\bdiplom(?!a)\b|\bdipl\.|\bmagister\b|\bmmath\b|\bma[îi]trise\b|\bmaestr[íi]a\b|\bmáster\b",
            re.I,
        ),
    ),
    (
        "bachelor",
        re.compile(
            r"\bbachelor(?:['’]?s)?\b|\bb\.?\s?sc\b|\bb\.?\s?eng\b|\bb\.?\s?tech\b|\bb\.\s?[as]\.?(?!\w)|\bB[AS]\b(?=[\s,:]+(?:in\b|of\b|[A-Z]|\())|\bbba\b|\bllb\b"
            r"|\blicenciatura\b|\blaurea\b|\blicen[cs]e\s+(?:in|en|de)\b|\bgrado\s+en\b|\bingenier[íi]a\s+en\b|\bb\.?\s?com\b|\bundergraduate\s+degree",
            re.I,
        ),
    ),
)
_UNFINISHED = re.compile(
    r"\b(?:dropped\s+out|incomplete|not\s+completed|withdr[ae]wn?|coursework\s+toward|abandoned)\b", re.I
)
_REMOTE_YES = re.compile(
    r"\b(?:remote(?:ly)?\s+(?:only|preferred|first|roles?|work|position)|(?:open|prefer\w*|looking|available|willing|happy)\s+(?:to|for)\s+(?:work\w*\s+)?(?:fully\s+)?remote\w*|remote\s*[:(]\s*yes|work(?:ing)?\s+remotely\s+preferred)\b",
    re.I,
)
_REMOTE_NO = re.compile(
    r"\b(?:on-?site\s+only|no\s+remote|not\s+(?:open|available)\s+(?:to|for)\s+remote|office\s+only)\b", re.I
)
_MOVE_NO = re.compile(
    r"\b(?:not?\s+(?:willing|open|able|looking|wish\w*|prepared)?\s*(?:to|for)?\s*relocat\w*|cannot\s+relocate|no\s+relocation|unable\s+to\s+relocate|relocat\w+\s*:\s*no)\b",
    re.I,
)
_MOVE_YES = re.compile(
    r"\b(?:(?:willing|open|able|happy|ready|prepared|available|flexible)\s+(?:to|for)\s+relocat\w*|relocat\w+\s*:\s*(?:yes|open)|will\s+relocate|would\s+relocate|open\s+to\s+moving)\b",
    re.I,
)
_REACHED = re.compile(r"(?:[A-Za-z-]+:?\s)?\[(?:email|phone)\]")
_CITY = re.compile(r"(?<![\w@])([A-ZÀ-Þ][\w.'’-]+(?:[ -][A-ZÀ-Þ][\w.'’-]+){0,2})\s*,\s*([A-Z][\w. ]{1,24})")
_LABELLED_PLACE = re.compile(
    r"\b(?:location|based\s+in|lives?\s+in|residence|city|address)\s*[:\-]?\s*([A-ZÀ-Þ][^\n|;•·\[\]]{1,40})",
    re.IGNORECASE,
)


def degree_of(content: str, blocks: Sequence[Block]) -> str:
    """ "phd", "master", "bachelor" or "": the highest that is stated in education, or else outside of work."""
    lines = [line.text for block in blocks if block.section is Section.EDUCATION for line in block.lines]
    if not lines:
        lines = [
            line.text
            for block in blocks
            if block.section not in {Section.WORK, Section.PUBLICATIONS}
            for line in block.lines
        ]
    stated = "\n".join(line for line in lines if not _UNFINISHED.search(line))
    return next((name for name, pattern in _DEGREES if pattern.search(stated)), "")


def place_of(content: str, blocks: Sequence[Block]) -> tuple[str, str, Span | None]:
    """Town, ISO country code and blind span, from the header, or a labelled line; "" when not stated."""
    header = [line for block in blocks if block.section is Section.HEADER for line in block.lines]
    feet = [line for block in blocks if block.section is Section.OTHER for line in block.lines if line.words <= 12]
    beside = [line for block in blocks for line in _beside_contacts(block)]
    for line in (*header, *beside, *feet):
        for place in _places(line.text, labelled_only=line in feet):
            town, country, start, end = place
            return town, country, Span(line.start + start, line.start + end)
    return "", "", None


def _beside_contacts(block: Block) -> Iterator[Line]:
    """Short lines next to an e-mail address or phone number, which a side column may leave anywhere."""
    rows = [row for row, line in enumerate(block.lines) if _REACHED.match(line.text)]
    for row, line in enumerate(block.lines):
        if line.words <= 6 and not line.bullet and any(abs(row - each) <= 2 for each in rows):
            yield line


def _places(text: str, *, labelled_only: bool) -> Iterator[tuple[str, str, int, int]]:
    for match in _CITY.finditer(text) if not labelled_only else ():
        country = country_of(match[2].strip())
        if country:
            yield match[1].strip(), country, match.start(), match.end()
    labelled = _LABELLED_PLACE.search(text)
    if labelled:
        town, _, rest = labelled[1].partition(",")
        country = (
            country_of(rest.strip()) or CITIES.get(town.strip().lower(), "") or COUNTRIES.get(town.strip().lower(), "")
        )
        if country:
            yield (
                ("" if town.strip().lower() in COUNTRIES and not rest else town.strip()),
                country,
                labelled.start(1),
                labelled.end(1),
            )
    for piece in re.finditer(r"[^|•·,;/()\[\]\t]+", text) if not labelled_only else ():
        bare = piece[0].strip()
        lead = piece.start() + piece[0].index(bare) if bare else 0
        if bare.lower() in CITIES:
            yield bare, CITIES[bare.lower()], lead, lead + len(bare)
        elif bare.lower() in COUNTRIES and len(bare) > 2:
            yield "", COUNTRIES[bare.lower()], lead, lead + len(bare)


def wishes_of(content: str) -> tuple[bool | None, bool | None]:
    """Remote and relocation as wished: True, False, or None when not stated."""
    remote = False if _REMOTE_NO.search(content) else True if _REMOTE_YES.search(content) else None
    move = False if _MOVE_NO.search(content) else True if _MOVE_YES.search(content) else None
    return remote, move
