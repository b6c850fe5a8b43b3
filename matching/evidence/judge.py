"""Every requirement beside one resume: a rule by kind, then the quote."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from matching.embedding import Vectors
from matching.errors import ModelMismatch
from matching.evidence.alternatives import judge_open_choice, judge_parts
from matching.evidence.education import judge_education
from matching.evidence.experience import judge_experience, judge_meaning
from matching.evidence.finding import Case, Finding
from matching.evidence.quotes import telling
from matching.evidence.skills import judge_skills
from matching.evidence.stated import judge_authorisation, judge_language, judge_place
from matching.requirements.parts import asked_of
from matching.values import Evidence, Kind, Profile, Requirement, Role, Verdict

_RULES: Mapping[Kind, Callable[[Case], Finding]] = {
    Kind.SKILL: lambda case: judge_skills(case) if case.requirement.skills else judge_experience(case),
    Kind.EXPERIENCE: judge_experience,
    Kind.EDUCATION: judge_education,
    Kind.LANGUAGE: judge_language,
    Kind.PLACE: judge_place,
    Kind.AUTHORISATION: judge_authorisation,
    Kind.OTHER: judge_meaning,
}
_DIGITS = 5


def judge(
    role: Role,
    requirement_vectors: Vectors,
    profile: Profile,
    passage_vectors: Vectors,
    *,
    today: date,
    text: str,
) -> tuple[Evidence, ...]:
    """One cell of evidence for each requirement of the role, in order.

    `requirement_vectors` has one row for each of `asked_of(role)`, `passage_vectors` one for each passage, rows of
    length 1 from one model; `text` is the resume's original text, which `span` indexes and `quote` repeats to the
    letter. Raises ModelMismatch when the shapes do not fit.
    """
    similarity = _similarity(role, requirement_vectors, profile, passage_vectors)
    cases = [Case(role, each, profile, text, today, similarity[row]) for row, each in enumerate(asked_of(role))]
    own, parts = cases[: len(role.requirements)], iter(cases[len(role.requirements) :])
    cells = []
    for index, case in enumerate(own):
        of_it = [next(parts) for _ in case.requirement.parts]
        cells.append(_cell(case, index, _finding(case, of_it)))
    return tuple(cells)


def _finding(case: Case, parts: Sequence[Case]) -> Finding:
    if parts:
        return judge_parts([_finding(each, ()) for each in parts], any_of=case.requirement.any_of)
    rule = _RULES[case.requirement.kind]
    if case.requirement.kind is Kind.SKILL and case.requirement.any_of and case.requirement.value:
        return judge_open_choice(case, rule)
    return rule(case)


def _similarity(
    role: Role, requirement_vectors: Vectors, profile: Profile, passage_vectors: Vectors
) -> NDArray[np.float64]:
    """Cosines of shape (requirements and parts, passages), summed in double precision and rounded to five digits.

    Rounding keeps the last digits, which depend on the processor and the size of the product, out of the score.
    """
    shape = (len(asked_of(role)), len(profile.passages))
    if (len(requirement_vectors), len(passage_vectors)) != shape:
        raise ModelMismatch(
            f"There are vectors for {len(requirement_vectors)} requirements and {len(passage_vectors)} passages, "
            f"{shape[0]} and {shape[1]} were read. Embed them again.",
            slug="vector-count",
        )
    if 0 in shape:
        return np.zeros(shape, dtype=np.float64)
    product = requirement_vectors.astype(np.float64) @ passage_vectors.astype(np.float64).T
    return np.asarray(np.round(product, _DIGITS), dtype=np.float64)


def _cell(case: Case, index: int, found: Finding) -> Evidence:
    if found.span is None or found.verdict is Verdict.NOT_SHOWN:
        return Evidence(index, found.verdict, found.strength, None, "", found.reason, found.change)
    span = telling(case.text, found.span, wanted=_wanted(case.requirement), mentions=found.mentions)
    quote = span.of(case.text)
    if not quote:
        return Evidence(index, found.verdict, found.strength, None, "", found.reason, found.change)
    return Evidence(index, found.verdict, found.strength, span, quote, found.reason, found.change, found.passage)


def _wanted(requirement: Requirement) -> str:
    return f"{requirement.text} {requirement.value} {' '.join(requirement.skills)}"
