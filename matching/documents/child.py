"""The child that reads or draws one file in the jail: walls first, then standard input, then one answer.

Started as its own interpreter without site packages' start-up code. It closes itself in before it has seen a byte of
the file: memory, CPU, files and processes are limited, and where the kernel lets an ordinary user do so it
moves into a network namespace that has no way out.
"""

import ctypes
import json
import os
import resource
import signal
import sys
from collections.abc import Callable, Mapping
from importlib import import_module

from matching.documents import wire
from matching.documents.reading import read_document, recognise_document
from matching.errors import UnreadableDocument

_NEW_USER, _NEW_NET = 0x10000000, 0x40000000
_PR_SET_PDEATHSIG, _PR_SET_NO_NEW_PRIVS = 1, 38


def main(memory: int, seconds: int, errand: str = "read") -> None:
    """Take a file from standard input, do the errand, and write the answer to what was standard output."""
    answer = os.dup(1)
    os.dup2(2, 1)
    walls = close_in(memory, seconds)
    asked, _, content = sys.stdin.buffer.read().partition(b"\0")
    try:
        answered = _ERRANDS[errand](content, asked)
    except UnreadableDocument as error:
        answered = wire.dumps_refusal(error)
    with os.fdopen(answer, "wb") as pipe:
        pipe.write(json.dumps(walls).encode() + b"\n" + answered)
    os._exit(0)


def _read(content: bytes, name: bytes) -> bytes:
    return wire.dumps(read_document(content, name=name.decode("utf-8", "replace")))


def _draw(content: bytes, asked: bytes) -> bytes:
    # loaded only for this errand: reading a file needs no picture library
    pictures = import_module("matching.documents.pictures")
    answer: bytes = pictures.drawn(content, asked)
    return answer


def _recognise(content: bytes, _: bytes) -> bytes:
    return wire.dumps(recognise_document(content))


_ERRANDS: Mapping[str, Callable[[bytes, bytes], bytes]] = {"read": _read, "draw": _draw, "recognise": _recognise}


def close_in(memory: int, seconds: int) -> list[str]:
    """Wall this process off for good: bytes of memory, seconds of CPU. Returns a flag for each wall that is missing."""
    missing = [] if _leave_network() else ["no-network-wall"]
    limits = [
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, 64),
        (resource.RLIMIT_NPROC, 0),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_AS, memory),
    ]
    for limit, value in limits:
        try:
            resource.setrlimit(limit, (value, value))
        except (ValueError, OSError):
            missing.append("no-memory-limit" if limit == resource.RLIMIT_AS else "no-limits")
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    return missing


def _leave_network() -> bool:
    if not sys.platform.startswith("linux"):
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    walled: bool = libc.unshare(_NEW_USER | _NEW_NET) == 0 or libc.unshare(_NEW_NET) == 0
    libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    return walled
