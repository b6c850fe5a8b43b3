"""Which passage says most about a requirement, and whether what it says is enough.

Thresholds were chosen by reading some three hundred requirement and passage pairs of real resumes with this model
(all-MiniLM-L6-v2); another model needs its own. A cosine alone is not enough: at .50 "Pack and ship customer packages"
stands as near to "shipping features on language models" as a sentence that means it. So words that both share
corroborate, and a passage that shares none needs a higher cosine. Read at the corroborated number: from .58 the passage
nearly always says the thing asked, from .47 it speaks of its neighbourhood.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from matching.evidence.finding import Case
from matching.evidence.quotes import words
from matching.text import Span
from matching.values import Section

MET, PARTLY = 0.58, 0.47
_SHARED, _MOST_SHARED, _NONE_SHARED = 0.04, 3, -0.06
_FLOOR = PARTLY - _SHARED * _MOST_SHARED
_SHORT, _FRAGMENT = 4, -0.40

_LIFT: Mapping[Section, float] = {
    Section.WORK: 0.03,
    Section.PROJECTS: 0.02,
    Section.PUBLICATIONS: 0.01,
    Section.SUMMARY: -0.02,
    Section.SKILLS: -0.12,
    Section.EDUCATION: -0.03,
}
_MENTION = 0.08
_DONE = frozenset({Section.WORK, Section.PROJECTS})


@dataclass(frozen=True, slots=True)
class Place:
    """Where a resume speaks of a requirement: the span to quote, its passage, and the adjusted cosine."""

    span: Span | None
    passage: int | None
    nearness: float


def nearness(case: Case, index: int) -> float:
    """The cosine of one passage, lifted for dated work and projects, lowered for lists and headers."""
    return float(case.similarity[index]) + _LIFT.get(case.passage(index).section, 0.0)


def corroborated(case: Case, index: int) -> float:
    """The nearness of one passage, raised by words that it shares with the requirement, lowered when it shares none."""
    near = nearness(case, index)
    if near < _FLOOR:
        return near + _NONE_SHARED
    text = case.passage(index).text
    shared = len(words(text) & words(case.requirement.text))
    if not shared:
        return near + _NONE_SHARED + (_FRAGMENT if _is_fragment(text) else 0.0)
    return near + _SHARED * min(shared, _MOST_SHARED)


def _is_fragment(text: str) -> bool:
    """True for a heading or a bare name: nothing that a recruiter could ask about."""
    return text.count(" ") < _SHORT - 1


def quotable(case: Case) -> list[int]:
    """The passages that may be quoted for what they mean: all but the header, which says who somebody is."""
    return [index for index, each in enumerate(case.profile.passages) if each.section is not Section.HEADER]


def best_passage(case: Case, *, mentions: Sequence[Sequence[Span]] = ()) -> Place:
    """The passage that says most, the header left out. `mentions` holds the spans of each skill: one is needed.

    A list of names is quoted only where no work or project says as much: where one skill is enough, one. The nearness
    is that of the passage that says most, quoted or not.
    """
    passages = case.profile.passages
    counts = [sum(any(each.span.overlaps(span) for span in spans) for spans in mentions) for each in passages]
    rows = [index for index in quotable(case) if counts[index] or not mentions]
    ranked = sorted(rows, key=lambda row: (-_telling(case, row) - _MENTION * min(counts[row], 3), row))
    if not ranked:
        return Place(next((span for spans in mentions for span in spans), None), None, 0.0)
    best = ranked[0]
    if mentions and case.passage(best).section is Section.SKILLS:
        needed = 1 if case.requirement.any_of else counts[best]
        done = (row for row in ranked if case.passage(row).section in _DONE and counts[row] >= needed)
        return Place(case.passage(quoted := next(done, best)).span, quoted, nearness(case, best))
    return Place(case.passage(best).span, best, nearness(case, best))


def _telling(case: Case, index: int) -> float:
    return nearness(case, index) + (_FRAGMENT if _is_fragment(case.passage(index).text) else 0.0)
