"""The vectors of postings: requirements one by one, and the passages from which the layer is read."""

from collections.abc import Iterable, Mapping

import numpy as np
from django.db.models import QuerySet

from matching.embedding import ModelIdentity, Vectors, stacked
from matching.requirements import asked_of
from recruit.postings.models import Posting, PostingVector
from recruit.postings.reading import role_of


def texts_of(posting: Posting) -> list[str]:
    """What the embedder must read of this posting."""
    role = role_of(posting)
    return [each.text for each in asked_of(role)] + [each.embedded_text for each in role.passages]


def known(digests: Iterable[str], *, identity: ModelIdentity) -> dict[str, Vectors]:
    """Vectors of this workspace and this model that exist for some of the digests."""
    return _by_digest(PostingVector.objects.filter(digest__in=list(digests)), identity=identity)


def store(posting: Posting, vectors: Mapping[str, Vectors], *, identity: ModelIdentity) -> None:
    """Replace the posting's vectors."""
    role = role_of(posting)
    digests = {each.digest for each in asked_of(role)} | {each.digest for each in role.passages}
    PostingVector.objects.filter(posting=posting).delete()
    PostingVector.objects.bulk_create(
        PostingVector(
            workspace_id=posting.workspace_id,
            posting=posting,
            digest=digest,
            embedding=vectors[digest],
            **_key(identity),
        )
        for digest in sorted(digests)
    )


def requirement_vectors(posting: Posting, *, identity: ModelIdentity) -> Vectors | None:
    """One row for each of `asked_of(role)`; None when this model has not embedded the posting yet."""
    return _stack([each.digest for each in asked_of(role_of(posting))], posting, identity=identity)


def passage_vectors(posting: Posting, *, identity: ModelIdentity) -> Vectors | None:
    """One row per passage, in order; None when this model has not embedded the posting yet."""
    return _stack([each.digest for each in role_of(posting).passages], posting, identity=identity)


def _stack(digests: list[str], posting: Posting, *, identity: ModelIdentity) -> Vectors | None:
    found = _by_digest(PostingVector.objects.filter(posting=posting), identity=identity)
    return stacked(digests, found, dimensions=identity.dimensions) if set(digests) <= set(found) else None


def _by_digest(rows: QuerySet[PostingVector], *, identity: ModelIdentity) -> dict[str, Vectors]:
    pairs = rows.filter(**_key(identity)).values_list("digest", "embedding")
    return {digest: np.asarray(embedding, dtype=np.float32) for digest, embedding in pairs}


def _key(identity: ModelIdentity) -> dict[str, str]:
    return {"model": identity.name, "revision": identity.revision, "numeric_format": identity.numeric_format}
