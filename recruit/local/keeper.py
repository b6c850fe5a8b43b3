"""Keeps what was started running: a program that ends unasked is started again, later each time it ends soon."""

import subprocess
import time
from dataclasses import dataclass, field
from enum import IntEnum
from itertools import groupby
from typing import Protocol

from recruit.local.errors import LocalServiceError
from recruit.local.journal import Journal
from recruit.local.programs import clear_session

_FIRST_DELAY = 1.0
_LONGEST_DELAY = 30.0
_STEADY_SECONDS = 60.0


class Stops(IntEnum):
    """When a program is stopped: nothing may end before what still uses it."""

    FIRST_WEB = 1
    WORKERS = 2
    MAIL = 3
    BROKER = 4
    LAST_DATABASE = 5


class Startable(Protocol):
    """A program, or an embedded server."""

    @property
    def child(self) -> "subprocess.Popen[bytes] | None":
        """Return its process while it should run."""
        ...

    def start(self) -> object:
        """Start it, again if it ended."""
        ...

    def ask_to_stop(self) -> None:
        """Ask, without waiting."""
        ...

    def stop(self) -> None:
        """Stop it and wait until it has ended."""
        ...


@dataclass
class _Kept:
    name: str
    program: Startable
    stops: Stops
    started: float
    delay: float = _FIRST_DELAY
    due: float | None = None


@dataclass
class Keeper:
    """What runs, in the order in which it was started."""

    journal: Journal
    _kept: list[_Kept] = field(default_factory=list)

    def start(self, name: str, program: Startable, *, stops: Stops) -> None:
        """Start it and keep it running from now on. Known before it starts, so that it is stopped whatever happens."""
        kept = _Kept(name, program, stops, started=time.monotonic())
        self._kept.append(kept)
        program.start()
        kept.started = time.monotonic()

    def look(self) -> None:
        """Find what ended, say so, and start again what is due. Call it a few times a second."""
        for kept in self._kept:
            if kept.due is None:
                self._notice(kept)
            elif time.monotonic() >= kept.due:
                self._start_again(kept)

    def waits_for(self, name: str) -> bool:
        """Say whether the program of this name has ended and is not back yet."""
        return any(kept.name == name and kept.due is not None for kept in self._kept)

    def stop(self) -> None:
        """Stop in order; what stops at the same time is asked first and waited for afterwards."""
        for _, group in groupby(sorted(self._kept, key=lambda kept: kept.stops), key=lambda kept: kept.stops):
            together = list(group)
            for kept in together:
                kept.program.ask_to_stop()
            for kept in together:
                kept.program.stop()
        self._kept.clear()

    def _notice(self, kept: _Kept) -> None:
        child = kept.program.child
        if child is None or child.poll() is None:
            return
        clear_session(child.pid)
        if time.monotonic() - kept.started > _STEADY_SECONDS:
            kept.delay = _FIRST_DELAY
        ended = f"signal {-child.returncode}" if child.returncode < 0 else f"status {child.returncode}"
        self.journal.say(f"{kept.name} ended with {ended}; it starts again in {kept.delay:.0f} s.")
        kept.due = time.monotonic() + kept.delay
        kept.delay = min(kept.delay * 2, _LONGEST_DELAY)

    def _start_again(self, kept: _Kept) -> None:
        try:
            kept.program.start()
        except (LocalServiceError, OSError) as error:
            self.journal.say(str(error))
            kept.due = time.monotonic() + kept.delay
            kept.delay = min(kept.delay * 2, _LONGEST_DELAY)
        else:
            kept.started, kept.due = time.monotonic(), None
            self.journal.say(f"{kept.name} runs again.")
