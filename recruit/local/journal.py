"""One log of many programs: every line prefixed by who wrote it, on the terminal and in a file.

Each program writes into a pipe of its own, and a thread of ours reads it, so that lines never mix. A bar for what
takes long stands below the lines and is drawn again after each of them; without a terminal it becomes a line now and
then.
"""

import os
import sys
import threading
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

_COLOURS = (36, 33, 32, 35, 34, 96, 93, 92, 95, 94)
_WIDTH = 11
_KEPT_BYTES = 5_000_000
_SECONDS_BETWEEN_LINES = 2.0
_CLEAR_LINE = "\r\x1b[2K"
_BAR = 24
# Valkey asks for a setting of the whole machine, for the sake of saving in the background, which is switched off here.
_NO_FAULT = ("WARNING Memory overcommit must be enabled!",)


class Journal:
    """Where everything that runs says what it does."""

    def __init__(self, folder: Path, *, screen: TextIO = sys.stdout) -> None:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self.path = folder / "strata.log"
        if self.path.exists() and self.path.stat().st_size > _KEPT_BYTES:
            self.path.replace(self.path.with_suffix(".log.1"))
        # unbuffered: what a full disk refused must not be tried again with the next line
        self._file = self.path.open("ab", buffering=0)
        self.path.chmod(0o600)
        self._screen = screen
        self._fancy = screen.isatty() and "NO_COLOR" not in os.environ
        self._lock = threading.Lock()
        self._colours: dict[str, int] = {}
        self._pipes: dict[str, int] = {}
        self._threads: list[threading.Thread] = []
        self._bar = ""
        self._drawn_at = 0.0
        self.refused = False

    def output(self, name: str) -> int:
        """Return the descriptor into which the program of this name writes; the same one after a restart."""
        if name not in self._pipes:
            reading, writing = os.pipe()
            self._pipes[name] = writing
            thread = threading.Thread(target=self._follow, args=(name, reading), daemon=True)
            self._threads.append(thread)
            thread.start()
        return self._pipes[name]

    def say(self, text: str, *, name: str = "strata") -> None:
        """Write a line."""
        with self._lock:
            self._write(text, name=name)
            self._draw(
                f"{self._prefix(name)} {text}"
                if self._fancy
                else f"{datetime.now(tz=UTC):%H:%M:%S} {name:<{_WIDTH}} {text}"
            )

    def note(self, text: str, *, name: str) -> None:
        """Write a line into the file only: somebody shows a bar instead."""
        with self._lock:
            self._write(text, name=name)

    def block(self, text: str) -> None:
        """Write several lines as they are, to the terminal only: they may hold passwords."""
        with self._lock:
            self._draw(text)

    def progress(self, text: str, *, name: str = "strata") -> None:
        """Show how far something is; an empty text takes the bar away."""
        with self._lock:
            if self._fancy:
                self._bar = text and f"{self._prefix(name)} {text}"
                self._screen.write(_CLEAR_LINE + self._bar)
                self._screen.flush()
            elif text and time.monotonic() - self._drawn_at > _SECONDS_BETWEEN_LINES:
                self._drawn_at = time.monotonic()
                self._draw(f"{datetime.now(tz=UTC):%H:%M:%S} {name:<{_WIDTH}} {text}")

    def close(self) -> None:
        """Read what the ended programs still left in their pipes, and close."""
        for writing in self._pipes.values():
            os.close(writing)
        for thread in self._threads:
            thread.join(timeout=2)
        self._pipes.clear()
        self._file.close()

    def _follow(self, name: str, reading: int) -> None:
        with os.fdopen(reading, encoding="utf-8", errors="replace") as lines:
            for line in lines:
                if line.strip() and not self._file.closed and not any(each in line for each in _NO_FAULT):
                    self.say(line.rstrip(), name=name)

    def _write(self, text: str, *, name: str) -> None:
        """Append to the file. A disk that is full must stop neither the programs nor us: the terminal has the line."""
        try:
            self._file.write(f"{datetime.now(tz=UTC).isoformat(timespec='milliseconds')} {name} {text}\n".encode())
            self.refused = False
        except OSError:
            self.refused = True

    def _prefix(self, name: str) -> str:
        colour = self._colours.setdefault(name, _COLOURS[len(self._colours) % len(_COLOURS)])
        return f"\x1b[{colour}m{name:<{_WIDTH}}\x1b[0m"

    def _draw(self, text: str) -> None:
        before, after = (_CLEAR_LINE, self._bar) if self._fancy else ("", "")
        try:
            self._screen.write(f"{before}{text}\n{after}")
            self._screen.flush()
        except OSError:
            # The terminal is gone. The file still has every line, and stopping in order matters more.
            self._fancy = False


def bar(text: str, *, done: int, of: int) -> str:
    """Draw a bar before a sentence such as "12 of 24 resumes read"."""
    full = round(min(1.0, done / max(1, of)) * _BAR)
    return f"{'█' * full}{'░' * (_BAR - full)} {text}"
