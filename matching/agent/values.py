"""A step of the work on a draft, the budget it must stay within, and the ledger that keeps the steps."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class Step:
    """One step: `kind` is model, tool or check. `content` is JSON; a model's holds the messages to resume from."""

    number: int
    kind: str
    name: str
    content: Mapping[str, Any] = field(default_factory=dict)
    tokens_in: int = 0
    tokens_out: int = 0
    milliseconds: int = 0


@dataclass(frozen=True, slots=True)
class Budget:
    """The most that one draft may take, over all attempts together; `seconds` is for one attempt."""

    requests: int = 8
    tool_calls: int = 16
    tokens: int = 30_000
    seconds: float = 120.0
    corrections: int = 3


class Ledger(Protocol):
    """Where steps are kept as they happen, so that a killed worker's work is read again instead of paid again."""

    def recorded(self) -> Sequence[Step]:
        """The steps of earlier attempts, in order."""
        ...

    def record(self, step: Step) -> None:
        """Keep one more step, at once and for good."""
        ...
