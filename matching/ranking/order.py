"""The order of a list, down to the last tie.

Equal scores are common (two people who show nothing), so a list needs a rule that never depends on who was added
first or what somebody is called: score, then musts met, then the digest of the blind content, then the key.
"""

from collections.abc import Iterable
from hashlib import sha256
from typing import Protocol, TypeVar

from matching.values import Profile


class Rankable(Protocol):
    """What a row needs to be ordered."""

    @property
    def total(self) -> float:
        """The score, in [0, 1]."""
        ...

    @property
    def musts_met(self) -> int:
        """How many musts have the verdict met."""
        ...

    @property
    def tie_key(self) -> str:
        """The digest of the blind content, from `tie_key`."""
        ...

    @property
    def key(self) -> str:
        """A stable name of the row, for two people whose blind content is equal."""
        ...


Row = TypeVar("Row", bound=Rankable)


def order(rows: Iterable[Row]) -> list[Row]:
    """The rows, best first: score, musts met, digest of the blind content, key. The order they come in is nothing."""
    return sorted(rows, key=lambda row: (-row.total, -row.musts_met, row.tie_key, row.key))


def tie_key(profile: Profile) -> str:
    """SHA-256 of what the ranking may read of a person: two names over one resume share it."""
    return sha256(profile.blind.content.encode()).hexdigest()
