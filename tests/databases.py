"""The test database: migrated by the role that owns it, used by the role that serves, restored from a template.

Row-level security does not bind a table's owner, so tests that connected as the owner would prove nothing. Ordinary
tests roll their transaction back. Tests with real transactions cannot be followed by a flush, because a trigger on
the events refuses TRUNCATE: their database is dropped and copied again from the template, which takes 0.1 s.
"""

import os
import time
from collections.abc import Iterator
from urllib.parse import urlsplit

import psycopg
import pytest
from django.core.management import call_command
from django.db import connections
from django.test import TransactionTestCase
from psycopg import sql
from pytest_django.plugin import DjangoDbBlocker

from tests.services import SERVICES

_TEMPLATE_SUFFIX = "_template"
_TRIES = 40


@pytest.fixture(scope="session")
def servers() -> None:
    """PostgreSQL and Valkey are running."""
    SERVICES.start()


@pytest.fixture(scope="session")
def django_db_setup(servers: None, django_test_environment: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Replace pytest-django's own: it creates, migrates and flushes with one and the same role."""
    name = _database_name()
    original = TransactionTestCase._fixture_teardown
    TransactionTestCase._fixture_teardown = _restore_from_template
    with django_db_blocker.unblock():
        _maintain(("DROP DATABASE IF EXISTS {} WITH (FORCE)", [name]), ("CREATE DATABASE {}", [name]))
        _migrate_as_owner()
        _maintain(("ALTER DATABASE {} RENAME TO {}", [name, name + _TEMPLATE_SUFFIX]))
        _copy_template()
    yield
    TransactionTestCase._fixture_teardown = original
    with django_db_blocker.unblock():
        _close_connections()
        for database in (name, name + _TEMPLATE_SUFFIX):
            _maintain(("DROP DATABASE IF EXISTS {} WITH (FORCE)", [database]))


def _restore_from_template(case: TransactionTestCase) -> None:
    _close_connections()
    _copy_template()


def _copy_template() -> None:
    name = _database_name()
    for patience in range(_TRIES, -1, -1):
        try:
            _maintain(
                ("DROP DATABASE IF EXISTS {} WITH (FORCE)", [name]),
                ("CREATE DATABASE {} TEMPLATE {}", [name, name + _TEMPLATE_SUFFIX]),
            )
        except (psycopg.errors.InsufficientPrivilege, psycopg.errors.ObjectInUse):
            # the live server may still be answering a page's last request, and the owner may not end its session
            if not patience:
                raise
            time.sleep(0.25)
        else:
            return


def _migrate_as_owner() -> None:
    """Migrate with the owner's name and password; the serving role's rights come from its default privileges."""
    connection = connections["default"]
    settings = connection.settings_dict
    serving = {key: settings[key] for key in ("USER", "PASSWORD")}
    owner = urlsplit(SERVICES.maintenance_url)
    settings.update(USER=owner.username or "", PASSWORD=owner.password or "")
    try:
        call_command("migrate", verbosity=0, interactive=False)
    finally:
        _close_connections()
        settings.update(serving)


def _close_connections() -> None:
    for connection in connections.all(initialized_only=True):
        connection.close()


def _maintain(*statements: tuple[str, list[str]]) -> None:
    with psycopg.connect(SERVICES.maintenance_url, autocommit=True) as connection:
        for statement, names in statements:
            connection.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))  # type: ignore[arg-type]


def _database_name() -> str:
    return urlsplit(os.environ["DATABASE_URL"]).path.lstrip("/")
