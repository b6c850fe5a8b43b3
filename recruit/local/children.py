"""Start a child that cannot outlive its parent, under another user where the program refuses to run as root.

On Linux the kernel signals each child when the supervisor dies, kill -9 included (PR_SET_PDEATHSIG). A change of user
or of namespace clears that wish, so it is made last, immediately before exec. Elsewhere a child that was left behind
is found by its pid file at the next start.

PostgreSQL refuses to run as root. In a user namespace root is shown as "nobody" while its files stay root's own, so
nothing has to be copied, chowned or made readable to others; where the kernel forbids namespaces, the caller falls
back to the user "nobody" itself. `unshare(1)` would be another package to install: two system calls are enough.
"""

import ctypes
import functools
import os
import pwd
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

_LINUX = sys.platform == "linux"
_CLONE_NEWUSER = 0x10000000
_PR_SET_PDEATHSIG = 1
_LIBC = ctypes.CDLL(None, use_errno=True) if _LINUX else None


class Identity(Enum):
    """As whom a child runs."""

    SELF = "as the user who started it"
    MAPPED = "as root shown as nobody in a user namespace"
    NOBODY = "as the user nobody"


@dataclass(frozen=True)
class Child:
    """What to start and how; `output` receives standard output and standard error together."""

    command: Sequence[str]
    output: int
    folder: Path
    environment: Mapping[str, str] | None = None
    identity: Identity = Identity.SELF
    death_signal: signal.Signals = signal.SIGTERM


def start(child: Child) -> "subprocess.Popen[bytes]":
    """Start the child in a session of its own, so that Ctrl-C reaches only the supervisor, which stops it in order."""
    nobody = pwd.getpwnam("nobody") if child.identity is Identity.NOBODY else None
    return subprocess.Popen(  # noqa: S603 - our own command lines, never words from outside
        list(child.command),
        stdin=subprocess.DEVNULL,
        stdout=child.output,
        stderr=subprocess.STDOUT,
        cwd=child.folder,
        env=None if child.environment is None else dict(child.environment),
        start_new_session=True,
        user=None if nobody is None else nobody.pw_uid,
        group=None if nobody is None else nobody.pw_gid,
        extra_groups=None if nobody is None else [],
        preexec_fn=_before_exec(child, parent=os.getpid()),
    )


@functools.cache
def identity_for_postgres() -> Identity:
    """Choose as whom PostgreSQL runs here: ourselves, or, for root, the first of the two ways the kernel allows."""
    if os.geteuid() != 0:
        return Identity.SELF
    return Identity.MAPPED if _namespaces_work() else Identity.NOBODY


def _before_exec(child: Child, *, parent: int) -> Callable[[], None]:
    nobody = pwd.getpwnam("nobody") if child.identity is Identity.MAPPED else None

    def prepare() -> None:
        signal.pthread_sigmask(signal.SIG_SETMASK, [])
        if nobody is not None:
            _map_root_to(nobody.pw_uid, nobody.pw_gid)
        if _LIBC is not None:
            _LIBC.prctl(_PR_SET_PDEATHSIG, int(child.death_signal), 0, 0, 0)
            if os.getppid() != parent:
                os._exit(1)

    return prepare


def _map_root_to(uid: int, gid: int) -> None:
    """Enter a user namespace in which root has this id; the id must stand in /etc/passwd, initdb looks it up."""
    if _LIBC is None or _LIBC.unshare(_CLONE_NEWUSER) != 0:
        raise OSError(ctypes.get_errno(), "The kernel refused a user namespace.")
    Path("/proc/self/setgroups").write_text("deny", encoding="ascii")
    Path("/proc/self/uid_map").write_text(f"{uid} 0 1", encoding="ascii")
    Path("/proc/self/gid_map").write_text(f"{gid} 0 1", encoding="ascii")


def _namespaces_work() -> bool:
    """Try it in a child: containers and hardened kernels forbid it in several ways, one trial finds them all."""
    if not _LINUX:
        return False
    trial = Child(
        command=["/bin/sh", "-c", "exit 0"], output=subprocess.DEVNULL, folder=Path("/"), identity=Identity.MAPPED
    )
    try:
        return start(trial).wait(timeout=10) == 0
    except (OSError, subprocess.SubprocessError):
        return False
