"""Whether the servers that the environment names answer, asked before anything starts.

The settings refuse what is no address at all; here each server is spoken to once, so that a wrong name or a server
that is down is one sentence now, and not a log of workers that try again for ever.
"""

from collections.abc import Mapping
from urllib.parse import urlsplit

import psycopg
import redis

from recruit.local.errors import LocalServiceError

_SECONDS = 5


def check_addresses(environment: Mapping[str, str]) -> None:
    """Refuse a database or broker of somebody's own that does not answer; what is embedded is not asked."""
    if url := environment.get("DATABASE_URL"):
        _check_database(url, name="DATABASE_URL")
        if owner := environment.get("MIGRATION_DATABASE_URL"):
            _check_database(owner, name="MIGRATION_DATABASE_URL")
    if url := environment.get("REDIS_URL"):
        _check_broker(url)


def place(url: str) -> str:
    """Return host and port of an address, without the name and password that may stand in it."""
    found = urlsplit(url).netloc.rpartition("@")[2]
    return found or "a socket of this machine"


def _check_database(url: str, *, name: str) -> None:
    try:
        psycopg.connect(url, connect_timeout=_SECONDS).close()
    except psycopg.ProgrammingError as error:
        message = (
            f"{name} is no address of a PostgreSQL. Write it as postgresql://user:password@host:5432/database, "
            "or leave it empty: Strata then brings a PostgreSQL of its own."
        )
        raise LocalServiceError(message) from error
    except psycopg.OperationalError as error:
        message = (
            f"No PostgreSQL lets Strata in at {place(url)}, which {name} names ({_reason(error)}). Start that server "
            "or mend the address, or leave the variable empty: Strata then brings a PostgreSQL of its own."
        )
        raise LocalServiceError(message) from error


def _check_broker(url: str) -> None:
    try:
        with redis.Redis.from_url(url, socket_connect_timeout=_SECONDS, socket_timeout=_SECONDS) as client:
            client.ping()
    except (redis.RedisError, OSError, ValueError) as error:
        message = (
            f"No Redis or Valkey lets Strata in at {place(url)}, which REDIS_URL names ({_reason(error)}). Start that "
            "server or mend the address, or leave the variable empty: Strata then brings a Valkey of its own."
        )
        raise LocalServiceError(message) from error


def _reason(error: Exception) -> str:
    """Return what the driver says, in one line; libpq puts its reason behind the last colon of its first line."""
    first = str(error).strip().splitlines()[0].rstrip(".") if str(error).strip() else type(error).__name__
    return first.rpartition("failed: ")[2].removeprefix("FATAL:  ")
