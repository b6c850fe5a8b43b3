"""Whose resumes are compared, and as which version: what a ranking starts from and asks again before it writes."""

from django.db.models import F, OuterRef, QuerySet, TextField
from django.db.models.functions import MD5, Cast, Concat

from recruit.candidates.models import Resume, ResumeState
from recruit.matches.models import Match

# of everything that is judged: a correction may change dates or layers and leave the blind text as it was
VERSION = MD5(Concat(Cast("profile", TextField()), Cast("reading", TextField())))


def rankable_resumes() -> QuerySet[Resume]:
    """Current resumes of people who have not withdrawn, read and classified; merged records are one person."""
    return _standing_for_somebody().exclude(reading={}).order_by("digest", "id")


def of_people_who_stay(matches: QuerySet[Match]) -> QuerySet[Match]:
    """Those of `matches` whose person is still here by a resume that was read, ranked just now or not.

    A person whose newer resume waits for its vectors or its layer keeps their place until that one is ranked.
    """
    theirs = _standing_for_somebody().filter(candidate=OuterRef("candidate"))
    return matches.filter(resume__candidate=F("candidate"), candidate__in=theirs.values("candidate"))


def _standing_for_somebody() -> QuerySet[Resume]:
    rows = Resume.objects.filter(current=True, state=ResumeState.READ, candidate__withdrawn_at=None)
    return rows.filter(candidate__merged_into=None)
