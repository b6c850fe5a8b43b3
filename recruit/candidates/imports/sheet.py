"""A CSV as a source of resumes: each row a file beside it, a text, or columns from which a text is put together."""

import itertools
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath
from typing import BinaryIO

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from recruit.candidates.imports.columns import Column, Field, by_field, composed, told_of
from recruit.candidates.imports.folder import read_below
from recruit.candidates.imports.limits import MAX_ROWS, refuse, too_many_rows
from recruit.candidates.imports.source import Given, Listed, shown
from recruit.candidates.imports.table import Dialect, Record, cells_at, records

_SAMPLES = 3
_BROKEN = "The quotation marks in this row do not match. Mend the row and import it again."
_NO_FILES = (
    "This row names a file, and a CSV uploaded on its own brings none. Use the command on the folder that holds both, "
    "or put the text into a column."
)


class Sheet:
    """The rows of a CSV after its header. `beside` is the folder in which the rows' files lie, if there is one."""

    def __init__(
        self, file: BinaryIO, *, name: str, dialect: Dialect, columns: Sequence[Column], beside: Path | None
    ) -> None:
        self._file, self._stem = file, PurePath(name).stem
        self._dialect, self._columns, self._beside = dialect, columns, beside

    def rows(self) -> Iterator[Listed]:
        """Each record after the header."""
        for count, record in enumerate(itertools.islice(records(self._file, self._dialect), 1, None), start=1):
            if count > MAX_ROWS:
                raise too_many_rows()
            named = by_field(self._columns, record.cells).get(Field.FILE, "")
            yield Listed(
                record.number, shown(named or self._own_name(record.number)), record.place, self._wrong(record)
            )

    def read(self, *, name: str, place: int, position: int) -> Given:
        """The resume of the record that starts at `place`."""
        found = by_field(self._columns, cells_at(self._file, self._dialect, place=place))
        email = found.get(Field.EMAIL, "").lower()
        if email and not _is_address(email):
            raise refuse("bad-email", "The e-mail address of this row is not whole. Mend it or leave it empty.")
        content, name = self._content(found, position)
        return Given(content, name, told_of(found))

    def _content(self, found: dict[Field, str], position: int) -> tuple[bytes, str]:
        path = found.get(Field.FILE, "")
        if not path:
            return composed(found).encode(), self._own_name(position)
        if self._beside is None:
            raise refuse("no-files-here", _NO_FILES)
        return read_below(self._beside, path), path.replace("\\", "/").rsplit("/", 1)[-1]

    def _own_name(self, position: int) -> str:
        return f"{self._stem}-row-{position}.txt"

    def _wrong(self, record: Record) -> str:
        if record.broken:
            return _BROKEN
        if len(record.cells) > len(self._columns):
            return (
                f"This row has {len(record.cells)} cells and the header {len(self._columns)}. A cell that holds a "
                "delimiter must stand in quotation marks."
            )
        return ""


def _is_address(text: str) -> bool:
    try:
        validate_email(text)
    except ValidationError:
        return False
    return True


def headers_of(file: BinaryIO, dialect: Dialect) -> tuple[str, ...]:
    """The names of the columns. Raises DomainError: not-a-table."""
    headers = cells_at(file, dialect, place=dialect.start)
    if not any(headers):
        raise refuse("not-a-table", "The first line of this CSV has no names of columns. Put them there.")
    return tuple(each or f"Column {number}" for number, each in enumerate(headers, start=1))


def samples(file: BinaryIO, dialect: Dialect) -> list[tuple[str, ...]]:
    """The first rows, so that a person sees what the columns hold."""
    return [each.cells for each in itertools.islice(records(file, dialect), 1, 1 + _SAMPLES)]
