"""Drafts with their recorded steps, approvals of exact bytes, messages, and people who asked not to be written to."""

import uuid

from django.db import models

from recruit.accounts.models import Member
from recruit.candidates.models import Candidate
from recruit.postings.models import Posting
from recruit.tenancy.models import TenantModel


class DraftState(models.TextChoices):
    """A draft ends at `ready`; only a person's approval leads on."""

    COMPOSING = "composing"
    READY = "ready"
    APPROVED = "approved"
    DISCARDED = "discarded"
    FAILED = "failed"


class Draft(TenantModel):
    """A mail that somebody may approve. `claims` ties each sentence that states a fact to a source of the brief."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    posting = models.ForeignKey(Posting, on_delete=models.CASCADE, related_name="drafts")
    candidate = models.ForeignKey(Candidate, on_delete=models.CASCADE, related_name="drafts")
    requested_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="drafts")
    state = models.CharField(max_length=10, choices=DraftState, default=DraftState.COMPOSING)
    brief = models.JSONField(default=dict)
    subject = models.CharField(max_length=200, blank=True)
    body = models.TextField(blank=True)
    claims = models.JSONField(default=list)
    grounding = models.JSONField(default=dict)
    composer = models.CharField(max_length=120, blank=True, help_text="facts, or provider:model")
    note = models.TextField(blank=True, help_text="Said in the draft's header, e.g. that no language model wrote this.")
    edited = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["-created_at", "id"]

    def __str__(self) -> str:
        return self.subject or f"draft {self.id}"


class DraftStep(TenantModel):
    """One step of the work on a draft: a model call, a tool call, a check. Enough to resume and to read afterwards."""

    id = models.BigAutoField(primary_key=True)
    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="steps")
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10)
    name = models.CharField(max_length=60)
    content = models.JSONField(default=dict)
    tokens_in = models.PositiveIntegerField(default=0)
    tokens_out = models.PositiveIntegerField(default=0)
    milliseconds = models.PositiveIntegerField(default=0)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["draft_id", "number"]
        constraints = [models.UniqueConstraint(fields=["draft", "number"], name="draft_step")]

    def __str__(self) -> str:
        return f"{self.number} {self.kind} {self.name}"


class Approval(TenantModel):
    """One person's yes to exact bytes, recipient included: single use, void after any edit, gone after 72 hours."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="approvals")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="approvals")
    digest = models.CharField(max_length=64)
    recipient = models.EmailField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-at", "id"]

    def __str__(self) -> str:
        return f"approval of {self.draft_id}"


class MessageState(models.TextChoices):
    """`sending` is committed before the first byte leaves; `uncertain` is shown to a person, never resent silently."""

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    UNCERTAIN = "uncertain"
    REFUSED = "refused"


class Message(TenantModel):
    """One approved mail on its way. `content` is the exact mail that was approved; `message_id` never changes."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    approval = models.OneToOneField(Approval, on_delete=models.PROTECT, related_name="message")
    candidate = models.ForeignKey(Candidate, on_delete=models.CASCADE, related_name="messages")
    state = models.CharField(max_length=10, choices=MessageState, default=MessageState.QUEUED)
    recipient = models.EmailField()
    subject = models.CharField(max_length=200)
    content = models.TextField()
    message_id = models.CharField(max_length=200)
    refusal = models.TextField(blank=True)
    queued_at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-queued_at", "id"]

    def __str__(self) -> str:
        return f"{self.subject} ({self.state})"


class Suppression(TenantModel):
    """An address that asked not to be written to, as a salted hash: it outlives the person's erasure."""

    id = models.BigAutoField(primary_key=True)
    address_digest = models.CharField(max_length=64)
    reason = models.CharField(max_length=30)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-id"]
        constraints = [models.UniqueConstraint(fields=["workspace", "address_digest"], name="suppressed_once")]

    def __str__(self) -> str:
        return self.reason
