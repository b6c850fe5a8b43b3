"""Which model, and the one door through which every call to it goes: asked for, made, and written down.

`permitted` brackets a call. Nothing reaches a provider before the policy agreed, and each call leaves a manifest,
also when it was refused or failed. The science knows no policy of its own; the product implements the protocol.
"""

import ipaddress
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import monotonic
from typing import Protocol
from urllib.parse import urlsplit

from matching.errors import PolicyRefused

OPENAI = "openai"
ANTHROPIC = "anthropic"


@dataclass(frozen=True, slots=True)
class LanguageModel:
    """Where a model is reached: `provider` is openai (any compatible `base_url`) or anthropic. No key is shown."""

    provider: str
    model: str
    base_url: str = ""
    key: str = field(default="", repr=False)
    timeout_seconds: float = 60.0

    @property
    def name(self) -> str:
        """`provider:model`, as drafts and manifests name it."""
        return f"{self.provider}:{self.model}"

    @property
    def in_house(self) -> bool:
        """True for a loopback or private address given in the settings; a name that must be resolved is external."""
        host = urlsplit(self.base_url).hostname or ""
        if host == "localhost":
            return True
        try:
            address = ipaddress.ip_address(host)
        except ValueError:
            return False
        return address.is_loopback or address.is_private


@dataclass(frozen=True, slots=True)
class Call:
    """What is about to leave: to whom, for what, under which prompt, which fields, how many bytes."""

    purpose: str
    provider: str
    model: str
    in_house: bool
    prompt_name: str
    prompt_digest: str
    fields: tuple[str, ...]
    placeholders: tuple[str, ...]
    bytes_out: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """What became of a call. `decision` is allowed, refused or failed."""

    call: Call
    decision: str
    reason: str = ""
    tokens_in: int = 0
    tokens_out: int = 0
    milliseconds: int = 0


class Policy(Protocol):
    """Who may be told what. The product implements it over its tables."""

    def permit(self, call: Call) -> None:
        """Return when the call may be made. Raises PolicyRefused with a sentence for a person."""
        ...

    def record(self, manifest: Manifest) -> None:
        """Keep what became of the call."""
        ...


@dataclass(slots=True)
class Receipt:
    """Filled in by whoever made the call."""

    tokens_in: int = 0
    tokens_out: int = 0
    milliseconds: int = 0


@contextmanager
def permitted(call: Call, *, policy: Policy) -> Iterator[Receipt]:
    """Run the block as one call: ask first, write down what became of it. Raises PolicyRefused and its errors."""
    try:
        policy.permit(call)
    except PolicyRefused as refusal:
        policy.record(Manifest(call, "refused", refusal.sentence))
        raise
    receipt, began = Receipt(), monotonic()
    try:
        yield receipt
    except BaseException as error:
        receipt.milliseconds = round(1000 * (monotonic() - began))
        policy.record(Manifest(call, "failed", str(error)[:500], milliseconds=receipt.milliseconds))
        raise
    receipt.milliseconds = round(1000 * (monotonic() - began))
    policy.record(
        Manifest(
            call, "allowed", "", tokens_in=receipt.tokens_in, tokens_out=receipt.tokens_out,
            milliseconds=receipt.milliseconds,
        )
    )  # fmt: skip
