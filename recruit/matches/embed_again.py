"""Ask for everything that another model has embedded to be embedded by this one, and ranked again.

After a change of model no list is emptied and none can be renewed: vectors of two models are never compared. Each
posting is embedded and its list written anew, each resume embedded and put in its place; until its turn comes, a
match stays as the model before has left it. Layers stay as they were read.
"""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from matching.embedding import ModelIdentity
from recruit.candidates.models import PassageVector
from recruit.jobs.queue import enqueue
from recruit.matches.rankable import rankable_resumes
from recruit.postings.models import Posting, PostingVector, State


@dataclass(frozen=True, slots=True)
class Asked:
    """How many postings and resumes are embedded again."""

    postings: int
    resumes: int


def embed_again(*, identity: ModelIdentity) -> Asked:
    """Queue what this model has not embedded, in the workspace in scope. Asking twice changes nothing."""
    key = {"model": identity.name, "revision": identity.revision, "numeric_format": identity.numeric_format}
    of_posting = PostingVector.objects.filter(posting=OuterRef("pk"), **key)
    postings = list(Posting.objects.filter(~Exists(of_posting), state=State.OPEN).order_by("pk"))
    of_resume = PassageVector.objects.filter(resume=OuterRef("pk"), **key)
    resumes = list(rankable_resumes().filter(~Exists(of_resume)).only("pk", "workspace_id"))
    for posting in postings:
        enqueue("relist", posting)
    for resume in resumes:
        enqueue("rerank", resume)
    return Asked(len(postings), len(resumes))
