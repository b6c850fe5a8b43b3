from dataclasses import replace

import pytest

from matching.errors import PolicyRefused
from matching.llm import OPENAI, Call, Manifest
from recruit.governance.models import ModelCall, Provider
from recruit.governance.policy import WorkspacePolicy
from recruit.tenancy.models import Workspace
from recruit.tenancy.scope import workspace_scope
from tests import factories

pytestmark = pytest.mark.django_db

CALL = Call("outreach", OPENAI, "m", False, "outreach", "0" * 64, ("quote",), ("candidate",), 10)


@pytest.fixture
def team() -> Workspace:
    return factories.workspace(external_models_allowed=True)


@pytest.fixture
def provider(team: Workspace) -> Provider:
    with workspace_scope(team.pk):
        row = Provider(name=OPENAI, purpose="outreach", allowed_fields=["quote"], daily_token_budget=100, enabled=True)
        row.save()
    return row


def _refused(workspace: Workspace, call: Call = CALL) -> str:
    with pytest.raises(PolicyRefused) as refusal:
        WorkspacePolicy(workspace.pk).permit(call)
    return refusal.value.slug


def test_nothing_leaves_by_default() -> None:
    assert _refused(factories.workspace()) == "external-not-allowed"


def test_consent_alone_is_not_enough(team: Workspace) -> None:
    assert _refused(team) == "provider-not-allowed"


def test_consent_and_an_enabled_provider_allow_a_call(team: Workspace, provider: Provider) -> None:
    WorkspacePolicy(team.pk).permit(CALL)


def test_a_field_that_no_admin_allowed_does_not_leave(team: Workspace, provider: Provider) -> None:
    assert _refused(team, replace(CALL, fields=("quote", "place"))) == "field-not-allowed"


def test_a_provider_of_another_purpose_counts_for_nothing(team: Workspace, provider: Provider) -> None:
    assert _refused(team, replace(CALL, purpose="summary")) == "provider-not-allowed"


def test_another_workspace_cannot_use_the_provider(provider: Provider) -> None:
    assert _refused(factories.workspace(external_models_allowed=True)) == "provider-not-allowed"


def test_a_model_in_the_house_needs_no_consent() -> None:
    WorkspacePolicy(factories.workspace().pk).permit(replace(CALL, in_house=True))


def test_a_used_up_budget_ends_the_calls_of_the_day(team: Workspace, provider: Provider) -> None:
    WorkspacePolicy(team.pk).record(Manifest(CALL, "allowed", tokens_in=60, tokens_out=40))
    assert _refused(team) == "daily-budget"


def test_a_refused_call_leaves_a_row(team: Workspace) -> None:
    WorkspacePolicy(team.pk).record(Manifest(CALL, "refused", "No."))
    with workspace_scope(team.pk):
        assert ModelCall.objects.get().decision == "refused"
