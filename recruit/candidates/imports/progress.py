"""How far an import has come: one query over its rows, their resumes and the jobs of those, and never a counter."""

from dataclasses import asdict, dataclass

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from recruit.candidates.imports.begin import JOURNEY
from recruit.candidates.imports.models import Import, ImportRow, RowState, State
from recruit.candidates.models import ResumeState
from recruit.jobs.models import LIVE, Job
from recruit.jobs.models import State as JobState


@dataclass(frozen=True, slots=True)
class Progress:
    """Rows by what became of them at the door; then, of those received, what the reader and the ranking made of them.

    `unreadable` were refused by the reader, `dead` stopped on our side, `live` are still on their way.
    """

    state: str
    rows: int
    waiting: int
    received: int
    refused: int
    duplicates: int
    read: int
    unreadable: int
    ranked: int
    dead: int
    live: int
    halted: bool

    @property
    def settled(self) -> int:
        """Rows about which the door has decided."""
        return self.rows - self.waiting

    @property
    def arrived(self) -> int:
        """Received resumes whose journey is over, whichever way."""
        return self.received - self.live

    @property
    def errors(self) -> int:
        """Lines of the errors file."""
        return self.refused + self.duplicates + self.unreadable + self.dead

    @property
    def finished(self) -> bool:
        """Nothing more will happen by itself."""
        return (self.state != State.RUNNING or self.halted) and not self.live

    def figures(self) -> dict[str, object]:
        """As machines read it."""
        return asdict(self)


def progress_of(batch: Import) -> Progress:
    """As it stands in this moment, in the workspace in scope."""
    batch.refresh_from_db(fields=["state", "refusal", "listed_at"])
    jobs = Job.objects.filter(journey="resume", subject=OuterRef("resume_id"))
    counted = (
        ImportRow.objects.filter(batch=batch)
        .annotate(
            done=Exists(jobs.filter(state=JobState.DONE)),
            buried=Exists(jobs.filter(state=JobState.DEAD)),
            live=Exists(jobs.filter(state__in=LIVE)),
        )
        .aggregate(
            rows=Count("pk"),
            **{
                name: Count("pk", filter=Q(state=state))
                for name, state in (
                    ("waiting", RowState.WAITING),
                    ("received", RowState.RECEIVED),
                    ("refused", RowState.REFUSED),
                    ("duplicates", RowState.DUPLICATE),
                )
            },
            read=Count("pk", filter=Q(resume__state=ResumeState.READ)),
            unreadable=Count("pk", filter=Q(resume__state=ResumeState.REFUSED, buried=False)),
            ranked=Count("pk", filter=Q(done=True)),
            dead=Count("pk", filter=Q(buried=True)),
            alive=Count("pk", filter=Q(live=True)),
        )
    )
    live = counted.pop("alive")
    return Progress(state=batch.state, live=live, halted=halted(batch), **counted)


def halted(batch: Import) -> bool:
    """The worker that takes it in gave up: a person has to send it on."""
    newest = Job.objects.filter(journey=JOURNEY, subject=batch.pk).order_by("-id").first()
    return batch.state == State.RUNNING and newest is not None and newest.state == JobState.DEAD


def not_taken(batch: Import) -> QuerySet[ImportRow]:
    """The rows of the errors file in their order: refused at the door, there already, unreadable, or stopped by us."""
    dead = Job.objects.filter(journey="resume", subject=OuterRef("resume_id"), state=JobState.DEAD)
    rows: QuerySet[ImportRow] = (
        ImportRow.objects.filter(batch=batch)
        .annotate(buried=Exists(dead))
        .filter(
            Q(state__in=[RowState.REFUSED, RowState.DUPLICATE]) | Q(resume__state=ResumeState.REFUSED) | Q(buried=True)
        )
        .select_related("resume")
        .only("position", "name", "state", "reason", "resume__refusal", "resume__state")
        .order_by("position")
    )
    return rows
