"""Embedded PostgreSQL 18 with pgvector: one cluster in one folder, two roles, one free port of 127.0.0.1.

Two roles, because row-level security is no net for the owner of a table: `strata_owner` migrates, `strata_app` serves
and is neither owner nor superuser. Extensions are made by the bootstrap superuser in the database and in template1, so
that migrations and test databases need no superuser. TCP only: a socket file under a deep folder exceeds the 107
bytes that the kernel allows for its name.
"""

import os
import signal
import subprocess
import time
from contextlib import closing
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

import psycopg
from psycopg import sql

from recruit.local import cluster
from recruit.local.children import Child, identity_for_postgres, start
from recruit.local.errors import LocalServiceError
from recruit.local.ports import LOOPBACK, free_port

Role = Literal["strata_app", "strata_owner", "postgres"]
DATABASE = "strata"
_START_SECONDS = 90
_STOP_SECONDS = 30
_ATTEMPTS = 3

# A laptop's share of memory. Parallel index builds are off because they need /dev/shm, of which a container has 64 MB.
_SETTINGS = {
    "max_connections": "100",
    "shared_buffers": "128MB",
    "effective_cache_size": "1GB",
    "work_mem": "16MB",
    "maintenance_work_mem": "192MB",
    "max_parallel_maintenance_workers": "0",
    "max_wal_size": "512MB",
    "random_page_cost": "1.1",
    "idle_in_transaction_session_timeout": "300s",
    "log_line_prefix": "",
    # What a statement did wrong reaches whoever sent it; the log is for what stops the server.
    "log_min_messages": "fatal",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "unix_socket_directories": "",
    "listen_addresses": LOOPBACK,
}
_FORGETFUL = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
_EXTENSIONS = ("vector", "pg_trgm", "unaccent", "citext", "btree_gin")
_SERVES = "LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOINHERIT"
_MIGRATES = "LOGIN NOSUPERUSER NOBYPASSRLS CREATEDB NOCREATEROLE"


