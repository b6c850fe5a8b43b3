"""How two names compare, said exactly and without naming them: what a recruiter reads before anybody is revealed.

"Same name" is said of names that are written alike. What only sounds alike, stands in another order or script, or
differs by a letter is said so, because whoever merges two people relies on the words.
"""

from collections.abc import Sequence

from rapidfuzz.distance import OSA

from recruit.candidates.likeness.names import Fit, fit, folded, forms, sound, words_of

_COUNTED = {1: "one letter", 2: "two letters"}


def name_words(first: Sequence[str], second: Sequence[str]) -> str:
    """The words for the pair of names that fits best."""
    order = list(Fit)
    pairs = [(order.index(fit(one, two)), not _alike(one, two), one, two) for one in first for two in second]
    if not pairs:
        return "One name is not known"
    rank, _, one, two = min(pairs)
    return _WORDS[order[rank]](one, two)


def _alike(one: str, two: str) -> bool:
    return one.casefold().split() == two.casefold().split()


def _same(one: str, two: str) -> str:
    if _alike(one, two):
        return "Same name"
    if one.isascii() != two.isascii() and _script(one) != _script(two):
        return "Same name in another script"
    if words_of(one) == words_of(two):
        return "Same name but for accents, titles or signs"
    if sorted(words_of(one)) == sorted(words_of(two)):
        return "Same name in another order"
    letters = _distance(words_of(one), words_of(two))
    return (
        f"Name differs by {_COUNTED[letters]}" if letters in _COUNTED else "Names sound alike and are spelled otherwise"
    )


def _close(one: str, two: str) -> str:
    short = any(_is_short(a, b) for a in words_of(one) for b in words_of(two))
    if short:
        return "One name has a short form of the other"
    letters = _distance(words_of(one), words_of(two))
    return f"Name differs by {_COUNTED[letters]}" if letters in _COUNTED else "Names are spelled differently"


def _compatible(one: str, two: str) -> str:
    if any(len(word) == 1 for word in (*words_of(one), *words_of(two))):
        return "One name has initials where the other has words"
    return "One name has more words than the other"


def _slip(one: str, two: str) -> str:
    letters = OSA.distance(words_of(one)[0], words_of(two)[0])
    return (
        f"Given name differs by {_COUNTED[letters]}" if letters in _COUNTED else "Given names are spelled differently"
    )


def _renamed(one: str, two: str) -> str:
    same = words_of(one)[0] == words_of(two)[0]
    return "Same given name, other family name" if same else "Given names fit, other family name"


def _unknown(one: str, two: str) -> str:
    both = words_of(one) and words_of(two)
    return "One name is a single word or initials" if both else "One name is not known"


def _different(one: str, two: str) -> str:
    return "Different names"


_WORDS = {
    Fit.SAME: _same,
    Fit.CLOSE: _close,
    Fit.COMPATIBLE: _compatible,
    Fit.SLIP: _slip,
    Fit.RENAMED: _renamed,
    Fit.UNKNOWN: _unknown,
    Fit.DIFFERENT: _different,
}


def _is_short(one: str, two: str) -> bool:
    return one != two and sound(one) != sound(two) and bool(forms(one) & forms(two))


def _distance(one: Sequence[str], two: Sequence[str]) -> int:
    """Letters by which two names differ, their words in the order that fits best."""
    straight = OSA.distance(" ".join(one), " ".join(two))
    return min(straight, OSA.distance(" ".join(sorted(one)), " ".join(sorted(two))))


def _script(written: str) -> str:
    """Latin or something else, by the first letter that is told."""
    letter = next((each for each in written if each.isalpha()), "a")
    return "latin" if letter.isascii() or folded(letter) == letter.casefold() or letter < "\u0250" else "other"
