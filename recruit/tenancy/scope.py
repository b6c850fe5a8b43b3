"""Which workspace a piece of work belongs to: a transaction-local PostgreSQL setting and its mirror in Python.

Row-level security reads `strata.workspace`; a missing setting shows no row. The setting is local to the
transaction, so a pooled connection can never carry it to the next request. What was turned down: one schema per
tenant (migrations grow with customers) and a filter in each view (one forgotten line is a leak).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from uuid import UUID

from django.db import connection, transaction

_current: ContextVar[UUID | None] = ContextVar("workspace", default=None)


class UnscopedQuery(RuntimeError):
    """A tenant-owned table was queried outside of any workspace: a bug, never shown to a person."""


def current_workspace() -> UUID:
    """The id of the workspace in scope. Raises UnscopedQuery outside of one."""
    workspace = _current.get()
    if workspace is None:
        raise UnscopedQuery("Open a workspace_scope(...) before touching tenant-owned rows.")
    return workspace


@contextmanager
def workspace_scope(workspace: UUID) -> Iterator[None]:
    """Run a block in one transaction, as one workspace: only its rows can be seen or written."""
    outer = _current.get()
    token = _current.set(workspace)
    try:
        with transaction.atomic():
            _set("strata.workspace", str(workspace))
            yield
    finally:
        _current.reset(token)
        _restore("strata.workspace", str(outer) if outer else "")


@contextmanager
def lookup(setting: str, value: str) -> Iterator[None]:
    """Open the one row that a credential names (`strata.user`, `strata.key_prefix`) or all jobs (`strata.jobs`)."""
    try:
        with transaction.atomic():
            _set(setting, value)
            yield
    finally:
        _restore(setting, "")


def _set(setting: str, value: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config(%s, %s, true)", [setting, value])


def _restore(setting: str, value: str) -> None:
    # inside an outer transaction the setting would outlive this block; alone, the commit has dropped it already
    if connection.in_atomic_block and not connection.needs_rollback:
        _set(setting, value)
