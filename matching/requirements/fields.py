"""The plain facts of a posting, named as schema.org's JobPosting names them, each with its span and a confidence.

Confidence is about the reading, in [0, 1]: .95 for a labelled line ("Salary: ..."), .8 for an unmistakable wording,
.6 for a place or title guessed from its position in the first lines. What does not stand there stays unsaid.
"""

import re
from collections.abc import Iterator, Sequence

from matching.requirements.lines import Unit
from matching.requirements.pay import find_pay
from matching.requirements.places import Place, find_place, names_a_place
from matching.text import Span
from matching.values import Field, Priority, Requirement

_ROLE = re.compile(
    r"\b(?:engineer|developer|scientist|researcher|manager|lead|head|architect|designer|analyst|"
    r"cto|ceo|cpo|director|intern(?:ship)?|specialist|consultant|administrator|programmer|"
    r"strategist|writer|recruiter|technician|officer|president|founder|advocate|evangelist|"
    r"trainer|educator|instructor|tutor|annotator|associate|fellow|professor|postdoc\w*|"
    r"coordinator|"
    r"assistant|representative|executive|marketer|operator|owner|devops|sre|swe|vp|generalist|partner|student)s?\b",
    re.IGNORECASE,
)
_HIRING = re.compile(
    r"\b(?:hiring|looking for|seeking|searching for|need|join us as|role of|position of|for the "
    r"position of|as)(?:\s+(?:an?|our(?: first| next)?|the)|[!:])\s+"
    r"((?:[A-Z][\w/&+.#-]*|of|and|/|&|\u2013|-)(?:\s+(?:[A-Z][\w/&+.#()-]*|of|and|/|&|\u2013|-|,(?=\s[A-Z])))*)"
)
_TITLE_LABEL = re.compile(
    r"^\W*(?:job title|title|position|role)\s*:\s*\**\s*([^\n]{3,90})", re.IGNORECASE | re.MULTILINE
)
_SIGNS = re.compile(r"^[\s\U0001F300-\U0001FAFF\u2600-\u27BF\uFE0F]+|[\s\U0001F300-\U0001FAFF\u2600-\u27BF\uFE0F]+$")
_BEHIND = re.compile(
    r"\s+(?:at|@)\s+[A-Z].*$|\s*\((?=[^)]*\b(?:contract|remote|hybrid|full|part|\d+ months|on-?site)\b)[^)]*\)$"
)
_DANGLING = re.compile(r"(?:[\s.,]+|\b(?:and|of)|[/&\u2013-])+$")
_EMPLOYMENT = (
    ("FULL_TIME", re.compile(r"\bfull[- ]?time\b|\bpermanent (?:position|role|contract|employment)\b", re.IGNORECASE)),
    ("PART_TIME", re.compile(r"\bpart[- ]?time\b", re.IGNORECASE)),
    (
        "CONTRACTOR",
        re.compile(
            r"\b(?:contract(?:or)?(?: position| role| to hire|-to-hire)?|freelance(?:r)?)\b(?! (?:terms|"
            r"with|lawyer|law|analysis|management|review|negotiation))",
            re.IGNORECASE,
        ),
    ),
    ("TEMPORARY", re.compile(r"\b(?:temporary|fixed[- ]term)\b", re.IGNORECASE)),
    ("INTERN", re.compile(r"\b(?:intern|internship|werkstudent|working student|co-op)\b", re.IGNORECASE)),
)
_REMOTE = re.compile(
    r"\b(?:fully[- ]remote|100% remote|remote[- ]first|remote[- ]only|remote[- ]friendly|all[- "
    r"]remote|work from (?:home|anywhere)|telecommut\w+|anywhere in the world|remote)\b",
    re.IGNORECASE,
)
_NO_REMOTE = re.compile(
    r"\b(?:no(?:t| )\s?(?:fully )?remote|(?:on[- ]?site(?: only)?|in[- ]office|in[- ]person)\b"
    r"(?! (?:technical |final )?(?:interview|visit|round|loop|assessment|gym|parking|canteen|childcare|daycare|lunch|"
    r"meals))|office[- ]based|"
    r"not a remote|remote (?:is )?not|non[- ]remote)\b",
    re.IGNORECASE,
)
_INTERVIEW = re.compile(r"\binterviews?\b[^.\n]*$", re.IGNORECASE)
_NEAR = 40
_HYBRID = re.compile(
    r"\bhybrid\b(?! (?:cloud|search|retrieval|model|approach|system|solution|app|mobile|architecture|quantum|builder|"
    r"work policy))"
    r"|\b(?:\d|one|two|three|four) days? (?:a|per|each) week (?:in|at|from) (?:the|our) office\b",
    re.IGNORECASE,
)
_ELIGIBILITY = re.compile(
    r"\bvisas?\b|\bwork (?:permits?|authori[sz]ation)\b|\b(?:right|authori[sz]ed|authori[sz]ation|eligible|eligibility|"
    r"permitted|legally able) to work\b(?! from)|\b(?:immigration|employment|no|without|require|provide|offer) "
    r"sponsorship\b|\bsponsor (?:work|candidates|applicants|you)\b|\bwork visa|"
    r"\b(?:security|government) clearance\b|\bh-?1b\b|\b(?:us|u\.s\.|eu|uk) citizen",
    re.IGNORECASE,
)
_NOT_ELIGIBILITY = re.compile(
    r"\b(?:mastercard|visa (?:card|inc|network)|event|conference|exam|brand)\b", re.IGNORECASE
)
_REMOTE_ASIDE = re.compile(
    r"remote (?:sensing|team|teams|desktop|control|server|procedure|access|collaboration|"
    r"monitoring|patient|work experience|device)",
    re.IGNORECASE,
)
_HEAD = 600
_SAID_ANYWHERE = frozenset({"FULL_TIME", "PART_TIME"})


