"""What each step does: load the subject, do the slow part, return the write that the walker runs with the advance.

A step opens its own short scope for what it loads, so that a slow call (the jail, a language model) never keeps a
transaction open; the walker opens another for the write.

A step that runs twice leaves the same rows, because every write replaces by natural key.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from matching.embedding import ModelIdentity, Vectors
from matching.errors import TransientError
from recruit import engine
from recruit.candidates import access, arrive, correct, draw
from recruit.candidates import reading as resume_reading
from recruit.candidates import vectors as resume_vectors
from recruit.candidates.imports import begin as imports
from recruit.candidates.imports.take import take_slice
from recruit.candidates.models import Correction, Resume
from recruit.jobs.models import Job
from recruit.jobs.queue import ATTEMPTS, DEFAULT_ATTEMPTS
from recruit.matches.rank import rank_posting, rank_resume
from recruit.outreach import compose, send
from recruit.postings import reading as posting_reading
from recruit.postings import vectors as posting_vectors
from recruit.postings.models import Posting
from recruit.tenancy.scope import workspace_scope

Write = Callable[[], None]
Step = Callable[[Job], Write]
Slice = Callable[[Job], bool]
_GAVE_UP = "We could not read this just now and gave up after several tries. Please try again later."


@dataclass(frozen=True, slots=True)
class Embedding:
    """An embedding step in three parts, so that the texts of many jobs go through the model as one batch."""

    texts: Callable[[Any], list[str]]
    known: Callable[..., dict[str, Vectors]]
    store: Callable[..., None]
    subject: Callable[[Job], Any]


def resume_of(job: Job) -> Resume:
    """The job's resume."""
    with workspace_scope(job.workspace_id):
        return Resume.objects.get(pk=job.subject)


def posting_of(job: Job) -> Posting:
    """The job's posting."""
    with workspace_scope(job.workspace_id):
        return Posting.objects.get(pk=job.subject)


def corrected_resume_of(job: Job) -> Resume:
    """The resume to which the job's correction is applied."""
    with workspace_scope(job.workspace_id):
        return correct.resume_of(Correction.objects.select_related("resume").get(pk=job.subject))


def _parse_resume(job: Job) -> Write:
    return resume_reading.read(resume_of(job))


def _apply_correction(job: Job) -> Write:
    return resume_reading.apply(corrected_resume_of(job))


def _draw_pages(job: Job) -> Write:
    return draw.draw(resume_of(job))


def _parse_posting(job: Job) -> Write:
    return posting_reading.read(posting_of(job))


def _classify_resume(job: Job) -> Write:
    return _classify(resume_of(job))


def _classify_corrected(job: Job) -> Write:
    return _classify(corrected_resume_of(job))


def _classify(resume: Resume) -> Write:
    profile = resume_reading.profile_of(resume)
    with workspace_scope(resume.workspace_id):
        found = resume_vectors.passage_vectors([resume], identity=_identity())
    vectors = _present(found.get(resume.pk))
    layers = engine.classifier().classify(profile.passages, vectors, kind="resume", original=resume.text)
    return lambda: resume_reading.store_layers(resume, layers)


def _classify_posting(job: Job) -> Write:
    posting = posting_of(job)
    role = posting_reading.role_of(posting)
    with workspace_scope(job.workspace_id):
        vectors = _present(posting_vectors.passage_vectors(posting, identity=_identity()))
    layers = engine.classifier().classify(
        role.passages, vectors, kind="posting", original=posting.text, title=posting.title
    )
    return lambda: posting_reading.store_layers(posting, layers)


def _rank_resume(job: Job) -> Write:
    return _rank(job, resume_of(job))


def _rank_corrected(job: Job) -> Write:
    return _rank(job, corrected_resume_of(job))


def _rank(job: Job, resume: Resume) -> Write:
    with workspace_scope(job.workspace_id):
        write = rank_resume(resume, identity=_identity())
    # one posting after the other, each in its own transaction: nobody waits for a list that is written already
    write()
    return _nothing


def _rank_posting(job: Job) -> Write:
    with workspace_scope(job.workspace_id):
        return rank_posting(posting_of(job), identity=_identity())


