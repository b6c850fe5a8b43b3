"""Idempotency-Key: a request that is sent twice is done once, and the second answer is the first one.

Another body under the same key is refused (422), the same while it still runs too (409). The lock is PostgreSQL's and
ends with the transaction, so a killed web process leaves no key blocked.
"""

from collections.abc import Callable
from datetime import timedelta
from hashlib import sha256

from django.db import connection
from django.utils import timezone
from rest_framework.request import Request
from rest_framework.response import Response

from recruit.accounts.models import ApiKey
from recruit.api.models import Answer
from recruit.errors import DomainError

_KEPT = timedelta(hours=24)
_LONGEST = 200
_BIGINT = 2**63


def once(request: Request, api_key: ApiKey, work: Callable[[], Response]) -> Response:
    """Do `work`, or repeat the answer that this key got before."""
    key = request.headers.get("Idempotency-Key", "").strip()
    if not key:
        return work()
    if len(key) > _LONGEST:
        raise DomainError("key-too-long", f"Use an Idempotency-Key of at most {_LONGEST} characters.", status=400)
    fingerprint = sha256(f"{request.method} {request.path} ".encode() + request._request.body).hexdigest()
    _lock(f"{api_key.pk} {key}")
    Answer.objects.filter(at__lt=timezone.now() - _KEPT).delete()
    before = Answer.objects.filter(api_key=api_key, key=key).first()
    if before is not None:
        return _repeat(before, fingerprint)
    answer = work()
    Answer.objects.create(
        api_key=api_key,
        key=key,
        fingerprint=fingerprint,
        status=answer.status_code,
        body=answer.data,
        location=answer.get("Location", ""),
    )
    return answer


def _repeat(before: Answer, fingerprint: str) -> Response:
    if before.fingerprint != fingerprint:
        raise DomainError("key-reused", "This Idempotency-Key was used for another request. Use a new one.", status=422)
    answer = Response(before.body, status=before.status)
    answer["Idempotency-Replayed"] = "true"
    if before.location:
        answer["Location"] = before.location
    return answer


def _lock(name: str) -> None:
    number = int.from_bytes(sha256(name.encode()).digest()[:8], "big") - _BIGINT
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [number])
        (taken,) = cursor.fetchone()
    if not taken:
        raise DomainError(
            "still-running", "The first request under this Idempotency-Key is still running. Wait for it."
        )
