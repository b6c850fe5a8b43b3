"""The two Celery tasks: walk one step, and sweep. Everything they know is in the Job table."""

from recruit.celery import app
from recruit.jobs import queue
from recruit.journeys import walker


@app.task(name=queue.TASK)  # type: ignore[untyped-decorator]
def walk(job_id: int) -> None:
    """Run the step at which this job waits, if no other worker has it."""
    walker.walk(job_id)


@app.task(name="strata.sweep")  # type: ignore[untyped-decorator]
def sweep() -> None:
    """Take back the work of dead workers and ring again for whatever waits unheard."""
    queue.sweep()
