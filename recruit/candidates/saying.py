"""From a correction form to what was said: only what differs from what stands, each value checked and in one form."""

from collections.abc import Iterator, Mapping

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from matching.profile import Correction
from matching.profile.corrections import NOW, is_date
from matching.profile.listing import canonical_skill
from recruit.candidates.portrait import Portrait
from recruit.candidates.readout import IDENTITY, LABELS, OF_ENTRY, anchors_of, current_value
from recruit.errors import DomainError

_LONGEST = 200
_LISTS = ("skills.add", "skills.remove", "languages.add", "languages.remove")


def changes_in(form: Mapping[str, str], *, seen: Portrait) -> tuple[Correction, ...]:
    """What a form changes. Raises DomainError with the sentence for a value that cannot be kept."""
    entry = form.get("entry", "")
    if entry:
        return tuple(_of_entry(form, seen, _position(entry, seen)))
    return (*_of_person(form, seen), *_of_lists(form))


def _of_person(form: Mapping[str, str], seen: Portrait) -> Iterator[Correction]:
    of_entries = {name for names in OF_ENTRY.values() for name in names}
    for name in LABELS:
        if name in form and name not in _LISTS and name not in of_entries:
            yield from _changed(form, name, seen, None)


def _of_entry(form: Mapping[str, str], seen: Portrait, position: int) -> Iterator[Correction]:
    for name in OF_ENTRY[seen.profile.entries[position].section]:
        if name in form:
            yield from _changed(form, name, seen, position)


def _changed(form: Mapping[str, str], name: str, seen: Portrait, position: int | None) -> Iterator[Correction]:
    if name in IDENTITY and not seen.revealed:
        raise DomainError(
            "not-revealed", "Reveal this person in a review first; then this can be corrected.", status=403
        )
    value = _checked(name, form[name])
    if value != current_value(seen, name, position):
        yield Correction(name, value, anchors_of(seen)[position] if position is not None else None)


def _of_lists(form: Mapping[str, str]) -> Iterator[Correction]:
    for name in _LISTS:
        words = _words(form.get(name, ""))
        if name == "languages.add" and words:
            level = _words(form.get("level", ""))
            yield Correction(name, f"{words.replace(',', ' ')}, {level}" if level else words.replace(",", " "))
        elif name == "skills.add" and words:
            if not canonical_skill(words):
                sentence = f"We know no skill called “{words}”. Write it as job ads do, one at a time."
                raise DomainError("unknown-skill", sentence, status=400)
            yield Correction(name, words)
        elif words:
            yield Correction(name, words)


def _checked(name: str, written: str) -> str:
    value = _words(written)
    if name.endswith("Date") and value:
        if value.casefold() in {NOW, "now", "today"} and name.endswith("endDate"):
            return NOW
        if not is_date(value):
            raise DomainError("odd-date", "Write a date like 2021-03, or the year alone.", status=400)
    if name == "basics.email" and value:
        try:
            validate_email(value)
        except ValidationError:
            sentence = "This address is not whole. Write it like name@example.org."
            raise DomainError("odd-email", sentence, status=400) from None
    if name == "basics.location.countryCode" and value and not (len(value) == 2 and value.isalpha()):
        raise DomainError("odd-country", "Write the country as two letters, such as NO or DE.", status=400)
    return value.upper() if name == "basics.location.countryCode" else value


def _words(written: str) -> str:
    value = " ".join(written.replace("\x00", "").split())
    if len(value) > _LONGEST:
        raise DomainError(
            "too-long", f"Keep it to {_LONGEST} characters; the document itself says the rest.", status=400
        )
    return value


def _position(written: str, seen: Portrait) -> int:
    position = int(written) if written.isdecimal() and len(written) < 5 else -1
    if not 0 <= position < len(seen.profile.entries):
        raise DomainError("no-such-entry", "This entry is not there any more. Reload the page.", status=409)
    return position
