"""How far a subject's journey has come, for a person who waits: a query on the job's row, never a message."""

from dataclasses import dataclass
from uuid import UUID

from recruit.jobs.models import Job, State
from recruit.jobs.plans import PLANS


@dataclass(frozen=True, slots=True)
class StepProgress:
    """One named step; `state` is done, running, waiting, or stopped."""

    name: str
    title: str
    state: str


@dataclass(frozen=True, slots=True)
class Progress:
    """The whole journey; `sentence` tells a person what to do when it stopped. `finished` ends the polling."""

    state: str
    steps: tuple[StepProgress, ...]
    sentence: str
    finished: bool


def progress_of(subject: UUID, *, journey: str | None = None) -> Progress | None:
    """The newest journey of this subject, or None when it never had one."""
    jobs = Job.objects.filter(subject=subject)
    job = (jobs.filter(journey=journey) if journey else jobs).order_by("-id").first()
    if job is None:
        return None
    plan = PLANS[job.journey]
    current = [each.name for each in plan].index(job.step)
    steps = tuple(
        StepProgress(each.name, each.title, _state(job, position, current)) for position, each in enumerate(plan)
    )
    return Progress(job.state, steps, _sentence(job), finished=job.state not in {State.WAITING, State.RUNNING})


def _state(job: Job, position: int, current: int) -> str:
    if job.state == State.DONE or position < current:
        return "done"
    if position > current:
        return "waiting"
    return {State.RUNNING: "running", State.WAITING: "running"}.get(State(job.state), "stopped")


def _sentence(job: Job) -> str:
    if job.state == State.DEAD:
        return "Something went wrong on our side. We have kept everything and a person will look at it."
    return job.error_sentence if job.state == State.FAILED else ""
