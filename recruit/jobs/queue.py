"""Put work on the record, claim it, end it; and tell workers by name, without ever importing their code.

The row is the ledger. `enqueue` writes it in the caller's transaction and rings after commit; a bell that was lost is
rung again by the sweep. A claim is a conditional UPDATE under a session-level advisory lock that PostgreSQL itself
drops when the worker's connection dies: so a killed worker is noticed at the next sweep, without heartbeats or guesses
about how long a step may take. (Turned down: leases with a timeout. They recover late or run a slow step twice.)
A worker that lost its connection without dying finds the row claimed by another, or given up, when it comes back: each
change names the claim that it was made under.

Whoever asks for work that is under way wants it to see what they have just written. A waiting job is held until they
commit and begins with its first step; a running one begins anew when it ends, however it ends.
"""

import logging
import random
import threading
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import timedelta
from uuid import UUID

from django.db import IntegrityError, connection, transaction
from django.db.models import F, Model
from django.utils import timezone

from recruit.errors import DomainError
from recruit.events.record import Actor, record
from recruit.jobs.models import LIVE, STOPPED, Job, Queue, State
from recruit.jobs.plans import PLANS, StepPlan, step_after
from recruit.tenancy.scope import lookup, workspace_scope

logger = logging.getLogger(__name__)

TASK = "strata.walk"
ATTEMPTS = {"delivery": 8}
DEFAULT_ATTEMPTS = 3
_LOCK_SPACE = 0x5712A7A
_RING_AGAIN_AFTER = timedelta(seconds=20)
_FIRST_DELAY_SECONDS = 2.0
_BELLS = 50
_held = threading.local()  # a lock belongs to a connection, and a connection to a thread


def enqueue(journey: str, subject: Model, *, priority: Queue = Queue.BULK) -> Job:
    """Write the job in the caller's transaction; one live job per journey and subject, so a second call returns it.

    Whatever the caller has written before this call is seen by the job that is returned.
    """
    while True:
        job, created = _found_or_made(journey, subject, priority=priority)
        # it may have ended between the two, and then there is room for another
        if created or _renewed(job):
            break
    if created:
        Job.objects.filter(journey=journey, subject=subject.pk, state__in=STOPPED).update(state=State.RETIRED)
    transaction.on_commit(lambda: ring([job]))
    return job


def _found_or_made(journey: str, subject: Model, *, priority: Queue) -> tuple[Job, bool]:
    first = PLANS[journey][0]
    workspace: UUID = subject.workspace_id  # type: ignore[attr-defined]
    return Job.objects.get_or_create(
        journey=journey,
        subject=subject.pk,
        state__in=LIVE,
        defaults={
            "workspace_id": workspace,
            "step": first.name,
            "state": State.WAITING,
            "queue": _queue_of(first, priority),
            "priority": priority,
        },
    )


def _renewed(job: Job) -> bool:
    """Hold a live job's row until the caller commits, and let it begin anew. False when it is not live any more."""
    rows = Job.objects.filter(pk=job.pk)
    waits = rows.filter(state=State.WAITING).update(**_beginning(job))
    return bool(waits or rows.filter(state=State.RUNNING).update(again=True))


def _beginning(job: Job) -> dict[str, object]:
    first = PLANS[job.journey][0]
    return {"step": first.name, "queue": _queue_of(first, Queue(job.priority))}


def ring(jobs: Sequence[Job]) -> None:
    """Tell workers of waiting rows. A broker that is down costs nothing but time: the sweep rings again."""
    from recruit.celery import app  # noqa: PLC0415  the web process needs Celery only when it has something to tell

    for job in jobs:
        try:
            app.send_task(TASK, args=[job.pk], queue=job.queue, retry=False)
        except Exception as error:  # noqa: BLE001  whatever the broker's client raises, the row is safe
            logger.warning("The broker could not be told of job %s (%s); the sweep will.", job.pk, type(error).__name__)
            return
    with lookup("strata.jobs", "all"):
        Job.everywhere.filter(pk__in=[job.pk for job in jobs]).update(rung_at=timezone.now())


