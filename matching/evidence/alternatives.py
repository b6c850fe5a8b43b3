"""Requirements of parts: each part is judged by itself, by the rule of its kind.

"Python, and PyTorch or JAX" is met by Python with JAX, and its quote is that of the skill that is shown, never of the
one that is not. A last alternative in words ("or a framework of your own") is judged by meaning where no named skill
is shown, and is partly shown at best: likeness alone does not say that somebody built one.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from matching.evidence.experience import judge_meaning
from matching.evidence.finding import Case, Finding
from matching.evidence.strength import held
from matching.values import Verdict

Rule = Callable[[Case], Finding]
_SHOWN = frozenset({Verdict.MET, Verdict.PARTLY})
_RANK = {Verdict.CONTRADICTED: 0, Verdict.NOT_SHOWN: 1, Verdict.PARTLY: 2, Verdict.MET: 3}


def judge_parts(found: Sequence[Finding], *, any_of: bool) -> Finding:
    """The verdict on a requirement of parts: the best of them where one is enough, else met when all are."""
    if any_of:
        return max(found, key=lambda each: (_RANK[each.verdict], each.strength))
    return _together(found)


def judge_open_choice(case: Case, rule: Rule) -> Finding:
    """The verdict where the last alternative is told in words: by the named skills, else by meaning."""
    named = rule(case)
    if named.verdict is not Verdict.NOT_SHOWN:
        return named
    meant = judge_meaning(case)
    if meant.verdict not in _SHOWN:
        return named
    strength = held(meant.strength, verdict=Verdict.PARTLY)
    reason = f"{named.reason} The quoted passage may be {case.requirement.value}."
    return replace(meant, verdict=Verdict.PARTLY, strength=strength, reason=reason, change=named.change)


def _together(found: Sequence[Finding]) -> Finding:
    verdicts = {each.verdict for each in found}
    mixed = Verdict.PARTLY if verdicts & _SHOWN else Verdict.CONTRADICTED
    verdict = next(iter(verdicts)) if len(verdicts) == 1 else mixed
    shown = [each for each in found if each.verdict in _SHOWN]
    best = max(shown or found, key=lambda each: each.strength)
    return Finding(
        verdict,
        held(sum(each.strength for each in found) / len(found), verdict=verdict),
        " ".join(each.reason for each in found),
        " ".join(dict.fromkeys(each.change for each in found if each.change)),
        span=best.span,
        passage=best.passage,
        mentions=tuple(span for each in shown for span in each.mentions),
    )
