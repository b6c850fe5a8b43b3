"""The level of a role: from its title, else from the years that it asks for."""

from collections.abc import Sequence

from matching.skills.titles import level_of
from matching.values import Priority, Requirement


def seniority_of(title: str, requirements: Sequence[Requirement]) -> str:
    """One of intern, junior, mid, senior, staff, lead, head; "" when neither title nor years tell."""
    level = level_of(title)
    if level:
        return level
    asked = [each.years for each in requirements if each.years and each.priority is Priority.MUST]
    return _by_years(max(asked)) if asked else ""


def _by_years(years: float) -> str:
    for least, level in ((10.0, "staff"), (5.0, "senior"), (2.0, "mid")):
        if years >= least:
            return level
    return "junior"
