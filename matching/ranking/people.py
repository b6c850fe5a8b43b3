"""One person against one role: the single function that the product and the command line both rank with."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from matching.embedding import Vectors
from matching.evidence import judge
from matching.ranking.fit import Fits, fits
from matching.ranking.order import tie_key
from matching.ranking.score import score_from_fits
from matching.values import Evidence, LayerReading, Priority, Profile, Role, Score, Verdict, Weights


@dataclass(frozen=True, slots=True)
class Assessment:
    """A person's score for a role, the cells that made it, and what a later reweighing needs."""

    score: Score
    evidence: tuple[Evidence, ...]
    fits: Fits
    musts_met: int
    tie_key: str


def assess(
    role: Role,
    role_reading: LayerReading,
    requirement_vectors: Vectors,
    profile: Profile,
    passage_vectors: Vectors,
    person_reading: LayerReading,
    *,
    text: str,
    today: date,
    weights: Weights | None = None,
) -> Assessment:
    """Judge every requirement and score the person.

    `requirement_vectors` has one row for each of `asked_of(role)`, `passage_vectors` one for each passage, both of
    the same model; `text` is the resume's original text, which the quotes index. Raises ModelMismatch.
    """
    evidence = judge(role, requirement_vectors, profile, passage_vectors, today=today, text=text)
    found = fits(role, role_layers=role_reading, person_layers=person_reading, profile=profile)
    fit = score_from_fits(role.requirements, evidence, fits=found, weights=weights or Weights())
    return Assessment(fit, evidence, found, musts_met(role, evidence), tie_key(profile))


def musts_met(role: Role, evidence: Sequence[Evidence]) -> int:
    """How many musts of the role have the verdict met."""
    return sum(
        each.verdict is Verdict.MET and role.requirements[each.requirement].priority is Priority.MUST
        for each in evidence
    )
