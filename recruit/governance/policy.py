"""What may leave to a language model: nothing, unless a row and two switches say so (default deny).

An external provider needs the workspace's own consent (`external_models_allowed`), and an enabled Provider row for
this purpose that allows every field of the call. A model at a loopback or private address counts as in-house and
needs neither; where a Provider row exists for it, its switch, fields and budget hold too. Each call, allowed, refused
or failed, leaves a ModelCall row in a transaction of its own, so that no rollback can hide it.
"""

from datetime import datetime, time
from uuid import UUID

from django.db.models import Sum
from django.utils import timezone

from matching.errors import PolicyRefused
from matching.llm import Call, Manifest
from recruit.governance.models import ModelCall, Provider
from recruit.tenancy.models import Workspace
from recruit.tenancy.scope import workspace_scope

IN_HOUSE_DAILY_TOKENS = 2_000_000


class WorkspacePolicy:
    """The policy of one workspace for the work on one subject; implements `matching.llm.Policy`."""

    def __init__(self, workspace: UUID, *, subject: UUID | None = None) -> None:
        self._workspace, self._subject = workspace, subject

    def permit(self, call: Call) -> None:
        """Return when the call may be made. Raises PolicyRefused with what an admin would have to change."""
        with workspace_scope(self._workspace):
            provider = Provider.objects.filter(name=call.provider, purpose=call.purpose).first()
            if not call.in_house:
                _refuse_unless_external_allowed(self._workspace, provider)
            if provider is not None:
                _refuse_unless_within(provider, call)
            budget = provider.daily_token_budget if provider is not None else IN_HOUSE_DAILY_TOKENS
            _refuse_unless_affordable(call, budget=budget)

    def record(self, manifest: Manifest) -> None:
        """Keep the manifest of one call for good."""
        call = manifest.call
        with workspace_scope(self._workspace):
            ModelCall.objects.create(
                purpose=call.purpose,
                provider=call.provider,
                model=call.model[:120],
                prompt_name=call.prompt_name,
                prompt_digest=call.prompt_digest,
                fields=list(call.fields),
                placeholders=list(call.placeholders),
                bytes_out=call.bytes_out,
                tokens_in=manifest.tokens_in,
                tokens_out=manifest.tokens_out,
                milliseconds=manifest.milliseconds,
                decision=manifest.decision,
                reason=manifest.reason,
                subject=self._subject,
            )


def tokens_today(*, purpose: str, provider: str) -> int:
    """Tokens in and out since midnight UTC, in the workspace in scope."""
    midnight = datetime.combine(timezone.now().date(), time.min, tzinfo=timezone.now().tzinfo)
    calls = ModelCall.objects.filter(purpose=purpose, provider=provider, at__gte=midnight)
    used = calls.aggregate(tokens_in=Sum("tokens_in"), tokens_out=Sum("tokens_out"))
    return int(used["tokens_in"] or 0) + int(used["tokens_out"] or 0)


def _refuse_unless_external_allowed(workspace: UUID, provider: Provider | None) -> None:
    if not Workspace.objects.filter(pk=workspace, external_models_allowed=True).exists():
        raise PolicyRefused("This workspace does not allow external language models.", slug="external-not-allowed")
    if provider is None:
        raise PolicyRefused("No admin has allowed this language model for this purpose.", slug="provider-not-allowed")


def _refuse_unless_within(provider: Provider, call: Call) -> None:
    if not provider.enabled:
        raise PolicyRefused("This language model is switched off for this purpose.", slug="provider-off")
    missing = sorted(set(call.fields) - set(provider.allowed_fields))
    if missing:
        named = ", ".join(missing)
        raise PolicyRefused(f"This language model may not be given: {named}.", slug="field-not-allowed")


def _refuse_unless_affordable(call: Call, *, budget: int) -> None:
    if tokens_today(purpose=call.purpose, provider=call.provider) >= budget:
        raise PolicyRefused("Today's budget for this language model is used up.", slug="daily-budget")
