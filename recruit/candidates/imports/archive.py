"""A ZIP as a source of resumes: looked over before anything in it is opened, read member by member, never extracted.

What makes the whole archive a trap (members that overlap, a sum or a ratio beyond reason) refuses it; what is wrong
with one member refuses that row. An archive inside the archive is one file to us: it goes to the reader in its jail
like any other, which takes the export of a profile and refuses the rest. What is held of an archive is its directory,
about 1 kB a member.
"""

import lzma
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO

from recruit.candidates.imports.folder import read_bounded
from recruit.candidates.imports.limits import (
    MAX_RATIO,
    MAX_ROWS,
    MAX_UNPACKED,
    MEGABYTE,
    NAME_LENGTH,
    refuse,
    too_many_rows,
)
from recruit.candidates.imports.source import Given, Listed, is_clutter, shown

_UNREADABLE = "This file is damaged inside of the ZIP. Pack it again."
_HEADER = 30
_ENCRYPTED = 0x1
_MAX_DIRECTORY = 16 * MEGABYTE
_END, _END_64, _LOCATOR_64 = b"PK\x05\x06", b"PK\x06\x06", b"PK\x06\x07"
_END_REGION = 22 + 65_535 + 76


class Archive:
    """The members of a ZIP, in the archive's order."""

    def __init__(self, file: BinaryIO) -> None:
        """Raises DomainError: not-a-zip, too-many-rows, zip-bomb."""
        if _directory_bytes(file) > _MAX_DIRECTORY:
            raise too_many_rows()
        try:
            self._zip = zipfile.ZipFile(file)
        except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError, UnicodeDecodeError):
            raise refuse("not-a-zip", "This file is no ZIP, or it is cut short. Pack the resumes again.") from None
        _check_whole(self._zip.infolist())

    def rows(self) -> Iterator[Listed]:
        """Each member that could be a resume."""
        position = 0
        for place, member in enumerate(self._zip.infolist()):
            if member.is_dir() or is_clutter(member.filename):
                continue
            position += 1
            yield Listed(position, shown(member.orig_filename), place, _refusal(member))

    def read(self, *, name: str, place: int, position: int) -> Given:
        """The bytes of a member, unpacked as a stream up to one byte more than allowed."""
        try:
            with self._zip.open(self._zip.infolist()[place]) as stream:
                content = read_bounded(stream)  # type: ignore[arg-type]
        except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, RuntimeError, OSError, IndexError):
            # RuntimeError covers passwords and kinds of packing that are not known here
            raise refuse("damaged-member", _UNREADABLE) from None
        return Given(content, PurePosixPath(name.replace("\\", "/")).name)


def _directory_bytes(file: BinaryIO) -> int:
    """How large the archive says its directory is: `zipfile` reads all of it into memory before anybody can count."""
    end = file.seek(0, 2)
    file.seek(max(0, end - _END_REGION))
    tail = file.read(_END_REGION)
    at = tail.rfind(_END)
    if at < 0 or at + 22 > len(tail):
        return 0
    (size,) = struct.unpack_from("<L", tail, at + 12)
    if tail[at - 20 : at - 16] == _LOCATOR_64 and tail[at - 76 : at - 72] == _END_64:
        (size,) = struct.unpack_from("<Q", tail, at - 36)
    return int(size)


def _check_whole(members: list[zipfile.ZipInfo]) -> None:
    if len(members) > MAX_ROWS:
        raise too_many_rows()
    packed, unpacked = sum(each.compress_size for each in members), sum(each.file_size for each in members)
    if unpacked > MAX_UNPACKED:
        limit = MAX_UNPACKED // (1024 * MEGABYTE)
        raise refuse("zip-bomb", f"This ZIP unpacks to more than {limit} GB. Split it and import the parts.")
    if (unpacked > MEGABYTE and unpacked > MAX_RATIO * packed) or _overlap(members):
        raise refuse("zip-bomb", "This ZIP unpacks to far more than resumes hold. Pack the files again.")


def _overlap(members: list[zipfile.ZipInfo]) -> bool:
    end = 0
    for member in sorted(members, key=lambda each: each.header_offset):
        if member.header_offset < end:
            return True
        end = member.header_offset + _HEADER + member.compress_size
    return False


def _refusal(member: zipfile.ZipInfo) -> str:
    name = member.orig_filename
    parts = PurePosixPath(name.replace("\\", "/"))
    if parts.is_absolute() or ".." in parts.parts or "\x00" in name or name[1:2] == ":":
        return "The name of this file leads outside of the ZIP. Pack it again."
    if len(name) > NAME_LENGTH:
        return "The name of this file is too long. Give it a shorter one and pack it again."
    if stat.S_ISLNK(member.external_attr >> 16):
        return "This is a link to a file, not a file. Pack the file itself."
    if member.flag_bits & _ENCRYPTED:
        return "This file is encrypted. Pack it again without a password."
    if member.file_size > MEGABYTE and member.file_size > MAX_RATIO * member.compress_size:
        return "This file unpacks to far more than a resume holds."
    return ""
