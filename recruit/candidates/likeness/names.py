"""Do two written names fit one person? Scripts, spellings, order, initials, short forms; and what speaks against.

Names are compared as sets of words, because half of the world writes the family name first. A word fits another when
both read alike after transliteration (`anyascii`, ISC licence; `unidecode` is under the GPL), when they differ by one
or two letters of many, or when one is a common short form of the other. A different given name under one family name
is what siblings have, so it speaks against; a different family name after the same given name may be a marriage.
"""

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import cache, lru_cache

from anyascii import anyascii
from rapidfuzz.distance import OSA

from recruit.candidates.likeness.nicknames import SHORT_FORMS

_TITLES = frozenset(
    [
        "dr",
        "prof",
        "mr",
        "mrs",
        "ms",
        "miss",
        "ing",
        "dipl",
        "phd",
        "msc",
        "bsc",
        "mba",
        "md",
        "he",
        "him",
        "she",
        "her",
        "they",
        "them",
    ]
)
_GENERATIONS = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "ii": "ii", "iii": "iii", "iv": "iv"}
_APOSTROPHES = re.compile("['`\u2019\u00b4]")
_SYLLABLES = re.compile("[\u3040-\u9fff\uac00-\ud7a3]")
_LONG = 7
_PARTICLES = frozenset(
    [
        "al",
        "bin",
        "da",
        "de",
        "del",
        "della",
        "den",
        "der",
        "di",
        "do",
        "dos",
        "du",
        "el",
        "la",
        "le",
        "van",
        "von",
        "y",
        "zu",
    ]
)
# one form for what the transliteration tables of passports, libraries and people write differently
_SPELLINGS = (
    (r"([aou])e", r"\1"),
    (r"c(?=[aou])|ck|q", "k"),
    (r"shch|sch|sh", "s"),
    (r"tch|ch|cz", "c"),
    (r"mp(?=[aeiouy])", "b"),
    (r"zh", "z"),
    (r"kh|gh", "h"),
    (r"ph", "f"),
    (r"th", "t"),
    (r"x", "ks"),
    (r"w", "v"),
    (r"ou|oy|oo", "u"),
    (r"[yij]+e", "e"),
    (r"[yij]+", "i"),
    (r"i$", ""),
    (r"(.)\1+", r"\1"),
)


class Fit(StrEnum):
    """How two names fit, best first."""

    SAME = "same"
    CLOSE = "close"
    COMPATIBLE = "compatible"
    SLIP = "slip"
    RENAMED = "renamed"
    UNKNOWN = "unknown"
    DIFFERENT = "different"


def folded(written: str) -> str:
    """Lower-case ASCII words: `Łukasz ŻÓŁĆ` -> `lukasz zolc`. Chinese, Japanese and Korean falls into its syllables."""
    plain = anyascii(_APOSTROPHES.sub("", written))
    plain = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", plain) if _SYLLABLES.search(written) else plain
    return " ".join(re.findall(r"[a-z0-9]+", plain.lower()))


@lru_cache(maxsize=4096)
def words_of(name: str) -> tuple[str, ...]:
    """The words of a name in the order given name, family name; titles, particles and generations left out."""
    family, comma, given = name.partition(",")
    ordered = f"{given} {family}" if comma and given.strip() and " " not in family.strip() else name
    found = [word for word in folded(ordered).split() if word not in _TITLES | _GENERATIONS.keys() and word.isalpha()]
    return tuple(word for word in found if word not in _PARTICLES) or tuple(found)


def fit(first: str, second: str) -> Fit:
    """How two names fit one person."""
    one, two = words_of(first), words_of(second)
    if not one or not two:
        return Fit.UNKNOWN
    if _generation(first) != _generation(second) and _generation(first) and _generation(second):
        return Fit.DIFFERENT
    if sorted(map(sound, one)) == sorted(map(sound, two)) or sound("".join(one)) == sound("".join(two)):
        return Fit.SAME
    if len(one) > len(two):
        one, two = two, one
    return _paired(one, two)


