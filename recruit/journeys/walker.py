"""Walks one step of one job, or one batch of embedding steps: the slow part first, then rows and advance in one commit.

An error chooses its outcome. A refusal (MatchingError, DomainError) fails the job with its sentence; a transient one
waits and comes back; anything else is a bug, logged with its trace, and comes back too until its attempts are used up.
Whatever ends a journey is written beside its subject in the same transaction, so that nothing is "under way" for ever
on a page. When even that fails, the outcome alone is written: no job stays running whose worker has gone on.
"""

import logging
from collections.abc import Callable, Sequence
from functools import partial

from django.conf import settings

from matching.embedding import Vectors, digest_of, embed_once
from matching.errors import MatchingError, TransientError
from recruit import engine
from recruit.errors import DomainError
from recruit.jobs import queue
from recruit.jobs.models import Job, Queue, State
from recruit.jobs.queue import JobTaken
from recruit.journeys.steps import BURIALS, EMBEDDINGS, REFUSALS, SLICES, STEPS
from recruit.tenancy.scope import workspace_scope

logger = logging.getLogger(__name__)

BUG = "Something went wrong on our side. Nothing is lost."


def walk(job_id: int) -> None:
    """Run the step at which the job waits, if this worker gets it."""
    job = queue.claim(job_id)
    if job is None:
        return
    if job.queue == Queue.EMBED:
        _embed([job, *_more(job)])
        return
    try:
        _settle(job, lambda: _run(job))
    finally:
        queue.release(job.pk)


def _run(job: Job) -> None:
    if (job.journey, job.step) in SLICES:
        _run_slice(job)
        return
    write = STEPS[job.journey, job.step](job)
    with workspace_scope(job.workspace_id):
        write()
        queue.advance(job)


def _run_slice(job: Job) -> None:
    over = SLICES[job.journey, job.step](job)
    with workspace_scope(job.workspace_id):
        (queue.advance if over else queue.stay)(job)


def _more(first: Job) -> list[Job]:
    """Other jobs that wait for the model: their texts share the batch, and the bell that was rung for them is moot."""
    numbers = queue.waiting(Queue.EMBED, limit=settings.EMBEDDING_BATCH_JOBS)
    return [job for number in numbers if number != first.pk and (job := queue.claim(number))]


def _embed(jobs: Sequence[Job]) -> None:
    try:
        ready: list[Job] = []
        texts: list[str] = []
        known: dict[str, Vectors] = {}
        for job in jobs:
            _settle(job, partial(_gather, job, texts, known, ready))
        vectors = _encode(ready, texts, known)
        if vectors is None:
            return
        for job in ready:
            _settle(job, partial(_keep, job, vectors))
    finally:
        for job in jobs:
            queue.release(job.pk)


def _gather(job: Job, texts: list[str], known: dict[str, Vectors], ready: list[Job]) -> None:
    embedding = EMBEDDINGS[job.journey]
    with workspace_scope(job.workspace_id):
        own = embedding.texts(embedding.subject(job))
        known.update(embedding.known([digest_of(text) for text in own], identity=engine.encoder().identity))
    texts += own
    ready.append(job)


def _encode(jobs: list[Job], texts: list[str], known: dict[str, Vectors]) -> dict[str, Vectors] | None:
    try:
        return embed_once(engine.encoder(), texts, known=known)
    except Exception as error:  # noqa: BLE001  each job of the batch gets its outcome from this error
        for job in jobs:
            _outcome(job, error)
        return None


def _keep(job: Job, vectors: dict[str, Vectors]) -> None:
    embedding = EMBEDDINGS[job.journey]
    with workspace_scope(job.workspace_id):
        embedding.store(embedding.subject(job), vectors, identity=engine.encoder().identity)
        queue.advance(job)


def _settle(job: Job, work: Callable[[], None]) -> None:
    try:
        work()
    except JobTaken as taken:
        logger.warning("%s", taken)
    except Exception as error:  # noqa: BLE001  an error chooses its outcome, none may kill the worker
        _outcome(job, error)


def _outcome(job: Job, error: Exception) -> None:
    try:
        _write_outcome(job, error, refusal=_refusal_of(job), burial=bury)
    except JobTaken as taken:
        logger.warning("%s", taken)
    except Exception:
        logger.exception("The outcome of job %s could not be written beside its subject.", job.pk)
        _write_alone(job, error)


def _write_alone(job: Job, error: Exception) -> None:
    try:
        _write_outcome(job, error, refusal=_nothing, burial=_nothing)
    except Exception:
        # the sweep takes it back once the lock is gone
        logger.exception("The outcome of job %s could not be written.", job.pk)


def _write_outcome(
    job: Job, error: Exception, *, refusal: Callable[[Job, str], None], burial: Callable[[Job, str], None]
) -> None:
    with workspace_scope(job.workspace_id):
        if isinstance(error, MatchingError | DomainError) and not isinstance(error, TransientError):
            queue.fail(job, slug=error.slug, sentence=error.sentence)
            refusal(job, error.sentence)
            return
        known = isinstance(error, TransientError)
        if not known:
            logger.error("Job %s failed at step %s.", job.pk, job.step, exc_info=error)
        slug, sentence = (error.slug, error.sentence) if isinstance(error, TransientError) else ("bug", BUG)
        if queue.retry_or_bury(job, slug=slug, sentence=sentence) is State.DEAD:
            burial(job, sentence)


def bury(job: Job, sentence: str) -> None:
    """Write beside the subject of a job that used up its attempts how it stands now."""
    BURIALS.get(job.journey, _nothing)(job, sentence)


def _refusal_of(job: Job) -> Callable[[Job, str], None]:
    return REFUSALS.get(job.journey, _nothing)


def _nothing(job: Job, sentence: str) -> None:
    """Most journeys keep their end on the job alone."""
