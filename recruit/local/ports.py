"""Ports of 127.0.0.1: a free one for an embedded service, and whether a wanted one is taken."""

import socket

LOOPBACK = "127.0.0.1"


def free_port() -> int:
    """Return a port that was free a moment ago; whoever binds it must be ready to be told that it is taken."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.bind((LOOPBACK, 0))
        return int(probe.getsockname()[1])


def can_bind(port: int, *, host: str = LOOPBACK) -> bool:
    """Say whether a server could listen on this port now."""
    return why_not(port, host=host) is None


def why_not(port: int, *, host: str) -> OSError | None:
    """Return what stands against listening there now, or nothing. TIME_WAIT is no reason: servers set SO_REUSEADDR."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            return error
    return None
