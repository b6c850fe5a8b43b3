"""A bounded look into the deflated streams of a PDF, before anything parses it.

pdfium aborts the whole process on a deflate bomb, so its streams are unpacked here first with a ceiling; the
ratio is not limited, because an empty picture of a page packs 1,000:1 honestly.
"""

import re
import zlib

from matching.documents.limits import refuse

_STREAM = re.compile(rb"stream\r?\n")
_ROUND = 1 << 20
_MAX_STREAM = 64 << 20
_MAX_TOTAL = 192 << 20
_MAX_DEPTH = 3


def check_streams(content: bytes) -> None:
    """Refuse a PDF whose streams unpack to more than a resume could need."""
    total = 0
    for match in _STREAM.finditer(content):
        start = match.end()
        if content[start : start + 1] in (b"\x78", b"\x48", b"\x58", b"\x68", b"\x38"):
            total += _unpacked(content, start=start, depth=1)
            if total > _MAX_TOTAL:
                raise _bomb()


def _unpacked(packed: bytes, *, start: int, depth: int) -> int:
    unpacker = zlib.decompressobj()
    size, first, waiting = 0, b"", memoryview(packed)[start:]
    try:
        while waiting and not unpacker.eof:
            piece = unpacker.decompress(waiting, _ROUND)
            waiting = memoryview(unpacker.unconsumed_tail)
            first = first or piece
            size += len(piece)
            if size > _MAX_STREAM:
                raise _bomb()
            if not piece:
                break
    except zlib.error:
        return size
    if depth < _MAX_DEPTH and first[:1] == b"\x78" and size < _MAX_STREAM:
        return max(size, _unpacked(first, start=0, depth=depth + 1))
    return size


def _bomb() -> Exception:
    return refuse(
        "bomb", "This file unpacks to far more than a resume or posting holds. Export it again as a plain PDF."
    )
