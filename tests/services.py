"""The servers that tests run against: embedded ones, started only when a selected test needs the database.

A pytest plugin, named in pyproject's addopts with -p: the addresses must stand in the environment before Django's
settings are read, and pytest-django reads them before any conftest. The addresses are known before the servers run
(port and passwords are chosen first), so tests of the pure science start nothing at all.

DATABASE_URL names the test database and the serving role, so that a worker or a web server which a test starts as a
child finds the same database. Given from outside, it is used with a database named test_... beside it.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest

from recruit.local.postgres import EmbeddedPostgres
from recruit.local.valkey import EmbeddedValkey

_CHOSEN = "STRATA_TESTS_CHOSE"


@dataclass
class Services:
    """Where the servers are; `start` brings up those of ours."""

    maintenance_url: str = ""
    postgres: EmbeddedPostgres | None = None
    valkey: EmbeddedValkey | None = None
    started: bool = False

    @cached_property
    def folder(self) -> Path:
        folder = Path(tempfile.mkdtemp(prefix="strata-tests-"))
        # PostgreSQL runs as the user nobody where root has no namespaces: it must be able to pass through.
        folder.chmod(0o711)
        return folder

    def announce(self) -> None:
        """Put the addresses into the environment, ours where none were given."""
        database = f"test_strata_{os.getpid()}"
        # where tests run side by side, each process has servers of its own: what the first one chose is not for us
        for variable in os.environ.pop(_CHOSEN, "").split():
            os.environ.pop(variable, None)
        chosen: list[str] = []
        if not os.environ.get("DATABASE_URL"):
            self.postgres = EmbeddedPostgres(self.folder / "postgres", durable=False)
            os.environ["DATABASE_URL"] = self.postgres.url(role="strata_app")
            os.environ["MIGRATION_DATABASE_URL"] = self.postgres.url(role="strata_owner")
            chosen += ["DATABASE_URL", "MIGRATION_DATABASE_URL"]
        if not os.environ.get("REDIS_URL"):
            self.valkey = EmbeddedValkey(self.folder / "valkey")
            os.environ["REDIS_URL"] = self.valkey.url()
            chosen += ["REDIS_URL"]
        os.environ[_CHOSEN] = " ".join(chosen)
        self.maintenance_url = os.environ.get("MIGRATION_DATABASE_URL") or os.environ["DATABASE_URL"]
        os.environ["MIGRATION_DATABASE_URL"] = with_database(self.maintenance_url, name=database)
        os.environ["DATABASE_URL"] = with_database(os.environ["DATABASE_URL"], name=database)
        for variable in ("STATIC_ROOT", "MEDIA_ROOT"):
            # Files that tests write go with the servers, and WhiteNoise warns about a folder that is not there.
            os.environ[variable] = str(self.folder / variable.lower())
            Path(os.environ[variable]).mkdir()
        # A pool keeps connections open that would stand in the way of replacing the database between tests.
        os.environ.setdefault("DATABASE_POOL", "0")

    def start(self) -> None:
        if self.started:
            return
        self.started = True
        if self.postgres is not None:
            self.postgres.start()
        if self.valkey is not None:
            self.valkey.start()

    def stop(self) -> None:
        if self.valkey is not None:
            self.valkey.stop()
        if self.postgres is not None:
            self.postgres.stop()
        if "folder" in vars(self):
            shutil.rmtree(self.folder, ignore_errors=True)


def with_database(url: str, *, name: str) -> str:
    """Return the address with another database in it."""
    return urlunsplit(urlsplit(url)._replace(path=f"/{name}"))


SERVICES = Services()


@pytest.hookimpl(wrapper=True)
def pytest_load_initial_conftests() -> Iterator[None]:
    """A wrapper runs before every other implementation, and so before pytest-django reads the settings."""
    SERVICES.announce()
    yield


def pytest_unconfigure() -> None:
    SERVICES.stop()
