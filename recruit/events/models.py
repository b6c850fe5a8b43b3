"""Event: one fact, written once. Triggers refuse to change or remove it (see the first migration)."""

from django.db import models

from recruit.tenancy.models import TenantModel


class Event(TenantModel):
    """Who did what to what, and when. `facts` holds ids and words, never personal data: erasure need not touch it."""

    id = models.BigAutoField(primary_key=True)
    kind = models.CharField(max_length=60, help_text="e.g. resume.read, decision.made, message.sent")
    actor_kind = models.CharField(max_length=20, help_text="member, candidate, company, system")
    actor_id = models.CharField(max_length=40, blank=True)
    subject_kind = models.CharField(max_length=20)
    subject_id = models.CharField(max_length=40)
    facts = models.JSONField(default=dict)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["workspace", "subject_kind", "subject_id", "-id"], name="event_subject")]

    def __str__(self) -> str:
        return f"{self.kind} {self.subject_kind} {self.subject_id}"
