"""A TREC run as a command writes it: the place is tried before the work, and a failure takes no result away."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from django.core.management.base import CommandError

from matching.evaluation import write_run


def check_place(path: Path) -> None:
    """Refuse a place where no file can be written, before hours of work have gone into what it is to hold."""
    new = not path.exists()
    try:
        os.close(os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o666))
    except OSError as error:
        raise _refusal(path, error) from error
    if new:
        path.unlink()


def write(path: Path, rankings: Mapping[str, Sequence[tuple[str, float]]]) -> None:
    """Write the run. Raises CommandError with a sentence: call it when everything else was said."""
    try:
        write_run(path, rankings)
    except OSError as error:
        raise _refusal(path, error) from error


def _refusal(path: Path, error: OSError) -> CommandError:
    reason = (error.strerror or str(error)).lower()
    return CommandError(f"The TREC run cannot be written to {path}: {reason}. Name a file in a folder of yours.")
