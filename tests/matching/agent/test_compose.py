import json
from dataclasses import dataclass, field

import pytest

from matching.agent import Brief, Budget, Draft, Source, Step, compose
from matching.errors import BudgetExceeded, DraftRejected, ModelUnavailable, PolicyRefused
from matching.llm import OPENAI, Call, LanguageModel, Manifest
from tests.openai_server import Script, calls, openai_server, says

QUOTE = "Cut the p95 latency of the search service from 900 to 240 ms."
BRIEF = Brief(
    purpose="outreach",
    posting_title="Search engineer",
    company_name="Northwind",
    recruiter_name="Robin Marsh",
    workspace_name="Harbour",
    sources=(
        Source("q1", "quote", f"{QUOTE} Ask ada@mail.example.", "r1"),
        Source("r1", "requirement", "Experience with search services"),
    ),
    postal_address="1 Quay Street",
)
OPENING = "Hello {{candidate}},\n\n"
CLOSING = "\n\nWould you like to hear more?\n\n{{recruiter}}"
MAIL = calls(
    "final_result", subject="Search engineer at Northwind", body=f"{OPENING}“{QUOTE}”{CLOSING}",
    claims=[{"text": QUOTE, "source": "q1"}],
)  # fmt: skip
FALSE = QUOTE.replace("240", "24")
FALSE_MAIL = calls(
    "final_result", subject="Search engineer at Northwind", body=f"{OPENING}{FALSE}{CLOSING}",
    claims=[{"text": FALSE, "source": "q1"}],
)  # fmt: skip


@dataclass
class KeptSteps:
    steps: list[Step] = field(default_factory=list)

    def recorded(self) -> list[Step]:
        return list(self.steps)

    def record(self, step: Step) -> None:
        self.steps.append(step)


@dataclass
class KeptManifests:
    refusal: str = ""
    manifests: list[Manifest] = field(default_factory=list)

    def permit(self, call: Call) -> None:
        if self.refusal:
            raise PolicyRefused(self.refusal)

    def record(self, manifest: Manifest) -> None:
        self.manifests.append(manifest)


def _compose(
    url: str, *, ledger: KeptSteps | None = None, policy: KeptManifests | None = None, budget: Budget | None = None
) -> Draft:
    model = LanguageModel(OPENAI, "scripted", base_url=url, key="k", timeout_seconds=5)
    return compose(
        BRIEF, model=model, ledger=ledger or KeptSteps(), policy=policy or KeptManifests(), budget=budget or Budget()
    )


def _sent(script: Script) -> str:
    return json.dumps(script.bodies)


def test_a_draft_comes_out_of_the_tools_and_each_step_is_kept() -> None:
    ledger, policy = KeptSteps(), KeptManifests()
    with openai_server(calls("find_evidence", words="latency"), calls("read_source", id="q1"), MAIL) as script:
        draft = _compose(script.url, ledger=ledger, policy=policy)
    assert draft.claims[0].source == "q1"
    assert draft.body.endswith("Robin Marsh")
    assert [each.number for each in ledger.steps] == list(range(1, len(ledger.steps) + 1))
    assert {each.name for each in ledger.steps} >= {"find_evidence", "read_source", "grounding"}
    assert [each.decision for each in policy.manifests] == ["allowed"] * 3
    assert policy.manifests[0].tokens_in == 100


def test_an_ungrounded_claim_goes_back_with_what_is_wrong_and_the_corrected_draft_is_taken() -> None:
    with openai_server(FALSE_MAIL, MAIL) as script:
        draft = _compose(script.url)
    assert "240" in draft.body
    assert "the number 24" in json.dumps(script.bodies[1])


def test_a_model_that_never_corrects_its_claim_is_rejected() -> None:
    with openai_server(FALSE_MAIL) as script, pytest.raises(DraftRejected):
        _compose(script.url)


def test_a_refusal_in_words_is_no_draft() -> None:
    with openai_server(says("I cannot help with that.")) as script, pytest.raises(DraftRejected):
        _compose(script.url)


def test_a_model_that_only_reads_runs_out_of_budget() -> None:
    with openai_server(calls("read_source", id="q1")) as script:
        with pytest.raises(BudgetExceeded):
            _compose(script.url, budget=Budget(requests=3))
        assert len(script.bodies) == 3


def test_what_earlier_attempts_used_counts() -> None:
    ledger = KeptSteps()
    with openai_server(calls("read_source", id="q1"), 500) as script, pytest.raises(ModelUnavailable):
        _compose(script.url, ledger=ledger)
    with openai_server(calls("read_source", id="q1")) as script:
        with pytest.raises(BudgetExceeded):
            _compose(script.url, ledger=ledger, budget=Budget(requests=2))
        assert len(script.bodies) == 1


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_provider_in_trouble_is_asked_once_and_is_unavailable(status: int) -> None:
    policy = KeptManifests()
    with openai_server(status) as script:
        with pytest.raises(ModelUnavailable):
            _compose(script.url, policy=policy)
        assert len(script.bodies) == 1
    assert [each.decision for each in policy.manifests] == ["failed"]


def test_a_provider_that_is_down_is_unavailable() -> None:
    with openai_server(MAIL) as script:
        url = script.url
    with pytest.raises(ModelUnavailable):
        _compose(url)


def test_a_refused_call_never_leaves() -> None:
    policy = KeptManifests(refusal="No admin has allowed this.")
    with openai_server(MAIL) as script:
        with pytest.raises(PolicyRefused, match="No admin"):
            _compose(script.url, policy=policy)
        assert script.bodies == []
    assert [each.decision for each in policy.manifests] == ["refused"]


def test_no_identity_leaves() -> None:
    with openai_server(calls("read_source", id="q1"), MAIL) as script:
        _compose(script.url)
    assert "{{candidate}}" in _sent(script)
    assert "ada@mail.example" not in _sent(script)
    assert "Robin Marsh" not in _sent(script)


def test_a_model_that_obeys_an_injected_order_to_send_has_no_tool_for_it() -> None:
    with openai_server(calls("send_mail", to="ada@mail.example"), MAIL) as script:
        draft = _compose(script.url)
    assert {each["function"]["name"] for each in script.bodies[0]["tools"]} == {
        "find_evidence", "read_source", "final_result",
    }  # fmt: skip
    assert "ada@mail.example" not in draft.body
