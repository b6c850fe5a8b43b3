"""What is looked at before anything starts, so that each refusal is one sentence that says what to do."""

import errno
import fcntl
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from recruit.local.errors import LocalServiceError
from recruit.local.ports import can_bind, free_port, why_not

_NEEDED_MEGABYTES = 500
_PORTS_TO_TRY = 50
_FIRST_PORT_OF_USERS, _LAST_PORT = 8000, 65535


def check_folder(home: Path) -> None:
    """Refuse a folder into which Strata cannot write, or in which files of another user lie."""
    try:
        home.mkdir(parents=True, exist_ok=True, mode=0o711)
        tempfile.TemporaryFile(dir=home).close()
        foreign = next((path for path in home.iterdir() if not os.access(path, os.W_OK, effective_ids=True)), None)
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
    """Refuse an address at which no server can listen: not of this machine, not allowed, or taken by another one."""
    refusal = why_not(port, host=host)
    if refusal is None:
        return
    if refusal.errno in {errno.EADDRINUSE, errno.EACCES, errno.EPERM}:
        taken = refusal.errno == errno.EADDRINUSE
        reason = "is taken by another program" if taken else "needs rights that you do not have here"
        message = f"Port {port} {reason}. Choose another one: `PORT={_free_port_after(port, host=host)} make run`."
    else:
        message = (
            f"HOST is {host!r}, and this machine has no such address. Leave HOST empty to be reached from this machine "
            "alone, or take 0.0.0.0 to be reached from others too."
        )
    raise LocalServiceError(message)


def _free_port_after(port: int, *, host: str) -> int:
    """Return a port near the wanted one that an ordinary user may have; any free one where all of those are taken."""
    first = max(port + 1, _FIRST_PORT_OF_USERS)
    following = range(first, min(first + _PORTS_TO_TRY, _LAST_PORT))
    return next((each for each in following if can_bind(each, host=host)), 0) or free_port()


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
