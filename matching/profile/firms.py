# ruff: noqa: RUF001
"""What marks an employer: the legal form behind a name, the words of firms, and what is only a part of one.

Legal forms of two letters count in capitals and behind a word only: "AB" is a company in Sweden and a province
behind a comma in Canada. Parts of companies stand in `words/units.toml`.
"""

import re
import tomllib
from pathlib import Path

_UNITS = frozenset(tomllib.loads((Path(__file__).parent / "words" / "units.toml").read_text("utf-8"))["units"].split())
LEGAL = (
    r"(?:(?i:inc|incorporated|llc|l\.l\.c|llp|lllp|ltd|limited|gmbh|mbh|plc|corp|corporation|pvt|pte|pty|kgaa|ohg|sarl|s\.à\.?\s?r\.?l|s\.a\.r\.l|"
    r"s\.p\.a|s\.r\.l|sp\.?\s?z\s?o\.?\s?o|s\.r\.o|d\.o\.o|sdn\.?\s?bhd|oyj|aps|a/s|e\.\s?v|e\.k|ltda|s\.a\.s|s\.a|b\.v|n\.v|k\.k|a\.?ş|g\.k)"
    r"|(?<=[^\s,]\s)(?:AG|SE|AB|AS|ASA|Oy|Abp|KK|KG|UG|SA|SAS|SL|S\.L|BV|NV|SRL|SpA|Kft|GK|DAC|PBC|PLLC|CIC|RAO|OOO|GbR|eG)(?=\.?\s*(?:$|[\n,(&|·•;:/)–—-])|\s{2}))"
    r"(?![\w'’])"
)
"""Legal forms in the body of a regular expression that is not told to ignore case."""
_LEGAL = re.compile(rf"(?<![\w-]){LEGAL}")
_WORDS = re.compile(
    r"\b(?:co|company|group|bank|labs?|technologies|solutions|systems|services|university|institute|hospital|holdings|"
    r"partners|associates|agency|studios?|department|center|centre|school|college|foundation|council|ministry|clinic|"
    r"airlines|hotel|restaurant|ag|universität|klinikum|bundesamt|stiftung)\b|\[school\]",
    re.IGNORECASE,
)
_FORM = re.compile(
    r"\(?\s*(?:full[\s-]?time|part[\s-]?time|contract(?:or)?|temporary|permanent|fixed[\s-]term|internship"
    r"|hybrid|on-?site|remote|vollzeit|teilzeit|befristet|\d{2,3}\s?%)\s*\)?",
    re.IGNORECASE,
)
_LASTED = re.compile(
    r"\(?\s*(?:(?:about|ca\.?|approx\.?|over|~)\s*)?(?:\d+(?:[.,]\d)?|one|two|three|four|five|six)\s*\+?\s*(?:years?|yrs?|y|months?|mos?|mths?|m|weeks?|jahre?n?|monate?)\b\.?"
    r"(?:\s*(?:,|and|&)?\s*\d+\s*(?:months?|mos?|mths?|m|monate?)\b\.?)?\s*\)?",
    re.IGNORECASE,
)


def has_legal_form(text: str) -> bool:
    """True when a legal form says that this is a company ("Acme (Schweiz) AG")."""
    return _LEGAL.search(text) is not None


def names_firm(text: str) -> bool:
    """True when a legal form or a word says that this is an employer."""
    return has_legal_form(text) or _WORDS.search(text) is not None


def names_unit(text: str) -> bool:
    """True when every word is one of a part of a company, or says how somebody is employed."""
    words = text.lower().replace(",", " ").split()
    return _FORM.fullmatch(text) is not None or (bool(words) and all(word in _UNITS for word in words))


def is_aside(text: str) -> bool:
    """True for what stands in a head and is no part of it: how long a job lasted, and in which form of employment."""
    return _LASTED.fullmatch(text.strip()) is not None or _FORM.fullmatch(text.strip()) is not None
