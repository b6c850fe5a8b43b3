# ruff: noqa: RUF001
"""Languages that a person speaks, with their level as stated, behind the language or before it.

All from the blind text. A section of languages is believed; elsewhere only a line that speaks of speaking, and never
the story of a job: languages of customers and courses are not the person's.
"""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from matching.profile.lines import Line
from matching.profile.sections import Block
from matching.text import Span
from matching.values import Language, Section

_NAMES = tomllib.loads((Path(__file__).parent / "words" / "languages.toml").read_text("utf-8"))["names"].split()
_LANGUAGE = re.compile(rf"\b({'|'.join(_NAMES)})\b(?!\s+(?:citizen|national|passport|nationality))", re.IGNORECASE)
_LEVEL = re.compile(
    r"\b(?:[abc][12](?:[/-][abc]?[12])?|native(?:[\s/-](?:speaker|bilingual|level))?|mother\s+tongue|bilingual|fluent(?:ly)?|proficient|"
    r"(?:full\s+)?professional(?:\s+working)?(?:\s+proficiency)?|(?:limited\s+)?working(?:\s+(?:proficiency|knowledge))?|business(?:\s+level)?|advanced|"
    r"upper[\s-]intermediate|intermediate|conversational|elementary|basic|beginner|good|excellent|limited|learning|first\s+language)\b",
    re.IGNORECASE,
)
_SPEAKS = re.compile(
    r"\b(?:fluent|bilingual|native|proficient|conversational|speaks?|spoken|languages?)\b", re.IGNORECASE
)
_STORIES = (Section.WORK, Section.PROJECTS, Section.PUBLICATIONS, Section.EDUCATION)


def is_language(written: str) -> bool:
    """True for the name of a language, alone or with a level behind a comma: nothing else can hide in it."""
    name, _, level = (each.strip() for each in written.partition(","))
    return bool(_LANGUAGE.fullmatch(name)) and (not level or bool(_LEVEL.fullmatch(level)))


def languages_of(content: str, blocks: Sequence[Block]) -> Iterator[Language]:
    """Spoken languages with their level as stated; spans are blind."""
    seen: set[str] = set()
    own = [block for block in blocks if block.section is Section.LANGUAGES]
    for block in (*own, *(block for block in blocks if block not in own)):
        for line in _unbroken(content, block.lines) if block in own else block.lines:
            if block not in own and (block.section in _STORIES or line.words > 24 or not _SPEAKS.search(line.text)):
                continue
            for match, level, end in _with_levels(line.text):
                name = match[1].capitalize()
                if name not in seen and (match[1][0].isupper() or block.section is Section.LANGUAGES):
                    seen.add(name)
                    yield Language(name, level, Span(line.start + match.start(), line.start + end))


def _unbroken(content: str, lines: Sequence[Line]) -> Iterator[Line]:
    """Lines of which none begins with the level of a language at the end of the line above; signs keep their places."""
    held: Line | None = None
    for line in lines:
        begun = _LEVEL.match(line.text.lstrip("(")) and not line.bullet
        if held is not None and begun and _LANGUAGE.search(held.text.rstrip(" :–-")[-14:]):
            held = replace(held, end=line.end, text=content[held.start : line.end].replace("\n", " "))
            continue
        if held is not None:
            yield held
        held = line
    if held is not None:
        yield held


def _with_levels(text: str) -> Iterator[tuple[re.Match[str], str, int]]:
    """Each language of a line with the level behind it, or before it ("fluent in German and French")."""
    start = 0
    for end in [*(match.start() for match in re.finditer(r"[;|•\n]", text)), len(text)]:
        yield from _in_part(text, start, end)
        start = end


def _in_part(text: str, start: int, end: int) -> Iterator[tuple[re.Match[str], str, int]]:
    matches = list(_LANGUAGE.finditer(text, start, end))
    ends = [*(match.start() for match in matches[1:]), end]
    levels = [_LEVEL.search(text, match.end(), stop) for match, stop in zip(matches, ends, strict=False)]
    before, position = "", start
    for row, (match, after) in enumerate(zip(matches, levels, strict=False)):
        lead = list(_LEVEL.finditer(text, position, match.start()))
        before = lead[-1][0] if lead else before
        # "English, native, German, B2": each has its own behind it, whatever stands between.
        own = all(levels) or row == len(matches) - 1
        if after and (own or not re.search(r"[,;]|\band\b", text[match.end() : after.start()])):
            yield match, after[0], after.end()
            before, position = "", after.end()
        else:
            yield match, before, match.end()
            position = match.end()
