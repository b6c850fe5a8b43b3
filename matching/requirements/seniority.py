"""The level of a role: from its title, else from the years that it asks for."""

import re
from collections.abc import Sequence

from matching.values import Priority, Requirement

_TITLES = (
    ("intern", r"\b(?:intern|internship|trainee|apprentice|working student|werkstudent|co-op)\b"),
    ("head", r"\b(?:head of|director|vp|vice president|chief|c[tpdia]o|caio|founding cto|managing partner)\b"),
    ("lead", r"\b(?:lead|team lead|tech lead|engineering manager|manager of|group manager|leader)\b"),
    ("staff", r"\b(?:staff|principal|distinguished|fellow|l6|l7)\b"),
    ("senior", r"\b(?:senior|sr\.?|snr|expert|experienced|iii|iv|l5)(?![\w])"),
    ("junior", r"\b(?:junior|jr\.?|entry[- ]level|graduate|associate|new grad|i)(?![\w'\u2019])"),
    ("mid", r"\b(?:mid[- ]?level|mid[- ]?senior|intermediate|mid|ii)\b"),
)
_PATTERNS = tuple((level, re.compile(pattern, re.IGNORECASE)) for level, pattern in _TITLES)
_PRODUCT_LEAD = re.compile(r"\blead (?:generation|gen)\b", re.IGNORECASE)


def seniority_of(title: str, requirements: Sequence[Requirement]) -> str:
    """One of intern, junior, mid, senior, staff, lead, head; "" when neither title nor years tell."""
    named = _PRODUCT_LEAD.sub("", title)
    level = next((level for level, pattern in _PATTERNS if pattern.search(named)), "")
    if level:
        return level
    asked = [each.years for each in requirements if each.years and each.priority is Priority.MUST]
    return _by_years(max(asked)) if asked else ""


def _by_years(years: float) -> str:
    for least, level in ((10.0, "staff"), (5.0, "senior"), (2.0, "mid")):
        if years >= least:
            return level
    return "junior"
