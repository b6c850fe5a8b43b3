"""A CSV record by record: encoding and delimiter found, every record known by the byte at which it starts.

Knowing the byte means that row 9,000 is read without reading the 8,999 before it, and that nothing of the file is
held but the record in hand. Turned down: `csv.Sniffer`, which guesses from characters inside of resumes, and pandas,
which loads the whole.
"""

import codecs
import csv
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import BinaryIO

from recruit.candidates.imports.limits import MAX_COLUMNS, MAX_ROW_BYTES, MEGABYTE, refuse

_DELIMITERS = (",", ";", "\t", "|")
_OTHER_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_FALLBACK = "cp1252"
_HINT = b"sep="


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a CSV is written. `start` is the byte at which its header begins."""

    encoding: str
    delimiter: str
    start: int = 0


@dataclass(frozen=True, slots=True)
class Record:
    """One line of the table, which may be several of the file. The header is number 1, as spreadsheets count."""

    number: int
    place: int
    cells: tuple[str, ...]
    broken: bool = False


def fingerprint(file: BinaryIO) -> tuple[str, str]:
    """SHA-256 of the file, and its encoding: UTF-8 if all of it is, else the one of western Windows."""
    digest, decoder, encoding = sha256(), codecs.getincrementaldecoder("utf-8")(), "utf-8"
    file.seek(0)
    while block := file.read(MEGABYTE):
        digest.update(block)
        if encoding == "utf-8":
            try:
                decoder.decode(block)
            except UnicodeDecodeError:
                encoding = _FALLBACK
    return digest.hexdigest(), encoding


def dialect_of(file: BinaryIO, *, encoding: str) -> Dialect:
    """Look at the first line. Raises DomainError: not-a-table."""
    file.seek(0)
    mark = file.read(3)
    if mark[:2] in _OTHER_MARKS:
        raise refuse("not-a-table", "This CSV is written in UTF-16. Save it as “CSV UTF-8” and choose it again.")
    start = 3 if mark == codecs.BOM_UTF8 else 0
    file.seek(start)
    first = file.readline(MAX_ROW_BYTES)
    if b"\x00" in first or first.startswith((b"PK\x03\x04", b"%PDF")):
        raise refuse("not-a-table", "This file is no CSV. Save the table as “CSV UTF-8” and choose it again.")
    if first.lower().startswith(_HINT) and len(first.strip()) == len(_HINT) + 1:
        return Dialect(encoding, chr(first.strip()[-1]), start + len(first))
    widths = {each: _width(file, Dialect(encoding, each, start)) for each in _DELIMITERS}
    return Dialect(encoding, max(_DELIMITERS, key=lambda each: widths[each]), start)


def records(file: BinaryIO, dialect: Dialect) -> Iterator[Record]:
    """Every record from the header on, empty lines left out. Raises DomainError when a row never ends."""
    lines = _Lines(file, dialect, dialect.start)
    place = dialect.start
    for number, cells in enumerate(_parsed(lines, dialect), start=1):
        if cells is None or any(cells):
            yield Record(number, place, tuple(cells or ()), broken=cells is None)
        place = lines.next_record(number + 1)


def cells_at(file: BinaryIO, dialect: Dialect, *, place: int) -> tuple[str, ...]:
    """The cells of the one record that starts at this byte."""
    for cells in _parsed(_Lines(file, dialect, place), dialect):
        return tuple(cells or ())
    return ()


def _parsed(lines: "_Lines", dialect: Dialect) -> Iterator[list[str] | None]:
    # a process-wide limit of the csv module; ours counts the bytes of the whole record
    csv.field_size_limit(MAX_ROW_BYTES)
    reader = csv.reader(lines, delimiter=dialect.delimiter, strict=True)
    while True:
        try:
            yield [cell.replace("\x00", "").strip() for cell in next(reader)]
        except StopIteration:
            return
        except csv.Error:
            if lines.at_end:
                raise lines.never_ends() from None
            yield None


class _Lines:
    """Decoded lines for the csv module, which asks for no more than it needs, so that the place stays exact."""

    def __init__(self, file: BinaryIO, dialect: Dialect, place: int) -> None:
        self._file, self._encoding = file, dialect.encoding
        self._read, self._number = 0, 1
        self._place = place
        self.at_end = False
        file.seek(place)

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = self._file.readline(MAX_ROW_BYTES + 1)
        self._read += len(line)
        if not line:
            self.at_end = True
            raise StopIteration
        if self._read > MAX_ROW_BYTES:
            raise self._too_long()
        return line.decode(self._encoding, "replace")

    def next_record(self, number: int) -> int:
        """The csv module is done with a record: the byte at which the next one begins."""
        self._place, self._read, self._number = self._place + self._read, 0, number
        return self._place

    def _too_long(self) -> Exception:
        """More than a row may have: one long cell, or again a quotation mark that is not closed."""
        return refuse(
            "row-too-long",
            f"Row {self._number} is larger than {MAX_ROW_BYTES // MEGABYTE} MB: a cell is too long, or a quotation "
            "mark in it is not closed. Mend it and import the file again; nothing was taken in.",
        )

    def never_ends(self) -> Exception:
        """A quotation mark that is not closed swallows every row after it."""
        return refuse(
            "row-never-ends",
            f"Row {self._number} never ends: a quotation mark in it is not closed. Mend it and import the file again; "
            "nothing was taken in.",
        )


def _width(file: BinaryIO, dialect: Dialect) -> int:
    cells = cells_at(file, dialect, place=dialect.start)
    if len(cells) > MAX_COLUMNS:
        raise refuse("too-many-columns", f"This table has more than {MAX_COLUMNS} columns. Keep those that matter.")
    return len(cells)
