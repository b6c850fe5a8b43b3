"""Who somebody is by what a form or a list says beside the resume, so that every text of theirs is cut by it.

Kept apart from what pages show and people correct, because what was read of a resume must not cut the next one: a
job title that was once taken for a name would go on being cut.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from matching.profile import is_place
from matching.values import Field
from recruit.candidates.models import Candidate

_SURE = 1.0
_LETTERLESS = re.compile(r"[\W\d_]+")


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of a person. `place` is as it was written: town, street and all; `address` is a street's column."""

    name: str = ""
    email: str = ""
    phone: str = ""
    place: str = ""
    address: str = ""

    @property
    def town(self) -> str:
        """What of the place may be shown: town, region and country, never a street or a postcode."""
        parts = [*_parts(self.place), *(each for each in _parts(self.address) if is_place(each))]
        return ", ".join(dict.fromkeys(each for each in parts if not any(map(str.isdigit, each))))

    @property
    def stored(self) -> dict[str, str | list[str]]:
        """As the candidate's row keeps it, by the names of fields."""
        streets = [each for each in _parts(self.place) if any(map(str.isdigit, each))]
        streets += [each for each in _parts(self.address) if not is_place(each)]
        said: dict[str, str | list[str]] = {
            "basics.name": self.name,
            "basics.email": self.email,
            "basics.phone": self.phone,
            "basics.location.address": streets,
        }
        return {name: value for name, value in said.items() if value}


def known_of(candidate: UUID) -> tuple[Field, ...]:
    """What is on file about who this person is, for the reader to cut."""
    told = Candidate.objects.values_list("told", flat=True).get(pk=candidate)
    return tuple(_fields(told))


def _fields(told: Mapping[str, str | list[str]]) -> Iterator[Field]:
    for name, value in told.items():
        for each in [value] if isinstance(value, str) else value:
            yield Field(name, each, None, _SURE)


def _parts(written: str) -> list[str]:
    pieces = (" ".join(each.split()) for each in re.split(r"[,;|\n]", written))
    return [each for each in pieces if each]
