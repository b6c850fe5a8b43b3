"""How alike two people's facts are, in [0, 1], with every reason that speaks for or against.

A logistic sum of a few weights, set by thought and not fitted: what one strong fact (a mailbox, a phone, a profile)
proves together with a fitting name, and what a name proves only together with an employer and its dates. Below
`PROPOSED` nobody is asked. What keeps people apart who share much: siblings with one address have different given
names, namesakes have different careers, father and son were somewhere else in the same years.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from rapidfuzz.fuzz import token_set_ratio

from recruit.candidates.likeness.facts import Facts, Study, Tenure
from recruit.candidates.likeness.names import Fit, best_fit
from recruit.candidates.likeness.wording import name_words

PROPOSED = 0.5
_BIAS = -5.0
_NAMES = {
    Fit.SAME: 2.5,
    Fit.CLOSE: 2.0,
    Fit.COMPATIBLE: 1.4,
    Fit.SLIP: 0.8,
    Fit.RENAMED: -1.5,
    Fit.UNKNOWN: 1.5,
    Fit.DIFFERENT: -6.0,
}
_EMAIL, _PHONE, _LINK = 4.0, 3.0, 4.0
_OTHER_EMAIL, _OTHER_PHONE, _OTHER_LINK = -0.3, -0.3, -2.0
_JOB, _MORE_JOBS, _SAME_DATES, _OVERLAPPING_JOB = 2.9, 1.5, 1.8, 0.7
_ELSEWHERE = -3.0
_STUDY, _SCHOOL, _OTHER_STUDY = 1.5, 0.5, -1.5
_SAME_PLACE = 88
_MONTH, _LONG_OVERLAP = 31, 180


@dataclass(frozen=True, slots=True)
class Reason:
    """One fact compared, in words that name no value; `weight` above 0 speaks for one person, below for two."""

    fact: str
    words: str
    weight: float


@dataclass(frozen=True, slots=True)
class Likeness:
    """The score and its reasons, the weightiest first."""

    score: float
    reasons: tuple[Reason, ...]

    @property
    def proposed(self) -> bool:
        """Enough to ask a person."""
        return self.score >= PROPOSED


def compare(first: Facts, second: Facts) -> Likeness:
    """How likely both are one person. Symmetrical."""
    found = [
        reason for reason in (rule(first, second) for rule in _RULES) if reason is not None and reason.weight != 0.0
    ]
    total = _BIAS + sum(reason.weight for reason in found)
    reasons = sorted(found, key=lambda each: (-abs(each.weight), each.fact))
    return Likeness(round(1 / (1 + math.exp(-total)), 4), tuple(reasons))


def _name(one: Facts, two: Facts) -> Reason:
    return Reason("name", name_words(one.names, two.names), _NAMES[best_fit(one.names, two.names)])


def _emails(one: Facts, two: Facts) -> Reason | None:
    same = bool(set(one.emails) & set(two.emails))
    return _shared("e-mail", one.emails, two.emails, same=same, weights=(_EMAIL, _OTHER_EMAIL))


def _phones(one: Facts, two: Facts) -> Reason | None:
    same = any(same_number(a, b) for a in one.phones for b in two.phones)
    return _shared("phone", one.phones, two.phones, same=same, weights=(_PHONE, _OTHER_PHONE))


def _links(one: Facts, two: Facts) -> Reason | None:
    if set(one.links) & set(two.links):
        return Reason("profile", "Same profile link", _LINK)
    sites = {link.partition("/")[0] for link in one.links} & {link.partition("/")[0] for link in two.links}
    return Reason("profile", "Different pages at the same site", _OTHER_LINK) if sites else None


def _shared(
    fact: str, one: tuple[str, ...], two: tuple[str, ...], *, same: bool, weights: tuple[float, float]
) -> Reason | None:
    if not one or not two:
        return None
    named = {"e-mail": "e-mail address", "phone": "phone number"}[fact]
    return Reason(fact, f"{'Same' if same else 'Different'} {named}", weights[0] if same else weights[1])


def _work(one: Facts, two: Facts) -> Reason | None:
    dated = [[job for job in each.work if job.start] for each in (one, two)]
    if not dated[0] or not dated[1]:
        return None
    same = sum(any(same_job(a, b) for b in dated[1]) for a in dated[0])
    if same:
        words = "Same employer and dates" if same == 1 else f"Same employers and dates, {same} times"
        return Reason("work", words, _JOB + _MORE_JOBS * min(same - 1, 2))
    # a reader that missed the employers still gives the dates
    if sum(any(_same_dates(a, b) for b in dated[1]) for a in dated[0]) > 1:
        return Reason("work", "Same dates of several jobs", _SAME_DATES)
    overlapping = [(a, b) for a in dated[0] for b in dated[1] if _overlap(a, b) > _LONG_OVERLAP]
    if any(same_place(a.organisation, b.organisation) for a, b in overlapping):
        return Reason("work", "Same employer, other dates", _OVERLAPPING_JOB)
    elsewhere = any(a.organisation and b.organisation for a, b in overlapping)
    return Reason("work", "At different employers at the same time", _ELSEWHERE) if elsewhere else None


def _studies(one: Facts, two: Facts) -> Reason | None:
    pairs = [(a, b) for a in one.studies for b in two.studies if a.school and b.school]
    schools = [(a, b) for a, b in pairs if same_place(a.school, b.school)]
    if any(a.year and a.year == b.year for a, b in schools):
        return Reason("education", "Same school and year", _STUDY)
    if schools and not all(_years_apart(a, b) for a, b in schools):
        return Reason("education", "Same school", _SCHOOL)
    years = [{study.year for study in each.studies if study.year} for each in (one, two)]
    apart = bool(years[0] and years[1] and not years[0] & years[1])
    return Reason("education", "Different schools or years", _OTHER_STUDY) if apart else None


Rule = Callable[[Facts, Facts], Reason | None]
_RULES: tuple[Rule, ...] = (_name, _emails, _phones, _links, _work, _studies)


def same_number(one: str, two: str) -> bool:
    """Equal numbers, or one without the other's country code."""
    if one.startswith("+") == two.startswith("+"):
        return one == two
    longer, shorter = sorted((one, two), key=lambda each: each.startswith("+"), reverse=True)
    return longer.endswith(shorter)


