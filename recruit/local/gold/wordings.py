# ruff: noqa: RUF001
"""How people write dates: each wording prints a stay from month to month and knows what it then states.

A wording in years states no month, a season states its first month. What it states is the truth that a reader is held
to, not the month that the person had in mind.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from recruit.local.gold.people import NOW, Stay

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_SEASONS = {3: "Spring", 6: "Summer", 9: "Autumn", 12: "Winter"}
Point = Callable[[int, int], str]


@dataclass(frozen=True)
class Wording:
    """One habit: how a month is written, how both ends are joined, and how an open end is said."""

    point: Point
    joined: str = "{start} – {end}"
    open: str = "{start} – present"
    exact: bool = True

    def printed(self, stay: Stay) -> str:
        """The dates of a stay as this person writes them."""
        start = self.point(*_parts(stay.start))
        if stay.to == NOW:
            return self.open.format(start=start)
        return self.joined.format(start=start, end=self.point(*_parts(stay.to)))

    def stated(self, month: str) -> str:
        """What is said of a month: "2019-03", or "2019" when only years are written."""
        return month if self.exact or (self.point is _season and _parts(month)[1] in _SEASONS) else month[:4]


def _parts(month: str) -> tuple[int, int]:
    year, number = month.split("-")
    return int(year), int(number)


def _full(year: int, month: int) -> str:
    return f"{_MONTHS[month - 1]} {year}"


def _short(year: int, month: int) -> str:
    return f"{_MONTHS[month - 1][:3]} {year}"


def _dotted(year: int, month: int) -> str:
    name = _MONTHS[month - 1]
    return f"{name if len(name) < 5 else 'Sept.' if month == 9 else name[:3] + '.'} {year}"


def _season(year: int, month: int) -> str:
    return f"{_SEASONS[month]} {year}" if month in _SEASONS else str(year)


WORDINGS: Mapping[str, Wording] = {
    "full": Wording(_full),
    "short": Wording(_short, "{start} - {end}", "{start} - Present"),
    "numeric": Wording(lambda year, month: f"{month:02}/{year}", "{start} – {end}", "{start} – now"),
    "years": Wording(lambda year, _: str(year), "{start}–{end}", "{start}–present", exact=False),
    "words": Wording(_full, "from {start} to {end}", "since {start}"),
    "seasons": Wording(_season, "{start} – {end}", "{start} – today", exact=False),
    "iso": Wording(lambda year, month: f"{year}-{month:02}", "{start} – {end}", "{start} – current"),
    "apostrophe": Wording(
        lambda year, month: f"{_MONTHS[month - 1][:3]} ’{year % 100:02}", "{start} – {end}", "{start} – ongoing"
    ),
    "dotted": Wording(_dotted, "{start} to {end}", "{start} to present"),
    "european": Wording(lambda year, month: f"{month:02}.{year}", "{start} - {end}", "{start} - today"),
    "until": Wording(_full, "{start} until {end}", "{start} until now"),
    "between": Wording(_full, "between {start} and {end}", "since {start}"),
    "through": Wording(_short, "{start} through {end}", "{start} through present"),
    "spoken years": Wording(lambda year, _: str(year), "from {start} to {end}", "since {start}", exact=False),
    "loose": Wording(lambda year, month: f"{month}/{year}", "{start} - {end}", "{start} - to date"),
    "upper": Wording(lambda year, month: _short(year, month).upper(), "{start} — {end}", "{start} — PRESENT"),
    "comma": Wording(lambda year, month: f"{_MONTHS[month - 1]}, {year}", "{start} - {end}", "{start} - Current"),
}
