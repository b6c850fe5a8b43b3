"""From a correction form to what was said: only what differs from what stands, each value checked and in one form.

A form corrects values, moves two of them into each other's place (`swap`), adds an entry (`add`) or takes one out
(`remove`). What the candidate stated is theirs: a recruiter neither changes it nor takes it out.
"""

import json
from collections.abc import Iterator, Mapping

from matching.profile import Correction
from matching.profile.listing import canonical_skill
from recruit.accounts.models import Member
from recruit.candidates.checking import check_order, checked, words
from recruit.candidates.correct import CANDIDATE, as_value, standing_of
from recruit.candidates.correctable import IDENTITY, LABELS, LISTED, OF_ENTRY, SWAPS, TO_ADD
from recruit.candidates.portrait import Portrait
from recruit.candidates.readout import anchors_of, current_value, readout
from recruit.candidates.shown import Group
from recruit.errors import DomainError

_DAYS = ("startDate", "endDate")
_LISTS = ("skills.add", "skills.remove", "languages.add", "languages.remove")
_OF_PERSON = ("basics.", "authorisation")


def changes_in(form: Mapping[str, str], *, seen: Portrait, by: Member | None = None) -> tuple[Correction, ...]:
    """What a form changes. `by` is the member who says so, None the candidate.

    Raises DomainError with the sentence for a value that cannot be kept.
    """
    if form.get("add"):
        return (_added(form, form["add"], seen),)
    if form.get("listed"):
        return tuple(_of_listed(form, form["listed"], seen, by))
    if form.get("entry"):
        return tuple(_of_entry(form, seen, _position(form["entry"], seen), by))
    return (*_of_person(form, seen), *_of_lists(form))


def _of_person(form: Mapping[str, str], seen: Portrait) -> Iterator[Correction]:
    for name in LABELS:
        if name in form and name.startswith(_OF_PERSON):
            yield from _changed(form, name, seen, None)


def _of_entry(form: Mapping[str, str], seen: Portrait, position: int, by: Member | None) -> Iterator[Correction]:
    entry = seen.profile.entries[position]
    stated_by = seen.resume.stated_by(entry.span.start)
    _refuse_theirs(stated_by, by)
    if "remove" in form:
        _refuse_spoken_of(seen, position, by)
        yield Correction(f"{entry.section.value}.remove", "", anchors_of(seen)[position])
        return
    if "swap" in form:
        yield from _swapped(form["swap"], seen, position)
        return
    for name in (*OF_ENTRY[entry.section], *((f"{entry.section.value}.highlights",) if stated_by else ())):
        if name in form:
            yield from _changed(form, name, seen, position)
    _refuse_disorder(form, seen, position)


def _refuse_disorder(form: Mapping[str, str], seen: Portrait, position: int) -> None:
    """Refuse a date that is changed so that the entry starts after it ends; what was read so may stand."""
    days = [f"{seen.profile.entries[position].section.value}.{key}" for key in _DAYS]
    before = [current_value(seen, day, position) for day in days]
    after = [checked(day, form[day]) if day in form else was for day, was in zip(days, before, strict=True)]
    if after != before:
        check_order(*after)


def _swapped(names: str, seen: Portrait, position: int) -> Iterator[Correction]:
    pair = next(
        (each for each in SWAPS.get(seen.profile.entries[position].section, ()) if ":".join(each) == names), None
    )
    if pair is None:
        raise DomainError("no-such-swap", "These two values cannot change places. Correct them one by one.", status=400)
    first, second = (current_value(seen, name, position) for name in pair)
    if "[" in first + second and not seen.revealed:
        raise DomainError("not-revealed", "Reveal this person in a review first; then these can be moved.", status=403)
    yield from _changed({pair[0]: second, pair[1]: first}, pair[0], seen, position)
    yield from _changed({pair[0]: second, pair[1]: first}, pair[1], seen, position)