def claim(job_id: int) -> Job | None:
    """Take a waiting job: count the attempt and commit it before any work. None when it is not to be had."""
    if not _lock(job_id):
        return None
    now = timezone.now()
    with lookup("strata.jobs", "all"):
        claimed = Job.everywhere.filter(pk=job_id, state=State.WAITING, next_attempt_at__lte=now).update(
            state=State.RUNNING, claimed_at=now, attempts=F("attempts") + 1
        )
        job: Job | None = Job.everywhere.filter(pk=job_id).first() if claimed else None
    if job is None:
        release(job_id)
    return job


def waiting(queue: Queue, *, limit: int) -> list[int]:
    """Numbers of the jobs that this queue may run now, people at a screen first, then the oldest."""
    with lookup("strata.jobs", "all"):
        rows = Job.everywhere.filter(state=State.WAITING, queue=queue, next_attempt_at__lte=timezone.now())
        # "interactive" sorts after "bulk", so descending puts it first
        return list(rows.order_by("-priority", "id").values_list("pk", flat=True)[:limit])


def release(job_id: int) -> None:
    """Give up the claim's lock, if it was not handed on before; the state of the row is somebody else's business."""
    times = _held_here().pop(job_id, 0)
    if times > 1:
        _held_here()[job_id] = times - 1
    if not times:
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_unlock(%s, %s)", [_LOCK_SPACE, _lock_number(job_id)])


def advance(job: Job) -> None:
    """The step is done, in the caller's transaction with its rows: the next one waits, or the journey is done."""
    following = step_after(job.journey, job.step)
    if following is None:
        _end(job, State.DONE)
        return
    queue = _queue_of(following, Queue(job.priority))
    _change(job, State.WAITING, step=following.name, queue=queue, attempts=0, next_attempt_at=timezone.now())
    transaction.on_commit(lambda: _hand_on(job))


def _hand_on(job: Job) -> None:
    # a bell that is heard while the lock is held is lost until the sweep
    release(job.pk)
    ring([job])


def stay(job: Job) -> None:
    """A slice of a long step is done, in the caller's transaction: the step waits for its next one, tried anew."""
    _change(job, State.WAITING, attempts=0, next_attempt_at=timezone.now())
    transaction.on_commit(lambda: _hand_on(job))


def fail(job: Job, *, slug: str, sentence: str) -> None:
    """Permanent: trying again will not help. The person is shown the sentence."""
    _end(job, State.FAILED, error_slug=slug, error_sentence=sentence)


def retry_or_bury(job: Job, *, slug: str, sentence: str) -> State:
    """Transient: wait with backoff and jitter. All attempts used up: dead, on a screen from which it is requeued."""
    if job.attempts >= ATTEMPTS.get(job.journey, DEFAULT_ATTEMPTS):
        return _end(job, State.DEAD, error_slug=slug, error_sentence=sentence)
    delay = _FIRST_DELAY_SECONDS * 4 ** (job.attempts - 1) * random.uniform(0.5, 1.5)  # noqa: S311  jitter, no secret
    _change(
        job,
        State.WAITING,
        error_slug=slug,
        error_sentence=sentence,
        next_attempt_at=timezone.now() + timedelta(seconds=delay),
    )
    return State.WAITING


def requeue(job: Job, *, by: Actor) -> Job:
    """A person sends a dead or failed job round again, from the step at which it stopped.

    Raises DomainError: job-not-stopped, newer-job.
    """
    if job.state not in STOPPED:
        raise DomainError("job-not-stopped", "This job is not stopped. Reload the page to see where it is.")
    newer = DomainError("newer-job", "A newer job does this work already. Reload the page to see where that one is.")
    if Job.objects.filter(journey=job.journey, subject=job.subject, pk__gt=job.pk).exists():
        raise newer
    try:
        with transaction.atomic():
            changed = Job.objects.filter(pk=job.pk, state=job.state).update(
                state=State.WAITING, attempts=0, next_attempt_at=timezone.now(), error_slug="", error_sentence=""
            )
    except IntegrityError:
        raise newer from None
    if changed:
        record("job.requeued", job, by=by, journey=job.journey, step=job.step)
        transaction.on_commit(lambda: ring([job]))
    job.refresh_from_db()
    return job


