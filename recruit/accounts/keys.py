"""Companies' API keys: `sk_<prefix>_<secret>`, issued once, found by prefix, compared in constant time.

The secret has 256 random bits, so its plain SHA-256 is safe to store: there is nothing to guess. Two keys may live at
the same time, so that a company can rotate without an outage.
"""

import hmac
import secrets
from datetime import timedelta
from hashlib import sha256

from django.utils import timezone

from recruit.accounts.models import ApiKey, Company
from recruit.errors import DomainError
from recruit.events.record import SYSTEM, Actor, record
from recruit.tenancy.scope import lookup

SCOPES = ("postings:write", "postings:read", "matches:read")
_LIVE_KEYS = 2
_USED_EVERY = timedelta(minutes=1)


def issue(company: Company, *, name: str, scopes: tuple[str, ...] = SCOPES, by: Actor = SYSTEM) -> tuple[ApiKey, str]:
    """A new key and its text, which is shown this once. Raises DomainError too-many-keys at the third live one."""
    if ApiKey.objects.filter(company=company, revoked_at=None).count() >= _LIVE_KEYS:
        raise DomainError("too-many-keys", "This company has two live keys. Revoke one before you issue another.")
    secret = secrets.token_urlsafe(32)
    key = ApiKey.objects.create(
        company=company, name=name, prefix=secrets.token_hex(6), digest=_digest(secret), scopes=list(scopes)
    )
    record("key.issued", key, by=by, company=str(company.pk))
    return key, f"sk_{key.prefix}_{secret}"


def revoke(key: ApiKey, *, by: Actor) -> None:
    """End the key at once."""
    if ApiKey.objects.filter(pk=key.pk, revoked_at=None).update(revoked_at=timezone.now()):
        record("key.revoked", key, by=by, company=str(key.company_id))


def find(text: str) -> ApiKey | None:
    """The live key of this text, with its company and workspace, or None. Needs no workspace scope."""
    parts = text.split("_", 2)
    if len(parts) != 3 or parts[0] != "sk" or not parts[1]:
        return None
    with lookup("strata.key_prefix", parts[1]):
        key: ApiKey | None = ApiKey.everywhere.filter(prefix=parts[1]).first()
        digest = key.digest if key else _digest("")
        # compared also when there is no such prefix, so that both answers take the same time
        same = hmac.compare_digest(digest, _digest(parts[2]))
        if key is None or not same or not _live(key):
            return None
        _note_use(key)
    return key


def _live(key: ApiKey) -> bool:
    return key.revoked_at is None and (key.expires_at is None or key.expires_at > timezone.now())


def _note_use(key: ApiKey) -> None:
    now = timezone.now()
    if key.last_used_at is None or now - key.last_used_at > _USED_EVERY:
        ApiKey.everywhere.filter(pk=key.pk).update(last_used_at=now)


def _digest(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()
