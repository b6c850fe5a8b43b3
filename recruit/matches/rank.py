"""Ranked lists: assess people for a posting, or one person for every posting.

The assessment is the science's (`matching.ranking.assess`), the very function that `manage.py rank` calls. Here it is
decided whose resumes are compared; what of the result is new is decided under the posting's lock (`supersede`). A
match row says from which run to which it holds, so a new resume touches one row per open posting, and a list once
shown can be read again as it was.

In a large workspace a posting's list is judged as far as the shortlist reaches, and the others follow unjudged
(`narrow`). A new resume is one person: it is judged for every open posting, wherever it will stand.

What was compared was committed before, so of a posting and a resume that arrive together at least the later sees the
other. Nobody is dropped for want of vectors: a posting without them waits, and a person without them keeps the place
they have until they are embedded and ranked, which is asked for here.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from matching.codec import from_json
from matching.embedding import ModelIdentity, Vectors
from matching.errors import TransientError
from matching.ranking import assess, query_of
from matching.values import Weights
from recruit.candidates.models import Resume
from recruit.candidates.reading import layers_of, profile_of
from recruit.candidates.vectors import passage_vectors
from recruit.jobs.queue import enqueue
from recruit.matches.narrow import NOTHING_TO_COMPARE, Narrowed, Reach, narrow
from recruit.matches.rankable import VERSION, rankable_resumes
from recruit.matches.supersede import Assessed, Line, last_run, write_list
from recruit.postings.models import Posting, State
from recruit.postings.reading import layers_of as layers_of_posting
from recruit.postings.reading import role_of
from recruit.postings.vectors import requirement_vectors
from recruit.tenancy.scope import workspace_scope

Write = Callable[[], None]
_CHUNK = 200


def rank_posting(
    posting: Posting, *, identity: ModelIdentity, reach: Reach | None = None, cause: str = "posting"
) -> Write:
    """Assess everybody in reach for this posting. The result writes the list; people who left it are closed.

    Raises TransientError when this model has not embedded the posting.
    """
    if posting.state == State.CLOSED:
        return lambda: None
    last = last_run(posting)
    asked = requirement_vectors(posting, identity=identity)
    if asked is None:
        raise TransientError("This model has not read the role yet. It is ranked later.", slug="vectors-missing")
    query = query_of(role_of(posting), asked)
    narrowed = narrow(rankable_resumes(), posting, query, identity=identity, reach=reach or Reach())
    lines: list[Line] = []
    for start in range(0, len(narrowed.judged), _CHUNK):
        chunk = _versioned().filter(pk__in=narrowed.judged[start : start + _CHUNK])
        lines += _assess_all(posting, chunk, asked=asked, identity=identity)
    unknown = _unknown(narrowed, judged={each.resume for each in lines}, identity=identity)
    lines += [each for each in narrowed.tail if each.resume not in unknown]

    def write() -> None:
        outdated = write_list(posting, lines, cause=cause, identity=identity, replacing=last)
        # whoever is left over is asked for by the next ranking, or by `manage.py embed_again`
        for resume in Resume.objects.filter(pk__in=[*outdated, *sorted(unknown)[:_CHUNK]]).order_by("pk"):
            enqueue("rerank", resume)

    return write


def rank_resume(resume: Resume, *, identity: ModelIdentity) -> Write:
    """Assess one resume for every open posting. The result adds or supersedes at most one match in each.

    It opens a scope of its own for each posting, so called outside of a transaction it holds one list at a time.
    A posting that this model has not embedded yet is left out: it is ranked, for everybody, when it has. Raises
    TransientError, also from the write, when the resume is not embedded or has changed meanwhile.
    """
    row = _versioned().filter(pk=resume.pk).first()
    if row is None:
        return lambda: None
    if not passage_vectors([row], identity=identity):
        raise TransientError("This model has not read the resume yet. It is ranked later.", slug="vectors-missing")
    found = [
        (posting, _assess_all(posting, [row], asked=asked, identity=identity))
        for posting in Posting.objects.filter(state=State.OPEN).order_by("pk")
        if (asked := requirement_vectors(posting, identity=identity)) is not None
    ]

    def write() -> None:
        for posting, lines in found:
            with workspace_scope(posting.workspace_id):
                if write_list(posting, lines, cause="resume", identity=identity):
                    sentence = "The resume was read or corrected meanwhile. It is ranked again."
                    raise TransientError(sentence, slug="read-meanwhile")

    return write


def _versioned() -> QuerySet[Any]:
    rows: QuerySet[Any] = rankable_resumes().annotate(assessed_as=VERSION)
    return rows


def _unknown(narrowed: Narrowed, *, judged: set[UUID], identity: ModelIdentity) -> set[UUID]:
    """Resumes that this model has not embedded: they were not judged, or the first stage found nothing of them."""
    blank = [each.resume for each in narrowed.tail if each.similarity == NOTHING_TO_COMPARE]
    known = passage_vectors(Resume.objects.filter(pk__in=blank), identity=identity)
    return (set(narrowed.judged) - judged) | (set(blank) - set(known))


def _assess_all(posting: Posting, resumes: Iterable[Any], *, asked: Vectors, identity: ModelIdentity) -> list[Assessed]:
    role, reading = role_of(posting), layers_of_posting(posting)
    weights = from_json(Weights, posting.weights)
    resumes = list(resumes)
    vectors: Mapping[UUID, Vectors] = passage_vectors(resumes, identity=identity)
    return [
        Assessed(
            resume,
            assess(
                role,
                reading,
                asked,
                profile_of(resume),
                vectors[resume.pk],
                layers_of(resume),
                text=resume.text,
                today=resume.received_at.date(),
                weights=weights,
            ),
            version=resume.assessed_as,
        )
        for resume in resumes
        if resume.pk in vectors
    ]
