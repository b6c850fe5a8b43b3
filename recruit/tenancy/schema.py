"""Migration operations that raise the walls: row-level security and foreign keys that cannot cross a workspace."""

from django.db.migrations.operations import RunSQL

_IN_SCOPE = "workspace_id = NULLIF(current_setting('strata.workspace', true), '')::uuid"


def protect(table: str, *, or_visible: str = "") -> RunSQL:
    """Row-level security, forced on the owner too. `or_visible` opens single rows to a credential (reads only)."""
    using = f"{_IN_SCOPE} OR {or_visible}" if or_visible else _IN_SCOPE
    return RunSQL(
        sql=[
            f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
            f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY",
            f"CREATE POLICY tenant ON {table} USING ({using}) WITH CHECK ({using})",
        ],
        reverse_sql=[
            f"DROP POLICY tenant ON {table}",
            f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY",
            f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY",
        ],
    )


def identify(table: str) -> RunSQL:
    """Make (workspace_id, id) a key, so that other tables can bind to it."""
    return RunSQL(
        sql=f"ALTER TABLE {table} ADD CONSTRAINT {table}_in_workspace UNIQUE (workspace_id, id)",
        reverse_sql=f"ALTER TABLE {table} DROP CONSTRAINT {table}_in_workspace",
    )


def bind(table: str, column: str, parent: str) -> RunSQL:
    """A composite foreign key: a row can only point at a parent of its own workspace."""
    name = f"{table}_{column}_same_workspace"
    return RunSQL(
        sql=(
            f"ALTER TABLE {table} ADD CONSTRAINT {name} FOREIGN KEY (workspace_id, {column}) "
            f"REFERENCES {parent} (workspace_id, id) DEFERRABLE INITIALLY DEFERRED"
        ),
        reverse_sql=f"ALTER TABLE {table} DROP CONSTRAINT {name}",
    )
