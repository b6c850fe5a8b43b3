# ruff: noqa: RUF001
"""The right to work: the words in which it is stated, and the facts that they say.

Only the facts count: in which markets somebody may work, and whether an employer has to sponsor. Nationality is a
protected attribute, so the blind text has only the market that it opens ("EU citizen" for "Irish citizen"), the same
for everybody of that market, and nothing at all where only the nation would be left.
"""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from matching.text import Mask, Span
from matching.values import Field

NEEDED, NOT_NEEDED = "needed", "not needed"
FACTS = re.compile(r"authorisation|sponsorship|mayWorkIn\[\d+\]")
"""The names of the fields that say who may work where."""

_NATIONS = {
    nation.replace("-", " "): market
    for market, nations in tomllib.loads((Path(__file__).parent / "words" / "nations.toml").read_text("utf-8")).items()
    for nation in nations.split()
}
_NATION = "|".join(re.escape(each).replace("\\ ", r"\s") for each in sorted(_NATIONS, key=len, reverse=True))
_NATION = rf"(?:{_NATION}|EU)"
_NATIONAL = re.compile(
    rf"\b(?:dual\s+)?(?P<nations>{_NATION}(?:\s*(?:/|,|\band\b|&|[-–])\s*{_NATION})*)[\s-]+"
    r"(?:citizen(?:ship)?s?|nationals?|passport(?:[\s-]+holder)?s?|staatsbürger\w*)\b"
    rf"|\bcitizen(?:ship)?s?\s*(?:of\b|:|[-–])\s*(?P<of>{_NATION}(?:\s*(?:/|,|\band\b|&)\s*{_NATION})*)(?![\w-])",
    re.IGNORECASE,
)
_STATED = re.compile(
    r"\b(?:work(?:ing)?\s+(?:permit|visa|authori[sz]ation|rights)|right\s+to\s+work|authori[sz]ed\s+to\s+work|(?:legally\s+)?(?:eligible|entitled|allowed|permitted)\s+to\s+work|"
    r"may\s+work\s+in|permanent\s+residen(?:t|cy|ce)|residence\s+permit|permit\s+(?-i:[BCGL])\b|(?-i:[BCGL])[\s-]permit|permis\s+(?:de\s+travail|(?-i:[BCGL])\b)|"
    r"(?:aufenthalts|arbeits)(?:bewilligung|erlaubnis|titel)|niederlassungs(?:erlaubnis|bewilligung)|"
    r"green\s+card|blue\s+card|(?:U\.?S\.?A?|UK|EU|(?:New\s+)?[A-Z][a-z]+(?:an|ish|ese|ch|ss|i|sh|land))\s+citizen(?:ship)?|citizenship\s*:|"
    r"(?:pre-)?settled\s+status|H-?1B|(?-i:(?:STEM\s+)?OPT|EAD|TN|O-1|L-1|E-3|J-1|F-1(?:\s+OPT)?)(?=\s+(?:visa|status|holder)|\s*[,;)]|\s*$)|visa\s+status|visa\s*:|"
    r"(?:no|needs?|requires?|requiring|without|seek\w*|visa|employer)\s+(?:(?:any|visa|employer|future|work)\s+)*sponsorship|"
    r"sponsorship\s*(?::|(?:(?:is|not|will|be)\s+)*(?:needed|required|necessary))|sponsor(?:ed)?\s+visa|skilled\s+worker\s+visa|graduate\s+visa|indefinite\s+leave|"
    r"no\s+visa\s+(?:needed|required)|EU\s+(?:passport|national))(?![\w-])"
    r"(?:[^\n.;,|•·()\[\]]|\n(?-i:(?=[a-z]))|(?<=\bof)\n|(?<=\bin)\n|(?<=\bthe)\n|(?<=\bNew)\n|(?<=\bUnited)\n|(?<=\bSouth)\n){0,60}",
    re.IGNORECASE | re.MULTILINE,
)
_ALSO = re.compile(
    r"(?:,\s|;\s|\s[-–—]\s|\s?\()(?=[^\n,;|•·()]{0,40}\b(?:sponsor\w*|visas?|permits?|authori[sz]\w+|relocat\w+|H-?1B|OPT|EU|EEA|UK|US|USA|CH|Suisse|Schweiz|Switzerland)\b)"
    r"[^\n.;,|•·()\[\]]{1,60}\)?",
    re.IGNORECASE,
)
_NO_NEED = re.compile(
    r"\b(?:no|not|without|don['’]t|doesn['’]t|never)\b[^\n.;|]{0,30}\b(?:sponsor\w*|visa)|\bsponsorship\s+(?:is\s+)?not\s+(?:needed|required)|"
    r"\bsponsorship\s*:\s*(?:no\b|not\b|none)",
    re.IGNORECASE,
)
_NEED = re.compile(
    r"\b(?:needs?|requires?|requiring|needing|seek\w*|will\s+(?:need|require)|looking\s+for|with)\b[^\n.;|]{0,30}\bsponsor\w*|"
    r"\bsponsorship\s+(?:is\s+|will\s+be\s+)?(?:needed|required|necessary)|\bsponsorship\s*:\s*(?:yes|needed|required)|\bneeds?\s+a\s+(?:work\s+)?visa",
    re.IGNORECASE,
)
_SETTLED = re.compile(
    r"\bcitizen|\bpassport|\bEU\s+national|permanent\s+residen|green\s+card|settled\s+status|indefinite\s+leave|right\s+to\s+work|authori[sz]ed\s+to\s+work|"
    r"(?:eligible|entitled|allowed|permitted)\s+to\s+work|may\s+work\s+in|work\s+permit|\bpermit\s+[BC]\b|\b[BC][\s-]permit|permis\s+[BC]\b|"
    r"bewilligung|erlaubnis|aufenthaltstitel|\bOPT\b|\bEAD\b|H-?1B|blue\s+card|working\s+rights|work\s+authori[sz]ation|graduate\s+visa|skilled\s+worker",
    re.IGNORECASE,
)
_MARKETS = (
    ("EU", re.compile(r"\b(?:EU|EEA|European\s+Union|Schengen|anywhere\s+in\s+Europe|across\s+Europe)\b")),
    (
        "US",
        re.compile(r"\b(?:US|U\.S\.A?\.?|USA|United\s+States|America|H-?1B|[Gg]reen\s+[Cc]ard|OPT|EAD)(?!\w)"),
    ),
    (
        "UK",
        re.compile(
            r"\b(?:UK|U\.K\.|United\s+Kingdom|Britain|ILR|(?i:settled\s+status|indefinite\s+leave|skilled\s+worker))(?!\w)"
        ),
    ),
    (
        "CH",
        re.compile(r"\b(?:Swiss|Switzerland|Schweiz\w*|Suisse|CH|Permis\s+[BCGL]|(?i:\w+sbewilligung))\b"),
    ),
    ("CA", re.compile(r"\bCanad(?:a|ian)\b")),
    ("AU", re.compile(r"\bAustralian?\b")),
    ("NZ", re.compile(r"\bNew\s+Zealand\b")),
)


