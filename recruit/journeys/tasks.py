"""The two Celery tasks, walk one step and sweep, and what a worker does before its first one.

Everything the tasks know is in the Job table. The embedding worker loads its model when it starts, not when the first
person waits for it: importing torch alone takes many seconds.
"""

from collections.abc import Collection
from typing import Any

from celery.signals import worker_ready

from recruit import engine
from recruit.celery import app
from recruit.jobs import queue
from recruit.jobs.models import Job, Queue, State
from recruit.journeys import walker
from recruit.tenancy.scope import lookup


@app.task(name=queue.TASK, bind=True)  # type: ignore[untyped-decorator]
def walk(task: Any, job_id: int) -> None:
    """Run the step at which this job waits, if no other worker has it and this is a worker for it.

    A bell that rang twice is heard again when its job waits for the model already. Whoever moved it there rang there,
    and a bulk worker that followed the old bell would load the model: 400 MB, for good.
    """
    heard = (task.request.delivery_info or {}).get("routing_key")
    with lookup("strata.jobs", "all"):
        wanted = Job.everywhere.filter(pk=job_id, state=State.WAITING).values_list("queue", flat=True).first()
    if heard and wanted and (heard == Queue.EMBED) != (wanted == Queue.EMBED):
        return
    walker.walk(job_id)


@app.task(name="strata.sweep")  # type: ignore[untyped-decorator]
def sweep() -> None:
    """Take back the work of dead workers and ring again for whatever waits unheard."""
    queue.sweep(on_burial=lambda job: walker.bury(job, job.error_sentence))


def warm_up(queues: Collection[str]) -> None:
    """Load the model where embedding work is taken, and nowhere else."""
    if Queue.EMBED in queues:
        engine.encoder().encode(["The model is loaded."])


@worker_ready.connect  # type: ignore[untyped-decorator]
def _warm_up(sender: Any, **_: Any) -> None:
    warm_up(set(sender.app.amqp.queues.consume_from))
