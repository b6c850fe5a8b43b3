"""The protocol that every embedder satisfies, and the identity of the model behind it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
"""Shape (n, dimensions), each row of length 1, so that an inner product is a cosine."""


@dataclass(frozen=True, slots=True)
class ModelIdentity:
    """What must be equal for two vectors to be comparable. `numeric_format` is e.g. `fp32` or `bf16`."""

    name: str
    revision: str
    numeric_format: str
    dimensions: int


class Encoder(Protocol):
    """Turns texts into vectors."""

    @property
    def identity(self) -> ModelIdentity:
        """Name, revision, numeric format and width of the model."""
        ...

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Vectors of shape (len(texts), dimensions), float32, rows of length 1. Raises ModelUnavailable."""
        ...
