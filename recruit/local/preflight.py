"""What is looked at before anything starts, so that each refusal is one sentence that says what to do."""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from recruit.local.errors import LocalServiceError
from recruit.local.ports import can_bind

_NEEDED_MEGABYTES = 500
_PORTS_TO_TRY = 50


def check_folder(home: Path) -> None:
    """Refuse a folder into which Strata cannot write, or in which files of another user lie."""
    try:
        home.mkdir(parents=True, exist_ok=True, mode=0o711)
        tempfile.TemporaryFile(dir=home).close()
        foreign = next((path for path in home.iterdir() if not os.access(path, os.W_OK)), None)
    except (FileExistsError, NotADirectoryError) as error:
        message = f"{home} is, or lies in, a file and no folder. Name a folder: `STRATA_HOME=/path make run`."
        raise LocalServiceError(message) from error
    except OSError as error:
        message = (
            f"Strata cannot write into {home} ({(error.strerror or str(error)).lower()}). "
            "Name a folder of yours: `STRATA_HOME=/path make run`."
        )
        raise LocalServiceError(message) from error
    if foreign:
        message = (
            f"{foreign} belongs to another user, who ran Strata from this folder. Start Strata as that user, "
            "or name another folder: `STRATA_HOME=/path make run`."
        )
        raise LocalServiceError(message)


def check_disk(home: Path, *, needed_megabytes: int = _NEEDED_MEGABYTES) -> None:
    """Refuse a disk that would fill up while PostgreSQL writes."""
    free = shutil.disk_usage(home).free // 2**20
    if free < needed_megabytes:
        message = (
            f"Only {free} MB are free on the disk of {home}, and Strata needs {needed_megabytes} MB. "
            "Free some space, or name a folder on another disk: `STRATA_HOME=/path make run`."
        )
        raise LocalServiceError(message)


def check_port(host: str, *, port: int) -> None:
    """Refuse a port on which another program listens, and name one that is free."""
    if can_bind(port, host=host):
        return
    following = range(port + 1, min(port + _PORTS_TO_TRY, 65535))
    free = next((candidate for candidate in following if can_bind(candidate, host=host)), 0)
    message = f"Port {port} is taken by another program. Choose another one: `PORT={free} make run`."
    raise LocalServiceError(message)


@contextmanager
def only_instance(home: Path, *, told: str) -> Iterator[Callable[[], bool]]:
    """Hold the folder for one supervisor, and return whether it still is that folder: somebody may remove it by hand.

    The kernel lets go of the lock however its holder ends.
    """
    home.mkdir(parents=True, exist_ok=True, mode=0o711)
    with (home / "lock").open("a+", encoding="ascii") as stream:
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            stream.seek(0)
            holder = stream.read().strip()
            where = f"{home} ({holder or 'it is just starting'})"
            message = f"Strata already runs from {where}. Press Ctrl-C in its terminal first."
            raise LocalServiceError(message) from error
        stream.truncate(0)
        stream.write(f"{told}/, pid {os.getpid()}")
        stream.flush()
        yield lambda: _same_file(home / "lock", stream.fileno())
        stream.truncate(0)


def _same_file(path: Path, descriptor: int) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False
