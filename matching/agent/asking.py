"""How the model is asked: the framework's agent with two tools over the brief, the typed answer, the limits.

No retries are made below this point: the job's attempts are the only ones, and they are counted in the database.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from matching.agent.prompt import prompt
from matching.agent.values import Budget, Step
from matching.errors import ModelUnavailable
from matching.llm import ANTHROPIC, LanguageModel

_FOUND = 4


@dataclass(frozen=True)
class WrittenClaim:
    """A passage of the body, word for word, and the id of its source."""

    text: str
    source: str


@dataclass(frozen=True)
class Written:
    """The mail as the model answers it."""

    subject: str
    body: str
    claims: list[WrittenClaim]


def agent_for(
    model: LanguageModel,
    *,
    brief: Mapping[str, Any],
    validate: Callable[[Written], str],
    note: Callable[[str, str, dict[str, Any]], None],
    budget: Budget,
) -> Any:
    """One agent for one brief. `validate` names the faults of an answer; `note` hears of each tool call."""
    from pydantic_ai import Agent, ModelRetry

    agent = Agent(
        _framework_model(model),
        output_type=Written,
        instructions=prompt().text,
        retries={"tools": 2, "output": budget.corrections},
        model_settings={"timeout": model.timeout_seconds},
    )

    @agent.tool_plain
    async def find_evidence(words: str) -> str:
        """Find sources whose text shares these words. Returns ids and texts, the nearest first."""
        found = _nearest(words, brief["sources"])
        note("tool", "find_evidence", {"words": words, "found": [each["id"] for each in found]})
        return json.dumps(found, ensure_ascii=False) if found else "Nothing in the brief shares these words."

    @agent.tool_plain
    async def read_source(id: str) -> str:
        """Read one source whole, by its id, such as q1 or r2."""
        source = next((each for each in brief["sources"] if each["id"] == id), None)
        note("tool", "read_source", {"id": id, "found": source is not None})
        return json.dumps(source, ensure_ascii=False) if source else f"There is no source {id}."

    @agent.output_validator
    async def grounded(written: Written) -> Written:
        if faults := validate(written):
            raise ModelRetry(f"The check refused this draft. Correct it or leave the passage out:\n{faults}")
        return written

    return agent


def told(brief: Mapping[str, Any]) -> str:
    """The first message: the brief without the texts of its sources, which the tools give."""
    listed = [{"id": each["id"], "kind": each["kind"], "answers": each["answers"]} for each in brief["sources"]]
    return "Write the mail for this brief.\n" + json.dumps({**brief, "sources": listed}, ensure_ascii=False, indent=1)


def usage_limits(budget: Budget, earlier: Sequence[Step]) -> tuple[Any, Any]:
    """The framework's limits, and what earlier attempts have used of them."""
    from pydantic_ai.usage import RunUsage, UsageLimits

    asked = [each for each in earlier if each.kind == "model"]
    usage = RunUsage(
        requests=len(asked),
        tool_calls=sum(each.kind == "tool" for each in earlier),
        input_tokens=sum(each.tokens_in for each in asked),
        output_tokens=sum(each.tokens_out for each in asked),
    )
    limits = UsageLimits(
        request_limit=budget.requests, tool_calls_limit=budget.tool_calls, total_tokens_limit=budget.tokens
    )
    return limits, usage


def _framework_model(model: LanguageModel) -> Any:
    try:
        return _anthropic(model) if model.provider == ANTHROPIC else _openai(model)
    except ImportError:
        sentence = "The language model's client is not installed. Install it with: pip install 'strata[agent]'."
        raise ModelUnavailable(sentence, slug="agent-not-installed") from None


def _openai(model: LanguageModel) -> Any:
    from openai import AsyncOpenAI
    from pydantic_ai.models.openai import OpenAIChatModel
    from pydantic_ai.providers.openai import OpenAIProvider

    client = AsyncOpenAI(
        base_url=model.base_url or None, api_key=model.key or "none", max_retries=0, timeout=model.timeout_seconds
    )
    return OpenAIChatModel(model.model, provider=OpenAIProvider(openai_client=client))


def _anthropic(model: LanguageModel) -> Any:
    from anthropic import AsyncAnthropic
    from pydantic_ai.models.anthropic import AnthropicModel
    from pydantic_ai.providers.anthropic import AnthropicProvider

    client = AsyncAnthropic(api_key=model.key, max_retries=0, timeout=model.timeout_seconds)
    return AnthropicModel(model.model, provider=AnthropicProvider(anthropic_client=client))


def _nearest(words: str, sources: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    asked = {each.lower().strip(".,") for each in words.split()}
    scored = [(sum(word in each["text"].lower() for word in asked), each) for each in sources]
    kept = [pair for pair in scored if pair[0]]
    return [each for _, each in sorted(kept, key=lambda pair: (-pair[0], pair[1]["id"]))[:_FOUND]]
