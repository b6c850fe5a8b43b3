"""Keys under which two records of one person meet, so that nobody is compared with everybody.

A mailbox, the last digits of a phone, a profile link; an employer or school together with a word of the name, or
with the month and an initial. A name alone is no key: it would bring all namesakes, whom no score would propose.
"""

from collections.abc import Iterator

from recruit.candidates.likeness.facts import Facts
from recruit.candidates.likeness.names import forms, skeleton, words_of

_TAIL = 8


def keys_of(facts: Facts) -> frozenset[str]:
    """Every key of these facts; one person's two records share at least one, short of luck."""
    return frozenset(_keys(facts))


def _keys(facts: Facts) -> Iterator[str]:
    yield from (f"email:{each}" for each in facts.emails)
    yield from (f"link:{each}" for each in facts.links)
    yield from (f"phone:{each[-_TAIL:]}" for each in facts.phones)
    words = {word for name in facts.names for word in words_of(name)}
    sounds = {skeleton(form) for word in words if len(word) > 1 for form in forms(word)}
    initials = {skeleton(form)[:1] for word in words for form in forms(word)}
    for job in facts.work:
        place = _place(job.organisation)
        if place:
            yield from (f"work:{place}:{each}" for each in sounds)
            if job.start:
                yield from (f"start:{place}:{job.start.year}:{each}" for each in initials)
    for study in facts.studies:
        place = _place(study.school)
        if place:
            yield from (f"school:{place}:{each}" for each in sounds)


def _place(organisation: str) -> str:
    """The longest word of a name: what a shortened or reordered form most likely keeps."""
    return max(organisation.split(), key=len, default="")