def find_permission(content: str) -> Span | None:
    """Where the right to work is stated first, with the clauses on it behind it; None when nothing is."""
    match = _STATED.search(content)
    if match is None:
        return None
    before = content[max(0, match.start() - 40) : match.start()]
    # "Requires\nvisa sponsorship": a line that was broken is still one sentence.
    before = before[:-1] + " " if before.endswith("\n") and match[0][0].islower() else before
    lead = re.split(r"[\n.;|•·,()\[\]]|\s{2,}", before)[-1]
    end = match.end()
    while also := _ALSO.match(content, end):
        end = also.end()
    text = content[match.start() - len(lead) : end]
    bare = text.strip(" ,:-\n")
    start = match.start() - len(lead) + text.index(bare)
    return Span(start, start + len(bare))


def permission_of(content: str) -> str:
    """What is stated about the right to work, in the words of the text on one line; "" when nothing is."""
    span = find_permission(content)
    return " ".join(span.of(content).split()) if span else ""


def tells_permission(line: str) -> bool:
    """True for a short line that speaks of nothing but the right to work."""
    span = find_permission(line)
    return span is not None and len(span.of(line)) > 0.6 * len(line.strip())


def sponsorship_of(stated: str) -> str:
    """Whether an employer has to sponsor, as far as the words say it: "needed", "not needed" or ""."""
    return NOT_NEEDED if _NO_NEED.search(stated) else NEEDED if _NEED.search(stated) else ""


def markets_of(stated: str) -> tuple[str, ...]:
    """Where the words say that somebody may work: "EU", "US", "UK", "CH", "CA", "AU", "NZ"."""
    held = _NEED.sub(" ", stated) if sponsorship_of(stated) == NEEDED else stated
    if not _SETTLED.search(held):
        return ()
    return tuple(market for market, pattern in _MARKETS if pattern.search(held))


def permission_fields(stated: str, place: Span | None, confidence: float) -> Iterator[Field]:
    """The facts as fields, read from blind words that stand at a place of the original."""
    for row, market in enumerate(markets_of(stated)):
        yield Field(f"mayWorkIn[{row}]", market, place, confidence)
    if sponsorship_of(stated):
        yield Field("sponsorship", sponsorship_of(stated), place, confidence)


def facts_of(stated: str) -> str:
    """The facts as a page shows them: "may work in EU and US; needs no sponsorship"; "" when the words say none."""
    markets, sponsorship = markets_of(stated), sponsorship_of(stated)
    said = [f"may work in {' and '.join(markets)}"] if markets else []
    said += {NEEDED: ["needs sponsorship"], NOT_NEEDED: ["needs no sponsorship"]}.get(sponsorship, [])
    return "; ".join(said)


def find_nationality(content: str) -> Iterator[Mask]:
    """Masks that put the market in place of the nation ("EU citizen"), or nothing where there is no market."""
    for match in _NATIONAL.finditer(content):
        written = re.split(
            r"\s*(?:/|,|\band\b|&|[-–](?!land))\s*", (match["nations"] or match["of"]), flags=re.IGNORECASE
        )
        named = (" ".join(each.lower().split()) for each in written)
        markets = dict.fromkeys(_NATIONS.get(each, "EU" if each == "eu" else "other") for each in named)
        known = [each for each in markets if each != "other"]
        placeholder = f"{' and '.join(known)} citizen" if known else "[personal]"
        if match[0] != placeholder:
            yield Mask(Span(*match.span()), placeholder)
