"""Running heads and feet: lines that say nothing but whose resume it is, and which page ("Nakagawa — 2").

A line that speaks of a page or of a CV cuts the ordinary words that are names too, for everybody; beside a bare number
or alone on its line, a part of the name is cut only when it is no other word, place or tool (see
`matching.profile.names`).
"""

import re
from collections.abc import Iterator

from matching.profile.countries import CITIES, COUNTRIES
from matching.profile.lines import split_lines
from matching.profile.names import NAME
from matching.profile.namewords import ALSO_NAMES, PARTICLES
from matching.profile.person import PersonName
from matching.skills import find_skills
from matching.text import Mask, Span

_RUNNING = frozenset(
    [
        *("page", "pages", "p", "pg", "seite", "página", "pagina", "strona", "cv", "resume", "résumé", "vita"),
        *("curriculum", "vitae", "lebenslauf", "życiorys", "currículum", "currículo"),
    ]
)
_BETWEEN = frozenset(["of", "von", "de", "sur", "van", "z", "di", "s", "the", "for", "für"]) | PARTICLES
_CUT = re.compile(r"\[[a-z]+\]")
_WORDS = re.compile(r"[^\W_]+(?:-[^\W\d_]+)*")
_MOST_WORDS = 9
_SHORT = 2


def find_footers(content: str, name: PersonName | None) -> Iterator[Mask]:
    """Masks for the parts of the name in running heads and feet."""
    parts = name.parts if name else frozenset[str]()
    alone = frozenset(each for each in parts if _stands_for_nothing_else(each))
    for line in split_lines(content):
        text = _CUT.sub(lambda cut: " " * len(cut[0]), line.text)
        words = [each[0].lower() for each in _WORDS.finditer(text)]
        running = bool(_RUNNING.intersection(words))
        wanted = (parts | ALSO_NAMES) - _RUNNING - _BETWEEN if running else alone
        if len(words) <= _MOST_WORDS and wanted.intersection(words) and _says_no_more(words, wanted, running=running):
            yield from _named(text, line.start, wanted)


def _says_no_more(words: list[str], wanted: frozenset[str], *, running: bool) -> bool:
    rest = [each for each in words if each not in wanted | _RUNNING | _BETWEEN and len(each) > 1]
    numbers = [each for each in words if each.isdigit()]
    short = running or all(len(each) <= _SHORT for each in numbers)
    return short and all(each.isdigit() for each in rest)


def _named(text: str, start: int, wanted: frozenset[str]) -> Iterator[Mask]:
    part = "|".join(re.escape(each) for each in sorted(wanted, key=lambda each: (-len(each), each)))
    initials = r"(?-i:(?:[^\W\d_a-z]\.\s*-?)*)"
    particles = "|".join(sorted(PARTICLES))
    for match in re.finditer(
        rf"(?<![^\W_]){initials}(?:{part})(?:[\s,]+(?:(?:{particles})\s+)*(?:(?:{part})(?![^\W_])|(?-i:[^\W\d_a-z]\.)))*(?![^\W_])",
        text,
        re.IGNORECASE,
    ):
        if match[0][0].isupper() or match[0].split()[0].lower() in PARTICLES:
            yield Mask(Span(start + match.start(), start + match.end()), NAME)


def _stands_for_nothing_else(part: str) -> bool:
    known = part in ALSO_NAMES or part in CITIES or part in COUNTRIES or part in _RUNNING
    return len(part) > _SHORT and not known and not find_skills(part)
