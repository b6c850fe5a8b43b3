"""What can go wrong when services are started on this machine: each is one sentence for the person at the keyboard."""


class LocalServiceError(RuntimeError):
    """A service could not be started or kept running; the message says what to do about it."""
