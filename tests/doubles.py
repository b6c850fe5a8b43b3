"""Classes that satisfy our own protocols, for tests that need no real model."""

from collections.abc import Sequence
from hashlib import sha256

import numpy as np

from matching.embedding import ModelIdentity, Vectors


class FixedEncoder:
    """A deterministic bag of hashed words: texts that share words are near, no model is loaded."""

    identity = ModelIdentity(name="fixed", revision="1", numeric_format="fp32", dimensions=384)

    def encode(self, texts: Sequence[str]) -> Vectors:
        vectors = np.full((len(texts), self.identity.dimensions), 1e-6, dtype=np.float32)
        for row, text in enumerate(texts):
            for word in text.lower().split():
                digest = sha256(word.encode()).digest()
                vectors[row, int.from_bytes(digest[:4], "big") % self.identity.dimensions] += 1.0
        return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
