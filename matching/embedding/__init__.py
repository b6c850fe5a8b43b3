"""Text to vectors: the protocol, the identity of a model, and the sentence-transformers encoder.

The identity (name, revision, numeric format) is stored beside every vector: batching and number formats alone
move the last digits, and vectors of two models must never be mixed in one product.
"""

from matching.embedding.encoder import Encoder, ModelIdentity, Vectors

__all__ = ["Encoder", "ModelIdentity", "Vectors"]