class EmbeddedPostgres:
    """A PostgreSQL server of our own. Start again after a crash keeps the port, so that addresses stay true."""

    def __init__(self, folder: Path, *, output: int | None = None, durable: bool = True) -> None:
        self._folder = folder.resolve()
        self._cluster = self._folder / "cluster"
        self._output = output
        self._durable = durable
        self._child: subprocess.Popen[bytes] | None = None
        self._settled = False
        self.port = free_port()

    def url(self, *, role: Role = "strata_app", database: str = DATABASE) -> str:
        """Return the address of the database for this role, password included."""
        return f"postgresql://{role}:{cluster.read_password(self._folder, role=role)}@{LOOPBACK}:{self.port}/{database}"

    def start(self) -> Self:
        """Start the server, wait until it answers (crash recovery included) and make the roles and the database."""
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        identity = identity_for_postgres()
        programs = cluster.binaries(self._folder, identity=identity)
        cluster.ensure(self._cluster, programs=programs, identity=identity, sync=self._durable)
        cluster.clear_left_behind(self._cluster)
        for attempt in range(1, _ATTEMPTS + 1):
            self._launch(programs)
            if self._wait_until_it_answers():
                break
            if attempt == _ATTEMPTS:
                raise LocalServiceError(self._why_it_stopped())
            # Somebody may have taken the port. Once others know the address it stays, and we wait for it.
            if self._settled:
                time.sleep(1)
            else:
                self.port = free_port()
        self._settled = True
        self._provide()
        return self

    def ask_to_stop(self) -> None:
        """Ask for a fast stop: SIGINT ends the sessions and writes a checkpoint."""
        if self._child is not None and self._child.poll() is None:
            self._child.send_signal(signal.SIGINT)

    def stop(self) -> None:
        """Stop fast; SIGQUIT, which costs a recovery at the next start, only when that hangs."""
        self.ask_to_stop()
        child, self._child = self._child, None
        if child is None:
            return
        try:
            child.wait(timeout=_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            child.send_signal(signal.SIGQUIT)
            child.wait(timeout=_STOP_SECONDS)

    @property
    def child(self) -> "subprocess.Popen[bytes] | None":
        """Return the server's process while it was started and not stopped."""
        return self._child

    @property
    def log(self) -> Path:
        """Return where the server writes when nobody gave it an output."""
        return self._folder / "postgres.log"

    def __enter__(self) -> Self:
        """Start; see `start`."""
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop; see `stop`."""
        self.stop()

    def _launch(self, programs: Path) -> None:
        settings = _SETTINGS | {"port": str(self.port)} | ({} if self._durable else _FORGETFUL)
        flags = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
        command = [str(programs / "postgres"), "-D", str(self._cluster), *flags]
        output = (
            self._output
            if self._output is not None
            else os.open(self.log, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600)
        )
        try:
            self._child = start(
                Child(
                    command=command,
                    output=output,
                    folder=self._folder,
                    identity=identity_for_postgres(),
                    death_signal=signal.SIGINT,
                )
            )
        finally:
            if self._output is None:
                os.close(output)

    def _wait_until_it_answers(self) -> bool:
        """Return whether it answers; false when the process ended, which a taken port also looks like."""
        deadline = time.monotonic() + _START_SECONDS
        while self._child is not None and self._child.poll() is None:
            if cluster.ready(self._cluster, pid=self._child.pid):
                return True
            if time.monotonic() > deadline:
                self.stop()
                raise LocalServiceError(f"PostgreSQL did not answer within {_START_SECONDS} s; its lines say why.")
            time.sleep(0.05)
        return False

    def _why_it_stopped(self) -> str:
        said = self.log.read_text(encoding="utf-8", errors="replace").strip() if self.log.exists() else ""
        last = said.splitlines()[-1] if said else "see its lines in the log"
        return f"PostgreSQL stopped while it was starting: {last}."

    def _provide(self) -> None:
        """Make roles, extensions and the database where they are missing; cheap enough to do at every start."""
        with closing(self._superuser("template1")) as template:
            for role, rights in (("strata_owner", _MIGRATES), ("strata_app", _SERVES)):
                self._provide_role(template, role=role, rights=rights)
            template.execute("GRANT strata_app TO strata_owner")
            _furnish(template)
            found = template.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone()
        if found is None:
            with closing(self._superuser("postgres")) as connection:
                connection.execute(
                    sql.SQL("CREATE DATABASE {} OWNER strata_owner TEMPLATE template1").format(sql.Identifier(DATABASE))
                )
        else:
            with closing(self._superuser(DATABASE)) as connection:
                _furnish(connection)

    def _provide_role(self, connection: "psycopg.Connection[tuple[object, ...]]", *, role: str, rights: str) -> None:
        password = cluster.read_password(self._folder, role=role)
        known = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role]).fetchone()
        verb = "CREATE" if known is None else "ALTER"
        connection.execute(
            sql.SQL("{} ROLE {} WITH {} PASSWORD {}").format(
                sql.SQL(verb), sql.Identifier(role), sql.SQL(rights), sql.Literal(password)
            )
        )

    def _superuser(self, database: str) -> "psycopg.Connection[tuple[object, ...]]":
        return psycopg.connect(self.url(role="postgres", database=database), autocommit=True)


def _furnish(connection: "psycopg.Connection[tuple[object, ...]]") -> None:
    """Give a database its extensions, and the serving role its rights on whatever the owner will create."""
    for extension in _EXTENSIONS:
        connection.execute(sql.SQL("CREATE EXTENSION IF NOT EXISTS {}").format(sql.Identifier(extension)))
    future = sql.SQL("ALTER DEFAULT PRIVILEGES FOR ROLE strata_owner IN SCHEMA public GRANT {} TO strata_app")
    connection.execute(future.format(sql.SQL("SELECT, INSERT, UPDATE, DELETE ON TABLES")))
    connection.execute(future.format(sql.SQL("USAGE, SELECT ON SEQUENCES")))
