"""The sentences and bullets of a posting as passages, for the layer classifier and the embedder.

Contact details are blinded as they are in resumes: what ranks reads no addresses.
"""

import re
from collections.abc import Iterable

from matching.requirements.lines import Unit
from matching.values import Passage

_CONTACT = re.compile(
    r"(?P<email>[\w.+-]+@[\w-]+\.[\w.-]+)|(?P<link>https?://\S+|www\.\S+)|"
    r"(?P<phone>(?<![\w$\u20ac\u00a3])\+?\d{1,3}[\s.-]?\(?\d{2,4}\)?[\s.-]\d{3,4}[\s.-]?\d{3,4}\b)"
)
_LEAST_WORDS = 2


def read_passages(units: Iterable[Unit]) -> tuple[Passage, ...]:
    """One passage a unit of at least two words, with its section and original span."""
    return tuple(
        Passage(_blind(unit.text), unit.span, unit.heading.section)
        for unit in units
        if len(unit.text.split()) >= _LEAST_WORDS
    )


def _blind(text: str) -> str:
    return _CONTACT.sub(lambda match: f"[{match.lastgroup}]", " ".join(text.split()))
