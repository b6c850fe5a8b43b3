"""Ask the kernel whether a program still runs. A zombie does not: it waits for an init that may not collect it."""

import time
from collections.abc import Callable
from pathlib import Path


def alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"


def whose_command_names(word: str) -> set[int]:
    """Return the running programs which have the word in their command line or their environment."""
    found = set()
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            told = (entry / "cmdline").read_bytes() + (entry / "environ").read_bytes()
        except OSError:
            continue
        if word.encode() in told and alive(int(entry.name)):
            found.add(int(entry.name))
    return found


def wait_until(holds: Callable[[], bool], *, seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, f"It did not become true within {seconds} s."
        time.sleep(0.05)
