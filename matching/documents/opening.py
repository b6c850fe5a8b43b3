"""The bytes of a file that somebody names, never more than can be wanted.

A device has no end, and a pipe has one only when its writer says so: the first is refused, of the second no more is
read than a document may hold. An ordinary file may be larger, because a job board's answer holds many postings.
"""

import stat
from pathlib import Path

from matching.documents.limits import MAX_BYTES, MEGABYTE, refuse

_MOST_OF_A_FILE = 200 * MEGABYTE


def content_of(path: Path) -> bytes:
    """Read a file or a pipe. Raises OSError as opening does, and UnreadableDocument for what is neither or too long."""
    mode = path.stat().st_mode
    if not (stat.S_ISREG(mode) or stat.S_ISFIFO(mode) or stat.S_ISDIR(mode)):
        raise refuse("no-file", "This is a device and no file. Name a document, or the pipe that holds one.")
    most = MAX_BYTES if stat.S_ISFIFO(mode) else _MOST_OF_A_FILE
    with path.open("rb") as file:
        content = file.read(most + 1)
    if len(content) > most:
        raise refuse("file-too-large", f"This file has more than {most // MEGABYTE} MB, which is more than is read.")
    return content
