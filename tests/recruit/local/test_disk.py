"""A disk that fills while Strata runs is told once and ends nothing by itself."""

import os
from io import StringIO
from pathlib import Path

import pytest

from recruit.local.disk import Disk
from recruit.local.errors import LocalServiceError
from recruit.local.journal import Journal

pytestmark = pytest.mark.skipif(not Path("/dev/full").exists(), reason="optional: only Linux has a full device")


def _on_a_full_disk(folder: Path) -> tuple[Journal, StringIO]:
    """Return a journal whose file takes nothing any more, as on a disk without room."""
    screen = StringIO()
    journal = Journal(folder, screen=screen)
    (descriptor,) = (
        int(each.name) for each in Path("/proc/self/fd").iterdir() if os.path.realpath(each) == str(journal.path)
    )
    full = os.open("/dev/full", os.O_WRONLY)
    os.dup2(full, descriptor)
    os.close(full)
    return journal, screen


def test_a_log_that_takes_nothing_any_more_stops_neither_its_readers_nor_its_writers(tmp_path: Path) -> None:
    journal, screen = _on_a_full_disk(tmp_path)
    web = journal.output("web")
    os.write(web, b"one\n")
    os.write(web, b"two\n")
    journal.say("three")
    journal.close()
    assert {line.split()[-1] for line in screen.getvalue().splitlines()} == {"one", "two", "three"}


def test_a_full_disk_is_said_once_with_what_to_do(tmp_path: Path) -> None:
    journal, screen = _on_a_full_disk(tmp_path)
    disk = Disk(tmp_path, journal=journal)
    disk.look(database_ended=False)
    assert "is full" not in screen.getvalue()
    journal.say("a line")
    for _ in range(3):
        disk.look(database_ended=False)
    journal.close()
    assert screen.getvalue().count(f"The disk of {tmp_path} is full") == 1
    assert "Free some space" in screen.getvalue()


def test_a_database_that_a_full_disk_ended_ends_strata_with_a_sentence(tmp_path: Path) -> None:
    journal, _ = _on_a_full_disk(tmp_path)
    disk = Disk(tmp_path, journal=journal)
    disk.look(database_ended=True)
    journal.say("a line")
    with pytest.raises(LocalServiceError, match=r"PostgreSQL cannot go on.*Free some space and start it again"):
        disk.look(database_ended=True)
    journal.close()
