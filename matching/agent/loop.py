"""The agent: a language model with two tools that read the brief, a typed answer, and a check that sends it back.

Each request passes the gateway's policy and is recorded with the messages it added, so that a later attempt goes on
where a killed one stopped and its usage counts on. What the model is shown holds no identity: person and recruiter
are placeholders, and so are addresses, numbers and links found in running text.

Ends in a Draft whose every claim holds, or in PolicyRefused, ModelUnavailable, BudgetExceeded or DraftRejected.
"""

import asyncio
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from time import monotonic
from typing import Any

from matching.agent.asking import Written, agent_for, told, usage_limits
from matching.agent.errands import Ask, drive
from matching.agent.prompt import prompt
from matching.agent.values import Budget, Ledger, Step
from matching.errors import BudgetExceeded, DraftRejected, MatchingError, ModelUnavailable
from matching.grounding import Brief, Claim, Draft, check
from matching.llm import Call, LanguageModel, Placeholders, Policy, permitted

RECRUITER = "{{recruiter}}"


def compose(brief: Brief, *, model: LanguageModel, ledger: Ledger, policy: Policy, budget: Budget) -> Draft:
    """Have the model write a draft from the brief; blocking, in this thread. Steps go to the ledger as they happen."""
    work = _Work(brief, model, ledger, policy, budget, Placeholders())
    return drive(work.run)