def _rank_revised(job: Job) -> Write:
    with workspace_scope(job.workspace_id):
        return rank_posting(posting_of(job), identity=_identity(), cause="criteria")


def _compose_draft(job: Job) -> Write:
    last = job.attempts >= ATTEMPTS.get(job.journey, DEFAULT_ATTEMPTS)
    return compose.compose_step(
        job.subject, workspace=job.workspace_id, model=engine.language_model(), last_attempt=last
    )


def _send_message(job: Job) -> Write:
    return send.send_step(job.subject, workspace=job.workspace_id)


def _identity() -> ModelIdentity:
    return engine.encoder().identity


def _present(vectors: Vectors | None) -> Vectors:
    if vectors is None:
        raise TransientError("The vectors of another model are stored. Embed again.", slug="vectors-missing")
    return vectors


def _nothing() -> None:
    """The step has committed as it went."""


def _refuse_resume(job: Job, sentence: str) -> None:
    if job.step == "parse":
        resume_reading.refuse(resume_of(job), sentence=sentence)


def _refuse_posting(job: Job, sentence: str) -> None:
    posting_reading.refuse(posting_of(job), sentence=sentence)


def _bury_resume(job: Job, sentence: str) -> None:
    _refuse_resume(job, _GAVE_UP)


STEPS: Mapping[tuple[str, str], Step] = {
    ("resume", "parse"): _parse_resume,
    ("resume", "classify"): _classify_resume,
    ("resume", "rank"): _rank_resume,
    ("correction", "apply"): _apply_correction,
    ("correction", "classify"): _classify_corrected,
    ("correction", "rank"): _rank_corrected,
    ("pages", "draw"): _draw_pages,
    ("posting", "parse"): _parse_posting,
    ("posting", "classify"): _classify_posting,
    ("posting", "rank"): _rank_posting,
    ("criteria", "rank"): _rank_revised,
    ("rerank", "rank"): _rank_resume,
    ("relist", "rank"): _rank_posting,
    ("draft", "compose"): _compose_draft,
    ("message", "send"): _send_message,
    ("link", "send"): lambda job: access.mail_link(job.subject, workspace=job.workspace_id),
    ("arrival", "send"): lambda job: arrive.mail_way_on(job.subject, workspace=job.workspace_id),
}

SLICES: Mapping[tuple[str, str], Slice] = {
    ("import", "take"): lambda job: take_slice(job.subject, workspace=job.workspace_id),
}
"""Steps that are too long for one claim. Each call does a bounded part, commits as it goes, and is True at the last."""

EMBEDDINGS: Mapping[str, Embedding] = {
    "resume": Embedding(resume_vectors.texts_of, resume_vectors.known, resume_vectors.store, resume_of),
    "correction": Embedding(resume_vectors.texts_of, resume_vectors.known, resume_vectors.store, corrected_resume_of),
    "rerank": Embedding(resume_vectors.texts_of, resume_vectors.known, resume_vectors.store, resume_of),
    "posting": Embedding(posting_vectors.texts_of, posting_vectors.known, posting_vectors.store, posting_of),
    "criteria": Embedding(posting_vectors.texts_of, posting_vectors.known, posting_vectors.store, posting_of),
    "relist": Embedding(posting_vectors.texts_of, posting_vectors.known, posting_vectors.store, posting_of),
}

REFUSALS: Mapping[str, Callable[[Job, str], None]] = {
    "resume": _refuse_resume,
    "posting": _refuse_posting,
    "import": lambda job, sentence: imports.refuse_source(job.subject, sentence=sentence),
    "draft": lambda job, sentence: compose.refuse(job.subject, sentence=sentence),
    "message": lambda job, sentence: send.refuse(job.subject, sentence=sentence),
}
"""What is written beside a job that failed for a stated reason, in the same transaction."""

BURIALS: Mapping[str, Callable[[Job, str], None]] = {
    "resume": _bury_resume,
    "posting": lambda job, sentence: posting_reading.refuse(posting_of(job), sentence=_GAVE_UP),
    "draft": lambda job, sentence: compose.refuse(job.subject, sentence=sentence),
    "message": lambda job, sentence: send.bury(job.subject, sentence=sentence),
}
"""The same for a job that used up its attempts. A requeue leads out of each of these ends."""
