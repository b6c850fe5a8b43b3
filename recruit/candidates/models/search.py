"""The narrow tables that search reads. They hold no readable text and are read only beside protected rows."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from pgvector.django import HalfVectorField, HnswIndex

from recruit.candidates.models.people import Candidate
from recruit.candidates.models.resumes import Resume
from recruit.tenancy.models import TenantModel


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