@dataclass
class _Work:
    brief: Brief
    model: LanguageModel
    ledger: Ledger
    policy: Policy
    budget: Budget
    placeholders: Placeholders
    seen: list[tuple[str, str, dict[str, Any]]] = field(default_factory=list)
    kept: int = 0
    number: int = 0

    async def run(self, ask: Ask) -> Draft:
        try:
            async with asyncio.timeout(self.budget.seconds):
                written = await self._converse(ask)
        except TimeoutError:
            raise BudgetExceeded(f"The language model took more than {self.budget.seconds:g} seconds.") from None
        except MatchingError:
            raise
        except Exception as error:
            raise _translated(error) from error
        finally:
            await ask(self._record_seen)
        return self._draft(written)

    async def _converse(self, ask: Ask) -> Written:
        from pydantic_ai import Agent
        from pydantic_ai.messages import ModelMessagesTypeAdapter

        earlier = list(await ask(self.ledger.recorded))
        history = ModelMessagesTypeAdapter.validate_python(_messages(earlier))
        self.number, self.kept = len(earlier), len(history)
        agent = agent_for(self.model, brief=self._shown(), validate=self._validate, note=self._note, budget=self.budget)
        begin = None if history else told(self._shown())
        limits, usage = usage_limits(self.budget, earlier)
        async with agent.iter(begin, message_history=history or None, usage_limits=limits, usage=usage) as run:
            node = run.next_node
            while not Agent.is_end_node(node):
                if Agent.is_model_request_node(node):
                    node = await self._request(run, node, ask)
                else:
                    node = await run.next(node)
                await ask(self._record_seen)
            output: Written = run.result.output
            return output

    async def _request(self, run: Any, node: Any, ask: Ask) -> Any:
        from pydantic_ai.messages import ModelMessagesTypeAdapter

        before = ModelMessagesTypeAdapter.dump_json([*run.all_messages(), node.request])
        call = permitted(self._call(len(before)), policy=self.policy)
        receipt = await ask(call.__enter__)
        began = monotonic()
        try:
            following = await run.next(node)
        except BaseException as error:
            caught = error
            await ask(lambda: call.__exit__(type(caught), caught, caught.__traceback__))
            raise
        messages = run.all_messages()
        spent = messages[-1].usage
        receipt.tokens_in, receipt.tokens_out = spent.input_tokens, spent.output_tokens
        await ask(lambda: call.__exit__(None, None, None))
        added = ModelMessagesTypeAdapter.dump_python(messages[self.kept :], mode="json")
        self.kept = len(messages)
        took = round(1000 * (monotonic() - began))
        content = {"messages": added}
        await ask(
            lambda: self._record("model", self.model.name, content, spent.input_tokens, spent.output_tokens, took)
        )
        return following

    def _call(self, size: int) -> Call:
        return Call(
            purpose=self.brief.purpose,
            provider=self.model.provider,
            model=self.model.model,
            in_house=self.model.in_house,
            prompt_name=prompt().name,
            prompt_digest=prompt().digest,
            fields=_fields(self.brief),
            placeholders=("candidate", "recruiter", *self.placeholders.kinds),
            bytes_out=size,
        )

    def _validate(self, written: Written) -> str:
        """What is wrong with an answer, in words for the model; "" accepts it."""
        grounding = check(self._draft(written), self.brief)
        faults = [f"“{each.claim.text}”: {' '.join(each.faults)}" for each in grounding.unsupported]
        if not written.subject.strip() or not written.body.strip():
            faults.append("Subject and body must not be empty.")
        if len(written.body) > 3_000:
            faults.append("The body is too long: at most 160 words.")
        self._note("check", "grounding", {"supported": len(grounding.supported), "faults": faults})
        return "\n".join(faults)

    def _draft(self, written: Written) -> Draft:
        def filled(text: str) -> str:
            return self.placeholders.restore(text).replace(RECRUITER, self.brief.recruiter_name)

        claims = tuple(Claim(filled(each.text), each.source) for each in written.claims)
        return Draft(filled(written.subject).strip(), filled(written.body).strip(), claims, self.model.name)

    def _shown(self) -> dict[str, Any]:
        """The brief as the model sees it: only these fields, patterns hidden."""
        hide, brief = self.placeholders.hide, self.brief
        return {
            "role": hide(brief.posting_title),
            "company": hide(brief.company_name),
            "from": hide(brief.workspace_name),
            "layer": brief.layer,
            "place": hide(brief.place),
            "sources": [
                {"id": each.id, "kind": each.kind, "text": hide(each.text), "answers": each.answers}
                for each in brief.sources
            ],
        }

    def _note(self, kind: str, name: str, content: dict[str, Any]) -> None:
        self.seen.append((kind, name, content))

    def _record_seen(self) -> None:
        while self.seen:
            self._record(*self.seen.pop(0))

    def _record(
        self, kind: str, name: str, content: dict[str, Any], tokens_in: int = 0, tokens_out: int = 0, took: int = 0
    ) -> None:
        self.number += 1
        self.ledger.record(Step(self.number, kind, name, content, tokens_in, tokens_out, took))


def _messages(steps: Sequence[Step]) -> list[Any]:
    return [each for step in steps if step.kind == "model" for each in step.content["messages"]]


def _fields(brief: Brief) -> tuple[str, ...]:
    kinds = {each.kind for each in brief.sources}
    named = {"posting_title": brief.posting_title, "company_name": brief.company_name, "layer": brief.layer}
    named |= {"workspace_name": brief.workspace_name, "place": brief.place}
    return tuple(sorted({name for name, value in named.items() if value} | kinds))


def _translated(error: Exception) -> MatchingError:
    """The framework's errors as ours, with sentences for a recruiter."""
    from pydantic_ai import exceptions

    if isinstance(error, exceptions.UsageLimitExceeded):
        return BudgetExceeded("The language model used up this draft's budget.", slug="budget-exceeded")
    if isinstance(error, exceptions.ModelRequestRejectedError):
        return DraftRejected("The language model's provider refused the request. Check the address, model and key.")
    if isinstance(error, exceptions.ModelAPIError):
        return ModelUnavailable("The language model could not be reached.", slug="model-unavailable")
    if isinstance(error, exceptions.UnexpectedModelBehavior | json.JSONDecodeError):
        return DraftRejected("The language model gave no draft that its sources bear out.", slug="draft-rejected")
    raise error
