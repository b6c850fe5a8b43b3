"""Dates of structured files: as people write them in a resume, and from other formats' forms to ISO 8601."""

import re

_ISO = re.compile(r"(?P<year>[12]\d{3})(?:-(?P<month>0?[1-9]|1[0-2])(?:-\d{1,2})?)?(?:T[\d:.]+(?:Z|[+-][\d:]+)?)?")
_NAMED = re.compile(r"(?:(?P<day>\d{1,2})\s+)?(?P<month>[A-Za-z]{3})[a-z]*\.?,?\s+(?P<year>[12]\d{3})")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def shown(day: str) -> str:
    """`2013-12-01` as "Dec 2013"; what is no ISO date stays as it is."""
    match = _ISO.fullmatch(day.strip())
    if match is None:
        return day
    return f"{_MONTHS[int(match['month']) - 1]} {match['year']}" if match["month"] else match["year"]


def iso(day: str) -> str:
    """ "Mar 2019" as `2019-03`, `2019-03-01T00:00:00` as `2019-03-01`; what is neither stays as it is."""
    day = day.strip()
    if _ISO.fullmatch(day):
        return day.partition("T")[0]
    match = _NAMED.fullmatch(day)
    if match is None or match["month"].title() not in _MONTHS:
        return day
    month = f"{match['year']}-{_MONTHS.index(match['month'].title()) + 1:02d}"
    return f"{month}-{int(match['day']):02d}" if match["day"] else month
