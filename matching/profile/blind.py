"""The blind text: the only text that is embedded, classified, judged and ranked.

Cuts are found in stages, each on the text that the stage before left blind, so that no later stage can depend on
what an earlier one removed: contacts by shape, personal facts by label, the name where it stands for the person,
then schools and graduation years. Every placeholder is a fixed string. See SCIENCE.md 4 and README "decisions".
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from matching.profile.contacts import find_addresses, find_contacts
from matching.profile.lines import split_lines
from matching.profile.names import NAME, PersonName, find_authors, find_name, find_occurrences
from matching.profile.personal import find_personal
from matching.profile.schools import SCHOOL, YEAR, find_schools
from matching.profile.sections import split_sections
from matching.profile.told import find_told
from matching.text import Mask, MaskedText, Span, mask
from matching.values import Section

_LOCAL = re.compile(r"([\w.+-]+)\s?@")
_HANDLE = re.compile(r"(?:linkedin\.com/in|github\.com)/([\w-]+)")


@dataclass(frozen=True, slots=True)
class Blinded:
    """A blind text, the cuts that are identity (hidden on pages until revealed), and the name that was found."""

    text: MaskedText
    identity: tuple[Span, ...]
    name: str
    name_span: Span | None


def blind(content: str, *, known: Sequence[str] = ()) -> Blinded:
    """Cut identity, schools and graduation years out of a resume. Never raises; offsets lead back to `content`.

    `known` are names that somebody told us: they are cut beside the name that is found, never in its place.
    """
    header = _header_end(content)
    cuts = _stage(content, (), lambda text: find_contacts(text, header_end=header))
    named = mask(content, cuts)
    found = find_name(split_lines(named.content), _locals(content))
    name = PersonName(found.tokens, named.original(found.span)) if found else None
    cuts = _stage(content, cuts, lambda text: _people(text, found))
    for written in known:
        cuts = _stage(content, cuts, partial(find_told, written=written))
    cuts = _stage(content, cuts, lambda text: find_addresses(text, header_end=_header_end(text)))
    cuts = _stage(content, cuts, _authors)
    cuts = _stage(content, cuts, find_personal)
    identity = tuple(each.span for each in cuts)
    cuts = _stage(content, cuts, lambda text: find_schools(text, split_sections(split_lines(text))))
    final = mask(content, cuts)
    return Blinded(final, identity, name.span.of(content) if name else "", name.span if name else None)


def blind_words(words: str, *, known: Sequence[str]) -> str:
    """A few words that somebody typed, without contacts, names that are known, or personal facts."""
    cuts = _stage(words, (), lambda text: find_contacts(text, header_end=0))
    for written in known:
        cuts = _stage(words, cuts, partial(find_told, written=written))
    return mask(words, _stage(words, cuts, find_personal)).content


def _stage(content: str, cuts: tuple[Mask, ...], find: Callable[[str], Iterable[Mask]]) -> tuple[Mask, ...]:
    so_far = mask(content, cuts)
    found = tuple(Mask(so_far.original(each.span), each.placeholder) for each in find(so_far.content))
    return mask(content, _joined((*found, *cuts))).masks


def _joined(masks: tuple[Mask, ...]) -> tuple[Mask, ...]:
    """Widen a new cut that ends inside an older one, so that no half of an address is left."""
    ordered: list[Mask] = []
    for each in sorted(masks, key=lambda m: (m.span.start, -m.span.end)):
        if ordered and each.span.start < ordered[-1].span.end:
            end = max(ordered[-1].span.end, each.span.end)
            ordered[-1] = Mask(Span(ordered[-1].span.start, end), ordered[-1].placeholder)
        else:
            ordered.append(each)
    return tuple(ordered)


def _people(text: str, name: PersonName | None) -> Iterable[Mask]:
    return find_occurrences(text, name)


def _authors(text: str) -> Iterable[Mask]:
    for block in split_sections(split_lines(text)):
        for line in block.lines:
            found = tuple(find_authors(line.text))
            listed = len(found) > 1 and found[0].span.start == 0
            if listed or block.section is Section.PUBLICATIONS or "et al" in line.text:
                for each in found:
                    yield Mask(Span(line.start + each.span.start, line.start + each.span.end), NAME)


def _header_end(content: str) -> int:
    """Where the header stops for contacts: its own block, or the last short lines of the first 600 characters."""
    blocks = split_sections(split_lines(content))
    if not blocks or blocks[0].section is not Section.HEADER:
        return 0
    return blocks[0].lines[-1].end if blocks[0].lines else 0


def _locals(content: str) -> tuple[str, ...]:
    return tuple(_LOCAL.findall(content)) + tuple(_HANDLE.findall(content))


__all__ = ["SCHOOL", "YEAR", "Blinded", "blind", "blind_words"]
