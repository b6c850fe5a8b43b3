"""Text to vectors: the protocol, the identity of a model, and the sentence-transformers encoder.

The identity (name, revision, numeric format) is stored beside every vector: batching and number formats alone
move the last digits, and vectors of two models must never be mixed in one product.
"""

from matching.embedding.calibration import Calibration, calibrate
from matching.embedding.encoder import Encoder, ModelIdentity, Vectors
from matching.embedding.reuse import as_stored, digest_of, embed_once, stacked
from matching.embedding.transformer import SentenceTransformerEncoder, default_encoder

__all__ = [
    "Calibration",
    "Encoder",
    "ModelIdentity",
    "SentenceTransformerEncoder",
    "Vectors",
    "as_stored",
    "calibrate",
    "default_encoder",
    "digest_of",
    "embed_once",
    "stacked",
]
