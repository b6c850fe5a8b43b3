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

_WORDS = tomllib.loads((Path(__file__).parent / "words" / "languages.toml").read_text("utf-8"))
_OTHERS = {word: name for name, words in _WORDS["others"].items() for word in words.split()}
_ENGLISH = frozenset(_WORDS["names"].split())
_KIND = r"(?:\s+chinese\b|\s*\((?:mandarin|cantonese|brazil(?:ian)?|swiss|latin\s+american)\))?"
"""What names a language more closely and is none of its own."""
_LANGUAGE = re.compile(
    rf"\b({'|'.join(sorted({*_ENGLISH, *_OTHERS}, key=len, reverse=True))})\b{_KIND}"
    r"(?!\s+(?:citizen|national|passport|nationality))",
    re.IGNORECASE,
)
_LEVEL = re.compile(
    r"(?:\b(?:[abc][12](?:[/-][abc]?[12])?|native(?:ly)?(?:[\s/-](?:speaker|bilingual|level))?|mother\s+tongue|bilingual|fluent(?:ly)?|proficient|"
    r"(?:full\s+)?professional(?:\s+working)?(?:\s+proficiency)?|(?:limited\s+)?working(?:\s+(?:proficiency|knowledge))?|business(?:\s+level)?|advanced|"
    r"upper[\s-]intermediate|intermediate|conversational|elementary|basics?|beginner|good|excellent|limited|learning|first\s+language|"
    r"rudimentary|"
    r"muttersprach\w*|verhandlungssicher|fließend|fliessend|sehr\s+gut|gute?\s+kenntnisse|grundkenntnisse|langue\s+maternelle|courant|bilingue|"
    r"notions|lengua\s+materna|nativ[oa]|fluido|avanzado|intermedio|básico|madrelingua|ojczysty|biegł[ya]|moedertaal|vloeiend|modersmål|"
    r"(?:toefl|ielts|hsk|jlpt|delf|dalf|dele|goethe(?:-zertifikat)?|telc|topik)(?:\s+ibt)?[\s-]*(?:n?\d[\d.]*|[abc][12]))\b"
    r"|[●★■⬤]{1,6}[○☆□▯]{0,5})",
    re.IGNORECASE,
)
_BIT = re.compile(r"\b(?:some|a\s+little|a\s+bit\s+of)(?=\s*$)", re.IGNORECASE)
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
                word = match[1].lower()
                name = _OTHERS.get(word, word).capitalize()
                told = block in own or (word in _ENGLISH and match[1][0].isupper())
                if name not in seen and told:
                    seen.add(name)
                    yield Language(name, level, Span(line.start + match.start(), line.start + end))


def names_language(text: str) -> bool:
    """True when the words are the name of a spoken language and nothing else."""
    return text.strip().lower() in _ENGLISH


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
        bit = _BIT.search(text[position : match.start()])
        before = bit[0] if bit else lead[-1][0] if lead else before
        # "English, native, German, B2": each has its own behind it, whatever stands between.
        own = all(levels) or row == len(matches) - 1
        if after and (own or not re.search(r"[,;]|\band\b", text[match.end() : after.start()])):
            yield match, after[0], after.end()
            before, position = "", after.end()
        else:
            yield match, before, match.end()
            position = match.end()
