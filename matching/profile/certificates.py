# ruff: noqa: RUF001
"""Certificates as people list them: the name, who issued it, and when, in any order and by any signs between them.

A dash, a stroke, a bracket or "issued by" parts the issuer from the name; a comma may also stand within a name
("Registered Nurse, Adult"), so behind a comma an issuer is known by its words (`words/issuers.toml`) or by not being
a qualifier of the name. The day on which a certificate ends is not its date.
"""

import itertools
import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from matching.profile.dates import DateRange, find_dates
from matching.profile.firms import has_legal_form
from matching.profile.heads import names_title
from matching.profile.lines import Line
from matching.profile.listed import EDGES, FURNITURE, joined, moved, trimmed
from matching.skills import find_skills
from matching.text import Span

_WORDS = tomllib.loads((Path(__file__).parent / "words" / "issuers.toml").read_text("utf-8"))
_ISSUERS = frozenset(" ".join(each.split()) for each in _WORDS["issuers"].split("|"))
_BODIES = frozenset(_WORDS["bodies"].split())
_QUALIFIERS = frozenset(_WORDS["qualifiers"].split())
_LABEL = re.compile(
    r"\s*(?:certifi\w+|licen[cs]es?|courses?|training|zertifi\w+)(?:\s+(?:and|&)\s+\w+)?\s*:\s*", re.IGNORECASE
)
_ENDS = re.compile(r"\b(?:valid|expir\w+|until|till|through|renew\w*|exp|gültig|bis)\b[^\d]{0,16}$", re.IGNORECASE)
_GRADED = re.compile(
    r"(?:Associate|Professional|Specialty|Expert|Practitioner|Foundation|Advanced|Intermediate|Level|Master|Core)\b"
)
_CUT = re.compile(
    r"\s+[-–—|·•/]\s+|[|;\t]|(?<=\w)–|(?P<comma>,)\s|\s*[()\[\]]\s*|\s{2,}|\s*:\s+(?=issued|by\b)"
    r"|(?:,\s+)?(?P<by>\b(?:issued\s+by|awarded\s+by|offered\s+by|provided\s+by|by|from|via|on)\s+)(?=[A-ZÀ-Þ(\[])",
)
_NOISE = re.compile(
    r"(?:(?:credential|licen[cs]e|certificate|cert)?\s*(?:id|no|nr|number)\b.*|#.*|valid\b.*|expir\w+\b.*|until\b.*|issued\b"
    r"|grade\b.*|score\b.*|verified?\b.*|link|show\s+credential|online|renewed?\b.*|in\s+progress|ongoing|expected"
    r"|\d[\d,.%/ ]*)",
    re.IGNORECASE,
)
_ACRONYM = re.compile(r"\(?[A-Z][A-Z0-9&.-]{1,8}\)?²?")


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate in blind offsets: its name, who issued it, its date and how that was written."""

    name: Span
    issuer: Span | None = None
    date: Span | None = None
    written: str = ""


def read_certificates(content: str, lines: Sequence[Line]) -> Iterator[Certificate]:
    """Each certificate that is listed."""
    for span in joined(content, lines, items=True):
        text = span.of(content)
        label = _LABEL.match(text)
        for start, end in _several(text, label.end() if label else 0):
            found = _certificate(text[start:end])
            if found and not FURNITURE.search(text[start:end]):
                yield _at(found, Span(span.start + start, span.start + end))


def _several(text: str, start: int) -> Iterator[tuple[int, int]]:
    """The parts of a line that holds several: between semicolons, or commas where each part is a name of its own."""
    for sign, test in ((";", _alike), (",", _all_names)):
        cuts = [start, *(match.end() for match in re.finditer(sign, text[start:])), len(text)]
        cuts[1:-1] = [start + each for each in cuts[1:-1]]
        parts = [(one, other - (other < len(text))) for one, other in itertools.pairwise(cuts)]
        if len(parts) > 1 and test([text[one:other] for one, other in parts]):
            yield from parts
            return
    yield start, len(text)


def _alike(parts: Sequence[str]) -> bool:
    dated = [bool(find_dates(part)) for part in parts]
    return all(re.search(r"[^\W\d_]{2}", part) for part in parts) and (all(dated) or not any(dated))


def _all_names(parts: Sequence[str]) -> bool:
    named = (_ACRONYM.fullmatch(part.strip()) or re.search(r"certifi|licen[cs]e|diploma", part, re.I) for part in parts)
    return len(parts) > 2 and not any(map(find_dates, parts)) and all(named)


def _certificate(text: str) -> Certificate | None:
    date = _date(text)
    pieces = _pieces(text)
    if not pieces:
        return None
    name, rest = pieces[0][0], pieces[1:]
    while rest and rest[0][1] == "comma" and _qualifies(rest[0][0].of(text)):
        name, rest = Span(name.start, rest[0][0].end), rest[1:]
    issuer = next((piece for piece, _ in rest if not _is_short_for(piece.of(text), name.of(text))), None)
    if len(name.of(text).split()) > 14:
        return None
    if issuer and len(issuer.of(text).split()) > 8:
        issuer = None
    written = date.written_start or date.written_end if date else ""
    return Certificate(name, issuer, date.span if date else None, written)


def _date(text: str) -> DateRange | None:
    """When it was issued: the last date that does not say when it ends."""
    dates = find_dates(text)
    issued = [each for each in dates if not _ENDS.search(text[: each.span.start])]
    found = issued or dates
    return found[-1] if found else None


def _pieces(text: str) -> list[tuple[Span, str]]:
    """What stands between signs, dates and notes, each with the kind of sign before it."""
    dates = [each.span for each in find_dates(text)]
    cuts = [
        *((Span(*match.span()), match.lastgroup or "") for match in _CUT.finditer(text)),
        *((each, "") for each in dates),
    ]
    found: list[tuple[Span, str]] = []
    position, kind = 0, ""
    for cut, named in [*sorted(cuts, key=lambda each: each[0]), (Span(len(text), len(text)), "")]:
        if cut.start < position:
            position = max(position, cut.end)
            continue
        behind = text[cut.end :].lstrip()
        if not named and _GRADED.match(behind) and cut not in dates and re.search(r"[-–—]", cut.of(text)):
            continue
        piece = trimmed(text, position, cut.start)
        if piece and not _NOISE.fullmatch(piece.of(text)) and any(map(str.isalpha, piece.of(text))):
            found.append((piece, kind))
        position, kind = cut.end, named
    return found


def _qualifies(piece: str) -> bool:
    """True when a piece behind a comma still belongs to the name."""
    lower = piece.lower().strip(EDGES)
    words = lower.split()
    issues = lower in _ISSUERS or any(word in _BODIES for word in words)
    if issues or has_legal_form(piece) or _ACRONYM.fullmatch(piece):
        return False
    told = all(word in _QUALIFIERS or word.isdigit() or len(word) == 1 for word in words)
    return told or names_title(piece) or bool(find_skills(piece))


def _is_short_for(piece: str, name: str) -> bool:
    """True for the letters of a name in brackets behind it ("Certified Kubernetes Administrator (CKA)")."""
    bare = piece.strip("()").replace(".", "")
    words = [word for word in re.split(r"[\s-]+", name) if word]
    initials = "".join(word[0] for word in words).upper() if len(words) > 1 else name
    if len(bare) < 2 or not bare.isupper() or bare.lower() in _ISSUERS:
        return False
    return bare in initials or initials in bare or bare[:2] == initials[:2]


def _at(found: Certificate, base: Span) -> Certificate:
    issuer = moved(found.issuer, base) if found.issuer else None
    return Certificate(moved(found.name, base), issuer, moved(found.date, base) if found.date else None, found.written)
