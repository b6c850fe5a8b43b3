"""The switches of a workspace that an admin sets: postal address, whether mail leaves, whether outside models write.

Each change is an event with the names of what was changed, never with what was written. Allowing outside models makes
the rows of `Provider` that the policy asks for; taking it back leaves them, switched off.
"""

from dataclasses import dataclass, fields

from django.db import transaction

from matching.llm import ANTHROPIC, OPENAI
from recruit.accounts.models import Member, Role
from recruit.accounts.visibility import require
from recruit.events.record import Actor, record
from recruit.governance.models import Provider
from recruit.tenancy.models import Workspace

PURPOSE = "outreach"
FIELDS = ("company", "company_name", "layer", "place", "posting_title", "quote", "requirement", "workspace_name")
"""What of a brief an outside model may be given: nobody's name or contacts are among it."""


@dataclass(frozen=True, slots=True)
class Switches:
    """What an admin sets for the whole workspace, by the names of its columns."""

    postal_address: str
    sending_paused: bool
    external_models_allowed: bool


def configure(switches: Switches, *, by: Member) -> tuple[str, ...]:
    """Set what differs and record it. Returns the names of what was changed. Raises DomainError: role-too-low."""
    require(by, Role.ADMIN)
    with transaction.atomic():
        workspace = Workspace.objects.select_for_update().get(pk=by.workspace_id)
        names = [each.name for each in fields(Switches)]
        changed = tuple(name for name in names if getattr(workspace, name) != getattr(switches, name))
        for name in changed:
            setattr(workspace, name, getattr(switches, name))
        if changed:
            workspace.save(update_fields=list(changed))
            now = {"sending_paused": switches.sending_paused, "external_models": switches.external_models_allowed}
            record("workspace.configured", workspace, by=Actor("member", str(by.pk)), changed=list(changed), **now)
        if "external_models_allowed" in changed:
            _allow(workspace, allowed=switches.external_models_allowed)
    return changed


def _allow(workspace: Workspace, *, allowed: bool) -> None:
    for name in (ANTHROPIC, OPENAI):
        Provider.objects.update_or_create(
            workspace=workspace,
            name=name,
            purpose=PURPOSE,
            defaults={"enabled": allowed},
            create_defaults={"enabled": allowed, "allowed_fields": list(FIELDS)},
        )
