"""Stated dates as ranges: ISO days and months exactly as they stand, everything else as resumes write it."""

import calendar
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from matching.profile.dates import DateRange, find_dates
from matching.text import Span
from matching.values import Field

_ISO = re.compile(r"([12]\d{3})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:T.*)?")
_NOW = re.compile(r"\s*(?:present|current(?:ly)?|now|today|ongoing|to\s+date)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Day:
    first: date
    last: date
    months: bool


def stated_range(row: Mapping[str, Field], *, read: DateRange | None, span: Span) -> DateRange | None:
    """The stated start and end; what is not stated is as read. An end stated as empty or "present" is open."""
    if "startDate" not in row and "endDate" not in row:
        return read
    base = read or DateRange(span, None, None, current=False, start_month=True, end_month=True)
    if "startDate" in row:
        start = _day(row["startDate"].value)
        months = bool(start and start.months)
        base = replace(base, start=start.first if start else None, start_month=months)
    if "endDate" in row:
        base = _ended(base, row["endDate"].value)
    return base if base.start or base.end or base.current else None


def _ended(base: DateRange, value: str) -> DateRange:
    end = _day(value)
    if end is None:
        open_end = not value.strip() or _NOW.fullmatch(value) is not None
        return replace(base, end=None, current=open_end and base.start is not None)
    last = end.last
    if not end.months and base.start is not None and end.first.year > base.start.year:
        # A year alone is the difference of years: 2016 to 2019 are three.
        last = end.first
    return replace(base, end=last, current=False, end_month=end.months)


def _day(value: str) -> _Day | None:
    match = _ISO.fullmatch(value.strip())
    if match is None:
        found = find_dates(value)
        if not found or found[0].start is None:
            return None
        return _Day(found[0].start, found[0].end or found[0].start, found[0].months)
    year, month, day = int(match[1]), int(match[2] or 0), int(match[3] or 0)
    try:
        if day:
            return _Day(date(year, month, day), date(year, month, day), months=True)
        if month:
            return _Day(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]), months=True)
    except (ValueError, calendar.IllegalMonthError):
        return None
    return _Day(date(year, 1, 1), date(year, 12, 31), months=False)
