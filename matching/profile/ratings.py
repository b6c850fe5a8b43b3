# ruff: noqa: RUF001
"""How well somebody says that they know a skill, and for how long: "Python (10 years)", "Go ●●●○○", "SQL 4/5".

The words of the rating are no part of the skill's name. Dots, stars and parts of a whole become one form ("3/5"); a
word stays as it was written, because "advanced" means what its writer meant.
"""

import re
from dataclasses import dataclass, replace

from matching.text import Span

_GRADE = (
    r"(?:expert(?:\s+level)?|very\s+good|excellent|advanced|proficient|fluent|strong|skilled|experienced|confident|senior|solid|good|competent|"
    r"intermediate|medium|working|conversant|familiar|basics?|beginner|elementary|novice|junior|limited|some|learning|"
    r"experte|sehr\s+gut|fortgeschritten|gut|grundkenntnisse|avancé|confirmé|intermédiaire|débutant|notions|avanzado|intermedio|básico)"
)
_SURE_GRADE = (
    r"(?:expert|advanced|proficient|fluent|skilled|experienced|intermediate|"
    r"conversant|familiar|confident|competent|beginner)"
)
_NOUN = r"(?:\s+(?:knowledge|experience|skills?|understanding|command|level|user|proficiency))?"
"""Optional; without its last sign it is demanded, as behind "good" and "working"."""
_YEARS = (
    r"(?:(?:over|more\s+than|about|approx\.?|ca\.?|~|>)\s*)?(?P<years>\d{1,2})(?:[.,]5)?\s*\+?\s*(?:years?|yrs?\.?|y\b|jahren?|ans|años)"
    r"(?:['’]?\s+(?:of\s+)?(?:experience|use|practice|exp\.?))?"
)
_SIGNS = r"(?P<full>[●★■▮⬤◆▰✔🟊⭐*]{1,10})(?P<empty>[○☆□▯◯◇▱✩]{0,10})"
_PART = r"(?P<part>\d{1,2}(?:\.5)?\s?/\s?(?:5|10)|\d{1,3}\s?%)"
_RATING = rf"(?:{_YEARS}|(?P<grade>{_GRADE}){_NOUN}|{_PART}|{_SIGNS})"
_ALONE = re.compile(rf"[\s(\[–—:-]*{_RATING}[\s)\]]*", re.IGNORECASE)
_BEHIND = re.compile(
    rf"(?<=\S)(?:\s*[(\[]\s*(?P<inner>[^()\[\]]{{1,40}})[)\]]|\s*[:–—-]\s+(?P<dashed>[^()\[\]:–—]{{1,40}})|\s+(?P<plain>{_PART}|{_SIGNS}|{_YEARS}))\s*$".replace(
        "(?P<years>", "(?:"
    )
    .replace("(?P<full>", "(?:")
    .replace("(?P<empty>", "(?:")
    .replace("(?P<part>", "(?:"),
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"(?:(?:{_YEARS})\s*(?:of|in|with|using|:)\s+|(?:an?\s+)?(?P<grade>{_SURE_GRADE}{_NOUN}|{_GRADE}{_NOUN[:-1]})"
    r"\s+(?:in|with|at|of|user\s+of)\s+)(?=\S)",
    re.IGNORECASE,
)
_AT = re.compile(r"\s+(?:in|since|until|by)\s+(?:19|20)\d\d\s*$")


@dataclass(frozen=True, slots=True)
class Rated:
    """A skill's name in the piece, the level as said, and the years as said; "" where nothing is said."""

    name: Span
    level: str = ""
    years: str = ""


def rated(text: str) -> Rated:
    """The name of a skill without its rating, and the rating."""
    # "10 years of Rust in 2020": when it was so is no part of a name.
    whole = Span(0, len(_AT.sub("", text)))
    found = Rated(whole)
    before = _BEFORE.match(text)
    if before:
        found = Rated(Span(before.end(), whole.end), before["grade"] or "", before["years"] or "")
    while (behind := _BEHIND.search(text, found.name.start, found.name.end)) and behind.start() > found.name.start:
        said = behind["inner"] or behind["dashed"] or behind["plain"]
        parts = [rating_of(each) for each in re.split(r"\s*[,;|–]\s*|\s+-\s+|/(?!\s?\d)", said)]
        if not all(parts):
            break
        for each in parts:
            found = replace(found, level=found.level or each.level, years=found.years or each.years)  # type: ignore[union-attr]
        found = replace(found, name=Span(found.name.start, behind.start()))
    return found


def rating_of(text: str) -> Rated | None:
    """What a piece says that is a rating and nothing else; None when it is more, or something else."""
    match = _ALONE.fullmatch(text)
    if match is None:
        return None
    level = match["grade"] or (match["part"] or "").replace(" ", "")
    if match["full"]:
        whole = len(match["full"]) + len(match["empty"])
        level = f"{len(match['full'])}/{whole if match['empty'] else max(5, whole)}"
    return Rated(Span(len(text), len(text)), level, match["years"] or "")
