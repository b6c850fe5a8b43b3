"""A program that runs once while we do other things; each of its lines goes to whoever asked for it."""

import os
import subprocess
import threading
from collections.abc import Callable, Mapping, Sequence

from recruit.local.children import Child, start
from recruit.local.programs import ROOT


class Watched:
    """Start it, ask `running` now and then, and read its `status` at the end."""

    def __init__(
        self, command: Sequence[str], *, environment: Mapping[str, str], on_line: Callable[[str], None]
    ) -> None:
        self._on_line = on_line
        reading, writing = os.pipe()
        self._child: subprocess.Popen[bytes] = start(
            Child(command=command, output=writing, folder=ROOT, environment=environment)
        )
        os.close(writing)
        self._reader = threading.Thread(target=self._follow, args=(reading,), daemon=True)
        self._reader.start()

    def running(self) -> bool:
        """Say whether it still runs."""
        return self._child.poll() is None

    def status(self) -> int:
        """Wait for its end and for its last line; return its exit status."""
        status = self._child.wait()
        self._reader.join(timeout=5)
        return status

    def stop(self) -> None:
        """Ask it to end and wait."""
        self._child.terminate()
        self._child.wait()

    def _follow(self, reading: int) -> None:
        with os.fdopen(reading, encoding="utf-8", errors="replace") as lines:
            for line in filter(None, map(str.strip, lines)):
                self._on_line(line)
