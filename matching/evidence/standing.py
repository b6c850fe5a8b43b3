"""Has somebody led people, or stood at a level? Read from titles and from passages that tell of people.

A manager of a product, a project or an account leads no people by that title. A title alone is partly: what was led,
and how many, is what a recruiter can ask about. No title contradicts: a level that is not stated is not shown.
"""

import re
from collections.abc import Iterator

from matching.evidence.finding import Case, Finding, nothing
from matching.evidence.strength import held
from matching.evidence.years import ENOUGH, spoken, union_years
from matching.skills import Polarity, polarity
from matching.skills.titles import level_of
from matching.text import Span
from matching.values import Section, Verdict

_PEOPLE = (
    r"(?:people|engineers?|developers?|researchers?|scientists?|analysts?|staff|reports|employees|members|teams?|"
    r"squads?|department)"
)
_ASKS_LEADING = re.compile(
    rf"\b(?:people|line|team|engineering|staff)[ -]manage\w+|\bmanag(?:e|ed|ing)\s+(?:\w+\s+){{0,3}}{_PEOPLE}\b|"
    rf"\bdirect reports\b|"
    rf"\b(?:led|leading|lead)\s+(?:\w+\s+){{0,3}}(?:teams?|people|engineers|developers|researchers)\b|"
    rf"\bteam lead(?:er(?:ship)?)?\b|\bmanagement of (?:\w+\s+)?(?:teams?|people|engineers)\b",
    re.I,
)
_LED = re.compile(
    rf"\b(?:managed|led|headed|supervised|line[- ]managed|directed|oversaw|manages?|managing|leads?|leading|heading|"
    rf"supervising)\s+"
    rf"(?!(?:the|a|an)\s+\w+\s+(?:migration|project|rewrite)\b)(?:[\w,+-]+\s+){{0,4}}?{_PEOPLE}\b|"
    rf"\b(?:line )?manager of\s+(?:[\w-]+\s+){{0,3}}?{_PEOPLE}\b|\b(?:\d+|\w+) direct reports\b|"
    rf"\b(?:grew|built up)\s+(?:a|the|my)\s+(?:[\w-]+\s+){{0,2}}team\b",
    re.I,
)
_STEMS = ("anag", " led", "Led", "ead", "upervis", "irect", "versaw", "rew", "uilt up")
_OF_THINGS = re.compile(
    r"\b(?:product|project|program(?:me)?|account|office|community|marketing|sales|case|store|release|content|brand|"
    r"database|network|facilit\w+|data)\s+(?:manager|lead)\b|\blead (?:generation|gen)\b",
    re.I,
)
_LEADS = re.compile(
    r"\b(?:engineering manager|research manager|head of|director|vice president|vp|cto|team lead(?:er)?|"
    r"group (?:lead|manager)|manager)\b",
    re.I,
)
_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12,
}  # fmt: skip
_COUNT = re.compile(
    rf"\b(?:teams? of|of|managed|led|supervised|headed)\s+(?:up to |about |around )?(\d{{1,3}}|{'|'.join(_NUMBERS)})\b|"
    rf"\b(\d{{1,3}}|{'|'.join(_NUMBERS)})\+?\s+(?!years?\b|months?\b)(?:or more\s+)?(?:\w+\s+){{0,2}}?"
    rf"(?:{_PEOPLE}|direct reports)\b",
    re.I,
)
_ASKS_LEVEL = re.compile(
    r"\b(?:in|at|as)\s+an?\s+(senior|staff|principal|lead)\b|\b(senior|staff|principal|lead)[ -](?:level|role|"
    r"position|capacity|grade)\b",
    re.I,
)
_ORDER = ("intern", "junior", "mid", "senior", "lead", "staff", "head")
_ENOUGH_OF_MANY = 0.75


def judge_standing(case: Case) -> Finding | None:
    """The verdict where people led or a level is what is asked; None where the requirement asks something else."""
    text = case.requirement.text
    if _ASKS_LEADING.search(text) and not _OF_THINGS.search(text):
        return _judge_leading(case)
    level = _ASKS_LEVEL.search(text)
    return _judge_level(case, (level[1] or level[2]).lower()) if level and case.requirement.years is None else None


