"""What people gave us: each file as it came, its pages as pictures, its passages, and what was said of its reading."""

import uuid

from django.db import models
from django.db.models import Q

from recruit.accounts.models import Member
from recruit.candidates.models.people import Candidate
from recruit.tenancy.models import TenantModel


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
    pending = models.BooleanField(
        default=False, help_text="Waits until the person follows the link in a mail: shown to nobody, ranked nowhere."
    )
    file = models.CharField(max_length=200, help_text="Our own name under MEDIA_ROOT.")
    original_name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=100, blank=True)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    state = models.CharField(max_length=10, choices=ResumeState, default=ResumeState.RECEIVED)
    refusal = models.TextField(blank=True)
    text = models.TextField(blank=True)
    pages = models.JSONField(default=list, help_text="Offset at which each page starts.")
    boxes = models.JSONField(default=list, help_text="A line each: start, end, page, left, bottom, right, top.")
    links = models.JSONField(default=list, help_text="An address behind words each: start, end, address.")
    hidden = models.JSONField(default=list)
    flags = models.JSONField(default=list)
    stated = models.JSONField(default=list, help_text="What a structured file states itself, as the science's fields.")
    profile = models.JSONField(default=dict)
    anchors = models.JSONField(default=list, help_text="What names each entry, as read, before corrections.")
    told = models.JSONField(
        default=list, help_text="Text of people behind the document's: where each begins, and whose word it is."
    )
    digest = models.CharField(max_length=64, blank=True, help_text="SHA-256 of the blind text: the last tie-break.")
    layer = models.CharField(max_length=12, blank=True)
    reading = models.JSONField(default=dict)
    received_at = models.DateTimeField(auto_now_add=True)
    read_at = models.DateTimeField(null=True)
    given_by = models.ForeignKey(
        Candidate,
        on_delete=models.CASCADE,
        null=True,
        related_name="given",
        help_text="Whose it was before a merge; empty: the candidate's own.",
    )
    given_version = models.PositiveSmallIntegerField(null=True, help_text="Its number there.")

    class Meta:
        ordering = ["-received_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["candidate"], condition=Q(current=True), name="one_current_resume"),
            models.UniqueConstraint(fields=["candidate", "version"], name="resume_version"),
        ]
        indexes = [
            models.Index(fields=["workspace", "sha256"], name="resume_bytes"),
            models.Index(
                fields=["workspace", "-received_at", "id"], condition=Q(current=True), name="resume_current_newest"
            ),
        ]

    def __str__(self) -> str:
        return f"resume {self.version} of {self.candidate_id}"

    @property
    def document_length(self) -> int:
        """Where the document's own text ends."""
        return int(self.told[0][0]) if self.told else len(self.text)

    def stated_by(self, offset: int) -> str:
        """Whose statement stands at an offset of the text ("the candidate"); "" where the document speaks."""
        return next((str(by) for start, by in reversed(self.told) if offset >= start), "")

    @property
    def giver(self) -> uuid.UUID:
        """The record that gave this resume, merged or not: corrections and identity stand with it."""
        return self.given_by_id or self.candidate_id


class DrawnPage(TenantModel):
    """Two pictures of one page under names of our own: whole, and with identity burnt over.

    `covers` is the digest of what was covered: when identity is known better, the old pictures are not shown any more.
    """

    id = models.BigAutoField(primary_key=True)
    resume = models.ForeignKey(Resume, on_delete=models.CASCADE, related_name="drawn")
    number = models.PositiveSmallIntegerField()
    width = models.FloatField(help_text="Points.")
    height = models.FloatField(help_text="Points.")
    whole = models.CharField(max_length=200)
    covered = models.CharField(max_length=200)
    covers = models.CharField(max_length=64)
    words = models.JSONField(default=list, help_text="A word each: its line's box, start, end, left, right.")

    class Meta:
        ordering = ["resume_id", "number"]
        constraints = [models.UniqueConstraint(fields=["resume", "number"], name="drawn_page_number")]

    def __str__(self) -> str:
        return f"page {self.number + 1} of {self.resume_id}"


class Correction(TenantModel):
    """What somebody said of a reading. Rows are only added: a row with `undoes` takes another one back.

    `anchor` names a job or degree by what was read of it; `member` is empty when the candidate said it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    candidate = models.ForeignKey(Candidate, on_delete=models.CASCADE, related_name="corrections")
    resume = models.ForeignKey(Resume, on_delete=models.CASCADE, related_name="corrections")
    number = models.PositiveIntegerField()
    field = models.CharField(max_length=40, blank=True)
    value = models.TextField(blank=True)
    anchor = models.JSONField(null=True)
    member = models.ForeignKey(Member, on_delete=models.PROTECT, null=True, related_name="+")
    undoes = models.OneToOneField("self", on_delete=models.CASCADE, null=True, related_name="undone_by")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["candidate_id", "number"]
        constraints = [models.UniqueConstraint(fields=["candidate", "number"], name="correction_number")]

    def __str__(self) -> str:
        return f"{self.field or 'undo'} of {self.candidate_id}"


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
