"""Drafts by a language model through the journey: policy, manifests, steps, and the facts composer where it fails."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from typing import Any

import pytest
from django.test import Client

from recruit.governance.models import ModelCall, Provider
from recruit.jobs.models import State
from recruit.outreach.compose import brief_for
from recruit.outreach.models import Draft, DraftState, DraftStep, Message
from tests.openai_server import Script, calls, openai_server, says
from tests.recruit.outreach.conftest import House

pytestmark = pytest.mark.django_db
Answer = Mapping[str, Any]
Serve = Callable[..., Script]


@pytest.fixture
def serve(settings: Any) -> Iterator[Serve]:
    """Put a scripted model at the address that the settings name."""
    with ExitStack() as stack:

        def serving(*answers: Answer | int) -> Script:
            server = stack.enter_context(openai_server(*answers))
            settings.LLM_BASE_URL, settings.LLM_MODEL = server.url, "scripted"
            return server

        yield serving


@pytest.fixture
def external(settings: Any, serve: Serve) -> Serve:
    """The same server under an address that counts as somebody else's."""

    def serving(*answers: Answer | int) -> Script:
        server = serve(*answers)
        # whatever is not plainly a private address is external; the resolver takes this for the loopback one
        settings.LLM_BASE_URL = server.url.replace("127.0.0.1", "127.1")
        return server

    return serving


def writes(subject: str, body: str, claims: Sequence[tuple[str, str]]) -> Answer:
    listed = [{"text": text, "source": source} for text, source in claims]
    return calls("final_result", subject=subject, body=body, claims=listed)


def good(house: House) -> Answer:
    quote = next(each for each in brief_for(house.requested()).sources if each.kind == "quote")
    body = f"Hello {{{{candidate}}}},\n\n“{quote.text}” May I tell you more?\n\n{{{{recruiter}}}}"
    return writes("A role at Northwind", body, [(quote.text, quote.id)])


def steps(draft: Draft) -> list[tuple[str, str]]:
    return list(DraftStep.objects.filter(draft=draft).order_by("number").values_list("kind", "name"))


def test_a_model_in_house_writes_and_every_step_is_kept(house: House, serve: Serve) -> None:
    serve(calls("find_evidence", words="retrieval"), good(house))
    draft = house.composed()
    assert (draft.state, draft.composer, draft.note) == (DraftState.READY, "openai:scripted", "")
    assert draft.grounding["unsupported"] == []
    assert [kind for kind, _ in steps(draft)] == ["model", "tool", "model", "check", "check"]


def test_each_request_leaves_a_manifest(house: House, serve: Serve) -> None:
    serve(calls("find_evidence", words="retrieval"), good(house))
    draft = house.composed()
    calls_made = ModelCall.objects.filter(subject=draft.pk)
    assert {(each.decision, each.tokens_in, each.prompt_name) for each in calls_made} == {("allowed", 100, "outreach")}
    assert calls_made.count() == 2


def test_nobody_s_name_or_address_reaches_the_provider(house: House, serve: Serve) -> None:
    server = serve(calls("read_source", id="q1"), good(house))
    house.composed()
    person = house.person
    canaries = (*person.name.split(), person.email, person.phone, house.robin.name, house.robin.user.email)
    assert not [each for each in canaries if each and each in json.dumps(server.bodies)]


def test_a_model_that_never_tells_the_truth_leaves_a_draft_of_facts_and_says_so(house: House, serve: Serve) -> None:
    serve(writes("Hi", "You led 90 people at Google.", [("You led 90 people at Google", "q1")]))
    draft = house.composed()
    assert draft.composer == "facts"
    assert "no draft that its sources bear out" in draft.note
    assert ("check", "fallback") in steps(draft)


def test_a_model_that_refuses_leaves_a_draft_of_facts(house: House, serve: Serve) -> None:
    serve(says("I would rather not."))
    assert house.composed().composer == "facts"


def test_a_provider_that_is_down_is_tried_again_and_then_replaced(house: House, serve: Serve) -> None:
    server = serve(503)
    draft = house.requested()
    assert [house.walk(draft).state for _ in range(3)] == [State.WAITING, State.WAITING, State.DONE]
    draft.refresh_from_db()
    assert (draft.state, draft.composer, len(server.bodies)) == (DraftState.READY, "facts", 3)
    assert "could not be reached" in draft.note


def test_a_provider_that_comes_back_goes_on_where_it_stopped(house: House, serve: Serve) -> None:
    server = serve(calls("find_evidence", words="retrieval"), 503, good(house))
    draft = house.requested()
    assert [house.walk(draft).state for _ in range(2)] == [State.WAITING, State.DONE]
    draft.refresh_from_db()
    assert draft.composer == "openai:scripted"
    assert len(server.bodies) == 3


def test_an_external_model_is_asked_nothing_by_default(house: House, external: Serve) -> None:
    server = external(says("hello"))
    draft = house.composed()
    assert server.bodies == []
    assert "does not allow external" in draft.note
    assert ModelCall.objects.get(subject=draft.pk).decision == "refused"


def allow(house: House, **fields: Any) -> None:
    house.workspace.external_models_allowed = True
    house.workspace.save()
    named = ["posting_title", "company_name", "layer", "place", "workspace_name", "quote", "requirement", "company"]
    row: Mapping[str, Any] = {"name": "openai", "purpose": "outreach", "allowed_fields": named, "enabled": True}
    Provider.objects.create(**{**row, **fields})


def test_an_external_model_that_an_admin_allowed_writes(house: House, external: Serve) -> None:
    external(good(house))
    allow(house)
    assert house.composed().composer == "openai:scripted"


def test_one_field_that_is_not_allowed_keeps_everything_in_the_house(house: House, external: Serve) -> None:
    server = external(good(house))
    allow(house, allowed_fields=["posting_title"])
    assert house.composed().composer == "facts"
    assert server.bodies == []


def test_a_model_that_obeys_every_injection_sends_and_decides_nothing(house: House, serve: Serve) -> None:
    serve(calls("send_mail", to="everybody@example.org"), calls("shortlist", candidate="all"), says("Done."))
    draft = house.composed()
    assert (draft.state, draft.composer) == (DraftState.READY, "facts")
    assert not Message.objects.exists()
    assert not house.match.posting.standings.exists()


def test_the_page_names_the_model_and_shows_its_steps(house: House, serve: Serve, client: Client) -> None:
    serve(calls("find_evidence", words="retrieval"), good(house))
    draft = house.composed()
    client.force_login(house.robin.user)
    page = client.get(f"/outreach/drafts/{draft.pk}").content.decode()
    assert "openai:scripted" in page
    assert "find_evidence" in page
