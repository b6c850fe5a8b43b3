"""Which of the skills that a line names are alternatives: "Python and one of PyTorch, JAX or a framework of your own".

Groups are read from the words between two mentions. A comma means what the "and" or "or" that closes its list means;
"or" binds closer than "and", as it does in ads; after "such as" or "one of" everything up to the next thing asked is
one group. A last alternative that is no skill of the vocabulary ("a framework of your own") is kept in its own words.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from matching.requirements.splitting import CHOICE
from matching.skills import SkillMention, related

_OR = re.compile(r"\band/or\b|\bor\b|^\s*/\s*$", re.IGNORECASE)
_LISTED = re.compile(r"^[\s,)]*(?:\([^()]*\))?[\s,]*$")
_OPEN = re.compile(
    r"[^.;:]{0,12}?,?\s+or\s+(?P<words>(?:(?:a|an|some|any|another|other|your own|our own|similar|comparable|"
    r"equivalent|something|whatever|whichever|the like|in-?house|home-?grown|custom|related|alternative)\b)"
    r"[^.;:,()]{0,60})",
    re.IGNORECASE,
)
_NO_ALTERNATIVE = re.compile(
    r"(?:(?:a|an|any|another|other|some) )*(?:similar|comparable|equivalent|related|others?|the like|ph\.?d|"
    r"master|degree|more|relevant)\b",
    re.IGNORECASE,
)
_AND = re.compile(r"\b(?:and|plus|as well as|with|along with)\b|[&+;]", re.IGNORECASE)
_GENUS = 0.45


@dataclass(frozen=True, slots=True)
class Choices:
    """Groups of canonical skills: one of each is enough, all groups are needed. `open` is an alternative in words.

    `plain` is False where the words between two groups leave it in doubt that both are needed.
    """

    groups: tuple[tuple[str, ...], ...]
    open: str = ""
    plain: bool = True

    @property
    def single(self) -> bool:
        """True when one skill of all, or the alternative in words, is enough."""
        return len(self.groups) == 1 and (len(self.groups[0]) > 1 or bool(self.open))

    @property
    def mixed(self) -> bool:
        """True when a skill or a choice is needed beside another choice."""
        return self.plain and len(self.groups) > 1 and any(len(each) > 1 for each in self.groups)


def read_choices(text: str, mentions: Sequence[SkillMention]) -> Choices:
    """How the mentions of a line belong together."""
    told = [each for before, each in pairwise([None, *mentions]) if each and (not before or before.skill != each.skill)]
    if not told:
        return Choices(())
    other = _OPEN.match(text, mentions[-1].end)
    joined = _joined(text, told, ends_in_or=other is not None)
    groups: list[list[str]] = [[told[0].skill]]
    for each, with_last in zip(told[1:], joined, strict=True):
        if with_last:
            groups[-1].append(each.skill)
        else:
            groups.append([each.skill])
    gaps = [text[left.end : right.start] for left, right in pairwise(told)]
    words = "" if other is None or _NO_ALTERNATIVE.match(other["words"]) else " ".join(other["words"].split())
    return Choices(tuple(dict.fromkeys(map(tuple, groups))), words, _is_plain(gaps, joined))


def _is_plain(gaps: Sequence[str], joined: Sequence[bool]) -> bool:
    """True when between groups stands an "and", or a comma of a list that an "and" closes."""
    closes = False
    for gap, one in zip(reversed(gaps), reversed(joined), strict=True):
        if one:
            continue
        closes = bool(_AND.search(gap)) or (closes and _LISTED.match(gap) is not None)
        if not closes:
            return False
    return True


def _joined(text: str, mentions: Sequence[SkillMention], *, ends_in_or: bool) -> list[bool]:
    """For each gap between two mentions, whether both stand in one group."""
    gaps = [text[left.end : right.start] for left, right in pairwise(mentions)]
    joined: list[bool] = []
    closes = ends_in_or
    for gap in reversed(gaps):
        closes = bool(_OR.search(gap)) or (closes and _LISTED.match(gap) is not None)
        joined.append(closes)
    joined.reverse()
    marker = CHOICE.search(text, mentions[0].start) or CHOICE.search(text)
    return _with_examples(mentions, joined, gaps, marker.span()) if marker else joined


def _with_examples(
    mentions: Sequence[SkillMention], joined: list[bool], gaps: Sequence[str], marker: tuple[int, int]
) -> list[bool]:
    """The examples after "such as" are one group, with what they are examples of when that is a skill itself."""
    first = next((number for number, each in enumerate(mentions) if each.start >= marker[1]), len(mentions))
    found = list(joined)
    for number in range(first, len(gaps)):
        if not (
            _OR.search(gaps[number]) or _LISTED.match(gaps[number]) or re.fullmatch(r"\s*,?\s*and\s*", gaps[number])
        ):
            break
        found[number] = True
    if 0 < first < len(mentions):
        found[first - 1] = any(related(mentions[first - 1].skill, each.skill) >= _GENUS for each in mentions[first:])
    return found
