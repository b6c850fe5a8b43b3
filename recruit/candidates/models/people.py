"""People and what they agreed to; what identifies a record, and pairs of records that may be one person."""

import secrets
import uuid

from django.db import models
from django.db.models import Q

from recruit.accounts.models import Member
from recruit.tenancy.models import TenantModel

# no 0/O, 1/I/L: an alias is read aloud and typed
_ALIAS_LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"


def new_alias() -> str:
    """A short random name under which a person is reviewed before they are revealed, e.g. `K7QM`."""
    return "".join(secrets.choice(_ALIAS_LETTERS) for _ in range(5))


class Candidate(TenantModel):
    """A person in one workspace. Name and contacts are shown only after a recruiter revealed them."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    alias = models.CharField(max_length=8, default=new_alias)
    name = models.CharField(max_length=200, blank=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=40, blank=True)
    place = models.CharField(max_length=120, blank=True)
    source = models.CharField(max_length=30, default="upload")
    told = models.JSONField(
        default=dict, help_text="Who they are by what a form or a list says beside the resume, by the names of fields."
    )
    withdrawn_at = models.DateTimeField(null=True)
    merged_into = models.ForeignKey(
        "self", on_delete=models.CASCADE, null=True, related_name="merged", help_text="The record that stands for both."
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-created_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["workspace", "alias"], name="candidate_alias"),
            models.UniqueConstraint(
                fields=["workspace", "email"], condition=~Q(email="") & Q(withdrawn_at=None), name="candidate_email"
            ),
        ]
        indexes = [
            models.Index(
                fields=["workspace", "email"], condition=Q(withdrawn_at__isnull=False), name="candidate_withdrawn"
            )
        ]

    def __str__(self) -> str:
        return f"Candidate {self.alias}"


CONTACT = "contact"
"""The purpose of a consent, or of an importer's stated ground, on which somebody may be written to."""


class Consent(TenantModel):
    """What a person agreed to, word for word, when, and when they took it back."""

    id = models.BigAutoField(primary_key=True)
    candidate = models.ForeignKey(Candidate, on_delete=models.CASCADE, related_name="consents")
    purpose = models.CharField(max_length=30, default="matching")
    wording = models.TextField()
    given_at = models.DateTimeField(auto_now_add=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.purpose} of {self.candidate_id}"


class Identity(TenantModel):
    """What identifies a record, as `likeness.Facts` in JSON, so that comparing people reads no whole resumes."""

    candidate = models.OneToOneField(Candidate, on_delete=models.CASCADE, primary_key=True, related_name="identity")
    facts = models.JSONField()

    class Meta:
        ordering = ["candidate_id"]

    def __str__(self) -> str:
        return str(self.candidate_id)


class IdentityKey(TenantModel):
    """One key under which a record meets others of the same person, as a salted hash."""

    id = models.BigAutoField(primary_key=True)
    candidate = models.ForeignKey(Candidate, on_delete=models.CASCADE, related_name="identity_keys")
    digest = models.CharField(max_length=64)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["candidate", "digest"], name="identity_key")]
        indexes = [models.Index(fields=["workspace", "digest"], name="identity_key_digest")]

    def __str__(self) -> str:
        return f"{self.candidate_id} {self.digest[:8]}"


class PairState(models.TextChoices):
    """Only people move a pair on; `unmerged` was merged once and taken apart again."""

    PROPOSED = "proposed"
    MERGED = "merged"
    DISMISSED = "dismissed"
    UNMERGED = "unmerged"


class Pair(TenantModel):
    """Two records that may be one person: how alike, why, and what a person made of it. `first` is the elder one."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    first = models.ForeignKey(Candidate, on_delete=models.CASCADE, related_name="+")
    second = models.ForeignKey(Candidate, on_delete=models.CASCADE, related_name="+")
    score = models.FloatField()
    reasons = models.JSONField(default=list)
    state = models.CharField(max_length=10, choices=PairState, default=PairState.PROPOSED)
    kept = models.ForeignKey(Candidate, on_delete=models.CASCADE, null=True, related_name="+")
    displaced = models.ForeignKey(
        "candidates.Resume",
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        help_text="The resume of `kept` that was current before.",
    )
    decided_by = models.ForeignKey(Member, on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    revealed_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-score", "id"]
        constraints = [models.UniqueConstraint(fields=["first", "second"], name="one_pair")]

    def __str__(self) -> str:
        return f"{self.first_id} and {self.second_id} are {self.state}"
