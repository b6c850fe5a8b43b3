"""The programs of the product as the supervisor starts them: command, environment, how long each may take to end."""

import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from recruit.local.children import Child, start

ROOT = Path(__file__).resolve().parent.parent.parent
_CELERY = [sys.executable, "-m", "celery", "--quiet", "-A", "recruit.celery:app"]
_QUIET = ["--without-gossip", "--without-mingle", "--without-heartbeat", "--loglevel=INFO"]
# PostgreSQL has 100 connections; a worker needs one, and a pool's thread would not survive the fork of its children.
_NO_POOL = {"DATABASE_POOL": "0"}


@dataclass
class Program:
    """One program that is kept running until it is asked to stop."""

    name: str
    command: Sequence[str]
    environment: Mapping[str, str]
    output: int
    seconds_to_stop: float = 10.0
    child: "subprocess.Popen[bytes] | None" = field(default=None, init=False)

    def start(self) -> None:
        """Start it; what it does afterwards is seen by its child's status."""
        self.child = start(Child(command=self.command, output=self.output, folder=ROOT, environment=self.environment))

    def ask_to_stop(self) -> None:
        """Ask with SIGTERM, so that several can end at the same time before the first is waited for."""
        if self.child is not None and self.child.poll() is None:
            self.child.send_signal(signal.SIGTERM)

    def stop(self) -> None:
        """Ask, wait, and end by force what is left of its session: a pool's children outlive a killed parent."""
        self.ask_to_stop()
        child, self.child = self.child, None
        if child is None:
            return
        try:
            child.wait(timeout=self.seconds_to_stop)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
        clear_session(child.pid)


def clear_session(leader: int) -> None:
    """End whatever an ended program left in the session it led."""
    try:
        os.killpg(leader, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        return


def web(environment: Mapping[str, str], *, output: int, host: str, port: int) -> Program:
    """One process with threads: on a laptop, pages wait for the database and not for each other."""
    options = [f"--bind={host}:{port}", "--workers=1", "--threads=8", "--graceful-timeout=5", "--no-control-socket"]
    shared_memory = Path("/dev/shm")  # noqa: S108 - gunicorn's heartbeat file; on a slow disk it stalls the server
    if shared_memory.is_dir():
        options.append(f"--worker-tmp-dir={shared_memory}")
    command = [sys.executable, "-m", "gunicorn", "recruit.wsgi", *options, "--log-level=warning"]
    return Program("web", command, environment, output)


def worker(environment: Mapping[str, str], *, output: int, queue: str) -> Program:
    """A worker of one queue, so that nobody's click waits behind an import."""
    command = [*_CELERY, "worker", f"--queues={queue}", f"--hostname={queue}@strata", "--concurrency=1", *_QUIET]
    return Program(queue, command, {**environment, **_NO_POOL}, output, seconds_to_stop=20)


def embedder(environment: Mapping[str, str], *, output: int) -> Program:
    """The only program that loads torch. Solo, because a fork after torch has made its threads hangs."""
    command = [*_CELERY, "worker", "--queues=embed", "--hostname=embed@strata", "--pool=solo", *_QUIET]
    return Program("embed", command, {**environment, **_NO_POOL}, output, seconds_to_stop=20)


def sweeper(environment: Mapping[str, str], *, output: int) -> Program:
    """The worker that is always free to take back the work of dead ones. Solo: it runs nothing that could hang it."""
    command = [*_CELERY, "worker", "--queues=sweep", "--hostname=sweep@strata", "--pool=solo", *_QUIET]
    return Program("sweep", command, {**environment, **_NO_POOL}, output, seconds_to_stop=20)


def beat(environment: Mapping[str, str], *, output: int, home: Path) -> Program:
    """The clock that rings for the sweep."""
    command = [*_CELERY, "beat", f"--schedule={home / 'beat'}", "--pidfile=", "--loglevel=WARNING"]
    return Program("beat", command, {**environment, **_NO_POOL}, output)


def mail_sink(environment: Mapping[str, str], *, output: int, port: int, folder: Path) -> Program:
    """The SMTP server that keeps every message here."""
    command = [sys.executable, "-m", "recruit.local.mail_sink", "--port", str(port), "--folder", str(folder)]
    return Program("mail", command, environment, output)
