"""Workspace: one recruiting team, the tenant. And the abstract row that every tenant-owned table inherits."""

import uuid
from typing import Any, ClassVar, Self, TypeVar

from django.db import models

from recruit.tenancy.scope import current_workspace


class Workspace(models.Model):
    """One recruiting team: an agency, or an in-house team with itself as its one company."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=120)
    postal_address = models.TextField(
        blank=True, help_text="Printed under every outreach mail; without it none is sent."
    )
    reply_to = models.EmailField(blank=True)
    sending_paused = models.BooleanField(default=False, help_text="The kill switch: no mail leaves while it is set.")
    external_models_allowed = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.name


M = TypeVar("M", bound=models.Model)


class TenantManager(models.Manager[M]):
    """Shows the rows of the workspace in scope, and raises UnscopedQuery when there is none."""

    def get_queryset(self) -> models.QuerySet[M]:
        return super().get_queryset().filter(workspace_id=current_workspace())


class TenantModel(models.Model):
    """A row that belongs to one workspace; `everywhere` is for lookups by credential and for the sweep alone."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")

    objects: ClassVar[TenantManager[Self]] = TenantManager()
    everywhere: ClassVar[models.Manager[Self]] = models.Manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.workspace_id is None:
            self.workspace_id = current_workspace()
        super().save(*args, **kwargs)
