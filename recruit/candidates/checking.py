"""One value of a correction form: tidied, checked, and refused with a sentence that says how to write it."""

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from matching.profile.corrections import NOW, is_date
from recruit.errors import DomainError

_LONGEST = 200
_LONGEST_STORY = 4000


def checked(name: str, written: str) -> str:
    """The value as it is kept. Raises DomainError."""
    if name.endswith(".highlights"):
        return _lines(written)
    value = words(written)
    if name.casefold().endswith("date") and value:
        if value.casefold() in {NOW, "now", "today"} and name.endswith("endDate"):
            return NOW
        if not is_date(value):
            raise DomainError("odd-date", "Write a date like 2021-03, or the year alone.", status=400)
    if name == "basics.email" and value:
        _check_email(value)
    if name == "basics.location.countryCode" and value and not (len(value) == 2 and value.isalpha()):
        raise DomainError("odd-country", "Write the country as two letters, such as NO or DE.", status=400)
    return value.upper() if name == "basics.location.countryCode" else value


def check_order(start: str, end: str) -> None:
    """Refuse a start after its end, as far as both say; an open end ends nothing. Raises DomainError."""
    if not is_date(start) or not is_date(end):
        return
    first, last = ([int(part) for part in each.split("-")] for each in (start, end))
    known = min(len(first), len(last))
    if first[:known] > last[:known]:
        sentence = f"The start ({start}) is after the end ({end}). Correct one of the two."
        raise DomainError("ends-before-start", sentence, status=400)


def words(written: str) -> str:
    """One line without odd spaces. Raises DomainError when it is too long."""
    value = " ".join(written.replace("\x00", "").split())
    if len(value) > _LONGEST:
        raise _too_long(_LONGEST)
    return value


def _lines(written: str) -> str:
    lines = (" ".join(each.replace("\x00", "").split()) for each in written.splitlines())
    value = "\n".join(each for each in lines if each)
    if len(value) > _LONGEST_STORY:
        raise _too_long(_LONGEST_STORY)
    return value


def _check_email(value: str) -> None:
    try:
        validate_email(value)
    except ValidationError:
        sentence = "This address is not whole. Write it like name@example.org."
        raise DomainError("odd-email", sentence, status=400) from None


def _too_long(limit: int) -> DomainError:
    sentence = f"Keep it to {limit} characters; the document itself says the rest."
    return DomainError("too-long", sentence, status=400)
