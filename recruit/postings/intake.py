"""Take a posting in, from a company's API key, a recruiter or the demo world, and start its journey."""

from dataclasses import dataclass
from hashlib import sha256

from django.db import transaction

from recruit.accounts.models import Company
from recruit.errors import DomainError
from recruit.events.record import SYSTEM, Actor, record
from recruit.jobs.models import Queue
from recruit.jobs.queue import enqueue
from recruit.postings.markup import as_text
from recruit.postings.models import Posting, State

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
    if new.reference and Posting.objects.filter(company=company, reference=new.reference).exists():
        raise DomainError(
            "reference-taken", f"You have posted {new.reference} before. Change that posting, or use another reference."
        )
    with transaction.atomic():
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
    """End the role: nobody is ranked for it any more, its lists stay."""
    settle(posting, State.CLOSED, expected=State.OPEN)
    record("posting.closed", posting, by=by)


def settle(posting: Posting, state: State, *, expected: State) -> None:
    """The one function that changes a posting's state, conditional on the old one."""
    if not Posting.objects.filter(pk=posting.pk, state=expected).update(state=state):
        raise DomainError("posting-moved-on", "This posting has changed meanwhile. Read it again, then decide.")
    posting.state = state