def _nobody_is_told(job: Job) -> None:
    """A burial that concerns the job's row alone."""


def sweep(*, on_burial: Callable[[Job], None] = _nobody_is_told) -> int:
    """Take back the jobs of workers that died, ring again for whatever waits unheard, return how many those were.

    `on_burial` is called with a job that used up its attempts, in the transaction that says so.
    """
    _take_back(on_burial)
    now = timezone.now()
    with lookup("strata.jobs", "all"):
        due = Job.everywhere.filter(state=State.WAITING, next_attempt_at__lte=now)
        unheard = due.exclude(rung_at__gt=now - _RING_AGAIN_AFTER) | due.filter(rung_at__lt=F("next_attempt_at"))
        # a few of each queue: enough to wake idle workers, too few to bury the broker under a long backlog
        jobs = [job for name in Queue for job in unheard.filter(queue=name).order_by("-priority", "id")[:_BELLS]]
    ring(jobs)
    return len(jobs)


def _take_back(on_burial: Callable[[Job], None]) -> None:
    with lookup("strata.jobs", "all"):
        running = list(Job.everywhere.filter(state=State.RUNNING))
    for job in running:
        # the lock is to be had only when the connection that held it is gone
        if not _lock(job.pk):
            continue
        try:
            _bury_or_wake(job, on_burial)
        except Exception:
            # a job that is running without a worker would be worse than one whose end is told on its own row alone
            logger.exception("The end of job %s could not be written beside its subject.", job.pk)
            _bury_or_wake(job, _nobody_is_told)
        finally:
            release(job.pk)


def _bury_or_wake(job: Job, on_burial: Callable[[Job], None]) -> None:
    with workspace_scope(job.workspace_id):
        fresh = Job.objects.filter(pk=job.pk, state=State.RUNNING).first()
        if fresh is None:
            return
        state = retry_or_bury(fresh, slug="worker-died", sentence="The worker died during this step.")
        logger.warning("Job %s lost its worker at step %s; it is %s now.", fresh.pk, fresh.step, state)
        if state is State.DEAD:
            on_burial(fresh)


def _end(job: Job, state: State, **fields: object) -> State:
    """The journey is over, unless somebody asked for it again while it ran: then it begins anew."""
    # the lock comes first: a wish that is being written is waited for
    row = Job.everywhere.select_for_update().filter(pk=job.pk).first()
    if row is None or not row.again:
        _change(job, state, **fields)
        return state
    _change(job, State.WAITING, again=False, attempts=0, next_attempt_at=timezone.now(), **_beginning(job))
    transaction.on_commit(lambda: _hand_on(job))
    return State.WAITING


def _change(job: Job, state: State, **fields: object) -> None:
    """The one function that changes a job's state after the claim, conditional on its being under that very claim."""
    changed = Job.everywhere.filter(pk=job.pk, state=State.RUNNING, claimed_at=job.claimed_at).update(
        state=state, updated_at=timezone.now(), **fields
    )
    if not changed:
        raise JobTaken(f"Job {job.pk} is not running any more.")
    for name, value in {"state": state, **fields}.items():
        setattr(job, name, value)


class JobTaken(RuntimeError):
    """Somebody else has moved this job on: the work in hand is dropped, its transaction rolled back."""


def _queue_of(step: StepPlan, priority: Queue) -> Queue:
    return Queue.EMBED if step.embeds else priority


def _lock(job_id: int) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s, %s)", [_LOCK_SPACE, _lock_number(job_id)])
        (taken,) = cursor.fetchone()
    if taken:
        _held_here()[job_id] += 1
    return bool(taken)


def _held_here() -> Counter[int]:
    """How often this thread's connection holds each job's lock: its holder gets it once more."""
    held: Counter[int] = _held.__dict__.setdefault("jobs", Counter())
    return held


def _lock_number(job_id: int) -> int:
    # two-key advisory locks take 32 bits each; jobs that share a number only wait for one another
    return job_id % 2**31
