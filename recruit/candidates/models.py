"""People and what they gave us: candidates, consents, resumes, passages, and the narrow tables that search reads."""

import secrets
import uuid

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Q
from pgvector.django import HalfVectorField, HnswIndex

from recruit.candidates.imports.models import Import, ImportRow
from recruit.tenancy.models import TenantModel

# the ledger of bulk imports stands in a file of its own and is registered here, with the room's other tables
__all__ = [
    "Candidate",
    "CandidateVector",
    "Consent",
    "Import",
    "ImportRow",
    "Lexeme",
    "Passage",
    "PassageVector",
    "Resume",
    "ResumeState",
    "new_alias",
]

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
    withdrawn_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-created_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["workspace", "alias"], name="candidate_alias"),
            models.UniqueConstraint(fields=["workspace", "email"], condition=~Q(email=""), name="candidate_email"),
        ]

    def __str__(self) -> str:
        return f"Candidate {self.alias}"


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


class ResumeState(models.TextChoices):
    """`refused` carries the sentence that says why and what to do."""

    RECEIVED = "received"
    READ = "read"
    REFUSED = "refused"


class Resume(TenantModel):
    """One file as it came. Every span indexes `text`, its visible text; `profile` is the science's Profile as JSON."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    candidate = models.ForeignKey(Candidate, on_delete=models.CASCADE, related_name="resumes")
    version = models.PositiveSmallIntegerField(default=1)
    current = models.BooleanField(default=True)
    file = models.CharField(max_length=200, help_text="Our own name under MEDIA_ROOT.")
    original_name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=100, blank=True)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    state = models.CharField(max_length=10, choices=ResumeState, default=ResumeState.RECEIVED)
    refusal = models.TextField(blank=True)
    text = models.TextField(blank=True)
    pages = models.JSONField(default=list, help_text="Offset at which each page starts.")
    hidden = models.JSONField(default=list)
    flags = models.JSONField(default=list)
    profile = models.JSONField(default=dict)
    digest = models.CharField(max_length=64, blank=True, help_text="SHA-256 of the blind text: the last tie-break.")
    layer = models.CharField(max_length=12, blank=True)
    reading = models.JSONField(default=dict)
    received_at = models.DateTimeField(auto_now_add=True)
    read_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-received_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["candidate"], condition=Q(current=True), name="one_current_resume"),
            models.UniqueConstraint(fields=["candidate", "version"], name="resume_version"),
        ]
        indexes = [models.Index(fields=["workspace", "sha256"], name="resume_bytes")]

    def __str__(self) -> str:
        return f"resume {self.version} of {self.candidate_id}"


class Passage(TenantModel):
    """One to three blind sentences; `start` and `end` index the resume's text."""

    id = models.BigAutoField(primary_key=True)
    resume = models.ForeignKey(Resume, on_delete=models.CASCADE, related_name="passages")
    position = models.PositiveSmallIntegerField()
    section = models.CharField(max_length=15)
    text = models.TextField()
    context = models.CharField(max_length=300, blank=True)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)

    class Meta:
        ordering = ["resume_id", "position"]
        constraints = [models.UniqueConstraint(fields=["resume", "position"], name="passage_position")]

    def __str__(self) -> str:
        return self.text[:60]


class PassageVector(TenantModel):
    """The vector of what was embedded, once per resume and text. Narrow, no readable text, no row security:

    read only through `resume__in=` a protected queryset.
    """

    id = models.BigAutoField(primary_key=True)
    resume = models.ForeignKey(Resume, on_delete=models.CASCADE, related_name="vectors")
    digest = models.CharField(max_length=64)
    model = models.CharField(max_length=120)
    revision = models.CharField(max_length=64)
    numeric_format = models.CharField(max_length=10)
    embedding = HalfVectorField(dimensions=384)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["resume", "digest", "model", "revision", "numeric_format"], name="passage_vector"
            )
        ]
        indexes = [models.Index(fields=["workspace", "digest"], name="passage_vector_digest")]

    def __str__(self) -> str:
        return f"{self.resume_id} {self.digest[:8]}"


class CandidateVector(TenantModel):
    """First stage of the shortlist: one row per candidate and aspect (work, recent, skills). HNSW, no row security."""

    id = models.BigAutoField(primary_key=True)
    candidate = models.ForeignKey(Candidate, on_delete=models.CASCADE, related_name="vectors")
    aspect = models.CharField(max_length=10)
    model = models.CharField(max_length=120)
    revision = models.CharField(max_length=64)
    numeric_format = models.CharField(max_length=10)
    embedding = HalfVectorField(dimensions=384)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["candidate", "aspect"], name="candidate_vector")]
        indexes = [HnswIndex(name="candidate_vector_hnsw", fields=["embedding"], opclasses=["halfvec_ip_ops"])]

    def __str__(self) -> str:
        return f"{self.candidate_id} {self.aspect}"


class Lexeme(TenantModel):
    """The full-text leg: stemmed words and canonical skills of the blind text. No row security."""

    candidate = models.OneToOneField(Candidate, on_delete=models.CASCADE, primary_key=True, related_name="lexeme")
    document = SearchVectorField()

    class Meta:
        indexes = [GinIndex(fields=["document"], name="lexeme_document")]

    def __str__(self) -> str:
        return str(self.candidate_id)
