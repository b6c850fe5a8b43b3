# ruff: noqa: RUF001
"""Personal facts that no ranking may see: birth, age, gender, pronouns, family, nationality, faith, photo.

Found by label or by phrase, the same for everybody. What speaks of the right to work ("US citizen", "work permit")
stays. Gendered job titles become neutral ones; groups that tell who their members are become `[group]`.
"""

import re
from collections.abc import Iterator

from matching.text import Mask, Span

_VALUE = r"[^\n|;•·\t]{1,60}?(?=\s*(?:[|;•·\t\n]|\s{3,}|,\s*[A-Z][a-z ]+:|$))"
_LABELLED = re.compile(
    r"\b(?:date\s+of\s+birth|d\.?\s?o\.?\s?b\.?|birth\s?date|birthday|born(?:\s+on)?|place\s+of\s+birth|birth\s?place|age|gender|sex|"
    r"marital\s+status|civil\s+status|family\s+status|nationality|religion|caste|race|ethnicity|ethnic\s+origin|children|"
    r"father['’]?s?\s+name|mother['’]?s?\s+name|husband['’]?s?\s+name|spouse(?:['’]s\s+name)?|passport(?:\s+(?:no|number))?|"
    r"height|weight|blood\s+group|preferred\s+pronouns|pronouns|photo(?:graph)?|national\s+id|"
    r"ssn|social\s+security(?:\s+(?:no|number))?|aadhaar|pan\s+no|political\s+views|sexual\s+orientation|disability)"
    rf"\.?\s*(?::|=|\s[-–]\s)[ \u00a0]*{_VALUE}",
    re.IGNORECASE | re.MULTILINE,
)
_PRONOUN_SET = re.compile(
    r"[(\[]?\b(?:she|he|they|xe|ze|any)\s?/\s?(?:her|hers|him|his|them|theirs|he|she|they|xem|hir|zir)(?:\s?/\s?(?:hers|his|theirs|they|them|she|he))?\b[)\]]?",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"\b(?:[Hh]e|[Ss]he)\s+or\s+(?:s?he)\b|\b[Hh](?:is|er)\s?/\s?h(?:er|is)\b|\b(?:[Hh]imself|[Hh]erself|[Ss]he|[Hh]ers|[Hh]er|[Hh]im|[Hh]is|[Hh]e)\b(?!['’]?[\w/])|\b(?:[Hh]e|[Ss]he)['’](?:s|d|ll)\b"
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DAY = (
    rf"\d{{1,2}}(?:st|nd|rd|th)?(?:\s+of)?\s+{_MONTH},?\s+(?:19|20)\d\d|{_MONTH}\s+(?:\d{{1,2}}(?:st|nd|rd|th)?,?\s+)?(?:19|20)\d\d"
    r"|\d{1,2}[./-]\s?\d{1,2}[./-]\s?(?:19|20)?\d\d|(?:19|20)\d\d(?:-\d\d-\d\d)?"
)
_PHRASES = re.compile(
    r"\b(?:I\s+am|I['’]m)\s+(?:a\s+)?\d\d[\s-]years?[\s-]old\b|\b(?:aged?\s+)?\d\d[\s-]years?[\s-]old\b|\baged\s+\d\d\b|"
    r"\bborn\s+(?:on\s+|in\s+)[^,.;|\n]{2,40}|"
    rf"\bborn:?\s+(?:{_DAY})(?:\s+in\s+[^,.;|\n]{{2,30}})?|"
    r"\b(?:happily\s+)?(?:married|divorced|widowed)\b(?:\s+(?:with|to)\s+[^,.;|\n]{2,30}|,?\s*(?:\d|one|two|three|four)\s+(?:children|kids))?|"
    r"\b(?:mother|father|mum|mom|dad|parent)\s+of\s+(?:\d|one|two|three|four|five)\b(?:\s+(?:children|kids|girls|boys|sons|daughters))?|"
    r"\b(?:fe)?male\s+(?:candidate|applicant)|^(?:fe)?male$|^single$|"
    r"(?<=\ba\s)(?:young\s+|single\s+)*(?:wo)?man\b",
    re.IGNORECASE | re.MULTILINE,
)
_ABROAD = re.compile(
    r"\b(?:geboren|geb\.|né(?:\(?e\)?)?|nacid[oa]|(?-i:[Nn]at[oa])|nascid[oa]|urodzon[ya])\s+(?:am|in|op|te|le|en|à|el|il|a|em|dnia|w)"
    r"\s+(?=[^\n]{0,40}?(?:\d|[A-ZÄÖÜÉŁ]))[^,;|\n]{2,60}"
    r"|(?<![\w*])\*\s?\d{1,2}\.\s?\d{1,2}\.\s?(?:19|20)\d\d(?:\s+in\s+[^,;|\n]{2,30})?"
    r"|\bgeb(?:orene)?\.?\s+(?!am\b|in\b)[A-ZÄÖÜ][\wäöüß-]+"
    r"|\b(?:unverheiratet|verheiratet|geschieden|verwitwet|ledig|(?<!\w)célibataire|mariée?|divorcée?|pacsée?|solter[oa]|casad[oa]"
    r"|divorciad[oa]|viud[oa]|celibe|nubile|coniugat[oa]|sposat[oa]|divorziat[oa]|gehuwd|ongehuwd|żonaty|mężatka"
    r"|kawaler|zamężna|rozwiedzion[ya]|solteir[oa])\b"
    r"(?:\s*(?:,|/|-|\be\b|\bet\b|\bund\b|\by\b|\ben\b|\bi\b)?\s*(?:\d|eine?|zwei|drei|un|une|deux|trois|dos|tres|due|tre|twee|"
    r"drie|dwoje|troje|dois|três|keine|sans|senza|sin)\s+(?:Kind(?:er)?|enfants?|hij[oa]s?|figli[oa]?|kinderen|dzieci|filh[oa]s?)\b)?"
    r"|\b[A-ZÄÖÜ]\w+\s+Staats(?:bürger(?:in|schaft)?|angehörige[r]?|angehörigkeit)\b",
    re.IGNORECASE,
)
"""Birth, family and nation as sentences of other languages tell them."""
_NUMBERS = re.compile(r"\b\d{3}-\d{2}-\d{4}\b")
_GROUPS = re.compile(
    r"\b(?:(?:National\s+)?Society\s+of\s+(?:Women|Black|Hispanic)\s+[A-Z]\w+(?:\s+[A-Z]\w+)?|Women\s+in\s+[A-Z]\w+(?:\s+[A-Z]\w+)?|"
    r"Women\s+Who\s+Code|Girls\s+Who\s+Code|Black\s+Girls\s+Code|Black\s+in\s+[A-Z]\w+|Latin[ax]s?\s+in\s+[A-Z]\w+|LatinX\s+in\s+[A-Z]\w+|Queer\s+in\s+[A-Z]\w+|"
    r"Out\s+in\s+Tech|Lesbians\s+Who\s+Tech|PyLadies|Django\s+Girls|R-Ladies|Rails\s+Girls|Ladies\s+That\s+UX|AnitaB\.org|"
    r"Grace\s+Hopper\s+Celebration|WiML|NSBE|SHPE|SWE(?=\s+member)|(?:[Ff]raternity|[Ss]orority)|"
    r"(?:Alpha|Beta|Gamma|Delta|Kappa|Sigma|Phi|Chi|Theta|Omega|Zeta)(?:\s+(?:Alpha|Beta|Gamma|Delta|Kappa|Sigma|Phi|Chi|Theta|Omega|Zeta|Epsilon|Tau|Pi|Rho|Psi|Mu|Nu|Xi|Eta|Lambda|Iota|Upsilon)){1,2})\b"
)
_NEUTRAL = {
    "chair": "chairperson",
    "sales": "salesperson",
    "spokes": "spokesperson",
    "fore": "supervisor",
    "business": "business person",
    "camera": "camera operator",
    "police": "police officer",
    "fire": "firefighter",
    "congress": "member of congress",
}
_JOBS = re.compile(rf"\b({'|'.join(_NEUTRAL)})(?:wo)?m[ae]n\b", re.IGNORECASE)
_PAIRS = re.compile(
    r"\b(?:(waitress|waiter)|(actress|actor)|(steward(?:ess)?)|(hostess|host(?=\s))|(?:head)?(master|mistress)(?=\s+at\b))\b",
    re.I,
)
_PAIR_WORDS = ("waiting staff", "actor", "flight attendant", "host", "head teacher")


def find_personal(content: str) -> Iterator[Mask]:
    """Masks for personal facts, each a fixed placeholder or a neutral word that does not depend on the value."""
    for pattern, placeholder in (
        (_LABELLED, "[personal]"),
        (_PRONOUN_SET, "[pronouns]"),
        (_PRONOUN, "[pronoun]"),
        (_PHRASES, "[personal]"),
        (_ABROAD, "[personal]"),
        (_NUMBERS, "[personal]"),
        (_GROUPS, "[group]"),
    ):
        for match in pattern.finditer(content):
            yield Mask(Span(*match.span()), placeholder)
    for match in _JOBS.finditer(content):
        yield Mask(Span(*match.span()), _NEUTRAL[match[1].lower()])
    for match in _PAIRS.finditer(content):
        yield Mask(Span(*match.span()), _PAIR_WORDS[(match.lastindex or 1) - 1])