def same_place(one: str, two: str) -> bool:
    """One employer or school, written in full or in part."""
    if not one or not two:
        return False
    return one == two or (min(len(one), len(two)) >= 4 and token_set_ratio(one, two) >= _SAME_PLACE)


def same_job(one: Tenure, two: Tenure) -> bool:
    """The same employer from the same month on (a year alone fits any month of it)."""
    if one.start is None or two.start is None or not same_place(one.organisation, two.organisation):
        return False
    return _same_day(one.start, two.start) and _fits(one, two)


def _same_dates(one: Tenure, two: Tenure) -> bool:
    nameless = not one.organisation or not two.organisation
    same = bool(one.start and two.start and _same_day(one.start, two.start))
    return nameless and same and _fits(one, two)


def _fits(one: Tenure, two: Tenure) -> bool:
    """The ends agree, or the older of the two resumes was written before there was one."""
    if one.end is None or two.end is None:
        return True
    return _same_day(one.end, two.end) or one.end.year == two.end.year


def _same_day(one: date, two: date) -> bool:
    if abs((one - two).days) <= _MONTH:
        return True
    return one.year == two.year and (one.month == 1 or two.month == 1)


def _overlap(one: Tenure, two: Tenure) -> int:
    """Days that both jobs cover."""
    starts = max(job.start or date.max for job in (one, two))
    return (min(_end_of(one), _end_of(two)) - starts).days


def _end_of(job: Tenure) -> date:
    """Without a stated end a job counts for a year, or to this day while it lasts."""
    if job.end is not None:
        return job.end
    started = job.start or date.max
    return date.max if job.current else date.fromordinal(min(started.toordinal() + 365, date.max.toordinal()))


def _years_apart(one: Study, two: Study) -> bool:
    return bool(one.year and two.year and one.year != two.year)
