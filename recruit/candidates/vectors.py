"""The vectors of resumes: what must be embedded, what is known already, and where the result is kept.

A text is embedded once per workspace and model: batching alone moves the last digits, so a vector that exists is
copied, never computed again.
"""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

import numpy as np
from django.db.models import QuerySet

from matching.embedding import ModelIdentity, Vectors, stacked
from matching.errors import TransientError
from matching.values import Section
from recruit.candidates.models import CandidateVector, Passage, PassageVector, Resume
from recruit.candidates.reading import profile_of

_WORK = (Section.WORK, Section.PROJECTS, Section.PUBLICATIONS)
_KNOWS = (Section.SKILLS, Section.SUMMARY, Section.CERTIFICATES)


def texts_of(resume: Resume) -> list[str]:
    """What the embedder must read of this resume: blind passages with their context."""
    return [each.embedded_text for each in profile_of(resume).passages]


def known(digests: Iterable[str], *, identity: ModelIdentity) -> dict[str, Vectors]:
    """Vectors of this workspace and this model that exist for some of the digests."""
    rows = PassageVector.objects.filter(digest__in=list(digests), **_key(identity)).values_list("digest", "embedding")
    return {digest: as_array(embedding) for digest, embedding in rows}


def store(resume: Resume, vectors: Mapping[str, Vectors], *, identity: ModelIdentity) -> None:
    """Replace the resume's vectors, and the few of its candidate that the first stage searches unless it waits."""
    profile = profile_of(resume)
    digests = {each.digest for each in profile.passages}
    if not digests <= set(vectors):
        raise TransientError("The resume was corrected meanwhile. It is embedded again.", slug="read-meanwhile")
    PassageVector.objects.filter(resume=resume).delete()
    PassageVector.objects.bulk_create(
        PassageVector(
            workspace_id=resume.workspace_id,
            resume=resume,
            digest=digest,
            embedding=vectors[digest],
            **_key(identity),
        )
        for digest in sorted(digests)
    )
    if not resume.current:
        # it waits for the person's word, or is an older version that was read late
        return
    aspects = {
        "work": [each.digest for each in profile.passages if each.section in _WORK],
        "recent": [each.digest for each in profile.passages if each.section in _WORK and not each.entry],
        "skills": [each.digest for each in profile.passages if each.section in _KNOWS],
    }
    CandidateVector.objects.filter(candidate_id=resume.candidate_id).delete()
    CandidateVector.objects.bulk_create(
        CandidateVector(
            workspace_id=resume.workspace_id,
            candidate_id=resume.candidate_id,
            aspect=aspect,
            embedding=_mean([vectors[digest] for digest in of_aspect]),
            **_key(identity),
        )
        for aspect, of_aspect in aspects.items()
        if of_aspect
    )


def passage_vectors(resumes: Iterable[Resume], *, identity: ModelIdentity) -> dict[UUID, Vectors]:
    """Passage vectors by resume id, rows in the order of the profile's passages. Resumes without them are left out."""
    wanted = {resume.pk: resume for resume in resumes}
    found: dict[UUID, dict[str, Vectors]] = {}
    rows = PassageVector.objects.filter(resume__in=list(wanted), **_key(identity))
    for resume_id, digest, embedding in rows.values_list("resume_id", "digest", "embedding"):
        found.setdefault(resume_id, {})[digest] = as_array(embedding)
    order: dict[UUID, list[str]] = {}
    passages = Passage.objects.filter(resume__in=list(found)).order_by("resume_id", "position")
    for resume_id, digest in passages.values_list("resume_id", "digest"):
        order.setdefault(resume_id, []).append(digest)
    return {
        resume_id: stacked(digests, found[resume_id], dimensions=identity.dimensions)
        for resume_id, digests in order.items()
        if set(digests) <= set(found[resume_id])
    }


def search_rows(resumes: QuerySet[Resume], *, workspace: UUID, identity: ModelIdentity) -> QuerySet[CandidateVector]:
    """The rows that the first stage searches for the people of `resumes`, a queryset of whom the caller may see."""
    return CandidateVector.objects.filter(workspace_id=workspace, candidate__in=people_of(resumes), **_key(identity))


def people_of(resumes: QuerySet[Resume]) -> QuerySet[Resume, Any]:
    """The candidates of `resumes`, as a subquery."""
    return resumes.order_by().values("candidate_id")


def as_array(embedding: object) -> Vectors:
    """A stored half-precision vector as float32, shape (dimensions,)."""
    return np.asarray(embedding, dtype=np.float32)


def _mean(rows: list[Vectors]) -> Vectors:
    mean = np.mean(np.stack(rows), axis=0)
    return np.asarray(mean / max(float(np.linalg.norm(mean)), 1e-9), dtype=np.float32)


def _key(identity: ModelIdentity) -> dict[str, str]:
    return {"model": identity.name, "revision": identity.revision, "numeric_format": identity.numeric_format}