def best_fit(first: Sequence[str], second: Sequence[str]) -> Fit:
    """The best fit among all names that two people are known by."""
    order = list(Fit)
    return min((fit(one, two) for one in first for two in second), key=order.index, default=Fit.UNKNOWN)


@cache
def sound(word: str) -> str:
    """A word in one spelling for all transliterations: `Mueller`, `Müller` and `Muller` give the same."""
    for pattern, plain in _SPELLINGS:
        word = re.sub(pattern, plain, word)
    return word


def skeleton(word: str) -> str:
    """First letter and the consonants after it: what most slips of a vowel leave alone."""
    heard = sound(word)
    return heard[:1] + re.sub(r"[aeiouh]", "", heard[1:])


def forms(word: str) -> frozenset[str]:
    """The word and the names that it is a short form of, or that are short forms of it."""
    return SHORT_FORMS.get(word, frozenset()) | {word}


def _paired(fewer: tuple[str, ...], more: tuple[str, ...]) -> Fit:
    """Give the words of the shorter name their best partners; what is left without one decides."""
    pairs = [(_KINDS.index(_kin(a, b)), i, j) for i, a in enumerate(fewer) for j, b in enumerate(more)]
    found: dict[int, int] = {}
    kinds: dict[str, str] = {}
    for kind, i, j in sorted(pairs, key=lambda pair: (-pair[0], pair[1] != pair[2], pair)):
        if i not in found and j not in found.values():
            found[i] = j
            kinds[fewer[i]] = _KINDS[kind]
    if "other" in kinds.values():
        return _renamed(fewer, more, kinds)
    # one shared word is no name: half of all Annas would fit
    if len(fewer) == 1 or all(len(word) == 1 for word in fewer):
        return Fit.UNKNOWN
    if _clash(fewer, more):
        return Fit.DIFFERENT
    if kinds[fewer[0]] == "near":
        return Fit.SLIP
    return Fit.COMPATIBLE if "initial" in kinds.values() or len(fewer) < len(more) else Fit.CLOSE


def _renamed(fewer: tuple[str, ...], more: tuple[str, ...], kinds: Mapping[str, str]) -> Fit:
    """The same given name with another family name may be a marriage; everything else is somebody else."""
    given = len(fewer) > 1 and _kin(fewer[0], more[0]) in {"same", "short"}
    family = _kin(fewer[-1], more[-1]) == "other"
    alone = list(kinds.values()).count("other") == 1
    return Fit.RENAMED if given and family and alone else Fit.DIFFERENT


def _clash(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Both state middle names, and none of them fit: John A. Smith is not John B. Smith."""
    middle, other = one[1:-1], two[1:-1]
    return bool(middle and other) and not any(_kin(a, b) != "other" for a in middle for b in other)


_KINDS = ("other", "initial", "near", "short", "same")


@cache
def _kin(one: str, two: str) -> str:
    """How two words of names relate: same, short, near, initial or other."""
    if sound(one) == sound(two):
        return "same"
    if min(len(one), len(two)) == 1:
        return "initial" if one[0] == two[0] else "other"
    if forms(one) & forms(two):
        return "short"
    return "near" if _near(one, two) else "other"


def _near(one: str, two: str) -> bool:
    """A slip of the hand: one letter of four or more, two of eight or more, hardly ever the first."""
    slips = min(OSA.distance(one, two), OSA.distance(sound(one), sound(two)))
    length = min(len(one), len(two))
    if length < 4 or slips > (1 if length < 8 else 2) or _gendered(one, two):
        return False
    return one[0] == two[0] or length >= _LONG


def _gendered(one: str, two: str) -> bool:
    """Paul and Paula, Mario and Maria: one letter apart, and two people."""
    stems = (one[:-1] in {two, two[:-1]}) or one == two[:-1]
    return stems and one.endswith("a") != two.endswith("a")


def _generation(name: str) -> str:
    return next((_GENERATIONS[word] for word in folded(name).split()[1:] if word in _GENERATIONS), "")
