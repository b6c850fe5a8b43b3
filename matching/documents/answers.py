"""The answer of one child: what it writes, within a time and a size, and nothing of it left behind."""

import contextlib
import os
import select
import signal
import subprocess
import time
from collections.abc import Sequence
from typing import IO

from matching.documents.limits import MEGABYTE

MAX_ANSWER = 64 * MEGABYTE


def answer_of(arguments: Sequence[str], *, file: IO[bytes], wall: float) -> tuple[bytes | None, int]:
    """Start a child that reads `file`: its output, or None when it took too long or said too much, and its status."""
    child = subprocess.Popen(  # noqa: S603 - programs of our own choice and our own words
        arguments,
        stdin=file,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={"PATH": os.defpath, "LC_ALL": "C.UTF-8", "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"},
        cwd="/",
        start_new_session=True,
    )
    try:
        assert child.stdout is not None  # noqa: S101 - PIPE was asked for
        answer = _read(child.stdout.fileno(), until=time.monotonic() + wall)
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