def _judge_leading(case: Case) -> Finding:
    places = list(_led(case))
    wish = f"A dated passage that tells how many people were led: {case.requirement.text.strip().rstrip('.')}."
    if not places:
        return _by_title(case, wish)
    wanted, shown = _count(case.requirement.text), max(_count(each.of(case.text)) for _, each in places)
    row, span = max(places, key=lambda each: (_count(each[1].of(case.text)), -each[0]))
    few = _too_few(wanted, shown)
    short = few or _too_short(case, [row for row, _ in places])
    if short:
        return Finding(Verdict.PARTLY, held(0.5, verdict=Verdict.PARTLY), short, wish, span, row)
    return Finding(Verdict.MET, held(0.85, verdict=Verdict.MET), "The resume tells of people led.", "", span, row)


def _led(case: Case) -> Iterator[tuple[int, Span]]:
    """The passages that tell of people led by the person: not wished for, not denied."""
    for row, each in enumerate(case.profile.passages):
        told = each.section in (Section.WORK, Section.PROJECTS) and _may_tell(each.text)
        found = _LED.search(each.text) if told else None
        if found and polarity(each.text, found.start(), found.start()) in (Polarity.SHOWN, Polarity.OTHERS):
            yield row, each.span


def _may_tell(text: str) -> bool:
    """A look at plain letters, which passes most passages over at a fraction of the cost of the pattern."""
    return any(stem in text for stem in _STEMS)


def _too_few(wanted: int, shown: int) -> str:
    if not wanted or shown >= wanted * _ENOUGH_OF_MANY:
        return ""
    return (
        f"The resume tells of {shown} people led; {wanted} are asked." if shown else "How many were led is not stated."
    )


def _too_short(case: Case, rows: list[int]) -> str:
    wanted = case.requirement.years
    if not wanted:
        return ""
    numbers = {case.passage(row).entry for row in rows}
    years = union_years([each for k, each in enumerate(case.profile.entries) if k in numbers], today=case.today)
    if years >= wanted * ENOUGH:
        return ""
    return f"Dated work in which people were led adds up to {spoken(years)}; {spoken(wanted)} are asked."


def _by_title(case: Case, wish: str) -> Finding:
    for each in case.profile.entries:
        if each.section is Section.WORK and _LEADS.search(each.title) and not _OF_THINGS.search(each.title):
            span = _title_span(case, each.title, each.span)
            reason = f"A title says it ({each.title}); no passage tells of people led."
            return Finding(Verdict.PARTLY, held(0.5, verdict=Verdict.PARTLY), reason, wish, span, case.passage_at(span))
    return nothing("The resume does not tell of people led.", wish)


def _judge_level(case: Case, asked: str) -> Finding:
    jobs = [each for each in case.profile.entries if each.section is Section.WORK and level_of(each.title) in _ORDER]
    change = f"A dated title at the level asked: {asked}."
    best = max(jobs, key=lambda each: _ORDER.index(level_of(each.title)), default=None)
    if best is None:
        return nothing("No title of the resume states a level.", change)
    short = _ORDER.index(asked if asked in _ORDER else "staff") - _ORDER.index(level_of(best.title))
    span = _title_span(case, best.title, best.span)
    if short > 1:
        return nothing(f"The highest level that a title states is {level_of(best.title)}; {asked} is asked.", change)
    verdict = Verdict.PARTLY if short > 0 else Verdict.MET
    strength = held(0.45 if short > 0 else 0.9, verdict=verdict)
    reason = f"A title states it: {best.title}." if short <= 0 else f"The title {best.title} is a level below."
    return Finding(verdict, strength, reason, "" if short <= 0 else change, span, case.passage_at(span))


def _title_span(case: Case, title: str, entry: Span) -> Span:
    start = case.text.find(title, entry.start, max(entry.end, entry.start + 1)) if title else -1
    return Span(start, start + len(title)) if start >= 0 else entry


def _count(text: str) -> int:
    found = [each[0] or each[1] for each in _COUNT.findall(text)]
    return max((int(each) if each.isdigit() else _NUMBERS[each.lower()] for each in found), default=0)
