# ruff: noqa: RUF001
"""Dates and date ranges as resumes write them, each with its span.

Our own parser, because resumes use few forms and a general one reads "May" and "2 to 3" as dates. A year alone
is taken as the difference of years ("2016-2019" is three years), a month as the whole month. Two-digit years
need an apostrophe or a four-digit partner.
"""

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from matching.text import Span

_MONTH = (
    r"(?:janvier|januar|janeiro|gennaio|enero|f[ée]vrier|februar|febrero|fevereiro|febbraio|mars|m[äa]rz|marzo|março|avril|abril|aprile|"
    r"mai|mayo|maio|maggio|juin|juni|junio|junho|giugno|juillet|juli|julio|julho|luglio|ao[ûu]t|agosto|septembre|septiembre|setembro|"
    r"settembre|octobre|oktober|octubre|outubro|ottobre|novembre|noviembre|novembro|d[ée]cembre|dezember|diciembre|dezembro|dicembre|"
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_FOREIGN = (
    ("ene", "gen"), ("fé", "fe"), ("mär", "març"), ("avr", "abr"),
    ("mai", "may", "mag"), ("juin", "giu"), ("juil", "lug"),
    ("ao", "ago"), ("set",), ("okt", "out", "ott"), (), ("dé", "dez", "dic"),
)  # fmt: skip
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_YEAR = r"(?:19[5-9]\d|20[0-4]\d)"
_SEASONS = {"spring": 3, "summer": 6, "fall": 9, "autumn": 9, "winter": 12}
_EDGES = (
    (re.compile(r"beginning|start\b|anfang|d[ée]but|principios|inicios"), 1),
    (re.compile(r"\bend[e]?\b|\bfin(?:ales)?\b"), 12),
)
_NEARLY = (
    (re.compile(r"first\b"), (1, 6)),
    (re.compile(r"second\b"), (7, 12)),
    (re.compile(r"early"), (1, 3)),
    (re.compile(r"mid|mitte|mediados|\bmi\b"), (6, 7)),
    (re.compile(r"late"), (10, 12)),
)
"""The months that words for a part of a year stand for, as a start and as an end. They name no month, so what was
written stays a year."""
_PART = (
    r"(?:\b(?:the\s+)?(?:very\s+)?(?:early|mid(?:dle)?|late|beginning|start|end|(?:first|second)\s+half|anfang|mitte|ende"
    r"|d[ée]but|mi|fin(?:ales)?|principios|mediados|inicios)[\s-]+(?:part\s+)?(?:in\s+|of\s+|de\s+)?(?:the\s+)?(?:year\s+)?)"
)
_POINT = (
    rf"(?:(?:\d{{1,2}}(?:st|nd|rd|th)?\s+|{_PART})?{_MONTH}\b\.?,?\s*(?:of\s+|\d{{1,2}}(?:st|nd|rd|th)?,\s*)?(?:{_YEAR}|['’]\d\d)"
    rf"|\d{{1,2}}/\d{{1,2}}/{_YEAR}|\d{{1,2}}\.\d{{1,2}}\.{_YEAR}|\d{{1,2}}\s?[/.]\s?{_YEAR}"
    rf"|\b(?:x[i]{{0,2}}|i[xv]|v?i{{1,3}}|v)\s{_YEAR}"
    rf"|{_YEAR}[-/.](?:1[0-2]|0?[1-9])(?:[-/.]\d{{1,2}})?(?!\d)"
    rf"|{_PART}?(?:the\s+)?(?:spring|summer|fall|autumn|winter|q[1-4])[\s-]*(?:of\s+)?{_YEAR}(?:/\d\d)?"
    rf"|{_PART}{_YEAR}|{_YEAR})(?!\d)"
)
_NOW = (
    r"(?:the\s+)?(?:present|current(?:ly)?|now|today|ongoing|aujourd['’]hui|heute|actualidad|"
    r"actual|presente|atual|oggi|(?:to|till|until)[\s-]*date|date)\b"
)
_JOIN = (
    r"\s*(?:->|→|-{2,3}|[-–—]\s*to\b|\bup\s+to\b|~|\n\s*•|-|–|—|−|\bto\b|\bbis\b|\bau?\b|\buntil\b|\btill\b|"
    r"\bthrough\b|\bthru\b|\band\b|/(?!\d))\s*"
)
_RANGE = re.compile(
    rf"(?<![\d/.-])(?:\b(?:from|between|von|zwischen)\s+)?"
    rf"(?:(?P<start>{_POINT})(?:{_JOIN}(?:(?P<end>{_POINT})|(?P<now>{_NOW}))|\s*[-–—]\s*(?P<short>\d\d)(?![\d/.-]))"
    rf"|(?P<brief>(?:1[0-2]|0?[1-9])/\d\d)\s*[-–—]\s*(?:(?P<briefly>(?:1[0-2]|0?[1-9])/\d\d)|(?P<still>{_NOW}))(?![\d/])"
    rf"|(?P<month>{_MONTH})\b\.?{_JOIN}(?P<last>{_MONTH}\b\.?,?\s*{_YEAR})"
    rf"|\b(?:ever\s+)?(?:since|seit|depuis|desde|as\s+of|starting(?:\s+in)?)\s+(?P<since>{_POINT})"
    rf"|(?P<open>{_POINT})(?:\s*[-–—]\s*(?=[)\]\n|]|$)|\s+(?:on|onwards?)\b))",
    re.IGNORECASE,
)
_SINGLE = re.compile(rf"(?<![\d/.,$€£-])(?P<start>{_POINT})(?![%\d/]|,\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DateRange:
    """What a range says; `end` is None when open. `start_month` and `end_month` are False when only a year stands;
    `turned` when the end was written before the start.
    """

    span: Span
    start: date | None
    end: date | None
    current: bool
    start_month: bool
    end_month: bool
    turned: bool = False

    @property
    def months(self) -> bool:
        """True when every end that stands says its month."""
        return self.start_month and (self.end_month or self.current)

    @property
    def written_start(self) -> str:
        """The start as exactly as it was written: "2019-03", "2019", or ""."""
        return _as_written(self.start, month=self.start_month)

    @property
    def written_end(self) -> str:
        """The end as exactly as it was written; "" while it is open."""
        return "" if self.current else _as_written(self.end, month=self.end_month)

    def moved(self, by: int) -> "DateRange":
        """The same range in a text that begins `by` characters earlier."""
        return replace(self, span=Span(self.span.start + by, self.span.end + by))

    def interval(self, today: date) -> tuple[date, date] | None:
        """First and last day, an open end being today; None when nothing is certain or it lies in the future."""
        if self.start is None or self.start > today:
            return None
        end = today if self.current or self.end is None else min(self.end, today)
        return (self.start, end) if end >= self.start else None


def _as_written(day: date | None, *, month: bool) -> str:
    return "" if day is None else f"{day:%Y-%m}" if month else f"{day:%Y}"


@dataclass(frozen=True, slots=True)
class _Point:
    year: int
    month: int | None
    nearly: tuple[int, int] | None = None

    def first(self) -> date:
        return date(self.year, self.month or (self.nearly[0] if self.nearly else 1), 1)

    def last(self) -> date:
        month = self.month or (self.nearly[1] if self.nearly else None)
        if month is None:
            return date(self.year, 1, 1)
        return date(self.year, month, calendar.monthrange(self.year, month)[1])


def find_ranges(content: str) -> tuple[DateRange, ...]:
    """Every range in `content`, in order, also over line breaks ("March 2014\\nto\\nMay 2016")."""
    return tuple(_range(match) for match in _RANGE.finditer(content))


def find_dates(content: str) -> tuple[DateRange, ...]:
    """Ranges, and the single dates that stand outside of them (a single date starts and ends in itself)."""
    ranges = find_ranges(content)
    singles = (
        _single(match)
        for match in _SINGLE.finditer(content)
        if not any(each.span.start <= match.start() < each.span.end for each in ranges)
    )
    return tuple(sorted((*ranges, *singles), key=lambda each: each.span))


def union_years(intervals: list[tuple[date, date]]) -> float:
    """Years covered by at least one interval (days inclusive, 365.25 a year, two decimals); overlaps count once."""
    days, reach = 0, date.min
    for start, end in sorted(intervals):
        begin = max(start, reach)
        if end >= begin:
            days += (end - begin).days + 1
            reach = end + timedelta(days=1)
    return round(days / 365.25, 2)


def _range(match: re.Match[str]) -> DateRange:
    span = Span(*match.span())
    if match["since"] or match["open"]:
        point = _point(match["since"] or match["open"])
        return DateRange(span, point.first(), None, current=True, start_month=point.month is not None, end_month=False)
    if match["brief"]:
        start = _brief(match["brief"])
        if match["still"]:
            return DateRange(span, start.first(), None, current=True, start_month=True, end_month=False)
        end = _brief(match["briefly"])
    elif match["month"]:
        end = _point(match["last"])
        first = _month(match["month"].lower())
        start = _Point(end.year - (first > (end.month or 12)), first)
    else:
        start = _point(match["start"])
        if match["now"]:
            return DateRange(
                span, start.first(), None, current=True, start_month=start.month is not None, end_month=False
            )
        end = _point(match["end"]) if match["end"] else _Point(start.year // 100 * 100 + int(match["short"]), None)
    return _closed(span, start, end)


def _closed(span: Span, start: _Point, end: _Point) -> DateRange:
    turned = (start.year, start.month or 1) > (end.year, end.month or 12)
    if turned:
        start, end = end, start
    whole = start.year == end.year and end.month is None and end.nearly is None
    last = date(end.year, 12, 31) if whole else end.last()
    exact = {"start_month": start.month is not None, "end_month": end.month is not None}
    return DateRange(span, start.first(), last, current=False, turned=turned, **exact)


def _single(match: re.Match[str]) -> DateRange:
    point = _point(match["start"])
    last = point.last() if point.month or point.nearly else date(point.year, 12, 31)
    return _lone(Span(*match.span()), point, last)


def _lone(span: Span, point: _Point, last: date) -> DateRange:
    month = point.month is not None
    return DateRange(span, point.first(), last, current=False, start_month=month, end_month=month)


def _point(written: str) -> _Point:
    text = written.lower()
    return _named(text) or _numbered(text)


def _named(text: str) -> _Point | None:
    word = re.search(rf"{_MONTH}", text)
    if word:
        digits = re.findall(r"\d{4}|['’]\d\d", text)[-1]
        year = int(digits) if digits.isdigit() else _century(int(digits[1:]))
        return _Point(year, _month(word[0]))
    year = int(re.findall(_YEAR, text)[-1])
    for season, month in _SEASONS.items():
        if season in text:
            return _Point(year, month)
    roman = re.match(r"[ivx]+(?=\s)", text)
    if roman and roman[0] in _ROMAN:
        return _Point(year, _ROMAN.index(roman[0]) + 1)
    quarter = re.search(r"\bq([1-4])", text)
    return _Point(year, int(quarter[1]) * 3 - 2) if quarter else _part(text, year)


def _part(text: str, year: int) -> _Point | None:
    """ "The end of 2019" is its last month; "late 2019" says no month, but lies at the end of the year."""
    for pattern, month in _EDGES:
        if pattern.search(text):
            return _Point(year, month)
    return next((_Point(year, None, months) for pattern, months in _NEARLY if pattern.search(text)), None)


def _numbered(text: str) -> _Point:
    year = int(re.findall(_YEAR, text)[-1])
    if re.match(r"\d{4}", text):
        year = int(text[:4])
    others = [int(number) for number in re.findall(r"\d+", text) if number != str(year)]
    if re.match(r"\d{1,2}\.\d{1,2}\.", text):
        # With dots the day stands first, all over Europe.
        others.reverse()
    month = next((number for number in others if 1 <= number <= 12), None)
    return _Point(year, month)


def _century(two: int) -> int:
    return 2000 + two if two < 50 else 1900 + two


def _brief(written: str) -> _Point:
    month, year = written.split("/")
    return _Point(_century(int(year)), int(month))


def _month(word: str) -> int:
    if (word[:3] in _MONTHS and not word.startswith("mar")) or word[:4] in {"mar", "marc", "mars", "març", "marz"}:
        return _MONTHS.index(word[:3]) + 1
    return next(row for row, starts in enumerate(_FOREIGN) if word.startswith(starts)) + 1
