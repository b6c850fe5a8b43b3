"""The embedded PostgreSQL: roles, extensions, stop, crash and left-behind files."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from recruit.local.postgres import EmbeddedPostgres
from tests.recruit.local.left_behind import alive, wait_until


@pytest.fixture
def server(tmp_path: Path) -> Iterator[EmbeddedPostgres]:
    tmp_path.parent.parent.chmod(0o711)
    with EmbeddedPostgres(tmp_path / "postgres", durable=False) as started:
        yield started


def test_the_serving_role_is_neither_owner_nor_superuser(server: EmbeddedPostgres) -> None:
    with psycopg.connect(server.url(role="strata_app")) as connection:
        rights = connection.execute(
            "SELECT rolsuper, rolbypassrls, rolcreatedb, rolcreaterole FROM pg_roles WHERE rolname = current_user"
        ).fetchone()
        owner = connection.execute(
            "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = current_database()"
        ).fetchone()
    assert rights == (False, False, False, False)
    assert owner == ("strata_owner",)


def test_the_serving_role_uses_what_the_owner_makes_but_changes_no_table(server: EmbeddedPostgres) -> None:
    with psycopg.connect(server.url(role="strata_owner")) as owner:
        owner.execute("CREATE TABLE note (id bigint GENERATED ALWAYS AS IDENTITY, text text)")
    with psycopg.connect(server.url(role="strata_app"), autocommit=True) as app:
        app.execute("INSERT INTO note (text) VALUES ('first')")
        assert app.execute("SELECT id, text FROM note").fetchall() == [(1, "first")]
        for refused in ("ALTER TABLE note ADD more int", "TRUNCATE note", "CREATE TABLE other (id int)"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                app.execute(refused)


def test_row_level_security_binds_the_serving_role(server: EmbeddedPostgres) -> None:
    with psycopg.connect(server.url(role="strata_owner")) as owner:
        owner.execute("CREATE TABLE secret (id int)")
        owner.execute("INSERT INTO secret VALUES (1)")
        owner.execute("ALTER TABLE secret ENABLE ROW LEVEL SECURITY")
    with psycopg.connect(server.url(role="strata_app")) as app:
        assert app.execute("SELECT * FROM secret").fetchall() == []


def test_a_database_that_the_owner_makes_has_the_extensions(server: EmbeddedPostgres) -> None:
    with psycopg.connect(server.url(role="strata_owner"), autocommit=True) as owner:
        owner.execute("CREATE DATABASE another")
    with psycopg.connect(server.url(role="strata_owner", database="another")) as another:
        found = {row[0] for row in another.execute("SELECT extname FROM pg_extension")}
        near = another.execute("SELECT '[1,2]'::halfvec(2) <=> '[1,2]'::halfvec(2)").fetchone()
    assert {"vector", "pg_trgm", "unaccent", "citext", "btree_gin"} <= found
    assert near == (0.0,)


def test_nobody_enters_without_the_password(server: EmbeddedPostgres) -> None:
    with pytest.raises(psycopg.OperationalError, match="password"):
        psycopg.connect(f"postgresql://postgres:wrong@127.0.0.1:{server.port}/strata")


def test_what_was_committed_survives_a_stop(tmp_path: Path) -> None:
    tmp_path.parent.parent.chmod(0o711)
    folder = tmp_path / "postgres"
    with EmbeddedPostgres(folder) as first, psycopg.connect(first.url(role="strata_owner")) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 7 AS number")
    with EmbeddedPostgres(folder) as second, psycopg.connect(second.url()) as connection:
        assert connection.execute("SELECT number FROM kept").fetchone() == (7,)


@pytest.mark.faults
def test_what_was_committed_survives_kill_9_and_the_address_stays(tmp_path: Path) -> None:
    tmp_path.parent.parent.chmod(0o711)
    with EmbeddedPostgres(tmp_path / "postgres") as server:
        address = server.url()
        with psycopg.connect(server.url(role="strata_owner")) as connection:
            connection.execute("CREATE TABLE kept AS SELECT generate_series(1, 20000) AS number")
        assert server.child is not None
        server.child.kill()
        server.child.wait()
        server.start()
        assert server.url() == address
        with psycopg.connect(address) as connection:
            assert connection.execute("SELECT count(*) FROM kept").fetchone() == (20000,)


def test_a_pid_file_whose_number_belongs_to_another_program_is_no_obstacle(tmp_path: Path) -> None:
    tmp_path.parent.parent.chmod(0o711)
    folder = tmp_path / "postgres"
    EmbeddedPostgres(folder, durable=False).start().stop()
    (folder / "cluster" / "postmaster.pid").write_text(f"{os.getpid()}\n{folder}/cluster\n", encoding="utf-8")
    with EmbeddedPostgres(folder, durable=False) as server:
        psycopg.connect(server.url()).close()


def test_an_initdb_that_was_cut_short_is_cleared_away(tmp_path: Path) -> None:
    tmp_path.parent.parent.chmod(0o711)
    half = tmp_path / "postgres" / "cluster.new-1"
    half.mkdir(parents=True)
    with EmbeddedPostgres(tmp_path / "postgres", durable=False) as server:
        psycopg.connect(server.url()).close()
    assert not half.exists()


@pytest.mark.faults
@pytest.mark.skipif(sys.platform != "linux", reason="optional: only Linux signals the children of a dead parent")
def test_the_server_ends_when_whoever_started_it_is_killed(tmp_path: Path) -> None:
    tmp_path.parent.parent.chmod(0o711)
    program = (
        "import sys, time; from pathlib import Path; from recruit.local.postgres import EmbeddedPostgres\n"
        "server = EmbeddedPostgres(Path(sys.argv[1])).start(); print(server.child.pid, flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", program, str(tmp_path)], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        pid = int(parent.stdout.readline())
        assert alive(pid)
        parent.send_signal(signal.SIGKILL)
    wait_until(lambda: not alive(pid), seconds=10)
