"""The addresses behind words: "LinkedIn" that leads to a profile, "E-mail me" that opens a letter.

A reader never sees such an address, so it is no part of the text and can move no rank; it is kept beside the text
with the place of its words, because it says how a person can be reached.
"""

import re
from collections.abc import Iterator, Sequence

from matching.documents.clean import repaired, visible
from matching.documents.limits import MAX_URL
from matching.text import Link, Span

_ADDRESS = re.compile(r"(?:https?://[^\s/?#]+\.[^\s]+|mailto:[^\s@]+@[^\s@]+|tel:\+?[\d().-]{5,})", re.IGNORECASE)


def address_of(target: str) -> str:
    """`target` if it is a web, mail or telephone address of a sensible length, else ""."""
    plain = visible(target).strip()
    plain = plain.replace(" ", "" if plain.lower().startswith("tel:") else "%20")
    if plain.lower().startswith("www."):
        plain = f"https://{plain}"
    return plain if len(plain) <= MAX_URL and _ADDRESS.fullmatch(plain) else ""


def linked(links: Sequence[tuple[str, str]], line: str, *, start: int) -> Iterator[Link]:
    """Each pair of words and address as a link of the text in which `line` begins at `start`."""
    place = 0
    for words, url in links:
        plain = " ".join(visible(repaired(words)).split())
        found = line.find(plain, place) if plain else -1
        found = line.find(plain) if plain and found < 0 else found
        if found < 0:
            yield Link(Span(start, start + len(line)), url)
        else:
            place = found + len(plain)
            yield Link(Span(start + found, start + place), url)
