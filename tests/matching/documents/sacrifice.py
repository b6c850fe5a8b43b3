"""One child within the walls of the jail that reads many files in a row, replaced whenever a file kills it.

A jailed child a file costs a third of a second each; a thousand damaged files need only one child that is
allowed to die. Run as a module it is that child: length and bytes in, one line of JSON out.
"""

import json
import select
import struct
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from matching.documents.child import close_in
from matching.documents.reading import read_document
from matching.errors import UnreadableDocument

CRASHED, STUCK = "reader-crashed", "took-too-long"

_ROOT = Path(__file__).resolve().parents[3]
_MEMORY, _CPU, _WALL = 768 << 20, 10, 60.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one file ended: "read" or the slug of its refusal, and the seconds of CPU it took."""

    name: str
    slug: str
    seconds: float


def outcomes(files: Iterable[tuple[str, bytes]]) -> Iterator[Outcome]:
    """How each file ends in the jail."""
    child = _start()
    try:
        for name, content in files:
            slug, seconds = _ask(child, content)
            yield Outcome(name, slug, seconds)
            if slug in (CRASHED, STUCK):
                child.kill()
                child.communicate()
                child = _start()
    finally:
        child.kill()
        child.communicate()


def _start() -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "tests.matching.documents.sacrifice"]
    return subprocess.Popen(
        command, cwd=_ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )


def _ask(child: "subprocess.Popen[bytes]", content: bytes) -> tuple[str, float]:
    assert child.stdin is not None
    assert child.stdout is not None
    try:
        child.stdin.write(struct.pack("<I", len(content)) + content)
        child.stdin.flush()
    except BrokenPipeError:
        return CRASHED, 0.0
    if not select.select([child.stdout], [], [], _WALL)[0]:
        return STUCK, _WALL
    line = child.stdout.readline()
    if not line:
        return (STUCK if child.wait() == -24 else CRASHED), 0.0
    slug, seconds = json.loads(line)
    return slug, seconds


def main() -> None:
    """Be the child."""
    import resource

    close_in(_MEMORY, resource.RLIM_INFINITY)
    pipe, answers = sys.stdin.buffer, sys.stdout
    while head := pipe.read(4):
        started = time.process_time()
        resource.setrlimit(resource.RLIMIT_CPU, (int(started) + _CPU + 1, resource.RLIM_INFINITY))
        try:
            read_document(pipe.read(struct.unpack("<I", head)[0]), name="cv.pdf")
            slug = "read"
        except UnreadableDocument as error:
            slug = error.slug
        answers.write(json.dumps([slug, round(time.process_time() - started, 3)]) + "\n")
        answers.flush()


if __name__ == "__main__":
    main()
