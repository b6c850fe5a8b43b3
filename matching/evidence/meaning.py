"""Which passage says most about a requirement, and whether what it says is enough.

Thresholds were chosen by reading requirement and passage pairs of real resumes with this model (all-MiniLM-L6-v2):
above a cosine of .55 the passage nearly always speaks of the thing asked, between .42 and .55 of its neighbourhood,
below that of something else that shares a word. Another model needs its own.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from matching.evidence.finding import Case
from matching.text import Span
from matching.values import Section

MET, PARTLY, RELEVANT = 0.55, 0.42, 0.38

_LIFT: Mapping[Section, float] = {
    Section.WORK: 0.03,
    Section.PROJECTS: 0.02,
    Section.PUBLICATIONS: 0.01,
    Section.SUMMARY: -0.02,
    Section.SKILLS: -0.04,
    Section.EDUCATION: -0.03,
    Section.HEADER: -0.10,
}
_MENTION = 0.10


@dataclass(frozen=True, slots=True)
class Place:
    """Where a resume speaks of a requirement: the span to quote, its passage, and the adjusted cosine."""

    span: Span | None
    passage: int | None
    nearness: float


def nearness(case: Case, index: int) -> float:
    """The cosine of one passage, lifted for dated work and projects, lowered for lists and headers."""
    return float(case.similarity[index]) + _LIFT.get(case.passage(index).section, 0.0)


def best_passage(case: Case, *, mentions: Sequence[Span] = ()) -> Place:
    """The passage that says most: among those with a mention where there are mentions, else among all."""
    passages = case.profile.passages
    counts = [sum(each.span.overlaps(span) for span in mentions) for each in passages]
    rows = [index for index, count in enumerate(counts) if count] if mentions else range(len(passages))
    best = max(rows, key=lambda row: (nearness(case, row) + _MENTION * min(counts[row], 3), -row), default=None)
    if best is None:
        return Place(mentions[0] if mentions else None, None, 0.0)
    return Place(case.passage(best).span, best, nearness(case, best))
