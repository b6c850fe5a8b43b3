"""Which words of a candidate stay covered before the reveal: all but those that can hold nothing of who they are.

Somebody may name themselves, or write a street or a number of a passport, wherever a form takes words. A date, a skill
of the vocabulary and the name of a language are the same words whoever says them.
"""

from matching.profile.languages import is_language
from matching.profile.listing import canonical_skill
from recruit.candidates.models import Correction


def is_own(row: Correction) -> bool:
    """True when a candidate said it, and in words that may tell who they are."""
    return row.member_id is None and not is_plain(row.field, row.value)


def is_plain(name: str, value: str) -> bool:
    """True for a value that can tell of nobody."""
    kind, _, _ = name.removeprefix("said.").partition(".")
    if kind.startswith("skills"):
        return bool(canonical_skill(value))
    if kind.startswith("languages"):
        return is_language(value)
    return name.endswith("Date") or not value
