"""Starts the whole product on one machine, keeps it running and stops it in order.

A supervisor of our own: honcho stops everything at once and kills after five seconds, so workers lose the database
while they finish. Addresses that the environment names are used, and the server they name is not embedded.
"""

import errno
import os
import shutil
import signal
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from recruit.local import addresses, demo_world, migrating, preflight, programs, welcome
from recruit.local.disk import Disk, sentence
from recruit.local.errors import LocalServiceError
from recruit.local.journal import Journal
from recruit.local.keeper import Keeper, Stops
from recruit.local.ports import LOOPBACK, free_port
from recruit.local.postgres import EmbeddedPostgres
from recruit.local.valkey import EmbeddedValkey

_READY_SECONDS = 120
_LOOK_SECONDS = 0.2
_SERVER_ERRORS = 500


class StopAsked(BaseException):
    """Ctrl-C, SIGTERM or a closed terminal; no part of a start may take it for an error of its own."""


@dataclass(frozen=True)
class Wishes:
    """What the person who starts Strata chose, from the environment."""

    home: Path
    host: str
    port: int
    demo: bool

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> "Wishes":
        """Read STRATA_HOME, HOST, PORT and STRATA_DEMO."""
        port = environment.get("PORT") or "8000"
        if not port.isdigit() or not 0 < int(port) < 65536:
            raise LocalServiceError(f"PORT is {port!r}, and a port is a number from 1 to 65535: `PORT=8001 make run`.")
        return cls(
            home=Path(environment.get("STRATA_HOME") or programs.ROOT / ".strata").resolve(),
            host=environment.get("HOST") or LOOPBACK,
            port=int(port),
            # A database that somebody brought gets no invented people unless they ask for them.
            demo=(environment.get("STRATA_DEMO") or ("0" if environment.get("DATABASE_URL") else "1")) == "1",
        )

    @property
    def address(self) -> str:
        """Return the address as this machine's browser reaches it."""
        return f"http://{LOOPBACK if self.host == '0.0.0.0' else self.host}:{self.port}"  # noqa: S104 - a comparison


class Supervisor:
    """One run of the product."""

    def __init__(self, wishes: Wishes, *, journal: Journal, still_there: Callable[[], bool]) -> None:
        self._still_there = still_there
        self._wishes = wishes
        self._journal = journal
        self._keeper = Keeper(journal)
        self._disk = Disk(wishes.home, journal=journal)
        self._environment = _for_children(wishes)
        self._migrating = os.environ.get("MIGRATION_DATABASE_URL") or os.environ.get("DATABASE_URL", "")
        self._began = time.monotonic()
        self._sink = not os.environ.get("EMAIL_URL")

    def run(self) -> None:
        """Start everything and keep it running until asked to stop; then stop in order, whatever happened."""
        try:
            with _signals_raise():
                self._start()
                while True:
                    self._look()
        except StopAsked:
            self._journal.progress("")
            self._journal.say("Stopping: pages, workers, mail, broker, database.")
        finally:
            with _signals_ignored():
                began = time.monotonic()
                self._keeper.stop()
                (self._wishes.home / "environment").unlink(missing_ok=True)
                self._journal.say(
                    f"Stopped after {time.monotonic() - began:.1f} s; the data stay in {self._wishes.home}."
                )

    def _start(self) -> None:
        shutil.rmtree(self._wishes.home / "scratch", ignore_errors=True)
        for folder in ("files", "static", "scratch"):
            (self._wishes.home / folder).mkdir(exist_ok=True, mode=0o700)
        self._start_servers()
        migrating.migrate(self._migrating, environment=self._environment, journal=self._journal)
        self._start_programs()
        self._remember_environment()
        self._wait_until_ready()
        logins = self._demo()
        self._journal.block(
            welcome.block(
                address=self._wishes.address,
                logins=logins,
                mail_to="" if self._sink else addresses.place(self._environment["EMAIL_URL"]),
                seconds=time.monotonic() - self._began,
                home=self._wishes.home,
            )
        )

    def _start_servers(self) -> None:
        if not os.environ.get("DATABASE_URL"):
            postgres = EmbeddedPostgres(self._wishes.home / "postgres", output=self._journal.output("postgres"))
            self._keeper.start("postgres", postgres, stops=Stops.LAST_DATABASE)
            self._environment["DATABASE_URL"] = postgres.url(role="strata_app")
            self._migrating = postgres.url(role="strata_owner")
        if not os.environ.get("REDIS_URL"):
            valkey = EmbeddedValkey(self._wishes.home / "valkey", output=self._journal.output("valkey"))
            self._keeper.start("valkey", valkey, stops=Stops.BROKER)
            self._environment["REDIS_URL"] = valkey.url()

    def _start_programs(self) -> None:
        environment, journal, wishes = self._environment, self._journal, self._wishes
        if self._sink:
            port, folder = free_port(), wishes.home / "mail"
            environment |= {"EMAIL_URL": f"smtp://{LOOPBACK}:{port}", "MAIL_SINK_DIR": str(folder)}
            sink = programs.mail_sink(environment, output=journal.output("mail"), port=port, folder=folder)
            self._keeper.start("mail", sink, stops=Stops.MAIL)
        web = programs.web(environment, output=journal.output("web"), host=wishes.host, port=wishes.port)
        self._keeper.start("web", web, stops=Stops.FIRST_WEB)
        for queue in ("interactive", "bulk"):
            worker = programs.worker(environment, output=journal.output(queue), queue=queue)
            self._keeper.start(queue, worker, stops=Stops.WORKERS)
        embedder = programs.embedder(environment, output=journal.output("embed"))
        self._keeper.start("embed", embedder, stops=Stops.WORKERS)
        sweeper = programs.sweeper(environment, output=journal.output("sweep"))
        self._keeper.start("sweep", sweeper, stops=Stops.WORKERS)
        beat = programs.beat(environment, output=journal.output("beat"), home=wishes.home)
        self._keeper.start("beat", beat, stops=Stops.WORKERS)

    def _remember_environment(self) -> None:
        """Write the addresses for a second terminal: `set -a; . .strata/environment; python manage.py ...`."""
        names = ("DATABASE_URL", "REDIS_URL", "EMAIL_URL", "MAIL_SINK_DIR", "PUBLIC_URL", "MEDIA_ROOT")
        path = self._wishes.home / "environment"
        path.unlink(missing_ok=True)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
            stream.writelines(f"{name}='{self._environment[name]}'\n" for name in names if name in self._environment)

    def _wait_until_ready(self) -> None:
        deadline = time.monotonic() + _READY_SECONDS
        while not _answers(f"{self._wishes.address}/readyz"):
            self._look()
            if time.monotonic() > deadline:
                self._journal.say(f"The pages are not ready after {_READY_SECONDS} s; the lines above say why.")
                return

    def _demo(self) -> demo_world.Logins | None:
        database = os.environ.get("DATABASE_URL", "")
        path = demo_world.file_for(self._wishes.home, database=database)
        known = demo_world.remembered(path)
        if known is not None and (not database or demo_world.hold(known, address=self._wishes.address)):
            return known
        if not self._wishes.demo:
            return None
        self._journal.say(f"Pages answer at {self._wishes.address}/. The demo world is written and read, once.")
        loading = demo_world.Loading(path, environment=self._environment, journal=self._journal)
        try:
            while loading.running():
                self._look()
        except StopAsked:
            loading.stop()
            raise
        return loading.logins()

    def _look(self) -> None:
        if not self._still_there():
            raise LocalServiceError(f"{self._wishes.home} was removed while Strata ran. Start it again: `make run`.")
        self._keeper.look()
        self._disk.look(database_ended=self._keeper.waits_for("postgres"))
        time.sleep(_LOOK_SECONDS)


