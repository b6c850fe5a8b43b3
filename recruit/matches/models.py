"""Runs, matches, evidence, standings and decisions: what the ranking said, and what people made of it."""

import uuid

from django.db import models
from django.db.models import Q

from recruit.accounts.models import Member
from recruit.candidates.models import Candidate, Resume
from recruit.postings.models import Posting, Requirement
from recruit.tenancy.models import TenantModel


class Run(TenantModel):
    """One ranking of one posting: its number, its weights, and the versions of the models that made it."""

    id = models.BigAutoField(primary_key=True)
    posting = models.ForeignKey(Posting, on_delete=models.CASCADE, related_name="runs")
    number = models.PositiveIntegerField()
    cause = models.CharField(max_length=20, help_text="posting, resume or weights")
    weights = models.JSONField()
    versions = models.JSONField()
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["posting_id", "-number"]
        constraints = [models.UniqueConstraint(fields=["posting", "number"], name="run_number")]

    def __str__(self) -> str:
        return f"run {self.number} of {self.posting_id}"


class Match(TenantModel):
    """One person in one ranked list, from run `first_run` to run `last_run` (both included; None: still holds).

    A list holds the judged first, by score; then, in a workspace too large to judge everybody, the others by the
    first stage's similarity (see `narrow`). Those have no evidence, no parts and no score to show.
    """

    id = models.BigAutoField(primary_key=True)
    posting = models.ForeignKey(Posting, on_delete=models.CASCADE, related_name="matches")
    candidate = models.ForeignKey(Candidate, on_delete=models.CASCADE, related_name="matches")
    resume = models.ForeignKey(Resume, on_delete=models.CASCADE, related_name="matches")
    first_run = models.PositiveIntegerField()
    last_run = models.PositiveIntegerField(null=True)
    judged = models.BooleanField(default=True, help_text="False: beyond the shortlist, ordered by first_stage alone.")
    score = models.FloatField(help_text="0 where not judged.")
    first_stage = models.FloatField(default=0.0, help_text="Similarity to the posting where not judged, else 0.")
    parts = models.JSONField()
    fits = models.JSONField(default=dict, help_text="Layer and seniority fit before weighing.")
    capped = models.BooleanField(default=False)
    musts_met = models.PositiveSmallIntegerField(default=0)
    musts = models.PositiveSmallIntegerField(default=0)
    layer = models.CharField(max_length=12, blank=True)
    tie = models.CharField(max_length=64, help_text="Digest of the blind text: the last tie-break.")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["posting_id", "-judged", "-score", "-first_stage", "-musts_met", "tie", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["posting", "candidate"], condition=Q(last_run=None), name="one_standing_match"
            )
        ]
        indexes = [
            models.Index(
                fields=["posting", "-judged", "-score", "-first_stage", "-musts_met", "tie"],
                condition=Q(last_run=None),
                name="match_list",
            )
        ]

    def __str__(self) -> str:
        return f"{self.candidate_id} for {self.posting_id}: {self.score:.3f}"


class Evidence(TenantModel):
    """One cell of the grid: verdict, strength and the verbatim quote, `resume.text[start:end]`."""

    id = models.BigAutoField(primary_key=True)
    match = models.ForeignKey(Match, on_delete=models.CASCADE, related_name="evidence")
    requirement = models.ForeignKey(Requirement, on_delete=models.CASCADE, related_name="evidence")
    verdict = models.CharField(max_length=12)
    strength = models.FloatField()
    quote = models.TextField(blank=True)
    start = models.PositiveIntegerField(null=True)
    end = models.PositiveIntegerField(null=True)
    reason = models.TextField()
    change = models.TextField(blank=True)

    class Meta:
        ordering = ["match_id", "requirement__position"]
        constraints = [models.UniqueConstraint(fields=["match", "requirement"], name="evidence_cell")]

    def __str__(self) -> str:
        return f"{self.verdict}: {self.quote[:40]}"


class Status(models.TextChoices):
    """Where a person stands with one posting. Only people change it."""

    NEW = "new"
    SHORTLISTED = "shortlisted"
    PASSED = "passed"


class Standing(TenantModel):
    """Where one candidate stands with one posting: status, released to the company, revealed to the recruiters."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    posting = models.ForeignKey(Posting, on_delete=models.CASCADE, related_name="standings")
    candidate = models.ForeignKey(Candidate, on_delete=models.CASCADE, related_name="standings")
    status = models.CharField(max_length=12, choices=Status, default=Status.NEW)
    released_at = models.DateTimeField(null=True)
    revealed_at = models.DateTimeField(null=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["posting_id", "candidate_id"]
        constraints = [models.UniqueConstraint(fields=["posting", "candidate"], name="one_standing")]

    def __str__(self) -> str:
        return f"{self.candidate_id} is {self.status} for {self.posting_id}"


class Choice(models.TextChoices):
    """What a recruiter did."""

    SHORTLIST = "shortlist"
    PASS = "pass"  # noqa: S105
    UNDO = "undo"
    RELEASE = "release"
    REVEAL = "reveal"


class Decision(TenantModel):
    """One thing that one member decided about one person for one posting, kept for good."""

    id = models.BigAutoField(primary_key=True)
    standing = models.ForeignKey(Standing, on_delete=models.CASCADE, related_name="decisions")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="decisions")
    choice = models.CharField(max_length=10, choices=Choice)
    reason = models.CharField(max_length=30, blank=True)
    words = models.TextField(blank=True)
    before = models.CharField(max_length=12, blank=True)
    run = models.PositiveIntegerField(null=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.choice} by {self.member_id}"
