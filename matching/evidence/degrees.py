"""Degrees by level and fields of study by family, as several countries word them.

Levels: 1 associate, 2 bachelor, 3 master, 4 doctorate. A German Diplom, a French diplôme d'ingénieur and a
Staatsexamen stand at the level of a master, a Laurea triennale, a Licence and a Swedish kandidat at that of a bachelor;
the diploma of a high school is none. Families are broad, because "or a related field" is.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

LEVELS: Mapping[str, int] = {"associate": 1, "bachelor": 2, "master": 3, "doctorate": 4}
_WORDS = tuple(
    (LEVELS[name], re.compile(pattern))
    for name, pattern in (
        (
            "doctorate",
            r"\b(?:[Pp][Hh]\.?\s?[Dd]\b|[Dd]octorate\b|[Dd]octoral degree\b|[Dd]octor of\b|D\.?\s?Phil\b|"
            r"Dr\.-?\s?[Ii]ng\b|Dr\. rer\. nat|[Dd]octorado\b|[Dd]octorat\b|[Dd]ottorato\b|[Pp]romotion zum|"
            r"[Hh]abilitation\b|Sc\.?D\b)",
        ),
        (
            "master",
            r"\b(?:[Mm]aster(?:['\u2019]?s)?\b(?! of ceremonies)|M\.?\s?Sc\b|MSC\b|m\.?sc\b|M\.?\s?Eng\b|"
            r"M\.?\s?Tech\b|MBA\b|MCA\b|M\.?Phil\b|M\.\s?[AS]\b\.?|M[AS](?=\s+(?:in|of|degree)\b)|MS\b(?!\s+(?:Word|"
            r"Excel|Office|SQL|Access|Teams))|[Dd]iplom(?:-?\w+)?(?<!diploma)(?<!Diploma)(?<!diplomas)\b|Dipl\.|"
            r"[Mm]agist\w+|[Mm]a[îi]trise|[Mm]aestr[íi]a|[Mm][áa]ster\b|[Ll]aurea [Mm]agistrale|[Ss]taatsexamen|"
            r"[Dd]iplôme d['\u2019][Ii]ng[ée]nieur|[Gg]raduate degree|[Aa]dvanced degree|[Ss]pecialist degree|"
            r"[Cc]ivilingenj[öo]r)",
        ),
        (
            "bachelor",
            r"\b(?:[Bb]achelor(?:['\u2019]?s)?\b|[Bb]accalaureate\b|B\.?\s?Sc\b|BSC\b|b\.?sc\b|B\.?\s?Eng\b|"
            r"B\.?\s?Tech\b|BCA\b|BBA\b|B\.?Com\b|LL\.?B\b|B\.\s?[ASE]\b\.?|B[AS](?=[\s,(]+(?:in|of|degree|[A-Z])\b)|"
            r"[Ll]icenciatura|[Ll]aurea\b(?! [Mm]agistrale)|[Ll]icen[cs]e (?:in|en|de)\b|[Gg]rado en\b|"
            r"[Ii]ngenier[íi]a en\b|[Ii]n[żz]ynier\b|[Kk]andidat(?:examen)?\b|[Uu]ndergraduate (?:degree|studies))",
        ),
        ("associate", r"\b(?:[Aa]ssociate['\u2019]?s? (?:degree|of)\b|HND\b|A\.?A\.?S\b|[Ff]oundation degree\b)"),
    )
)
_NO_DEGREE = re.compile(
    r"\b(?:high[- ]school|secondary|graduate) (?:diploma|certificate)\b|\b[Mm]agistrate\b|\b[Ss]crum [Mm]aster\b|"
    r"\b[Mm]aster ?class\w*|\b[Mm]aster (?:data|branch|plan)\b"
)
_OPEN = re.compile(
    r"\b(?:candidate|in progress|expected|ongoing|student|pursuing|currently|anticipated|to be completed|"
    r"not (?:yet )?(?:completed|finished)|unfinished|incomplete|dropped out|discontinued|withdrew|abandoned|"
    r"without (?:a )?degree)\b",
    re.IGNORECASE,
)
_FAMILIES: tuple[tuple[str, "re.Pattern[str]"], ...] = tuple(
    (name, re.compile(rf"\b(?:{pattern})", re.IGNORECASE))
    for name, pattern in (
        ("computing", r"computer|computing|informati(?:cs|k|que|on technology|on systems)|software|machine learning|"
         r"artificial intelligence|data science|computational|cs\b|wirtschaftsinformatik|inform[áa]tica"),
        ("mathematics", r"math\w*|statisti\w+|operations research|actuarial|econometrics|quantitative"),
        ("engineering", r"(?<!software )(?<!computer )engineering|ingenieur\w*|electrical|mechanical|electronics|"
         r"robotics|mechatronics"),
        ("physics", r"physi(?:cs|k|que)\b|astronomy|astrophysics"),
        ("natural sciences", r"chemi\w+|biolog\w+|bioinformatics|geolog\w+|neuroscience|natural science"),
        ("economics", r"econom(?:ics|y)|business|finance|accounting|management|marketing|commerce|bwl\b|mba\b"),
        ("languages and arts", r"linguistics|literature|history|philosophy|arts?\b|music|languages|journalism|"
         r"theology"),
        ("society", r"psycholog\w+|sociolog\w+|political|law\b|education\b|pedagog\w+|social work"),
        ("medicine", r"medicine|medical|nursing|pharmac\w+|public health|dentist\w*"),
        ("design", r"design\b|architecture\b"),
    )
)  # fmt: skip
STEM = frozenset({"computing", "mathematics", "engineering", "physics", "natural sciences"})
RELATED = re.compile(
    r"\b(?:related|similar|relevant|equivalent|quantitative|technical|stem|scientific|numerate|comparable)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=4_000)
def level_of(text: str, *, lowest: bool = False) -> int:
    """1 associate, 2 bachelor, 3 master, 4 doctorate, 0 none; the highest that is named, or the lowest."""
    plain = _NO_DEGREE.sub(" ", text)
    found = [level for level, pattern in _WORDS if pattern.search(plain)]
    return (min if lowest else max)(found, default=0)


def is_open(text: str) -> bool:
    """True where a degree is under way or was broken off."""
    return _OPEN.search(text) is not None


@lru_cache(maxsize=4_000)
def families_of(text: str) -> frozenset[str]:
    """The families of the fields of study that `text` names."""
    return frozenset(name for name, pattern in _FAMILIES if pattern.search(text))


def level_name(level: int) -> str:
    """A level as a person says it: "master's degree"."""
    name = next((each for each, value in LEVELS.items() if value == level), "")
    return {"associate": "associate degree", "doctorate": "doctorate", "": "degree"}.get(name, f"{name}'s degree")
