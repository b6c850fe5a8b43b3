"""Reversible placeholders for what identifies a person in free text: addresses, phone numbers, links, long ids.

Known fields (name, e-mail of the record) never enter a brief at all; this net catches what stands in running text.
"""

import re
from dataclasses import dataclass, field

_LINK = r"(?:https?://|www\.)[^\s<>\"')\]]+|\b(?:linkedin|github|gitlab|x|twitter|medium)\.com/[^\s<>\"')\]]+"
_EMAIL = r"[\w.+-]+\s?(?:@|\(at\)|\[at\])\s?[\w-]+(?:\s?(?:\.|\(dot\)|\[dot\])\s?[\w-]+)+"
_PHONE = (
    r"(?<![\w.,])(?:\+|00)\d[\d\s().\u2011/-]{6,18}\d(?!\w)|(?<![\w.,])\(?0\d{1,4}\)?[\s./-]\d[\d\s./-]{4,14}\d(?!\w)"
)
_PHONE_US = r"(?<![\w.,])\(?\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}(?!\w)"
_ID = r"\b\d{3}-\d{2}-\d{4}\b|\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){3,7}\b"
_KINDS = (("link", _LINK), ("email", _EMAIL), ("id", _ID), ("phone", f"{_PHONE}|{_PHONE_US}"))
_ANY = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _KINDS), re.IGNORECASE)


@dataclass(slots=True)
class Placeholders:
    """One mapping for one conversation: the same original always gets the same placeholder, e.g. `{{email-1}}`."""

    _by_original: dict[str, str] = field(default_factory=dict)

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds that were hidden, for the manifest."""
        return tuple(sorted({each.strip("{}").rpartition("-")[0] for each in self._by_original.values()}))

    def hide(self, text: str) -> str:
        """The text with every pattern replaced."""
        return _ANY.sub(lambda match: self._placeholder(match[0], str(match.lastgroup)), text)

    def restore(self, text: str) -> str:
        """The text with every placeholder of this conversation turned back."""
        for original, placeholder in self._by_original.items():
            text = text.replace(placeholder, original)
        return text

    def _placeholder(self, original: str, kind: str) -> str:
        number = sum(each.startswith(f"{{{{{kind}-") for each in self._by_original.values()) + 1
        return self._by_original.setdefault(original, f"{{{{{kind}-{number}}}}}")
