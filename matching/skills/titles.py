"""Job titles as one thing: "Sr. ML Engineer II (f/m/d)" is a machine learning engineer, senior.

A table and no model: a title is short, its spellings are known, and a wrong reading is mended by one line in
`titles.toml`. The level is split off first, because "senior data engineer" and "data engineer" are one occupation.
What the table does not know stays unread: a near title is a wrong one.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

_ESCO = "http://data.europa.eu/esco/occupation/"
_LEVELS = (
    ("intern", r"\b(?:intern|internship|trainee|apprentice|working student|werkstudent|co-op)\b"),
    ("head", r"\b(?:head of|director|vp|vice president|chief|c[tpdia]o|caio|founding cto|managing partner)\b"),
    ("lead", r"\b(?:lead|team lead|tech lead|engineering manager|manager of|group manager|leader)\b"),
    ("staff", r"\b(?:staff|principal|distinguished|fellow|l6|l7)\b"),
    ("senior", r"\b(?:senior|sr\.?|snr|expert|experienced|iii|iv|l5)(?![\w])"),
    ("junior", r"\b(?:junior|jr\.?|entry[- ]level|graduate|associate|new grad|i)(?![\w'\u2019])"),
    ("mid", r"\b(?:mid[- ]?level|mid[- ]?senior|intermediate|mid|ii)\b"),
)
_LEVEL_PATTERNS = tuple((level, re.compile(pattern, re.IGNORECASE)) for level, pattern in _LEVELS)
_LEAD_GENERATION = re.compile(r"\blead (?:generation|gen)\b", re.IGNORECASE)
_RANK = re.compile(
    r"\b(?:senior|sr|snr|junior|jr|staff|principal|distinguished|lead|mid[- ]level|mid|entry[- ]level|experienced|"
    r"expert|founding|graduate|associate|intermediate|i{1,3}|iv|v|l[3-7]|level [1-5]|ic[1-6]|[1-3]|intern|internship|"
    r"trainee|apprentice|working student|new grad)\b\.?",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]|\b[mfdwx]\s*/\s*[mfdwx](?:\s*/\s*[mfdwx])*\b", re.IGNORECASE)
_PIECES = re.compile(r"\s+[-\u2013\u2014@]\s+|[,;|:\u2013\u2014\u2022\u00b7]|\s+(?:at|for|in|on|with)\s+")
_WORD = re.compile(r"[a-z0-9][a-z0-9+#]*|\.net\b|[^\W\d_a-z]+")
_LEAST_WORDS = 2


@dataclass(frozen=True, slots=True)
class Title:
    """One canonical title. `esco` is the URI and `onet` the code and name of the nearest occupation; "" if none.

    `whole` titles count only when nothing else is said: "Design team lead" is no tech lead.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    esco: str
    onet: str
    whole: bool = False


@dataclass(frozen=True, slots=True)
class TitleRead:
    """A title as written, read: the canonical one (None when unknown) and its level ("" when it states none)."""

    title: Title | None
    level: str


def read_title(written: str) -> TitleRead:
    """The canonical title and the level of a title as people write it. Never raises; takes some ten microseconds."""
    known, pieces = _by_words(), _pieces(written)
    whole = (known[words] for words in pieces if words in known)
    parts = (known[words] for words in _parts(pieces) if words in known and not known[words].whole)
    return TitleRead(next(whole, None) or next(parts, None), level_of(written))


def level_of(title: str) -> str:
    """One of intern, junior, mid, senior, staff, lead, head; "" when the title does not say."""
    named = _LEAD_GENERATION.sub("", title)
    return next((level for level, pattern in _LEVEL_PATTERNS if pattern.search(named)), "")


@cache
def titles() -> Mapping[str, Title]:
    """Every canonical title by its id."""
    return MappingProxyType({key: _title(key, row) for key, row in _document()["titles"].items()})


def _pieces(written: str) -> list[tuple[str, ...]]:
    """The word sequences to look up, the most telling first: the whole, its pieces, and both without their rank."""
    bare = _ASIDE.sub(" ", written)
    ranked = [bare, *_PIECES.split(bare)]
    return [words for each in (*ranked, *(_RANK.sub(" ", each) for each in ranked)) if (words := _words(each))]


def _parts(pieces: Sequence[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """The ends of the pieces, then their beginnings, the longest first; a single word says too little."""
    for words in pieces:
        yield from (words[start:] for start in range(1, len(words) - _LEAST_WORDS + 1))
    for words in pieces:
        yield from (words[:stop] for stop in range(len(words) - 1, _LEAST_WORDS - 1, -1))


def _words(wording: str) -> tuple[str, ...]:
    """The words of a title in one spelling: short forms written out, no signs, the last word in the singular."""
    short = _document()["words"]
    written = wording.casefold().replace("&", " and ").replace("front-end", "frontend").replace("back-end", "backend")
    words = " ".join(short.get(each, each) for each in _WORD.findall(written)).split()
    if words and len(words[-1]) > 4 and words[-1].endswith("s") and not words[-1].endswith(("ss", "ics", "ops")):
        words[-1] = words[-1][:-1]
    return tuple(words)


@cache
def _by_words() -> Mapping[tuple[str, ...], Title]:
    found: dict[tuple[str, ...], Title] = {}
    for each in titles().values():
        for spelling in (each.name, *each.aliases):
            found.setdefault(_words(spelling), each)
    return MappingProxyType(found)


@cache
def _document() -> Mapping[str, Mapping[str, dict[str, list[str]]]]:
    return MappingProxyType(tomllib.loads((files(__package__) / "titles.toml").read_text(encoding="utf-8")))


def _title(key: str, row: Mapping[str, list[str]]) -> Title:
    esco = row.get("esco")
    return Title(
        id=key,
        name=str(row["name"]),
        aliases=tuple(row["aliases"]),
        esco=f"{_ESCO}{esco[0]}" if esco else "",
        onet=" ".join(row["onet"]),
        whole=bool(row.get("whole")),
    )
