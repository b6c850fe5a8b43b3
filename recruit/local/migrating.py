"""Bring the database up to date: count what it lacks, and only then start `manage.py migrate`.

Almost every start finds nothing to migrate. Comparing names takes 0.1 s, where `manage.py migrate` takes seconds to
find out the same.
"""

import sys
from collections.abc import Mapping

import psycopg
from django.db.migrations.loader import MigrationLoader

from recruit.local.errors import LocalServiceError
from recruit.local.journal import Journal, bar
from recruit.local.programs import ROOT
from recruit.local.watched import Watched


def due(url: str) -> int:
    """Return the number of migrations on disk that the database at this address has not recorded."""
    loader = MigrationLoader(None)
    on_disk = set(loader.disk_migrations or {})
    with psycopg.connect(url) as connection:
        if connection.execute("SELECT to_regclass('django_migrations')").fetchone() == (None,):
            return len(on_disk)
        applied = set(connection.execute("SELECT app, name FROM django_migrations"))
    return len(on_disk - applied)


def migrate(url: str, *, environment: Mapping[str, str], journal: Journal) -> None:
    """Migrate as the role in this address, with a bar; the steps stand in the log."""
    steps = due(url)
    if steps == 0:
        return
    done, last = 0, ""

    def on_line(line: str) -> None:
        nonlocal done, last
        last = line
        journal.note(line, name="migrate")
        if line.endswith("... OK"):
            done += 1
            journal.progress(bar(f"{done} of {steps} migrations", done=done, of=steps), name="migrate")

    command = [sys.executable, str(ROOT / "manage.py"), "migrate", "--noinput"]
    program = Watched(
        command, environment={**environment, "DATABASE_URL": url, "MIGRATION_DATABASE_URL": url}, on_line=on_line
    )
    try:
        status = program.status()
    finally:
        program.stop()
        journal.progress("")
    if status != 0:
        raise LocalServiceError(f"The database could not be migrated: {last} ({journal.path} has all of it.)")
    journal.say(f"The database is migrated, {steps} steps.")
