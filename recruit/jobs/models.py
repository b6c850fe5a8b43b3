"""Job: the record of one unit of work. The row is the ledger; the broker only rings the bell."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from recruit.tenancy.models import TenantModel


class State(models.TextChoices):
    """Where a job stands. `failed` was refused for a stated reason; `dead` used up its attempts; `retired` stopped too,

    and a newer job for the same subject has taken its place.
    """

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    DEAD = "dead"
    RETIRED = "retired"


LIVE = (State.WAITING, State.RUNNING)
STOPPED = (State.FAILED, State.DEAD)


class Queue(models.TextChoices):
    """Who is waiting: a person at a screen, an import, or the one worker that holds the embedding model."""

    INTERACTIVE = "interactive"
    BULK = "bulk"
    EMBED = "embed"


class Job(TenantModel):
    """One journey of one subject. `step` is the step to run next; steps before it are done."""

    id = models.BigAutoField(primary_key=True)
    journey = models.CharField(max_length=20)
    subject = models.UUIDField()
    step = models.CharField(max_length=20)
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    queue = models.CharField(max_length=12, choices=Queue, default=Queue.BULK)
    priority = models.CharField(max_length=12, choices=Queue, default=Queue.BULK)
    again = models.BooleanField(default=False, help_text="It was asked for while it ran: it begins anew when it ends.")
    attempts = models.PositiveSmallIntegerField(default=0)
    next_attempt_at = models.DateTimeField(default=timezone.now)
    claimed_at = models.DateTimeField(null=True)
    rung_at = models.DateTimeField(null=True)
    error_slug = models.CharField(max_length=60, blank=True)
    error_sentence = models.TextField(blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["journey", "subject"], condition=Q(state__in=LIVE), name="one_live_job"),
        ]
        indexes = [
            models.Index(fields=["queue", "next_attempt_at"], condition=Q(state="waiting"), name="job_waiting"),
            models.Index(fields=["state"], condition=Q(state__in=["running", "dead"]), name="job_running_or_dead"),
            models.Index(fields=["workspace", "subject", "-id"], name="job_subject"),
        ]

    def __str__(self) -> str:
        return f"{self.journey} {self.subject} at {self.step}: {self.state}"
