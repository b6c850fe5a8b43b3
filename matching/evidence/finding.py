"""What a rule is given about one requirement, and what it answers."""

from dataclasses import dataclass, field
from datetime import date

import numpy as np
from numpy.typing import NDArray

from matching.text import Span
from matching.values import Passage, Profile, Requirement, Role, Verdict


@dataclass(frozen=True, slots=True)
class Case:
    """One requirement beside one resume. `similarity` has one cosine for each passage, shape (passages,)."""

    role: Role
    requirement: Requirement
    profile: Profile
    text: str
    today: date
    similarity: NDArray[np.float64]

    def passage_at(self, span: Span) -> int | None:
        """The index of the first passage that overlaps a span of the original text."""
        return next((index for index, each in enumerate(self.profile.passages) if each.span.overlaps(span)), None)

    def passage(self, index: int) -> Passage:
        """One passage of the resume."""
        return self.profile.passages[index]


@dataclass(frozen=True, slots=True)
class Finding:
    """A verdict with its strength, the place it stands on, and the two sentences. No `span`: nothing to quote."""

    verdict: Verdict
    strength: float
    reason: str
    change: str
    span: Span | None = None
    passage: int | None = None
    mentions: tuple[Span, ...] = field(default=())


def field_span(case: Case, names: tuple[str, ...]) -> Span | None:
    """Where the resume states the first of these fields, or None."""
    return next((each.span for each in case.profile.fields if each.name in names and each.span is not None), None)


def nothing(reason: str, change: str) -> Finding:
    """The resume says nothing on this."""
    return Finding(Verdict.NOT_SHOWN, 0.0, reason, change)
