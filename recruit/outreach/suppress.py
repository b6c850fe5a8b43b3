"""People who asked not to be written to: their address is kept as a salted hash, which outlives their erasure.

The link in each mail names that hash and carries our signature, so it needs no sign-in, never expires, reveals no
address, and works when nothing else of the person is left. The salt is derived from SECRET_KEY: whoever changes that
key must carry the suppressions over first.
"""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from uuid import UUID

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.urls import reverse
from django.utils.crypto import salted_hmac

from recruit.errors import DomainError
from recruit.events.record import SYSTEM, Actor, record
from recruit.outreach.models import Suppression
from recruit.tenancy.models import Workspace
from recruit.tenancy.scope import current_workspace

_SALT = "strata.suppression"
_BROKEN = DomainError(
    "link-broken", "This link is not whole. Copy it again from the e-mail, or answer the e-mail instead.", status=404
)


def digest_of(email: str, *, workspace: UUID) -> str:
    """The salted hash under which an address is suppressed in one workspace."""
    return salted_hmac(_SALT, f"{workspace}:{email.strip().lower()}", algorithm="sha256").hexdigest()


def is_suppressed(email: str) -> bool:
    """True when this address asked the workspace in scope not to write."""
    return is_stopped(digest_of(email, workspace=current_workspace()))


def is_stopped(digest: str) -> bool:
    """True when the address with this hash asked not to be written to."""
    return bool(Suppression.objects.filter(address_digest=digest).exists())


def stop_link(email: str, *, workspace: Workspace) -> str:
    """The full address at which one click ends all mail from this workspace to this address."""
    digest = bytes.fromhex(digest_of(email, workspace=workspace.pk))
    token = _signer().sign(urlsafe_b64encode(digest).decode().rstrip("="))
    return settings.PUBLIC_URL + reverse("outreach-stop", args=[workspace.slug, token])


def digest_from(token: str) -> str:
    """The hash that a link names. Raises DomainError when the link was cut or altered."""
    try:
        named = _signer().unsign(token)
        return urlsafe_b64decode(named + "=" * (-len(named) % 4)).hex()
    except (BadSignature, ValueError):
        raise _BROKEN from None


def suppress(digest: str, *, reason: str, by: Actor = SYSTEM) -> Suppression:
    """Never write to this address again. Saying so twice changes nothing."""
    row, created = Suppression.objects.get_or_create(address_digest=digest, defaults={"reason": reason})
    if created:
        record("address.suppressed", row, by=by, reason=reason)
    return row


def _signer() -> Signer:
    return Signer(salt=_SALT, sep=".")
