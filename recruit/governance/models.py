"""What language models may do here, and the manifest of each call that was made or refused."""

import uuid

from django.db import models

from recruit.tenancy.models import TenantModel


class Provider(TenantModel):
    """One language model that an admin allowed for one purpose. Without such a row, no call leaves (default deny)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=60)
    purpose = models.CharField(max_length=30)
    allowed_fields = models.JSONField(default=list)
    daily_token_budget = models.PositiveIntegerField(default=200_000)
    enabled = models.BooleanField(default=False)

    class Meta:
        ordering = ["name", "purpose"]
        constraints = [models.UniqueConstraint(fields=["workspace", "name", "purpose"], name="provider_purpose")]

    def __str__(self) -> str:
        return f"{self.name} for {self.purpose}"


class ModelCall(TenantModel):
    """The manifest of one call: what left the house, to whom, under which prompt, what it cost, and who allowed it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    purpose = models.CharField(max_length=30)
    provider = models.CharField(max_length=60)
    model = models.CharField(max_length=120)
    prompt_name = models.CharField(max_length=60)
    prompt_digest = models.CharField(max_length=64)
    fields = models.JSONField(default=list)
    placeholders = models.JSONField(default=list)
    bytes_out = models.PositiveIntegerField(default=0)
    tokens_in = models.PositiveIntegerField(default=0)
    tokens_out = models.PositiveIntegerField(default=0)
    cost = models.DecimalField(max_digits=10, decimal_places=6, default=0)
    milliseconds = models.PositiveIntegerField(default=0)
    decision = models.CharField(max_length=20, help_text="allowed, refused or failed")
    reason = models.TextField(blank=True)
    subject = models.UUIDField(null=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-at", "id"]

    def __str__(self) -> str:
        return f"{self.purpose} by {self.model}: {self.decision}"
