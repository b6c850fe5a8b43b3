"""A generator of labelled pairs: one person twice, and two people who share what families, teams and namesakes share.

Seeded. Every resume is rendered in a layout and read by the real reader, so that the figures hold for what the
product compares, slips of the reader included.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from random import Random

from matching.profile import read_profile
from matching.text import Text
from recruit.candidates.likeness import Facts, facts_of
from tests.recruit.candidates.likeness.invented import (
    EMPLOYERS,
    FAMILY,
    GIVEN,
    NICKNAMES,
    NOW,
    SPELLINGS,
    Job,
    Someone,
    career,
    render,
    someone,
)

TODAY = date(2026, 11, 1)
LAYOUTS = 4


@dataclass(frozen=True)
class Labelled:
    """Two records, whether they are one person, and what was done to make the pair."""

    first: Facts
    second: Facts
    same: bool
    kind: str
    texts: tuple[str, str]


def duplicates(seed: int, *, count: int) -> Iterator[Labelled]:
    """One person as two resumes: a new layout always, and two to four changes that change something beside it."""
    chance = Random(seed)
    for _ in range(count):
        given, family, _ = chance.choice(SPELLINGS)
        person = someone(chance, name=f"{given} {family}" if chance.random() < 0.3 else "")
        other, made = person, list[str]()
        wanted = chance.randrange(2, 5)
        for name in chance.sample(list(_CHANGES), len(_CHANGES)):
            changed = _CHANGES[name](other, chance)
            if changed != other and len(made) < wanted:
                other, made = changed, [*made, name]
        yield _pair(person, other, same=True, kind=" + ".join(made), chance=chance)


def strangers(seed: int, *, each: int) -> Iterator[Labelled]:
    """`each` pairs of every hard kind of two people."""
    chance = Random(seed)
    for kind, make in _STRANGERS.items():
        for _ in range(each):
            first, second = make(chance)
            yield _pair(first, second, same=False, kind=kind, chance=chance)


def _pair(first: Someone, second: Someone, *, same: bool, kind: str, chance: Random) -> Labelled:
    one, two = chance.sample(range(LAYOUTS), 2)
    texts = render(first, layout=one, chance=chance), render(second, layout=two, chance=chance)
    return Labelled(read(texts[0]), read(texts[1]), same, kind, texts)


@cache
def read(text: str) -> Facts:
    """The facts of a resume by the real reader."""
    return facts_of(read_profile(Text(text), today=TODAY))


def _typo(person: Someone, chance: Random) -> Someone:
    given, *rest = person.name.split()
    words = [given, *rest]
    at = chance.choice([index for index, word in enumerate(words) if len(word) >= 5] or [len(words) - 1])
    word, place = words[at], chance.randrange(1, max(2, len(words[at]) - 1))
    slips = (
        word[:place] + word[place + 1 :],
        word[:place] + word[place] + word[place:],
        word[:place] + word[place : place + 2][::-1] + word[place + 2 :],
        word[:place] + chance.choice("aeinrst") + word[place + 1 :],
    )
    words[at] = chance.choice(slips)
    return replace(person, name=" ".join(words))


def _spelled(person: Someone, chance: Random) -> Someone:
    known = {f"{given} {family}": other for given, family, other in SPELLINGS}
    return replace(person, name=known.get(person.name, person.name))


def _nickname(person: Someone, chance: Random) -> Someone:
    given, _, rest = person.name.partition(" ")
    return replace(person, name=f"{NICKNAMES.get(given, given)} {rest}")


def _initial(person: Someone, chance: Random) -> Someone:
    given, _, rest = person.name.partition(" ")
    return replace(person, name=f"{given} {chance.choice('ABELMR')}. {rest}")


def _other_email(person: Someone, chance: Random) -> Someone:
    return replace(person, email=f"{person.email.partition('@')[0][:6]}{chance.randrange(99)}@elsewhere.example")


def _tagged_email(person: Someone, chance: Random) -> Someone:
    local, _, domain = person.email.partition("@")
    local = f"{local[:3]}.{local[3:]}" if domain == "gmail.com" else f"{local}+jobs"
    return replace(person, email=f"{local}@{domain}")


def _other_phone(person: Someone, chance: Random) -> Someone:
    return replace(person, phone=f"+49 171 {chance.randrange(10_000_000, 99_999_999)}")


def _written_phone(person: Someone, chance: Random) -> Someone:
    return replace(person, phone=person.phone.replace("+49 151 ", "(+49) 151-"))


def _moved_on(person: Someone, chance: Random) -> Someone:
    """A newer resume: the current job has ended, another has begun."""
    current = person.jobs[0]
    if NOW - current.start < 20:
        return person
    left = replace(current, end=NOW - 5)
    return replace(person, jobs=(Job(chance.choice(EMPLOYERS), current.title, NOW - 4, None), left, *person.jobs[1:]))


def _without_link(person: Someone, chance: Random) -> Someone:
    return replace(person, link="")


def _short_employers(person: Someone, chance: Random) -> Someone:
    plain = [replace(job, employer=job.employer.removesuffix(" Ltd").removesuffix(" GmbH")) for job in person.jobs]
    return replace(person, jobs=tuple(plain))


Change = Callable[[Someone, Random], Someone]
_CHANGES: dict[str, Change] = {
    "typo": _typo,
    "spelling": _spelled,
    "nickname": _nickname,
    "initial": _initial,
    "other e-mail": _other_email,
    "tagged e-mail": _tagged_email,
    "other phone": _other_phone,
    "phone as written": _written_phone,
    "moved on": _moved_on,
    "without link": _without_link,
    "short employers": _short_employers,
}


def _siblings(chance: Random) -> tuple[Someone, Someone]:
    family, (one, two) = chance.choice(FAMILY), chance.sample(GIVEN, 2)
    first, second = someone(chance, name=f"{one} {family}"), someone(chance, name=f"{two} {family}")
    # one employer, sometimes even from the same month on
    shared = replace(second.jobs[0], employer=first.jobs[0].employer)
    shared = replace(shared, start=first.jobs[0].start) if chance.random() < 0.3 else shared
    return first, replace(second, jobs=(shared, *second.jobs[1:]), school=first.school)


def _father_and_son(chance: Random) -> tuple[Someone, Someone]:
    first = someone(chance)
    second = replace(someone(chance, name=first.name), phone=first.phone)
    begins = first.graduated - 26
    return first, replace(second, graduated=begins, jobs=career(chance, start=(begins + 20) * 12))


def _agency_phone(chance: Random) -> tuple[Someone, Someone]:
    first, second = someone(chance), someone(chance)
    while second.name == first.name:
        second = someone(chance)
    return first, replace(second, phone=first.phone)


def _family_email(chance: Random) -> tuple[Someone, Someone]:
    family, (one, two) = chance.choice(FAMILY), chance.sample(GIVEN, 2)
    first, second = someone(chance, name=f"{one} {family}"), someone(chance, name=f"{two} {family}")
    address = f"{family.lower()}.family@example.org"
    shared = {"email": address, "phone": first.phone} if chance.random() < 0.5 else {"email": address}
    return replace(first, email=address), replace(second, **shared)


def _namesakes(chance: Random) -> tuple[Someone, Someone]:
    first = someone(chance)
    return first, someone(chance, name=first.name)


def _namesakes_at_one_employer(chance: Random) -> tuple[Someone, Someone]:
    first, second = _namesakes(chance)
    shared = first.jobs[0]
    last = replace(second.jobs[0], employer=shared.employer, start=shared.start + chance.choice([-9, 7, 14]))
    return first, replace(second, jobs=(last, *(job for job in second.jobs[1:] if (job.end or NOW) <= last.start)))


def _same_intake(chance: Random) -> tuple[Someone, Someone]:
    first, second = someone(chance), someone(chance)
    while second.name.split()[1] == first.name.split()[1] or second.name.split()[0] == first.name.split()[0]:
        second = someone(chance)
    return first, replace(second, jobs=first.jobs, school=first.school, graduated=first.graduated)


def _classmates(chance: Random) -> tuple[Someone, Someone]:
    first = someone(chance)
    second = someone(chance, name=f"{first.name.split()[0]} {chance.choice(FAMILY)}")
    while second.name == first.name:
        second = someone(chance, name=f"{first.name.split()[0]} {chance.choice(FAMILY)}")
    return first, replace(second, school=first.school, graduated=first.graduated)


_STRANGERS: dict[str, Callable[[Random], tuple[Someone, Someone]]] = {
    "siblings at one employer": _siblings,
    "father and son of one name": _father_and_son,
    "an agency's phone": _agency_phone,
    "a family's e-mail": _family_email,
    "namesakes": _namesakes,
    "namesakes at one employer": _namesakes_at_one_employer,
    "colleagues from the first day": _same_intake,
    "classmates": _classmates,
}
