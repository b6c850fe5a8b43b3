"""Pictures of a resume's pages: when they are drawn, where they lie, and which of the two a reader gets.

Drawing has its own journey beside the resume's, so that nobody waits for a picture before the list is ranked: after
an upload it follows by itself, for imported resumes (thousands that few people open) when somebody looks. Until then,
and for a file that cannot be drawn, pages show the text. Pictures whose covers do not fit what is known of the
person's identity today are never served: after a corrected name they are drawn again.
"""

import uuid
from collections.abc import Callable, Sequence
from dataclasses import astuple
from hashlib import sha256

from django.conf import settings
from django.db import transaction

from matching.documents import draw_in_jail
from matching.text import Span
from recruit.candidates.geometry import text_of
from recruit.candidates.intake import stored_bytes
from recruit.candidates.models import DrawnPage, Resume, ResumeState
from recruit.candidates.portrait import covered_spans
from recruit.jobs.models import Job, Queue
from recruit.jobs.queue import enqueue

_DRAWABLE = "application/pdf"


def ask_for_pages(resume: Resume, *, priority: Queue = Queue.INTERACTIVE) -> Job | None:
    """Let the pages be drawn unless they are, were refused, or cannot be. Returns the job when one is under way."""
    if resume.media_type != _DRAWABLE or not resume.boxes or resume.state != ResumeState.READ or pages_of(resume):
        return None
    asked: Job | None = Job.objects.filter(journey="pages", subject=resume.pk).order_by("-id").first()
    stale = DrawnPage.objects.filter(resume=resume).exists()
    return asked if asked is not None and not stale else enqueue("pages", resume, priority=priority)


def draw(resume: Resume) -> Callable[[], None]:
    """Draw the pages in the jail. The result writes the rows. Raises UnreadableDocument."""
    hide = _covered_in_file(resume)
    drawn = draw_in_jail(stored_bytes(resume), text=text_of(resume), hide=hide)
    covers = _digest(hide)
    rows = [
        DrawnPage(
            workspace_id=resume.workspace_id,
            resume=resume,
            number=number,
            width=each.width,
            height=each.height,
            whole=_keep(resume, each.whole),
            covered=_keep(resume, each.covered),
            covers=covers,
            words=[astuple(word) for word in each.words],
        )
        for number, each in enumerate(drawn)
    ]

    def write() -> None:
        forget(resume)
        DrawnPage.objects.bulk_create(rows)

    return write


def pages_of(resume: Resume) -> tuple[DrawnPage, ...]:
    """The drawn pages that may be shown, in order; none while they are not drawn or their covers are out of date."""
    rows = tuple(DrawnPage.objects.filter(resume=resume).order_by("number"))
    return rows if rows and rows[0].covers == _digest(_covered_in_file(resume)) else ()


def picture(page: DrawnPage, *, covered: bool) -> bytes:
    """The PNG as it lies on the disk."""
    return (settings.MEDIA_ROOT / (page.covered if covered else page.whole)).read_bytes()


def forget(resume: Resume) -> None:
    """Drop the rows, and the files once that is certain."""
    names = [name for row in DrawnPage.objects.filter(resume=resume) for name in (row.whole, row.covered)]
    DrawnPage.objects.filter(resume=resume).delete()
    transaction.on_commit(lambda: _remove(names))


def _remove(names: Sequence[str]) -> None:
    for name in names:
        (settings.MEDIA_ROOT / name).unlink(missing_ok=True)


def _keep(resume: Resume, content: bytes) -> str:
    name = f"{resume.workspace_id}/{uuid.uuid4()}.png"
    path = settings.MEDIA_ROOT / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return name


def _covered_in_file(resume: Resume) -> tuple[Span, ...]:
    """What is covered in the file; what people stated beside it stands on no picture."""
    return tuple(each for each in covered_spans(resume) if each.start < resume.document_length)


def _digest(spans: Sequence[Span]) -> str:
    return sha256(repr(sorted((each.start, each.end) for each in spans)).encode()).hexdigest()
