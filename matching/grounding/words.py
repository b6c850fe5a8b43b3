"""What in a text is hard: numbers, names, verbs of leadership, negations, words of degree. English.

Everything comes out in one canonical form ("40k" and "40,000" are 40000; "led" and "lead" are lead), so that a claim
and its source can be compared as sets.
"""

import re


def _table(text: str) -> dict[str, str]:
    """One root a line with its forms, turned round: form -> root."""
    rows = (line.split(":") for line in text.strip().splitlines())
    return {form: root.strip() for root, forms in rows for form in forms.split()}


_NUMBER = re.compile(
    r"(?<![\w.])[$€£]?(\d+(?:[,\u202f ]\d{3})+|\d+)((?:\.\d+)?)"
    r"\s?(%|percent\b|[kKmM]\b|bn\b|thousand\b|million\b|billion\b)?"
)
_SCALE = {"k": 1e3, "thousand": 1e3, "m": 1e6, "million": 1e6, "bn": 1e9, "billion": 1e9}
_TO_TWENTY = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
)
_SPELLED = {word: value for value, word in enumerate(_TO_TWENTY.split())} | {
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100,
    "thousand": 1000, "million": 10**6, "billion": 10**9, "dozen": 12, "half": 0.5, "twice": 2, "doubled": 2,
    "tripled": 3, "halved": 0.5, "dozens": 12, "hundreds": 100, "thousands": 1000, "millions": 10**6, "decade": 10,
}  # fmt: skip
# "one" counts nothing in most sentences ("one of the", "one to talk about")
_QUIET = {"zero", "one", "half"}

_WORD = re.compile(r"[^\W\d_](?:[\w'.+#/&-]*[\w+#])?", re.UNICODE)
_FIRST = re.compile(r"(?:^|[.!?:;•\n][\"”')]*\s*[\"“'(]?|[\"“(]\s*|”\s+|[-\u2013\u2014]\s+)$")

LEADING = _table(
    """
    lead: lead leads led leading leader leadership
    manage: manage manages managed managing manager management
    head: headed heading
    direct: directed directing director
    found: founded founding founder cofounded co-founded
    own: owned owning ownership
    architect: architect architected architecting architecture
    drive: drove driven driving
    spearhead: spearheaded spearheading
    mentor: mentor mentored mentoring
    supervise: supervised supervising supervisor
    oversee: oversaw overseen overseeing
    coach: coached coaching
    hire: hired hiring
    chair: chaired
    orchestrate: orchestrated
    pioneer: pioneered pioneering pioneer
    invent: invented inventing inventor
    champion: championed
    found-alone: single-handedly alone solely
    """
)

DEGREE = _table(
    """
    expert: expert expertise experts
    extensive: extensive extensively
    deep: deep deeply
    proven: proven
    world: world-class world-leading
    best: best finest
    leading: state-of-the-art cutting-edge industry-leading
    all: all every entire entirely whole completely fully always
    large: large-scale massive massively huge enterprise-wide
    many: many numerous countless several various
    successful: successful successfully
    strong: strong strongly
    senior: senior principal staff chief
    outstanding: outstanding exceptional impressive remarkable excellent brilliant
    significant: significantly significant dramatically dramatic substantially substantial
    first: first only
    veteran: veteran seasoned specialist authority
    production: production
    award: award award-winning awarded
    """
)

_NEGATION = re.compile(
    r"\b(?:not|no|never|none|nor|neither|without|cannot|hardly|barely|lacks?|lacking|failed|unable|stopped)\b|n't\b",
    re.I,
)
_DENIALS = "not no never none nor neither without cannot hard bar lack fail unable stop don doesn didn"
NEGATIONS = frozenset(_DENIALS.split())
"""Words of denial, as stems: they deny, and say nothing of what is denied."""
_SMALL = """
    a an and are as at be been but by for from had has have he her his i in into is it its me my of on or our over she
    so some such that the their them there these they this those to under up was we were what when where which while
    who whom did do does done why will with you your yours yourself also about after before during how than then very
"""
_STOP = frozenset(_SMALL.split())
_STEMS = ("ations", "ation", "ings", "ing", "ied", "ies", "edly", "ed", "es", "ers", "er", "ly", "s", "e")


def numbers(text: str) -> frozenset[float]:
    """Every number as a value; percentages count as their number, spelled numbers as digits."""
    found = set()
    for match in _NUMBER.finditer(text):
        unit = (match[3] or "").lower()
        value = float(re.sub(r"[,\u202f ]", "", match[1]) + match[2])
        found.add(round(value * _SCALE.get(unit, 1), 6))
    for word in words(text):
        if word in _SPELLED and word not in _QUIET:
            found.add(float(_SPELLED[word]))
    return frozenset(found)


def words(text: str) -> list[str]:
    """The words of a text in small letters, in order."""
    return [match[0].lower().rstrip(".") for match in _WORD.finditer(_straight(text))]


def names(text: str) -> frozenset[str]:
    """Words written like names, in small letters: capitals inside a sentence, or inside a word (RAG, PyTorch)."""
    found = set()
    for match in _WORD.finditer(text := _straight(text)):
        word = match[0].rstrip(".")
        inner = any(each.isupper() for each in word[1:]) or any(each in word for each in "+#")
        opens = bool(_FIRST.search(text[: match.start()]))
        if inner or (word[0].isupper() and not opens):
            found.add(_bare(word))
    return frozenset(each for each in found if each not in _STOP and not each.startswith("i'"))


def leading(text: str) -> frozenset[str]:
    """The verbs of leadership, each as its root."""
    return frozenset(LEADING[word] for word in words(text) if word in LEADING)


def degrees(text: str) -> frozenset[str]:
    """The words that say how much, each as its root."""
    return frozenset(DEGREE[word] for word in words(text) if word in DEGREE)


def negates(text: str) -> bool:
    """True when the text denies something."""
    return bool(_NEGATION.search(_straight(text)))


def content(text: str) -> frozenset[str]:
    """What a text is about: its words without the small ones, cut to a rough stem."""
    return frozenset(stem(word) for word in words(text) if word not in _STOP and len(word) > 1)


def stem(word: str) -> str:
    """A rough stem, enough to see "retrieved" beside "retrieval"."""
    bare = _bare(word)
    for ending in _STEMS:
        if bare.endswith(ending) and len(bare) - len(ending) >= 4:
            return bare[: -len(ending)]
    return bare


def _bare(word: str) -> str:
    return word.lower().rstrip(".").removesuffix("'s")


def _straight(text: str) -> str:
    return text.replace("\u2019", "'")
