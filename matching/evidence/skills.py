"""Is a named skill shown? By identity first, then by what stands near it in the vocabulary.

Decisions. A narrower skill speaks for the broader one (LangGraph for agents). The other way a method is only a
neighbour (fine-tuning for LoRA: partly) and a whole field is nothing (programming for Rust). A tool of the same kind
is a neighbour too (JAX for PyTorch). A neighbour that is merely listed says nothing.

A bare name in a list is "partly", except where the posting asks for no more than familiarity: anybody can list a
word, and dated work is what a recruiter can ask about. Of several skills asked at once each counts the same; words
like ownership, which few people write down, are left out beside real skills.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from matching.evidence.finding import Case, Finding, nothing
from matching.evidence.meaning import best_passage
from matching.evidence.named import named_only
from matching.evidence.strength import SHOWN, held, scaled, skill_strength
from matching.evidence.years import ENOUGH, NEAR, spoken
from matching.skills import VOCABULARY, related
from matching.skills.vocabulary import SIBLING
from matching.values import Section, SkillShown, Strength, Verdict

_SOFT = frozenset(
    {"communication", "collaboration", "problem-solving", "ownership", "leadership", "stakeholder-management"}
)
_FAMILIAR = re.compile(r"\b(familiar|exposure|aware|basic|understand|knowledge of|interest|curio|a plus|bonus)", re.I)
_TOOLS = frozenset({"framework", "library", "tool", "platform"})
_MOST_OF_A_NEIGHBOUR = 0.45
_NARROWER = {1: 0.95, 2: 0.85}
_SAME, _NEIGHBOUR = 0.80, 0.35
_UNKNOWN_YEARS = 0.5


@dataclass(frozen=True, slots=True)
class Support:
    """The best that a resume has for one asked skill."""

    asked: str
    verdict: Verdict
    strength: float
    shown: SkillShown | None = None
    identity: float = 0.0

    @property
    def same(self) -> bool:
        """True for the skill itself or a narrower one."""
        return self.identity >= _SAME


_HOW: Mapping[Strength, str] = {
    Strength.LISTED: "is only named in a list",
    Strength.PROJECT: "is shown in a project",
    Strength.DATED: "is used in dated work",
    Strength.RECENT: "is used in recent work with an outcome",
}


def judge_skills(case: Case) -> Finding:
    """The verdict on a requirement that names canonical skills."""
    supports = [support_for(case, each) for each in asked_skills(case)]
    chosen = [max(supports, key=_better)] if _one_is_enough(case) else supports
    verdict = _together(chosen)
    strength = sum(each.strength for each in chosen) / len(chosen)
    if verdict is Verdict.NOT_SHOWN:
        return _not_shown(case, supports)
    spans = tuple(each.shown.spans for each in chosen if each.shown and each.verdict is not Verdict.NOT_SHOWN)
    place = best_passage(case, mentions=spans)
    return Finding(
        verdict,
        held(strength, verdict=verdict),
        _reason(chosen, years=case.requirement.years, in_list=_in_list(case, place.passage)),
        "" if verdict is Verdict.MET else _change(chosen, case),
        span=place.span,
        passage=place.passage,
        mentions=tuple(span for each in spans for span in each),
    )


def _not_shown(case: Case, supports: list[Support]) -> Finding:
    if len(supports) > 1:
        return nothing(_none_of(supports), _change(supports, case))
    name = name_of(supports[0].asked)
    says = named_only(case, supports[0].asked, name=name)
    if not says:
        return nothing(_reason(supports), _change(supports, case))
    return nothing(
        f"The resume {says}, and shows no work with it.",
        f"{_change(supports, case).rstrip('.')}; so far the resume {says}.",
    )


def asked_skills(case: Case) -> tuple[str, ...]:
    """The skills that count: soft ones only where nothing else is asked."""
    hard = tuple(each for each in case.requirement.skills if each not in _SOFT)
    return hard or case.requirement.skills


def support_for(case: Case, asked: str) -> Support:
    """The shown skill that says most about the asked one, with its verdict."""
    found = [_support(case, asked, each) for each in case.profile.skills]
    return max(
        found,
        key=_better,
        default=Support(asked, Verdict.NOT_SHOWN, 0.0),
    )


def _better(support: Support) -> tuple[int, bool, float, float, str]:
    """By verdict, then the skill itself before a neighbour, however long the neighbour was used."""
    shown = support.shown.skill if support.shown else ""
    return _RANK[support.verdict], support.same, support.strength, support.identity, shown


def _support(case: Case, asked: str, shown: SkillShown) -> Support:
    near = identity(asked, shown.skill)
    if near < _NEIGHBOUR or (near < _SAME and shown.strength is Strength.LISTED):
        return Support(asked, Verdict.NOT_SHOWN, 0.0, shown, near)
    wanted = case.requirement.years
    share = 1.0 if not wanted else _UNKNOWN_YEARS if shown.years is None else min(1.0, shown.years / wanted)
    weight = SHOWN[shown.strength]
    familiar = not wanted and _FAMILIAR.search(case.requirement.text) is not None
    if familiar:
        weight = max(weight, SHOWN[Strength.PROJECT])
    cosine = max((float(case.similarity[row]) for row in _passages(case, shown)), default=0.0)
    strength = skill_strength(identity=near, shown=weight, years=share, meaning=scaled(cosine))
    return Support(asked, _verdict(case, shown, near, share, familiar=familiar), strength, shown, near)


def _verdict(case: Case, shown: SkillShown, near: float, share: float, *, familiar: bool) -> Verdict:
    wanted = case.requirement.years
    if near < _SAME:
        return Verdict.PARTLY
    if wanted and share < ENOUGH:
        return Verdict.CONTRADICTED if too_short(case, wanted) else Verdict.PARTLY
    if shown.strength is Strength.LISTED and not familiar and not wanted:
        return Verdict.PARTLY
    return Verdict.MET


def too_short(case: Case, wanted: float) -> bool:
    """True when the whole dated career is clearly shorter than what is asked: a stated fact, not a gap in the text."""
    return 0 < case.profile.years < wanted * NEAR


def _passages(case: Case, shown: SkillShown) -> list[int]:
    return [
        index
        for index, each in enumerate(case.profile.passages)
        if any(each.span.overlaps(span) for span in shown.spans)
    ]


@cache
def identity(asked: str, shown: str) -> float:
    """How much `shown` stands for `asked`: 1 the same, .85-.95 narrower, at most .45 a neighbour."""
    if asked == shown:
        return 1.0
    steps = _steps_up(shown, asked)
    if steps in _NARROWER:
        return _NARROWER[steps]
    near = related(asked, shown)
    if _is_field(shown) or (near <= SIBLING and not _same_kind_of_tool(asked, shown)):
        return 0.0
    return min(_MOST_OF_A_NEIGHBOUR, near)


def _is_field(shown: str) -> bool:
    return shown in VOCABULARY and VOCABULARY[shown].kind == "concept"


def _same_kind_of_tool(asked: str, shown: str) -> bool:
    """True for two libraries or two platforms; languages and practices with one parent are not that near."""
    kinds = {VOCABULARY[each].kind for each in (asked, shown) if each in VOCABULARY}
    return len(kinds) == 1 and kinds <= _TOOLS


def _steps_up(narrow: str, broad: str) -> int:
    level = {narrow}
    for steps in (1, 2):
        level = {up for each in level if each in VOCABULARY for up in VOCABULARY[each].broader}
        if broad in level:
            return steps
    return 0


_RANK = {Verdict.CONTRADICTED: 0, Verdict.NOT_SHOWN: 1, Verdict.PARTLY: 2, Verdict.MET: 3}


def _one_is_enough(case: Case) -> bool:
    return case.requirement.any_of or len(case.requirement.skills) == 1


def _together(supports: list[Support]) -> Verdict:
    verdicts = {each.verdict for each in supports}
    if len(verdicts) == 1:
        return verdicts.pop()
    return Verdict.PARTLY if verdicts & {Verdict.MET, Verdict.PARTLY} else Verdict.CONTRADICTED


def name_of(identifier: str) -> str:
    """The name of a canonical skill as a person writes it."""
    known = VOCABULARY.get(identifier)
    return known.name if known else identifier


def _in_list(case: Case, passage: int | None) -> bool:
    return passage is None or case.passage(passage).section in (Section.SKILLS, Section.CERTIFICATES)


def _reason(supports: list[Support], *, years: float | None = None, in_list: bool = True) -> str:
    if len(supports) == 1:
        return _reason_for_one(supports[0], years, in_list=in_list)
    parts = []
    for verdict, word in ((Verdict.MET, "Shown"), (Verdict.PARTLY, "In part"), (Verdict.NOT_SHOWN, "Not shown")):
        names = [name_of(each.asked) for each in supports if each.verdict is verdict]
        if names:
            parts.append(f"{word}: {', '.join(names)}.")
    short = [name_of(each.asked) for each in supports if each.verdict is Verdict.CONTRADICTED]
    if short:
        parts.append(f"Fewer years than asked: {', '.join(short)}.")
    return " ".join(parts)


def _none_of(supports: list[Support]) -> str:
    return f"The resume mentions none of {', '.join(name_of(each.asked) for each in supports)}."


def _reason_for_one(support: Support, wanted: float | None, *, in_list: bool) -> str:
    asked = name_of(support.asked)
    if support.shown is None or support.verdict is Verdict.NOT_SHOWN:
        return f"The resume does not mention {asked}."
    shown = name_of(support.shown.skill)
    if not support.same:
        return f"{shown} {_HOW[support.shown.strength]}; {asked} itself is not mentioned."
    if wanted:
        if support.shown.years is None:
            return f"{shown} is shown, but for how long is not stated; {spoken(wanted)} are asked."
        return f"Dated work with {shown} adds up to {spoken(support.shown.years)}; {spoken(wanted)} are asked."
    years = support.shown.years
    extent = f", {spoken(years)} in all" if years and support.shown.strength is not Strength.LISTED else ""
    stands = "" if shown == asked else f", a part of {asked},"
    listed = support.shown.strength is Strength.LISTED and not in_list
    how = "is named, but in no dated work or project" if listed else _HOW[support.shown.strength]
    return f"{shown}{stands} {how}{extent}."


def _change(supports: list[Support], case: Case) -> str:
    open_ones = [each for each in supports if each.verdict is not Verdict.MET]
    if len(open_ones) == 1 and (sentence := _change_for_one(open_ones[0], case)):
        return sentence
    names = (" or " if case.requirement.any_of else ", ").join(name_of(each.asked) for each in open_ones)
    years = f" of {spoken(case.requirement.years)} or more" if case.requirement.years else ""
    return f"Dated work with {names}{years}."


def _change_for_one(support: Support, case: Case) -> str:
    """What a claim without work lacks, or a neighbour; "" where more of the same would do."""
    shown, name = support.shown, name_of(support.asked)
    if shown is None or support.verdict not in (Verdict.PARTLY, Verdict.CONTRADICTED):
        return ""
    years = f" of {spoken(case.requirement.years)} or more" if case.requirement.years else ""
    if not support.same:
        return f"A project or dated work with {name} itself{years}; {name_of(shown.skill)} is only close to it."
    if shown.strength is not Strength.LISTED:
        return ""
    rows = _passages(case, shown)
    where = "a claim in the skills list" if rows and all(_in_list(case, row) for row in rows) else "a claim"
    return f"{name} is shown only as {where}; dated work with {name}{years} would show it."
