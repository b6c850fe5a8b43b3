"""One file, one child: whatever a file does to its reader costs that one upload and nothing else.

The file travels in a temporary file, the answer comes back as JSON over a pipe and is checked; never pickle. The
child gets an environment without a single setting of ours. Where the kernel allows no network namespace the
child has limits but could reach the network, and the document says so (`no-network-wall`). A pool of warm
children was turned down: a child that a file has taken over must not see the next file.
"""

import contextlib
import json
import logging
import os
import select
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, TypeVar

from matching.documents import wire
from matching.documents.limits import MEGABYTE, check_size, refuse
from matching.errors import UnreadableDocument
from matching.values import Document

MAX_ANSWER = 64 * MEGABYTE
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may use: bytes of memory, seconds of CPU, seconds on the clock."""

    memory: int = 768 * MEGABYTE
    cpu: int = 10
    wall: float = 20.0


LIMITS = Limits()

_ROOT = str(Path(__file__).resolve().parents[2])
_START = (
    "import sys; sys.path[:] = sys.argv[4:]; "
    "from matching.documents.child import main; main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3])"
)
_logger = logging.getLogger(__name__)


def read_in_jail(content: bytes, *, name: str, limits: Limits = LIMITS) -> Document:
    """Read a file in a child of its own (768 MB, 10 s CPU, 20 s, no network where the kernel allows that wall).

    Raises `UnreadableDocument`, also when the child crashed, ran out of memory or out of time.
    """
    asked = name.encode("utf-8", "replace").replace(b"\0", b"")
    return errand("read", content, asked=asked, take=_document, limits=limits)


def errand(name: str, content: bytes, *, asked: bytes, take: Callable[[bytes], T], limits: Limits = LIMITS) -> T:
    """Send a child on an errand with a file and with what is asked of it (no zero bytes in it).

    `take` makes a value of the answer; a ValueError in it means that the answer is none. Raises `UnreadableDocument`.
    """
    check_size(content)
    with tempfile.TemporaryFile() as file:
        file.write(asked + b"\0" + content)
        file.seek(0)
        answer, status = _run(name, file, limits)
    if status == 0:
        try:
            return take(answer or b"")
        except ValueError:
            _logger.warning("The reading child answered something that is not what it was asked for.")
    raise _stopped(status, answered=answer is None)


def _document(answer: bytes) -> Document:
    walls, _, value = answer.partition(b"\n")
    document = wire.loads(value)
    missing = tuple(str(flag)[:60] for flag in json.loads(walls))
    return replace(document, flags=document.flags + missing)


def _run(name: str, file: IO[bytes], limits: Limits) -> tuple[bytes | None, int]:
    arguments = [sys.executable, "-I", "-S", "-B", "-c", _START, str(limits.memory), str(limits.cpu), name]
    arguments += [_ROOT, *sys.path]
    child = subprocess.Popen(  # noqa: S603 - our own interpreter and our own words
        arguments,
        stdin=file,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={"PATH": os.defpath, "LC_ALL": "C.UTF-8"},
        cwd="/",
        start_new_session=True,
    )
    try:
        assert child.stdout is not None  # noqa: S101 - PIPE was asked for
        answer = _read(child.stdout.fileno(), until=time.monotonic() + limits.wall)
        if answer is not None:
            return answer, child.wait(timeout=2)
    except subprocess.TimeoutExpired:
        pass
    finally:
        _end(child)
    return None, child.returncode


def _read(pipe: int, *, until: float) -> bytes | None:
    """Everything the child writes, or None when it wrote too much or too long."""
    pieces: list[bytes] = []
    length = 0
    while (left := until - time.monotonic()) > 0:
        if not select.select([pipe], [], [], left)[0]:
            return None
        piece = os.read(pipe, 1 << 16)
        if not piece:
            return b"".join(pieces)
        pieces.append(piece)
        length += len(piece)
        if length > MAX_ANSWER:
            return None
    return None


def _end(child: "subprocess.Popen[bytes]") -> None:
    """Leave nothing behind: the child leads its own session, so its group goes with it."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child.pid, signal.SIGKILL)
    if child.stdout is not None:
        child.stdout.close()
    child.wait()


def _stopped(status: int, *, answered: bool) -> UnreadableDocument:
    _logger.warning("The reading child ended with status %s.", status)
    if answered or status in (-signal.SIGXCPU, -signal.SIGKILL):
        return refuse("took-too-long", "Reading this file took too long. Export it again as a plain PDF or DOCX.")
    return refuse("reader-crashed", "This file made its reader fail. Export it again as a plain PDF or DOCX.")
