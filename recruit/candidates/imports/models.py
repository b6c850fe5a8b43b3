"""Import and ImportRow: the ledger of a bulk import. They belong to the app `candidates`, whose models import them."""

import uuid

from django.db import models
from django.db.models import Q

from recruit.tenancy.models import TenantModel


class Kind(models.TextChoices):
    """What was brought."""

    FOLDER = "folder"
    ZIP = "zip"
    CSV = "csv"


class State(models.TextChoices):
    """`draft` waits for somebody to look at it and start it; `stopped` can go on, unless its source was refused."""

    DRAFT = "draft"
    RUNNING = "running"
    STOPPED = "stopped"
    FINISHED = "finished"
    DISCARDED = "discarded"


_DEAD = "Reading it went wrong on our side. It is kept, and a person will look at it."
UNFINISHED = (State.DRAFT, State.RUNNING, State.STOPPED)


class Import(TenantModel):
    """One source. `statement` is what the importer stated about why these people may be kept, in their words."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=6, choices=Kind)
    source_name = models.CharField(max_length=200)
    digest = models.CharField(max_length=64)
    file = models.CharField(max_length=200, blank=True, help_text="Our own name under MEDIA_ROOT while it is needed.")
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    refusal = models.TextField(blank=True)
    agreed = models.BooleanField(default=False, help_text="The statement is the wording to which the people agreed.")
    contact = models.BooleanField(default=False, help_text="The ground allows writing to these people about roles.")
    statement = models.TextField()
    member = models.ForeignKey("accounts.Member", on_delete=models.SET_NULL, null=True, related_name="+")
    importer = models.CharField(max_length=120, help_text="Who started it, by the name of that day.")
    dialect = models.JSONField(default=dict, help_text="Of a CSV: encoding, delimiter, where the header starts.")
    columns = models.JSONField(default=list, help_text="Of a CSV: [header, field] in the order of the file.")
    listed_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-created_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["workspace", "digest"], condition=Q(state__in=UNFINISHED), name="one_unfinished_import"
            )
        ]

    def __str__(self) -> str:
        return f"import of {self.source_name}"


class RowState(models.TextChoices):
    """What became of a row at the door. What the reader says later stands on its resume."""

    WAITING = "waiting"
    RECEIVED = "received"
    REFUSED = "refused"
    DUPLICATE = "duplicate"


class ImportRow(TenantModel):
    """One file or one line. `position` is the row as a spreadsheet counts; `place` is where the source has it.

    Erasing a resume takes its row along, for the file's name is often the person's.
    """

    id = models.BigAutoField(primary_key=True)
    batch = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="rows")
    position = models.PositiveIntegerField()
    place = models.BigIntegerField(default=0)
    name = models.CharField(max_length=500)
    state = models.CharField(max_length=9, choices=RowState, default=RowState.WAITING)
    reason = models.TextField(blank=True)
    resume = models.ForeignKey("candidates.Resume", on_delete=models.CASCADE, null=True, related_name="import_rows")

    class Meta:
        ordering = ["batch_id", "position"]
        constraints = [models.UniqueConstraint(fields=["batch", "position"], name="import_row_position")]
        indexes = [
            models.Index(fields=["batch", "position"], condition=Q(state="waiting"), name="import_row_waiting"),
        ]

    def __str__(self) -> str:
        return f"row {self.position}: {self.state}"

    @property
    def said(self) -> str:
        """The sentence that says why this row is not among the people who were read."""
        return self.reason or (self.resume.refusal if self.resume else "") or _DEAD
