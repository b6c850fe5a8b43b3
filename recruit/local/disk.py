"""The disk while Strata runs: said once when it fills, and once when there is room again.

A full disk is no reason to end: pages can still be read, and somebody may free some space meanwhile. Only an embedded
PostgreSQL that could not go on is one, because it could not start again either.
"""

import shutil
from pathlib import Path

from recruit.local.errors import LocalServiceError
from recruit.local.journal import Journal

_FULL_MEGABYTES = 16
_ROOM_MEGABYTES = 100


class Disk:
    """Ask `look` a few times a second."""

    def __init__(self, home: Path, *, journal: Journal) -> None:
        self._home = home
        self._journal = journal
        self._told = False

    def look(self, *, database_ended: bool) -> None:
        """Say what changed. Raises LocalServiceError where the database ended because nothing can be written."""
        free = self._free()
        full = free < _FULL_MEGABYTES or self._journal.refused
        if full and database_ended:
            raise LocalServiceError(sentence(self._home))
        if full and not self._told:
            self._told = True
            self._journal.say(
                f"The disk of {self._home} is full. Free some space; until then uploads and readings fail, "
                "and what is stored stays."
            )
        elif self._told and not full and free > _ROOM_MEGABYTES:
            self._told = False
            self._journal.say(f"The disk of {self._home} has room again: {free} MB.")

    def _free(self) -> int:
        return shutil.disk_usage(self._home).free // 2**20 if self._home.exists() else 0


def sentence(home: Path) -> str:
    """Return what a person does about a disk on which PostgreSQL cannot go on."""
    return (
        f"The disk of {home} is full, and PostgreSQL cannot go on. Strata stops, and what is stored stays. "
        "Free some space and start it again: `make run`."
    )
