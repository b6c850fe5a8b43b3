"""From a brief to a draft in recorded steps. The agent holds a brief, two tools that read it, and nothing else.

It cannot send, decide or read anybody else, because this package cannot import what could: safety by structure, not
by prompt. Two composers: `compose_facts` by code alone, `compose` with a language model behind the gateway's policy.
"""

from matching.agent.facts import FACTS, compose_facts
from matching.agent.loop import compose
from matching.agent.values import Budget, Ledger, Step
from matching.grounding import CANDIDATE, Brief, Claim, Draft, Source

__all__ = [
    "CANDIDATE", "FACTS", "Brief", "Budget", "Claim", "Draft", "Ledger", "Source", "Step", "compose", "compose_facts",
]  # fmt: skip
