"""Ports of 127.0.0.1: a free one for an embedded service, and whether a wanted one is taken."""

import socket

LOOPBACK = "127.0.0.1"


def free_port() -> int:
    """Return a port that was free a moment ago; whoever binds it must be ready to be told that it is taken."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.bind((LOOPBACK, 0))
        return int(probe.getsockname()[1])


def can_bind(port: int, *, host: str = LOOPBACK) -> bool:
    """Say whether a server could listen on this port now. SO_REUSEADDR as servers set it: TIME_WAIT is not taken."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True
