"""One file, one child: whatever a file does to its reader costs that one upload and nothing else.

The file travels in a temporary file, the answer comes back as JSON over a pipe and is checked; never pickle. The
child gets an environment without a single setting of ours. Where the kernel allows no network namespace the
child has limits but could reach the network, and the document says so (`no-network-wall`). A pool of warm
children was turned down: a child that a file has taken over must not see the next file. What only a converter
can open is converted in walls of its own (`convert`) and its result read here like any other file.
"""

import json
import logging
import signal
import sys
import tempfile
from collections.abc import Callable
from compileall import compile_dir
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TypeVar

from matching.documents import wire
from matching.documents.answers import answer_of
from matching.documents.convert import FILTERS, MEDIA_TYPES, converted, has_converter
from matching.documents.limits import MEGABYTE, check_size, refuse
from matching.documents.ocr import has_ocr
from matching.errors import UnreadableDocument
from matching.text import Document

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may use: bytes of memory, seconds of CPU, seconds on the clock."""

    memory: int = 768 * MEGABYTE
    cpu: int = 10
    wall: float = 20.0


LIMITS = Limits()
SCAN_LIMITS = Limits(memory=2048 * MEGABYTE, cpu=75, wall=180.0)
"""For OCR, which needs 1.2 GB of address space and some 8 s of CPU a page."""

_SCANS = frozenset({"no-text-layer", "picture"})
_ROOT = str(Path(__file__).resolve().parents[2])
_START = (
    "import gc, sys; gc.disable(); sys.path[:] = sys.argv[4:]; "  # one file, one life: nothing is worth collecting
    "from matching.documents.child import main; main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3])"
)
_logger = logging.getLogger(__name__)


def read_in_jail(content: bytes, *, name: str, limits: Limits = LIMITS) -> Document:
    """Read a file in a child of its own (768 MB, 10 s CPU, 20 s, no network where the kernel allows that wall).

    What is only a picture goes to a second child for OCR (2 GB, 75 s CPU, 180 s) where that extra is installed.
    Raises `UnreadableDocument`, also when the child crashed, ran out of memory or out of time.
    """
    asked = name.encode("utf-8", "replace").replace(b"\0", b"")
    try:
        return errand("read", content, asked=asked, take=_document, limits=limits)
    except UnreadableDocument as refused:
        slug = refused.slug
        if slug in _SCANS and has_ocr():
            return errand("recognise", content, asked=b"", take=_document, limits=SCAN_LIMITS)
        if slug not in FILTERS or not has_converter():
            raise
    document = errand("read", converted(content, slug=slug), asked=asked, take=_document, limits=limits)
    return replace(document, media_type=MEDIA_TYPES[slug], flags=(*document.flags, "converted"))


def errand(name: str, content: bytes, *, asked: bytes, take: Callable[[bytes], T], limits: Limits = LIMITS) -> T:
    """Send a child on an errand with a file and with what is asked of it (no zero bytes in it).

    `take` makes a value of the answer; a ValueError in it means that the answer is none. Raises `UnreadableDocument`.
    """
    check_size(content)
    _compile()
    arguments = [sys.executable, "-I", "-S", "-B", "-c", _START, str(limits.memory), str(limits.cpu), name]
    with tempfile.TemporaryFile() as file:
        file.write(asked + b"\0" + content)
        file.seek(0)
        answer, status = answer_of([*arguments, _ROOT, *sys.path], file=file, wall=limits.wall)
    if status == 0:
        try:
            return take(answer or b"")
        except ValueError:
            _logger.warning("The reading child answered something that is not what it was asked for.")
    raise _stopped(status, answered=answer is None)


@cache
def _compile() -> None:
    """Once a process: compile what the children import, because they may write nothing and would do it every time."""
    if not sys.dont_write_bytecode:
        room = Path(__file__).parent
        compile_dir(room, quiet=2)  # without a word where the folder cannot be written to
        compile_dir(room.parent, maxlevels=0, quiet=2)


def _document(answer: bytes) -> Document:
    walls, _, value = answer.partition(b"\n")
    document = wire.loads(value)
    missing = tuple(str(flag)[:60] for flag in json.loads(walls))
    return replace(document, flags=document.flags + missing)


def _stopped(status: int, *, answered: bool) -> UnreadableDocument:
    _logger.warning("The reading child ended with status %s.", status)
    if answered or status in (-signal.SIGXCPU, -signal.SIGKILL):
        return refuse("took-too-long", "Reading this file took too long. Export it again as a plain PDF or DOCX.")
    return refuse("reader-crashed", "This file made its reader fail. Export it again as a plain PDF or DOCX.")
