"""What was answered under an Idempotency-Key, kept for 24 hours."""

from django.db import models

from recruit.accounts.models import ApiKey
from recruit.tenancy.models import TenantModel


class Answer(TenantModel):
    """The first answer to a request that carried an Idempotency-Key, with the fingerprint of that request."""

    id = models.BigAutoField(primary_key=True)
    api_key = models.ForeignKey(ApiKey, on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=200)
    fingerprint = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField()
    body = models.JSONField()
    location = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-id"]
        constraints = [models.UniqueConstraint(fields=["api_key", "key"], name="one_answer")]

    def __str__(self) -> str:
        return self.key
