"""Proof that each claim of a draft has a source, without a judge: plain rules over words (STACK.md, "Grounding").

A claim holds when its source was shown, it stands word for word in the body, and its numbers, names, verbs of
leadership, negations and words of degree exist in that source. Sentences that state facts and carry no claim are
flagged too. Turned down: a model as judge, and cosine similarity, which cannot tell 40 from 400.
"""

from matching.grounding.check import check
from matching.grounding.values import CANDIDATE, Brief, Claim, ClaimCheck, Draft, Grounding, Source

__all__ = ["CANDIDATE", "Brief", "Claim", "ClaimCheck", "Draft", "Grounding", "Source", "check"]
