"""A possible duplicate as a recruiter reads it: what agrees and what differs, fact by fact, both sides under an alias.

Whether two people share a phone number is told in words; which number it is, is not, until somebody reveals the pair,
which is recorded. Employers and dates are shown before, as on every page of a person.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from matching.values import Entry, Profile, Section
from recruit.accounts.models import Member
from recruit.candidates import visible
from recruit.candidates.access import given_by
from recruit.candidates.models import Candidate, Pair, PairState, Resume, ResumeState
from recruit.candidates.reading import profile_of

TABS = {
    "open": (PairState.PROPOSED,),
    "merged": (PairState.MERGED,),
    "apart": (PairState.DISMISSED, PairState.UNMERGED),
}
_FACTS = (
    ("name", "Name", r"basics\.name"),
    ("e-mail", "E-mail", r"basics\.email"),
    ("phone", "Phone", r"basics\.phone"),
    ("profile", "Links", r"basics\.profiles\[\d+\]\.url"),
    ("education", "Education", r"education\[\d+\]\.(?:institution|endDate)"),
)


@dataclass(frozen=True, slots=True)
class Row:
    """One fact on both sides; `sign` is good, bad or "" and `words` say how they compare. Values: () is not stated."""

    label: str
    first: tuple[str, ...]
    second: tuple[str, ...]
    words: str
    sign: str
    covered: bool


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two records."""

    candidate: Candidate
    resume: Resume | None
    work: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """A pair side by side."""

    pair: Pair
    first: Side
    second: Side
    rows: tuple[Row, ...]
    work: Row


def listed(member: Member, *, tab: str) -> QuerySet[Pair]:
    """The pairs of a tab, in order. Open ones only while both records still stand for themselves."""
    rows = visible.pairs_visible_to(member).select_related("first", "second", "kept", "decided_by")
    rows = rows.filter(state__in=TABS[tab])
    if tab == "open":
        return rows.filter(first__merged_into=None, second__merged_into=None).order_by("-score", "id")
    return rows.order_by("-decided_at", "id")


def comparison(pair: Pair) -> Comparison:
    """Both records fact by fact; identity stays covered until the pair was revealed."""
    first, second = _side(pair.first), _side(pair.second)
    revealed = pair.revealed_at is not None
    values = [_values(each) for each in (first, second)]
    rows = tuple(
        _row(pair, fact, label, (values[0][fact], values[1][fact]), covered=not revealed) for fact, label, _ in _FACTS
    )
    work = ((" ",) * bool(first.work), (" ",) * bool(second.work))
    return Comparison(pair, first, second, rows, _row(pair, "work", "Work", work, covered=False))


def _side(candidate: Candidate) -> Side:
    read = given_by(candidate).filter(state=ResumeState.READ)
    resume = read.order_by("-current", "-received_at", "id").first()
    profile = profile_of(resume) if resume else None
    work = tuple(each for each in profile.entries if each.section is Section.WORK) if profile else ()
    return Side(candidate, resume, work)


def _values(side: Side) -> dict[str, tuple[str, ...]]:
    person, profile = side.candidate, profile_of(side.resume) if side.resume else None
    on_file = {"name": person.name, "e-mail": person.email, "phone": person.phone}
    return {
        fact: tuple(dict.fromkeys(each for each in (on_file.get(fact, ""), *_fields(profile, pattern)) if each))
        for fact, _, pattern in _FACTS
    }


def _fields(profile: Profile | None, pattern: str) -> Iterator[str]:
    for each in profile.fields if profile else ():
        if re.fullmatch(pattern, each.name):
            yield each.value


def _row(pair: Pair, fact: str, label: str, values: Sequence[tuple[str, ...]], *, covered: bool) -> Row:
    first, second = values
    reason = next((each for each in pair.reasons if each["fact"] == fact), None)
    if reason is not None:
        return Row(label, first, second, reason["words"], _sign(reason["weight"]), covered)
    words = "Nothing to compare" if first and second else "Stated by one" if first or second else "Not stated"
    return Row(label, first, second, words, "", covered)


def _sign(weight: float) -> str:
    """Another address says little: it is shown, and alarms nobody."""
    return "good" if weight > 0 else "bad" if weight < -1 else ""