def _of_listed(form: Mapping[str, str], kind: str, seen: Portrait, by: Member | None) -> Iterator[Correction]:
    """What is named by its name is corrected by taking it out and stating it anew."""
    group = _listed_group(kind, form.get("was", ""), seen)
    _refuse_theirs(group.stated_by, by)
    if "remove" in form:
        yield Correction(f"{kind}.remove", group.own_name)
        return
    if any(each.covered for each in group.values):
        # stated anew it would lose what the form may not show
        raise _not_revealed()
    before = {each.name: each.value for each in group.values}
    after = {name: checked(name, form.get(name, before[name])) for name in LISTED[kind]}
    if after == before:
        return
    yield Correction(f"{kind}.remove", group.own_name)
    if any(after.values()):
        yield Correction(f"{kind}.add", _stated(after))


def _added(form: Mapping[str, str], kind: str, seen: Portrait) -> Correction:
    names = TO_ADD.get(kind, ())
    stated = {name: value for name in names if (value := checked(name, form.get(name, "")))}
    check_order(*(stated.get(f"{kind}.{key}", "") for key in _DAYS))
    if not names or names[0] not in stated:
        asked = LABELS[names[0]].lower() if names else "kind"
        raise DomainError("nothing-stated", f"Write the {asked} first; the rest may stay empty.", status=400)
    if any(name in IDENTITY for name in stated) and not seen.revealed:
        raise _not_revealed()
    return Correction(f"{kind}.add", _stated(stated))


def _stated(values: Mapping[str, str]) -> str:
    return json.dumps({name.partition(".")[2]: value for name, value in values.items() if value}, ensure_ascii=False)


def _changed(form: Mapping[str, str], name: str, seen: Portrait, position: int | None) -> Iterator[Correction]:
    if name in IDENTITY and not seen.revealed:
        raise _not_revealed()
    value = checked(name, form[name])
    if value != current_value(seen, name, position):
        yield Correction(name, value, anchors_of(seen)[position] if position is not None else None)


def _of_lists(form: Mapping[str, str]) -> Iterator[Correction]:
    for name in _LISTS:
        said = words(form.get(name, ""))
        if name == "languages.add" and said:
            level = words(form.get("level", ""))
            yield Correction(name, f"{said.replace(',', ' ')}, {level}" if level else said.replace(",", " "))
        elif name == "skills.add" and said:
            if not canonical_skill(said):
                sentence = f"We know no skill called “{said}”. Write it as job ads do, one at a time."
                raise DomainError("unknown-skill", sentence, status=400)
            yield Correction(name, said)
        elif said:
            yield Correction(name, said)


def _refuse_theirs(stated_by: str, by: Member | None) -> None:
    if by is not None and stated_by == CANDIDATE:
        sentence = "The candidate stated this themselves. Only they change it or take it out."
        raise DomainError("said-by-candidate", sentence, status=403)


def _refuse_spoken_of(seen: Portrait, position: int, by: Member | None) -> None:
    """A recruiter takes nothing out that the candidate has put right."""
    own = anchors_of(seen)[position]
    theirs = standing_of(seen.resume.giver).filter(member=None)
    if by is not None and any(as_value(row).anchor == own for row in theirs):
        sentence = "The candidate has corrected this entry, so it stands. Only they take it out."
        raise DomainError("said-by-candidate", sentence, status=403)


def _not_revealed() -> DomainError:
    return DomainError("not-revealed", "Reveal this person in a review first; then this can be corrected.", status=403)


def _listed_group(kind: str, name: str, seen: Portrait) -> Group:
    groups = (each for each in readout(seen).groups if each.listed == kind)
    found = next((each for each in groups if each.own_name and each.own_name == name), None)
    if found is None:
        raise _gone()
    return found


def _position(written: str, seen: Portrait) -> int:
    position = int(written) if written.isdecimal() and len(written) < 5 else -1
    if not 0 <= position < len(seen.profile.entries):
        raise _gone()
    return position


def _gone() -> DomainError:
    return DomainError("no-such-entry", "This entry is not there any more. Reload the page.", status=409)
