"""Find the skills that a text names: one pass over its words, a table lookup a word, the longest name wins.

A table by first and second word keeps this at well under 2 ms for 1,000 words; an alternation of 5,000 names does not.
Spaces, hyphens and one line break are the same between words ("fine-tuning", "fine tuning", a wrapped line).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from matching.skills.company import SkillMention, in_company, is_everyday, opens_a_sentence, with_listed
from matching.skills.vocabulary import VOCABULARY, Skill

_WORD = re.compile(r"[^\W_]+|[^\w\s\-\u2010\u2011\u2013]")
_GAP = re.compile(r"[ \t\u00a0]{0,2}[\-\u2010\u2011]?|[ \t]*\n[ \t]*")
_ALONE = ""
_AROUND_SLASH = re.compile(r"[ \t]?")


@dataclass(frozen=True, slots=True)
class _Name:
    words: tuple[str, ...]
    glued: tuple[bool, ...]
    skill: str
    spelling: str
    careful: bool


class _Words:
    """A text cut into words and signs: what each is in lower case and where it stands."""

    def __init__(self, text: str) -> None:
        found = list(_WORD.finditer(text))
        self.text = text
        self.words = [each.group().lower() for each in found]
        self.spans = [each.span() for each in found]


def find_skills(text: str) -> tuple[SkillMention, ...]:
    """Every skill that `text` names, in order, without overlaps; offsets index `text`.

    A pure function of the text: it does not say whether the skill is claimed (see `mentions.polarity`).
    """
    line, table, index = _Words(text), _table(), 0
    found: list[SkillMention] = []
    small: list[SkillMention] = []
    for position, word in enumerate(line.words):
        if position < index or word not in table:
            continue
        names = _begun(table[word], line.words, position)
        name = next((each for each in names if _stands(line, position, each)), None)
        if name:
            index = position + len(name.words)
            found.append(SkillMention(name.skill, line.spans[position][0], line.spans[index - 1][1]))
        elif (name := _in_small_letters(line, position, names)) is not None:
            start, end = line.spans[position][0], line.spans[position + len(name.words) - 1][1]
            small.append(SkillMention(name.skill, start, end))
    return tuple(found) if not small else with_listed(text, found, small)


def _begun(by_second: Mapping[str, tuple[_Name, ...]], words: Sequence[str], position: int) -> tuple[_Name, ...]:
    """The names that the word at `position` and the one behind it may begin, the longest first."""
    second = words[position + 1] if position + 1 < len(words) else ""
    return (*by_second.get(second, ()), *by_second[_ALONE]) if second else by_second[_ALONE]


def _stands(line: _Words, index: int, name: _Name) -> bool:
    """True when the words of `name` stand at `index`, spelled and surrounded as it asks."""
    if not _worded(line, index, name):
        return False
    text, start, end = line.text, line.spans[index][0], line.spans[index + len(name.words) - 1][1]
    if name.spelling and (
        text[start:end] != name.spelling or opens_a_sentence(text, start, end) or is_everyday(text, start, end)
    ):
        return False
    return not name.careful or in_company(text, start, end)


def _worded(line: _Words, index: int, name: _Name) -> bool:
    """True when the words of `name` stand at `index` in any case, and are no part of an address or a longer sign."""
    stop = index + len(name.words)
    if len(name.words) > 1 and (tuple(line.words[index:stop]) != name.words or not _joined(line, index, name)):
        return False
    text, start = line.text, line.spans[index][0]
    return not (start and (text[start - 1] == "@" or (not text[start].isalnum() and text[start - 1].isalnum())))


def _in_small_letters(line: _Words, index: int, names: Sequence[_Name]) -> _Name | None:
    """The name that stands at `index` but for its capitals ("rust"), which a list of skills may vouch for."""
    for name in names:
        if name.spelling and _worded(line, index, name):
            start, end = line.spans[index][0], line.spans[index + len(name.words) - 1][1]
            if line.text[start:end].islower() and name.spelling != line.text[start:end]:
                return name
    return None


def _joined(line: _Words, index: int, name: _Name) -> bool:
    for k, glued in enumerate(name.glued):
        gap = line.text[line.spans[index + k][1] : line.spans[index + k + 1][0]]
        if not (_joins(gap, name.words[k : k + 2]) if glued else _GAP.fullmatch(gap)):
            return False
    return True


def _joins(gap: str, words: Sequence[str]) -> bool:
    return not gap or ("/" in words and _AROUND_SLASH.fullmatch(gap) is not None)


@cache
def _table() -> dict[str, dict[str, tuple[_Name, ...]]]:
    """Names by first word and by second (`_ALONE` for names of one word), the longest first.

    A plural of every name in any case comes along.
    """
    known: dict[tuple[str, ...], list[_Name]] = {}
    for each in VOCABULARY.values():
        for name in _names(each):
            known.setdefault(name.words, []).append(name)
    for words, names in list(known.items()):
        plural = (*words[:-1], f"{words[-1]}s")
        free = [each for each in names if not each.spelling]
        if free and len(words[-1]) > 2 and words[-1].isalpha() and words[-1][-1] != "s" and plural not in known:
            known[plural] = [_Name(plural, each.glued, each.skill, "", careful=False) for each in free]
    table: dict[str, dict[str, list[_Name]]] = {}
    for words, names in known.items():
        second = words[1] if len(words) > 1 else _ALONE
        table.setdefault(words[0], {_ALONE: []}).setdefault(second, []).extend(names)
    return {
        first: {second: tuple(sorted(names, key=lambda each: -len(each.words))) for second, names in below.items()}
        for first, below in table.items()
    }


def _names(skill: Skill) -> list[_Name]:
    free = [*skill.aliases, *(() if skill.name in skill.exact else (skill.name,))]
    return [_name(each, skill.id, spelling="", careful=False) for each in free] + [
        _name(each, skill.id, spelling=each, careful=skill.careful) for each in skill.exact
    ]


def _name(alias: str, identifier: str, *, spelling: str, careful: bool) -> _Name:
    found = list(_WORD.finditer(alias))
    words = tuple(match.group().lower() for match in found)
    glued = tuple(found[k].end() == found[k + 1].start() for k in range(len(found) - 1))
    return _Name(words, glued, identifier, spelling, careful)
