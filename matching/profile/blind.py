"""The blind text: the only text that is embedded, classified, judged and ranked.

Cuts are found in stages, each on the text that the stage before left blind, so that no later stage can depend on
what an earlier one removed: what is stated outright, contacts by shape, personal facts by label, the name where it
stands for the person, then schools and graduation years. Every placeholder is a fixed string. See SCIENCE.md 4
and README "decisions".
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from matching.profile.contacts import find_addresses, find_contacts
from matching.profile.footers import find_footers
from matching.profile.known import find_known, find_known_schools, known_name, known_names, place_of_name
from matching.profile.labels import find_labelled_facts, find_labelled_name, find_labelled_names
from matching.profile.lines import split_lines
from matching.profile.names import NAME, find_authors, find_name, find_occurrences
from matching.profile.permission import find_nationality
from matching.profile.person import PersonName
from matching.profile.personal import find_personal
from matching.profile.schools import SCHOOL, YEAR, find_schools
from matching.profile.sections import Block, split_sections
from matching.profile.told import find_told
from matching.text import Mask, MaskedText, Span, mask
from matching.values import Field, Section

_LOCAL = re.compile(r"([\w.+-]+)\s?@")
_HANDLE = re.compile(r"(?:linkedin\.com/in|github\.com)/([\w-]+)")


@dataclass(frozen=True, slots=True)
class Blinded:
    """A blind text, the cuts that are identity (hidden on pages until revealed), and the name that was found.

    `told` are the other names of the person: by which others know them, which they corrected, or that were read beside.
    """

    text: MaskedText
    identity: tuple[Span, ...]
    name: str
    name_span: Span | None
    told: tuple[str, ...] = ()


def blind(content: str, *, stated: Sequence[Field] = (), known: Sequence[Field] = ()) -> Blinded:
    """Cut identity, schools and graduation years out of a resume. Never raises; offsets lead back to `content`.

    `stated` fields that say who the person is are cut wherever they stand, whether or not a rule would find them; so
    are `known` ones, which stand in no document: a list names somebody, a form asks for an address.
    """
    outright = (*known, *stated)
    header = _header_end(content)
    cuts = mask(content, _joined(tuple(find_known(content, outright)))).masks
    cuts = _stage(content, cuts, lambda text: find_contacts(text, header_end=header))
    found, name, place = _name(content, cuts, outright)
    beside = _read_beside(content, cuts, outright)
    people = (found, *beside, *known_names(outright))
    told = tuple(each.value for each in outright if each.name == "basics.name" and each.value.strip())
    cuts = _stage(content, cuts, lambda text: tuple(cut for each in people for cut in _people(text, each)))
    cuts = _stage(content, cuts, find_labelled_names)
    cuts = _stage(content, cuts, lambda text: tuple(cut for each in people for cut in find_footers(text, each)))
    cuts = _stage(content, cuts, lambda text: tuple(cut for each in told for cut in find_told(text, each)))
    cuts = _stage(content, cuts, lambda text: find_addresses(text, header_end=_header_end(text)))
    cuts = _stage(content, cuts, _authors)
    cuts = _stage(content, cuts, find_nationality)
    cuts = _stage(content, cuts, find_labelled_facts)
    cuts = _stage(content, cuts, find_personal)
    identity = tuple(each.span for each in cuts)
    cuts = _schools(content, cuts, stated)
    read = tuple(" ".join(each.tokens) for each in beside)
    return Blinded(mask(content, cuts), identity, name, place, tuple(dict.fromkeys((*told, *read))))


def blind_value(value: str, blinded: Blinded) -> str:
    """A value that stands in no text, blind as if it stood in this resume."""
    name = PersonName(tuple(blinded.name.split()), Span(0, 0)) if blinded.name else None
    cuts = _stage(value, (), lambda text: find_contacts(text, header_end=len(text)))
    cuts = _stage(value, cuts, lambda text: _people(text, name))
    cuts = _stage(value, cuts, find_nationality)
    for each in blinded.told:
        cuts = _stage(value, cuts, lambda text, told=each: find_told(text, told))  # type: ignore[misc]
    cuts = _stage(value, cuts, lambda text: find_addresses(text, header_end=len(text)))
    cuts = _stage(value, cuts, find_labelled_facts)
    cuts = _stage(value, cuts, find_personal)
    return mask(value, _stage(value, cuts, lambda text: find_schools(text, ()))).content


def _name(content: str, cuts: tuple[Mask, ...], stated: Sequence[Field]) -> tuple[PersonName | None, str, Span | None]:
    """The name in offsets of the text without contacts, then as written, and its place in the original."""
    named = mask(content, cuts)
    known = known_name(stated)
    if known:
        person, field = known
        place = place_of_name(content, field)
        return PersonName(person.tokens, named.masked(place) if place else person.span), field.value, place
    labelled = find_labelled_name(named.content)
    if labelled:
        return labelled[0], labelled[1], named.original(labelled[0].span)
    found = find_name(split_lines(named.content), _locals(content))
    if found is None:
        return None, "", None
    place = named.original(found.span)
    return found, place.of(content), place


def _read_beside(content: str, cuts: tuple[Mask, ...], stated: Sequence[Field]) -> tuple[PersonName, ...]:
    """Names that stay cut beside the one that counts: where a person corrects it, both that were read may be theirs."""
    text = mask(content, cuts).content
    labelled = find_labelled_name(text)
    corrected = known_name(stated) is not None and not any(each.name == "basics" for each in stated)
    read = find_name(split_lines(text), _locals(content)) if corrected or labelled else None
    return tuple(each for each in (read, labelled[0] if labelled and corrected else None) if each)


def _schools(content: str, cuts: tuple[Mask, ...], stated: Sequence[Field]) -> tuple[Mask, ...]:
    known = tuple(find_known_schools(content, stated))
    if known:
        cuts = mask(content, _joined((*known, *cuts))).masks
    # Where whole sections are stated, schools are too: no structure has to tell them, and no line is a heading.
    told = any(each.span and re.fullmatch(r"\w+", each.name) for each in stated)
    return _stage(content, cuts, lambda text: find_schools(text, _blocks(text, without_education=told)))


def _blocks(text: str, *, without_education: bool) -> tuple[Block, ...]:
    blocks = split_sections(split_lines(text))
    return tuple(each for each in blocks if not (without_education and each.section is Section.EDUCATION))


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
    return (each for each in find_occurrences(text, name) if each.span.end > each.span.start)


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


__all__ = ["SCHOOL", "YEAR", "Blinded", "blind", "blind_value"]
