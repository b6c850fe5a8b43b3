"""Short lines that stand beside requirements and ask for nothing: an address, the pay, the place, a step of hiring.

They are told by the whole line, so that a sentence which names an address and asks for Python still asks.
"""

import re

_CURRENCY = r"(?:USD|EUR|GBP|CHF|CAD|AUD|INR|SGD|PLN|SEK|NOK|DKK|CZK|[$\u20ac\u00a3\u20b9]|z\u0142|kr\b)"
_AMOUNT = r"\d[\d.,'\u2019\u00a0\u202f ]*\s?[kKmM]?"
_ADDRESS = re.compile(r"^\W*(?:[\w -]{0,24}[:\s])?\s*(?:mailto:)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+\W*$")
_PAY = re.compile(
    r"^\W*(?:(?:base |annual |monthly )?(?:salary|compensation|pay|gehalt|jahresgehalt|salaire)(?: range)?\b"
    r"[\s:\u2013\u2014-]*)?"
    rf"(?:{_CURRENCY}\s?{_AMOUNT}|{_AMOUNT}\s?(?:(?:-|\u2013|\u2014|to)\s?{_AMOUNT})?\s?{_CURRENCY})[^.;!?]{{0,40}}$",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d{2}")
_LABEL = re.compile(
    r"^\W*(?:headquarters?|headquartered|hq|offices?|founded|industry|funding|(?:company|team) size|"
    r"employees)\s*[:\u2013-]\s",
    re.IGNORECASE,
)
_STEP = re.compile(
    r"^\W*(?:\d\W+)?(?:(?:optional|short|final|first|second|technical|paid|an?|the) )*(?:case study|take[- ]home|"
    r"(?:on[- ]?site|in[- ]person|remote|video|phone) (?:interviews?|visit|round|loop|meeting))\b[^.;]{0,30}$",
    re.IGNORECASE,
)


def stands_aside(text: str) -> bool:
    """True for a line that is nothing but a contact, the pay, a fact of the company or a step of hiring."""
    paid = _PAY.match(text) is not None and _DIGITS.search(text) is not None
    return paid or any(pattern.match(text) for pattern in (_ADDRESS, _LABEL, _STEP))
