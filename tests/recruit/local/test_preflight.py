"""Each thing that stands in the way of a start is one sentence that says what to do."""

import os
import re
import shutil
import socket
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from recruit.local import preflight
from recruit.local.clean import clean
from recruit.local.errors import LocalServiceError
from recruit.local.ports import LOOPBACK, free_port
from recruit.local.supervisor import Wishes

_NOBODY = 65534
_FIRST_UNPRIVILEGED = Path("/proc/sys/net/ipv4/ip_unprivileged_port_start")
_FREE_FOR_ALL = _FIRST_UNPRIVILEGED.exists() and int(_FIRST_UNPRIVILEGED.read_text(encoding="ascii")) <= 80


def test_a_taken_port_names_a_free_one() -> None:
    with socket.create_server((LOOPBACK, 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(LocalServiceError) as refusal:
            preflight.check_port(LOOPBACK, port=port)
    sentence = str(refusal.value)
    assert sentence.startswith(f"Port {port} is taken by another program.")
    named = re.search(r"`PORT=(\d+) make run`", sentence)
    assert named is not None
    preflight.check_port(LOOPBACK, port=int(named[1]))


def test_a_last_port_that_is_taken_names_a_free_one_too() -> None:
    sentence = _refused_port(LOOPBACK, 65535, taken=True)
    assert re.search(r"`PORT=[1-9]\d+ make run`", sentence)


@pytest.mark.skipif(_FREE_FOR_ALL, reason="optional: on this machine every port is for everybody")
def test_a_port_that_needs_rights_says_so() -> None:
    with _ordinary_user():
        sentence = _refused_port(LOOPBACK, 80)
    assert sentence.startswith("Port 80 needs rights that you do not have here.")
    named = re.search(r"`PORT=(\d+) make run`", sentence)
    assert named is not None
    preflight.check_port(LOOPBACK, port=int(named[1]))


@pytest.mark.parametrize("host", ["192.0.2.1", "nowhere.invalid"])
def test_a_host_that_is_not_of_this_machine_says_so(host: str) -> None:
    assert _refused_port(host, free_port()).startswith(f"HOST is '{host}', and this machine has no such address.")


def _refused_port(host: str, port: int, *, taken: bool = False) -> str:
    with ExitStack() as held:
        if taken:
            held.enter_context(socket.create_server((host, port)))
        with pytest.raises(LocalServiceError) as refusal:
            preflight.check_port(host, port=port)
    return str(refusal.value)


def test_a_full_disk_says_how_much_is_free_and_how_to_move(tmp_path: Path) -> None:
    with pytest.raises(LocalServiceError, match=r"Only \d+ MB are free .* `STRATA_HOME=/path make run`"):
        preflight.check_disk(tmp_path, needed_megabytes=10**9)


def test_a_home_that_is_a_file_says_to_name_a_folder(tmp_path: Path) -> None:
    home = tmp_path / "file"
    home.write_text("", encoding="ascii")
    for path in (home, home / "below"):
        with pytest.raises(LocalServiceError, match="Name a folder: `STRATA_HOME=/path make run`"):
            preflight.check_folder(path)


def test_a_home_that_cannot_be_written_says_why_and_how_to_move() -> None:
    with pytest.raises(LocalServiceError, match=r"cannot write into /proc/.*\. Name a folder of yours"):
        preflight.check_folder(Path("/proc/strata"))


def test_a_home_with_files_of_another_user_says_so() -> None:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "lock").touch(mode=0o400)
        Path(folder).chmod(0o777)
        with _ordinary_user(), pytest.raises(LocalServiceError, match="lock belongs to another user"):
            preflight.check_folder(Path(folder))


@contextmanager
def _ordinary_user() -> Iterator[None]:
    """Be somebody without rights for a moment, where the tests run as root."""
    before = os.geteuid()
    if before == 0:
        os.seteuid(_NOBODY)
    try:
        yield
    finally:
        os.seteuid(before)


def test_a_second_instance_is_told_where_the_first_one_runs(tmp_path: Path) -> None:
    with (
        preflight.only_instance(tmp_path, told="http://127.0.0.1:8000"),
        pytest.raises(LocalServiceError, match=r"already runs from .*http://127.0.0.1:8000/, pid \d+.* Press Ctrl-C"),
        preflight.only_instance(tmp_path, told="http://127.0.0.1:8001"),
    ):
        pass


def test_the_folder_is_free_again_when_the_first_instance_has_ended(tmp_path: Path) -> None:
    with preflight.only_instance(tmp_path, told="first"):
        pass
    with preflight.only_instance(tmp_path, told="second"):
        assert (tmp_path / "lock").read_text(encoding="ascii").startswith("second/, pid ")


def test_a_folder_that_was_removed_by_hand_is_noticed(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with preflight.only_instance(home, told="first") as still_there:
        assert still_there()
        shutil.rmtree(home)
        assert not still_there()
        with preflight.only_instance(home, told="second"):
            assert not still_there()


def test_a_port_that_is_no_number_is_refused() -> None:
    with pytest.raises(LocalServiceError, match="a port is a number from 1 to 65535"):
        Wishes.from_environment({"PORT": "http"})


def test_a_database_that_somebody_brought_gets_no_demo_world() -> None:
    assert not Wishes.from_environment({"DATABASE_URL": "postgresql://host/strata"}).demo
    assert Wishes.from_environment({}).demo


def test_clean_removes_the_data_but_not_under_a_running_house(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with preflight.only_instance(home, told="http://127.0.0.1:8000"), pytest.raises(LocalServiceError):
        clean(home)
    assert home.exists()
    clean(home)
    assert not home.exists()
    clean(home)