def run(wishes: Wishes) -> None:
    """Check, lock the folder, and run until asked to stop. Raises LocalServiceError with a sentence for the person."""
    preflight.check_folder(wishes.home)
    preflight.check_disk(wishes.home)
    with preflight.only_instance(wishes.home, told=wishes.address) as still_there:
        preflight.check_port(wishes.host, port=wishes.port)
        addresses.check_addresses(os.environ)
        journal = Journal(wishes.home / "log")
        try:
            Supervisor(wishes, journal=journal, still_there=still_there).run()
        except OSError as error:
            if error.errno not in {errno.ENOSPC, errno.EDQUOT}:
                raise
            raise LocalServiceError(sentence(wishes.home)) from error
        finally:
            journal.close()


def _for_children(wishes: Wishes) -> dict[str, str]:
    defaults = {
        "PUBLIC_URL": wishes.address,
        "MEDIA_ROOT": str(wishes.home / "files"),
        "STATIC_ROOT": str(wishes.home / "static"),
        "HF_HUB_OFFLINE": "1",
        "TOKENIZERS_PARALLELISM": "false",
        "OMP_NUM_THREADS": str(max(1, (os.cpu_count() or 2) // 2)),
        "PYTHONUNBUFFERED": "1",
        # Celery's warning is about pickle, which the settings refuse.
        "PYTHONWARNINGS": "ignore:You're running the worker",
    }
    # what programs leave behind when they are killed goes with the home, and at the next start
    scratch = {name: str(wishes.home / "scratch") for name in ("TMPDIR", "TORCHINDUCTOR_CACHE_DIR")}
    return {**defaults, **os.environ, **scratch}


def _answers(url: str) -> bool:
    try:
        urllib.request.urlopen(url, timeout=5).close()  # noqa: S310 - our own address
    except urllib.error.HTTPError as error:
        return error.code < _SERVER_ERRORS
    except OSError:
        return False
    return True


@contextmanager
def _signals_raise() -> Iterator[None]:
    """Turn the first request to stop into an exception, so that a start is left at whatever point it has reached."""

    def ask(number: int, frame: FrameType | None) -> None:
        for name in _STOPPING:
            signal.signal(name, signal.SIG_IGN)
        raise StopAsked

    for name in _STOPPING:
        signal.signal(name, ask)
    yield


@contextmanager
def _signals_ignored() -> Iterator[None]:
    """A second Ctrl-C must not cut an orderly stop short; every step of it has its own limit."""
    for name in _STOPPING:
        signal.signal(name, signal.SIG_IGN)
    yield


_STOPPING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
