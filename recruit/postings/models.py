"""Roles and what they ask: postings, their requirements, what recruiters changed of these, and the vectors."""

import uuid

from django.db import models
from django.db.models import Q
from pgvector.django import HalfVectorField

from recruit.accounts.models import Company, Member
from recruit.tenancy.models import TenantModel


class State(models.TextChoices):
    """`received` until it was read; open postings are ranked; a closed one keeps its lists. One that was refused opens

    when it can be read after all.
    """

    RECEIVED = "received"
    OPEN = "open"
    CLOSED = "closed"
    REFUSED = "refused"


UNREAD = (State.RECEIVED, State.REFUSED)
"""A posting that nobody has been ranked for."""
HOLDING_REFERENCE = (State.RECEIVED, State.OPEN)
"""A company's own number names one posting at a time; what was refused or closed gives it back."""


class Posting(TenantModel):
    """One role of one company. What was read from `text` stands in `role` (the science's Role as JSON).

    The requirements of `role` are the criteria: as read, or as recruiters changed them (`criteria`).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    company = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="postings")
    reference = models.CharField(max_length=120, blank=True, help_text="The company's own number for this role.")
    title = models.CharField(max_length=200)
    text = models.TextField()
    digest = models.CharField(max_length=64)
    state = models.CharField(max_length=10, choices=State, default=State.RECEIVED)
    role = models.JSONField(default=dict)
    as_read = models.JSONField(default=list, help_text="The requirements as read, before anybody changed them.")
    layer = models.CharField(max_length=12, blank=True)
    reading = models.JSONField(default=dict, help_text="The LayerReading as JSON: probabilities, quotes, abstention.")
    weights = models.JSONField(default=dict)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["-created_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["workspace", "company", "reference"],
                condition=~Q(reference="") & Q(state__in=HOLDING_REFERENCE),
                name="posting_reference",
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def revised(self) -> bool:
        """True when something else is asked, or weighed otherwise, than was read."""
        moved = bool(self.as_read) and self.as_read != self.role.get("requirements")
        return moved or bool(self.weights.get("requirement"))


class Requirement(TenantModel):
    """One thing that a posting asks for; `start` and `end` index the posting's text, or are equal for an own one.

    A row that was changed is kept beside its successor, no longer `current`: evidence of earlier runs points at it.
    """

    id = models.BigAutoField(primary_key=True)
    posting = models.ForeignKey(Posting, on_delete=models.CASCADE, related_name="requirements")
    position = models.PositiveSmallIntegerField()
    text = models.TextField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    kind = models.CharField(max_length=15)
    priority = models.CharField(max_length=6)
    years = models.FloatField(null=True)
    skills = models.JSONField(default=list)
    any_of = models.BooleanField(default=False)
    value = models.CharField(max_length=120, blank=True)
    current = models.BooleanField(default=True)

    class Meta:
        ordering = ["posting_id", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["posting", "position"], condition=Q(current=True), name="requirement_position"
            )
        ]

    def __str__(self) -> str:
        return self.text


class CriteriaEdit(TenantModel):
    """One change that a member made to one criterion. Rows are only added; `criteria` reads them in order.

    `key` names the criterion ("" for all of them); `before` and `after` hold it as JSON, `after` null where removed.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    posting = models.ForeignKey(Posting, on_delete=models.CASCADE, related_name="edits")
    number = models.PositiveIntegerField()
    act = models.CharField(max_length=10)
    key = models.CharField(max_length=40, blank=True)
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["posting_id", "number"]
        constraints = [models.UniqueConstraint(fields=["posting", "number"], name="criteria_edit_number")]

    def __str__(self) -> str:
        return f"{self.act} {self.key} of {self.posting_id}"


class PostingVector(TenantModel):
    """Vectors of a posting's requirements and passages, keyed by what was embedded. No readable text, no row security:

    read only through `posting__in=` a protected queryset (ARCHITECTURE, Tenancy).
    """

    id = models.BigAutoField(primary_key=True)
    posting = models.ForeignKey(Posting, on_delete=models.CASCADE, related_name="vectors")
    digest = models.CharField(max_length=64)
    model = models.CharField(max_length=120)
    revision = models.CharField(max_length=64)
    numeric_format = models.CharField(max_length=10)
    embedding = HalfVectorField(dimensions=384)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["posting", "digest", "model", "revision", "numeric_format"], name="posting_vector"
            )
        ]

    def __str__(self) -> str:
        return f"{self.posting_id} {self.digest[:8]}"
