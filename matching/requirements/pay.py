"""What a posting pays, as it writes it: with a sign, a code or a word before or behind, and thousands as each country
groups them ("CHF 140'000", "70.000 EUR", "PLN 18 000-24 000 net").

An amount counts where words of pay stand near, under a heading of benefits, or when it is all that a line says; money
that was raised, saved or granted is no pay.
"""

import re
from collections.abc import Iterator, Sequence

from matching.requirements.lines import Unit
from matching.text import Span
from matching.values import Field, Section

_CODE = r"(?:USD|EUR|GBP|CHF|CAD|AUD|INR|SGD|PLN|SEK|NOK|DKK|CZK)"
_GROUPED = r"\d{1,3}(?:[.,'\u2019\u00a0\u202f ]\d{3}){1,3}(?!\d)"
_PERIOD = r"(?:\s?(?:per|/|a|an)\s?(?:year|yr|annum|month|hour|hr|day))?"
_TO = r"\s?(?:-|\u2013|\u2014|to|and|bis)+\s?"
_SALARY = re.compile(
    rf"(?:{_CODE}\s?)?[$\u20ac\u00a3\u20b9]\s?(?:{_GROUPED}|\d[\d,.]*)\s?[kKmM]?"
    rf"(?:{_TO}(?:(?:USD|EUR|GBP|CAD)\s?)?[$\u20ac\u00a3\u20b9]?\s?(?:{_GROUPED}|\d[\d,.]*)\s?[kKmM]?)?\+?"
    rf"(?:\s?(?:USD|EUR|GBP|CHF|CAD|AUD|SGD))?{_PERIOD}"
    r"|\b\d{2,3}(?:[.,]\d{3})?\s?[kK]?\s?(?:-|\u2013|to)\s?\d{2,3}(?:[.,]\d{3})?\s?[kK]?\s?"
    r"(?:EUR|USD|GBP|CHF|\u20ac|\u00a3|\$)(?:\s?(?:per|/)\s?(?:year|month|hour|annum))?"
    rf"|\b{_CODE}\s?(?:{_GROUPED}|\d{{2,6}})\s?[kK]?(?:{_TO}(?:{_CODE}\s?)?(?:{_GROUPED}|\d{{2,6}})\s?[kK]?)?{_PERIOD}"
    rf"|(?<![\w.,])(?:{_GROUPED}|\d{{2,3}}\s?[kK])(?:{_TO}(?:{_GROUPED}|\d{{2,3}}\s?[kK]))?"
    rf"\s?(?:{_CODE}\b|\u20ac|\u00a3|z\u0142|kr\b){_PERIOD}"
)
_PAY = re.compile(
    r"salar|compensation|\bcomp\b|\bpay\b|base\b|\bOTE\b|\brate\b|per (?:year|annum|hour|month|day)|/\s?(?:yr|"
    r"year|hr|hour)|annual|wage|\d[kK]\b|gehalt|salaire|brutto|netto|\bgross\b|\bnet (?:\+|of|per)|\+ VAT\b",
    re.IGNORECASE,
)
_RANGE = re.compile(r"\d\s?(?:-|\u2013|\u2014|to)\s?\D{0,3}\d")
_NOT_PAY = re.compile(
    r"\b(?:raised|funding|revenue|valuation|series|ARR|budget|stipend|bonus of|fertility|learning|"
    r"education|wellness|referral|donation|401|match|allowance|reimburse|backed|billion|million|"
    r"saved|spend|[$\u20ac\u00a3]\s?[\d.,]+\s?(?:[mM]|[bB]n?)\b)"
)
_LEAST = 4
_SHORT_LINE = 60


def find_pay(units: Sequence[Unit]) -> Iterator[Field]:
    """The first amount that is pay, as the posting writes it."""
    for unit in units:
        for match in _SALARY.finditer(unit.text):
            if _is_pay(unit, match):
                start = unit.span.start + match.start()
                value = match.group().strip(" ,.")
                yield Field("baseSalary", value, Span(start, start + len(value)), 0.8)
                return


def _is_pay(unit: Unit, match: re.Match[str]) -> bool:
    near = unit.text[max(0, match.start() - 60) : match.end() + 40]
    ranged = _RANGE.search(match.group()) is not None
    opens = match.start() == 0 and ranged
    short = len(unit.text) < _SHORT_LINE
    alone = ranged and len(match.group()) >= len(unit.text.strip(" .*-"))
    paid = _PAY.search(near) or alone or (unit.heading.section is Section.BENEFITS and (opens or short))
    return bool(paid) and not _NOT_PAY.search(match.group() if opens else near) and len(match.group()) >= _LEAST
