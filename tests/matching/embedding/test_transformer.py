"""The real encoder: offline, verified, lazy, and stable whatever the order."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from matching.embedding import SentenceTransformerEncoder, default_encoder
from matching.embedding.transformer import verify_weights
from matching.errors import ModelMismatch, ModelUnavailable

TEXTS = (
    "Built retrieval services over a vector store.",
    "Fine-tuned a language model with LoRA.",
    "Served coffee and kept the till.",
    "Ran a search service.",
)


@pytest.fixture(scope="module")
def encoder() -> SentenceTransformerEncoder:
    return default_encoder()


@pytest.mark.model
def test_rows_have_length_one_and_the_announced_width(encoder: SentenceTransformerEncoder) -> None:
    vectors = encoder.encode(TEXTS)

    assert vectors.shape == (4, encoder.identity.dimensions)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


@pytest.mark.model
def test_the_order_of_the_texts_moves_no_byte(encoder: SentenceTransformerEncoder) -> None:
    forward = encoder.encode(TEXTS)
    backward = encoder.encode(TEXTS[::-1])

    assert forward.tobytes() == np.ascontiguousarray(backward[::-1]).tobytes()


@pytest.mark.model
def test_nearness_follows_meaning(encoder: SentenceTransformerEncoder) -> None:
    query = encoder.encode(["Experience with semantic search and embeddings"])[0]

    assert int(np.argmax(encoder.encode(TEXTS) @ query)) == 0


@pytest.mark.model
def test_a_batch_of_one_makes_a_vector_independent_of_its_neighbours() -> None:
    alone = SentenceTransformerEncoder(batch=1)

    assert alone.encode(TEXTS)[1].tobytes() == alone.encode(TEXTS[1:2])[0].tobytes()


@pytest.mark.model
def test_a_wrong_width_is_refused_at_load() -> None:
    with pytest.raises(ModelMismatch, match="384 dimensions"):
        SentenceTransformerEncoder(dimensions=768).encode(["text"])


def test_no_texts_need_no_model() -> None:
    assert SentenceTransformerEncoder("/no/such/model").encode([]).shape == (0, 384)


def test_another_revision_of_the_packaged_model_is_refused() -> None:
    with pytest.raises(ModelMismatch, match="53aa51172d14"):
        SentenceTransformerEncoder(revision="elsewhere").encode(["text"])


def test_an_unknown_numeric_format_is_refused() -> None:
    with pytest.raises(ModelUnavailable, match="fp32 or bf16"):
        SentenceTransformerEncoder(numeric_format="int2")


def test_changed_weights_are_refused(tmp_path: Path) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"other weights")

    with pytest.raises(ModelMismatch, match="was expected"):
        verify_weights(tmp_path / "model.safetensors", expected="53aa")


def test_missing_weights_say_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable, match="Install"):
        verify_weights(tmp_path / "model.safetensors", expected="53aa")


def test_asking_for_the_identity_imports_no_torch() -> None:
    code = (
        "import sys; from matching.embedding import default_encoder; "
        "default_encoder().identity; sys.exit('torch' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
