"""Spoken languages and the level at which they are asked for or claimed.

A language name alone is no skill ("our French customers"): it counts beside a word of proficiency, a CEFR level or
"language", or as a text of its own ("German (C1)").
"""

import re
from dataclasses import dataclass

_NAMES = (
    "English|German|French|Spanish|Italian|Portuguese|Dutch|Flemish|Swedish|Norwegian|Danish|"
    "Finnish|Icelandic|Polish|Czech|Slovak|Slovenian|Slovene|Hungarian|"
    "Romanian|Bulgarian|Greek|Croatian|Serbian|Bosnian|Albanian|Macedonian|Ukrainian|Russian|"
    "Belarusian|Lithuanian|Latvian|Estonian|Turkish|Arabic|Hebrew|"
    "Persian|Farsi|Urdu|Hindi|Bengali|Punjabi|Gujarati|Marathi|Tamil|Telugu|Kannada|Malayalam|"
    "Mandarin|Cantonese|Chinese|Japanese|Korean|Vietnamese|"
    "Thai|Indonesian|Malay|Tagalog|Filipino|Swahili|Amharic|Yoruba|Hausa|Zulu|Afrikaans|Catalan|"
    "Basque|Galician|Irish|Welsh|Maltese|Luxembourgish"
)
_NAME = re.compile(rf"\b(?:{_NAMES})\b")
_LEVEL = re.compile(
    r"\b(?:[ABC][12](?:\.[12])?\+?(?:\s*/\s*[ABC][12])?|fluen(?:t|cy|tly)|native(?:ly| level| or "
    r"near-native)?|bilingual|proficien(?:t|cy)|conversational|"
    r"business[- ](?:level|fluent)|working (?:knowledge|proficiency|level)|intermediate|advanced|"
    r"basic|good|excellent|strong|professional|very good|"
    r"mother tongue|near[- ]native|beginner|elementary|upper[- ]intermediate)\b",
    re.IGNORECASE,
)
_CUE = re.compile(
    r"\b(?:fluen\w+|native\w*|bilingual|proficien\w+|conversational|speak\w*|spoken|speech|"
    r"written|write|writing|read|language|languages|verbal|oral|mother tongue|"
    r"[ABC][12]|level|command of|communication|communicat\w+|business[- ](?:level|fluent)|skills|knowledge of)\b",
    re.IGNORECASE,
)
_AROUND = 48


@dataclass(frozen=True, slots=True)
class SpokenMention:
    """A spoken language at `[start, end)` with its level as written ("" when none is given)."""

    name: str
    level: str
    start: int
    end: int


def spoken_languages(text: str) -> tuple[SpokenMention, ...]:
    """The spoken languages that `text` asks for or claims, in order; a mere nationality or market is none."""
    found: list[SpokenMention] = []
    for match in _NAME.finditer(text):
        near = text[max(0, match.start() - _AROUND) : match.end() + _AROUND]
        alone = len(text) <= len(match.group()) + 24
        listed = bool(found) and match.start() - found[-1].end <= len(", and ")
        if alone or listed or _CUE.search(near):
            after = _LEVEL.search(text[match.end() : match.end() + 20])
            before = list(_LEVEL.finditer(text[max(0, match.start() - 32) : match.start()]))
            level = after or (before[-1] if before else None)
            found.append(SpokenMention(match.group(), level.group() if level else "", match.start(), match.end()))
    return tuple(found)
