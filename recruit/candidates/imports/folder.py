"""A folder and everything below it as a source of resumes. Links are not followed, hidden files are passed over."""

import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from django.conf import settings

from recruit.candidates.imports.limits import MAX_ROWS, NAME_LENGTH, refuse, too_many_rows
from recruit.candidates.imports.source import Given, Listed, is_clutter, shown


class Folder:
    """The files of a folder, in the order of their paths."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def digest(self) -> str:
        """SHA-256 of the listing: a file that is added, removed or changed makes it another source."""
        digest = sha256()
        for entry, path in _walk(self._root, ""):
            status = entry.stat(follow_symlinks=False)
            digest.update(f"{path}\0{status.st_size}\0{status.st_mtime_ns}\0".encode("utf-8", "surrogateescape"))
        return digest.hexdigest()

    def rows(self) -> Iterator[Listed]:
        """Each file once."""
        for position, (entry, path) in enumerate(_walk(self._root, ""), start=1):
            if position > MAX_ROWS:
                raise too_many_rows()
            yield Listed(position, shown(path), refusal=_refusal(entry, path))

    def read(self, *, name: str, place: int, position: int) -> Given:
        """The bytes of a file, one more than allowed at most."""
        return Given(read_below(self._root, name), name.rsplit("/", 1)[-1])


def read_below(root: Path, path: str) -> bytes:
    """The bytes of a file below `root`. Raises DomainError when it leads elsewhere, is not there or cannot be read."""
    whole = root / path.replace("\\", "/")
    if not whole.resolve().is_relative_to(root.resolve()):
        raise refuse("outside", "This path leads outside of the folder. Put the file beside the others.")
    try:
        with whole.open("rb") as file:
            return read_bounded(file)
    except OSError as error:
        raise refuse(
            "unopenable", f"This file cannot be opened: {(error.strerror or 'unknown error').lower()}."
        ) from None


def read_bounded(file: BinaryIO) -> bytes:
    """One byte more than an upload may have, so that the intake sees what is too large and memory does not."""
    return file.read(settings.UPLOAD_LIMIT_BYTES + 1)


def _walk(folder: Path, above: str) -> Iterator[tuple[os.DirEntry[str], str]]:
    # sorted within each folder: the names of one folder are held at a time, not those of the whole tree
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda each: each.name)
    for entry in entries:
        path = above + entry.name
        if is_clutter(entry.name):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path), f"{path}/")
        else:
            yield entry, path


def _refusal(entry: os.DirEntry[str], path: str) -> str:
    if entry.is_symlink():
        return "This is a link to a file, not a file. Put the file itself into the folder."
    if not entry.is_file(follow_symlinks=False):
        return "This is no ordinary file."
    if len(path) > NAME_LENGTH or shown(path) != path:
        return "The name of this file cannot be kept. Give it a short name of ordinary letters."
    return ""
