"""What a source of resumes is to the rest of an import: something that lists its rows and gives each row's resume."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

from recruit.candidates.imports.limits import NAME_LENGTH
from recruit.candidates.told import Told

_NEVER_A_RESUME = {"thumbs.db", "desktop.ini", "__macosx"}


@dataclass(frozen=True, slots=True)
class Listed:
    """A row as the listing finds it. With `refusal` it is refused before anything of it was opened."""

    position: int
    name: str
    place: int = 0
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class Given:
    """What a row brings: the resume's bytes, and what a CSV says of the person beside them."""

    content: bytes
    name: str
    told: Told = field(default_factory=Told)


class Source(Protocol):
    """A folder, a ZIP or a CSV, open for reading. Neither method holds more than one row at a time."""

    def rows(self) -> Iterator[Listed]:
        """Every row in an order that is the same each time. Raises DomainError when the whole source is refused."""
        ...

    def read(self, *, name: str, place: int, position: int) -> Given:
        """The resume of a listed row. Raises DomainError when this row is refused."""
        ...


def is_clutter(path: str) -> bool:
    """True for what systems leave behind: hidden files and the folders of archivers."""
    parts = path.replace("\\", "/").split("/")
    return any(part.startswith(".") or part.lower() in _NEVER_A_RESUME for part in parts if part not in {".", ".."})


def shown(name: str) -> str:
    """A name as it can be stored and shown: no unpaired surrogates, no control characters, not endless."""
    plain = name.encode("utf-8", "replace").decode("utf-8")
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in plain)[:NAME_LENGTH]
