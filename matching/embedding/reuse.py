"""Embed each text once and reuse the vector by digest, rounded as the database keeps it.

"The same input gives the same score" stands on this rule (ARCHITECTURE.md): a text met again takes the vector it
already has, so no neighbour in a batch can move its last digits. Rounding to half precision, as `halfvec` columns
do, makes a ranking in memory read the very numbers that a ranking over the database reads.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import sha256

import numpy as np

from matching.embedding.encoder import Encoder, Vectors

_CHUNK = 256


def digest_of(text: str) -> str:
    """SHA-256 of a text in hexadecimal: the key under which its vector is kept."""
    return sha256(text.encode()).hexdigest()


def as_stored(vectors: Vectors) -> Vectors:
    """The same vectors, shape (n, dimensions), rounded to half precision as a `halfvec` column keeps them."""
    return vectors.astype(np.float16).astype(np.float32)


def embed_once(
    encoder: Encoder,
    texts: Iterable[str],
    *,
    known: Mapping[str, Vectors] | None = None,
    progress: Callable[[int], object] | None = None,
) -> dict[str, Vectors]:
    """Vectors by digest, each of shape (dimensions,), for all `texts`; those in `known` are not embedded again.

    `progress` is told how many texts were added after each chunk. Raises ModelUnavailable.
    """
    found = dict(known or {})
    waiting = {digest_of(text): text for text in texts}
    missing = sorted((text, digest) for digest, text in waiting.items() if digest not in found)
    missing.sort(key=lambda pair: len(pair[0]))
    for start in range(0, len(missing), _CHUNK):
        chunk = missing[start : start + _CHUNK]
        vectors = as_stored(encoder.encode([text for text, _ in chunk]))
        found.update({digest: vectors[row] for row, (_, digest) in enumerate(chunk)})
        if progress is not None:
            progress(len(chunk))
    return found


def stacked(digests: Sequence[str], vectors: Mapping[str, Vectors], *, dimensions: int) -> Vectors:
    """Rows for `digests` in their order, shape (len(digests), dimensions); KeyError when one was not embedded."""
    if not digests:
        return np.zeros((0, dimensions), dtype=np.float32)
    return np.stack([vectors[digest] for digest in digests])
