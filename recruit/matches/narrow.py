"""Who is judged in detail: everybody in a workspace of ordinary size, the shortlist and decided people in a large one.

Judging reads a whole resume for each person, so it costs milliseconds a head and a posting in a workspace of a
hundred thousand would keep a worker for minutes. Below `EXACT_BELOW` people nothing is cut. Above it the hybrid first
stage (`matching.retrieval`) names those who are judged; everybody on whom a recruiter has decided for this posting
joins them, so no later run takes the evidence from under a decision. The others are not dropped: they come back in
the order of the same first stage's similarity, which the list shows beneath the judged, and says so.

The similarity of the tail is the plain inner product of the dense leg, not the fused rank: it depends on nobody
else in the workspace, so one more candidate does not rewrite everybody's row.
"""

from dataclasses import dataclass
from sys import maxsize
from uuid import UUID

from django.db.models import QuerySet

from matching.embedding import ModelIdentity
from matching.ranking import Query
from matching.retrieval import EXACT_BELOW, nearest, shortlist
from recruit.candidates.models import Lexeme, Resume
from recruit.candidates.vectors import people_of, search_rows
from recruit.matches.models import Standing
from recruit.postings.models import Posting

SHORTLIST = 400
"""How many are judged in detail above the threshold: eight times a first page of fifty."""
NOTHING_TO_COMPARE = -1.0
"""The similarity of somebody of whom the first stage holds no vector."""


@dataclass(frozen=True, slots=True)
class Reach:
    """How far the judge reads: everybody below `exact_below` people, else the `shortlist` best of the first stage."""

    exact_below: int = EXACT_BELOW
    shortlist: int = SHORTLIST


@dataclass(frozen=True, slots=True)
class Unjudged:
    """One person of the tail: the current resume and its similarity to the posting, in [-1, 1]."""

    resume: UUID
    candidate: UUID
    layer: str
    digest: str
    similarity: float


@dataclass(frozen=True, slots=True)
class Narrowed:
    """The resumes to judge, and everybody else."""

    judged: tuple[UUID, ...]
    tail: tuple[Unjudged, ...]


def narrow(
    resumes: QuerySet[Resume], posting: Posting, query: Query, *, identity: ModelIdentity, reach: Reach
) -> Narrowed:
    """Part `resumes` (one for each candidate) into those that are judged and those that follow."""
    rows = list(resumes.values_list("pk", "candidate_id", "layer", "digest"))
    if len(rows) < reach.exact_below:
        return Narrowed(tuple(pk for pk, *_ in rows), ())
    vectors = search_rows(resumes, workspace=posting.workspace_id, identity=identity)
    lexemes = Lexeme.objects.filter(workspace_id=posting.workspace_id, candidate__in=people_of(resumes))
    found = shortlist(vectors, lexemes, vector=query.vector, words=query.words, k=reach.shortlist)
    chosen = {hit.key for hit in found} | set(
        Standing.objects.filter(posting=posting).values_list("candidate_id", flat=True)
    )
    everybody = nearest(vectors, vector=query.vector, k=len(rows), exact_below=maxsize)
    near = {hit.key: hit.score for hit in everybody}
    tail = (
        Unjudged(pk, candidate, layer, digest, near.get(candidate, NOTHING_TO_COMPARE))
        for pk, candidate, layer, digest in rows
        if candidate not in chosen
    )
    return Narrowed(tuple(pk for pk, candidate, *_ in rows if candidate in chosen), tuple(tail))
