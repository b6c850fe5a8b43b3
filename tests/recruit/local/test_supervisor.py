"""`manage.py run` as its user meets it: one block, one log, nothing left behind, nothing lost."""

import os
import re
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest

from recruit.local.ports import LOOPBACK, free_port
from tests.recruit.local.left_behind import wait_until, whose_command_names

ROOT = Path(__file__).resolve().parents[3]
EMBEDDED = {
    "DATABASE_URL",
    "MIGRATION_DATABASE_URL",
    "REDIS_URL",
    "EMAIL_URL",
    "MEDIA_ROOT",
    "STATIC_ROOT",
    "DATABASE_POOL",
}
PROGRAMS = ("postgres", "valkey", "mail", "web", "interactive", "bulk", "embed", "sweep", "beat")

pytestmark = pytest.mark.faults


@dataclass
class Running:
    """A supervisor that has finished its start."""

    program: "subprocess.Popen[bytes]"
    home: Path
    port: int
    screen: Path

    @property
    def shown(self) -> str:
        return self.screen.read_text(encoding="utf-8")

    @property
    def log(self) -> str:
        return (self.home / "log" / "strata.log").read_text(encoding="utf-8")

    def pid_of(self, word: str) -> int:
        """Return the pid of the supervisor's child with this word in its command line; it may be about to start."""
        found: list[int] = []
        wait_until(lambda: bool(found.extend(self._children_with(word)) or found), seconds=40)
        return found[0]

    def _children_with(self, word: str) -> list[int]:
        listed = Path(f"/proc/{self.program.pid}/task/{self.program.pid}/children").read_text(encoding="utf-8").split()
        return [int(pid) for pid in listed if word in Path(f"/proc/{pid}/cmdline").read_text(encoding="utf-8")]

    def database_answers(self) -> bool:
        """Ask at the address that was told to the programs at the start."""
        told = (self.home / "environment").read_text(encoding="utf-8")
        (address,) = re.findall(r"^DATABASE_URL='(.*)'$", told, flags=re.MULTILINE)
        with psycopg.connect(address) as connection:
            return connection.execute("SELECT count(*) > 0 FROM django_migrations").fetchone() == (True,)

    def status(self, path: str) -> int:
        try:
            with urllib.request.urlopen(f"http://{LOOPBACK}:{self.port}{path}", timeout=5) as answer:
                return int(answer.status)
        except OSError:
            return 0


def environment(home: Path, **more: str) -> dict[str, str]:
    """Return our environment without the addresses of the test servers."""
    kept = {name: value for name, value in os.environ.items() if name not in EMBEDDED}
    return {**kept, "STRATA_HOME": str(home), "STRATA_DEMO": "0", **more}


@contextmanager
def supervised(home: Path) -> Iterator[Running]:
    home.parent.parent.chmod(0o711)
    home.parent.chmod(0o711)
    port = free_port()
    screen = home.with_suffix(".screen")
    with (
        screen.open("wb") as output,
        subprocess.Popen(
            [sys.executable, "manage.py", "run"],
            cwd=ROOT,
            env=environment(home, PORT=str(port)),
            stdout=output,
            stderr=subprocess.STDOUT,
        ) as program,
    ):
        started = Running(program, home, port, screen)
        try:
            wait_until(lambda: "Ctrl-C" in started.shown or program.poll() is not None, seconds=120)
            assert program.poll() is None, started.shown
            yield started
        finally:
            program.kill()
            program.wait()


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with supervised(tmp_path_factory.mktemp("run") / "home") as started:
        yield started


def test_a_started_house_answers_and_shows_its_mail(running: Running) -> None:
    assert running.status("/readyz") == 200
    assert running.status("/mail/") == 200
    assert running.database_answers()


def test_a_second_instance_is_refused_with_the_address_of_the_first(running: Running) -> None:
    second = subprocess.run(
        [sys.executable, "manage.py", "run"],
        cwd=ROOT,
        env=environment(running.home, PORT=str(free_port())),
        capture_output=True,
        check=False,
        text=True,
    )
    assert second.returncode != 0
    assert second.stderr.strip().startswith("CommandError: Strata already runs from")
    assert f"{LOOPBACK}:{running.port}" in second.stderr
    assert running.status("/readyz") == 200


@pytest.mark.parametrize(
    ("name", "word"), [("interactive", "interactive@strata"), ("web", "gunicorn"), ("valkey", "valkey")]
)
def test_a_program_that_dies_is_started_again_and_the_log_says_so(running: Running, name: str, word: str) -> None:
    os.kill(running.pid_of(word), signal.SIGKILL)
    wait_until(lambda: f"{name} ended with signal 9" in running.log, seconds=10)
    wait_until(lambda: f"{name} runs again." in running.log, seconds=20)
    wait_until(lambda: running.status("/readyz") == 200, seconds=30)


def test_a_database_that_dies_recovers_at_the_same_address(running: Running) -> None:
    os.kill(running.pid_of("pginstall"), signal.SIGKILL)
    wait_until(lambda: "postgres runs again." in running.log, seconds=60)
    assert running.database_answers()


def test_nothing_readable_by_others_holds_a_password(running: Running) -> None:
    secrets = [
        path
        for path in running.home.rglob("*")
        if path.suffix in {".secret", ".conf"} and path.parent.name != "cluster"
    ]
    for path in [*secrets, running.home / "environment", running.home / "log" / "strata.log"]:
        assert path.stat().st_mode & 0o077 == 0, path


def test_what_programs_leave_behind_lies_in_the_home(running: Running) -> None:
    told = Path(f"/proc/{running.pid_of('embed@strata')}/environ").read_text(encoding="utf-8").split("\0")
    scratch = running.home / "scratch"
    assert {f"TMPDIR={scratch}", f"TORCHINDUCTOR_CACHE_DIR={scratch}"} <= set(told)
    assert scratch.stat().st_mode & 0o077 == 0


def test_the_log_holds_no_warning_about_what_is_no_fault(running: Running) -> None:
    assert running.status("/api/v1/openapi") == 200
    for phrase in ("Memory overcommit", "Discarding revoked task", "Warning ["):
        assert phrase not in running.log


def test_ctrl_c_stops_all_in_order_and_leaves_nothing_but_the_data(tmp_path: Path) -> None:
    with supervised(tmp_path / "home") as started:
        assert whose_command_names(str(started.home)) > {started.program.pid}
        os.kill(started.program.pid, signal.SIGINT)
        assert started.program.wait(timeout=60) == 0, started.shown
        assert "Stopped after" in started.shown
        assert whose_command_names(str(started.home)) == set()
        assert (started.home / "postgres" / "cluster" / "PG_VERSION").exists()
        assert not (started.home / "environment").exists()
        assert not (started.home / "postgres" / "cluster" / "postmaster.pid").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="optional: only Linux signals the children of a dead parent")
def test_kill_9_of_the_supervisor_leaves_nothing_running_and_the_next_start_works(tmp_path: Path) -> None:
    with supervised(tmp_path / "home") as started:
        os.kill(started.program.pid, signal.SIGKILL)
        started.program.wait()
        wait_until(lambda: whose_command_names(str(started.home)) == set(), seconds=30)
    with supervised(tmp_path / "home") as again:
        assert again.status("/readyz") == 200
