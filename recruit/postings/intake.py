"""Take a posting in, from a company's API key, a recruiter or the demo world, and start its journey."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256

from django.db import IntegrityError, transaction

from recruit.accounts.models import Company
from recruit.errors import DomainError
from recruit.events.record import SYSTEM, Actor, record
from recruit.jobs.models import Queue
from recruit.jobs.queue import enqueue
from recruit.postings.markup import as_text
from recruit.postings.models import UNREAD, Posting, State

MAX_CHARACTERS = 60_000


@dataclass(frozen=True, slots=True)
class NewPosting:
    """What a company gives: a title, the ad as plain text, Markdown or HTML, and its own number for the role."""

    title: str
    text: str
    reference: str = ""


def post(company: Company, new: NewPosting, *, priority: Queue = Queue.INTERACTIVE, by: Actor = SYSTEM) -> Posting:
    """Keep the posting and start reading it. Raises DomainError: text-missing, text-too-long, reference-taken.

    Of HTML the text is kept, with its headings and bullets marked: what pages show and quotes index is what was read.
    """
    # a title stands in one line of mails and lists, whatever a program sends
    title, text = " ".join(new.title.replace("\x00", "").split()), as_text(new.text.replace("\x00", ""))
    if not title or not text.strip():
        raise DomainError("text-missing", "A posting needs a title and a text. Send both.", status=400)
    if len(text) > MAX_CHARACTERS:
        raise DomainError("text-too-long", f"Send a text of at most {MAX_CHARACTERS:,} characters.", status=400)
    with transaction.atomic():
        with _reference_is_free(new.reference):
            posting = Posting.objects.create(
                company=company,
                title=title[:200],
                text=text,
                reference=new.reference,
                digest=sha256(text.encode()).hexdigest(),
            )
        record("posting.received", posting, by=by, company=str(company.pk))
        enqueue("posting", posting, priority=priority)
    return posting


def close(posting: Posting, *, by: Actor) -> None:
    """End the role, also one that is being read or was refused: nobody is ranked for it any more, its lists stay."""
    settle(posting, State.CLOSED, expected=(State.OPEN, *UNREAD))
    record("posting.closed", posting, by=by)


def settle(posting: Posting, state: State, *, expected: Sequence[State]) -> None:
    """The one function that changes a posting's state, conditional on the old one."""
    with _reference_is_free(posting.reference):
        changed = Posting.objects.filter(pk=posting.pk, state__in=expected).update(state=state)
    if not changed:
        raise DomainError("posting-moved-on", "This posting has changed meanwhile. Read it again, then decide.")
    posting.state = state


@contextmanager
def _reference_is_free(reference: str) -> Iterator[None]:
    """Two requests at once, or a refused posting that opens after all, meet at the constraint."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        if "posting_reference" not in str(error):
            raise
        sentence = f"You have posted {reference} before. Close that posting, or use another reference."
        raise DomainError("reference-taken", sentence) from None