def read_fields(
    content: str, units: Sequence[Unit], requirements: Sequence[Requirement], *, title: str
) -> tuple[Field, ...]:
    """The fields of a posting; `title` is the one that is known from outside the text, or ""."""
    found = [
        *_title(content, units, title),
        *find_pay(units),
        *_place(content, units),
        *_remote(content),
        *_employment(content),
        *_eligibility(units),
        *_asked(requirements),
    ]
    return tuple(found)


def _title(content: str, units: Sequence[Unit], title: str) -> Iterator[Field]:
    if title.strip():
        at = content.find(title.strip())
        yield Field("title", title.strip(), Span(at, at + len(title.strip())) if at >= 0 else None, 1.0)
        return
    label = _TITLE_LABEL.search(content[:_HEAD])
    if label:
        yield _at("title", content, label.start(1), label.end(1), 0.95)
        return
    span = _first_title(content)
    if span:
        yield _at("title", content, span.start, span.end, 0.8)
        return
    for unit in units[:12]:
        hiring = _HIRING.search(unit.text)
        if hiring and _ROLE.search(hiring.group(1)):
            named = _DANGLING.sub("", hiring.group(1))
            yield _at(
                "title", content, unit.span.start + hiring.start(1), unit.span.start + hiring.start(1) + len(named), 0.6
            )
            return


def bare_title(piece: str) -> str:
    """A title without signs around it, the firm ("at Fern"), the place and the terms of work behind it."""
    words = _SIGNS.sub("", piece).strip(" *#:|-\u2013\u2014")
    words = _BEHIND.sub("", words)
    place = names_a_place(words)
    return words[:place].rstrip(" ,") if place else words


def _first_title(content: str) -> Span | None:
    """A title in the first line, which on Hacker News is cut by bars or dashes."""
    first = re.match(r"\s*[#*]*\s*([^\n]+)", content)
    if not first or len(first.group(1)) > 220:
        return None
    pieces = list(re.finditer(r"(?:(?!\s[|\u2013\u2014-]\s|\s*\|\s*).)+", first.group(1)))
    for piece in pieces:
        words = bare_title(piece.group())
        if _ROLE.search(words) and 3 <= len(words) <= 80 and not words.endswith(".") and len(words.split()) <= 10:
            start = first.start(1) + piece.start() + piece.group().find(words)
            return Span(start, start + len(words))
    return None


def _place(content: str, units: Sequence[Unit]) -> Iterator[Field]:
    found: Place | None = find_place(content, units)
    if found:
        yield Field("jobLocation", found.name, found.span, found.confidence)
        if found.country:
            yield Field("jobLocation.addressCountry", found.country, found.span, found.confidence)


def _remote(content: str) -> Iterator[Field]:
    cleaned = _REMOTE_ASIDE.sub(lambda match: " " * len(match.group()), content)
    denials = [each for each in _NO_REMOTE.finditer(cleaned) if not _INTERVIEW.search(cleaned[: each.start()][-_NEAR:])]
    denied = denials[0] if denials else None
    spoken = (
        each for each in _REMOTE.finditer(cleaned) if not any(no.start() <= each.start() < no.end() for no in denials)
    )
    said = next(spoken, None)
    if said:
        sure = 0.9 if said.start() < _HEAD or len(said.group()) > 6 else 0.6
        yield _at("jobLocationType", content, said.start(), said.end(), sure, value="TELECOMMUTE")
    elif hybrid := _HYBRID.search(cleaned):
        yield _at("jobLocationType", content, hybrid.start(), hybrid.end(), 0.8, value="HYBRID")
    elif denied:
        yield _at("jobLocationType", content, denied.start(), denied.end(), 0.8, value="ONSITE")


def _employment(content: str) -> Iterator[Field]:
    for value, pattern in _EMPLOYMENT:
        match = pattern.search(content, 0, len(content) if value in _SAID_ANYWHERE else _HEAD)
        if match:
            yield _at("employmentType", content, match.start(), match.end(), 0.8, value=value)
            return


def _eligibility(units: Sequence[Unit]) -> Iterator[Field]:
    """What the posting says of visas, work permits and clearance, in its own words."""
    for unit in units:
        if _ELIGIBILITY.search(unit.text) and not _NOT_ELIGIBILITY.search(unit.text):
            yield Field("eligibilityToWorkRequirement", unit.text, unit.span, 0.8)
            return


def _asked(requirements: Sequence[Requirement]) -> Iterator[Field]:
    """What JobPosting says apart: months of experience, education and skills, from the requirements themselves."""
    musts = [each for each in requirements if each.priority is Priority.MUST]
    most = max((each for each in musts if each.years), key=lambda each: each.years or 0, default=None)
    if most:
        yield Field("experienceRequirements", most.text, most.span, 0.9)
    degree = next((each for each in musts if each.kind == "education"), None)
    if degree:
        yield Field("educationRequirements", degree.value, degree.span, 0.9)
    skills = list(dict.fromkeys(skill for each in musts for skill in each.skills))
    if skills:
        yield Field("skills", ", ".join(skills), None, 0.8)


def _at(name: str, content: str, start: int, end: int, confidence: float, *, value: str = "") -> Field:
    text = content[start:end]
    trimmed = text.strip(" *_#\t")
    start += text.find(trimmed)
    return Field(name, value or trimmed, Span(start, start + len(trimmed)), confidence)
