"""Whatever ends a journey is told beside its subject, and a requeue leads out of it again."""

import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from matching.errors import ModelMismatch
from recruit import engine
from recruit.candidates.access import token_for
from recruit.candidates.imports import begin
from recruit.candidates.imports.opening import look_at
from recruit.candidates.imports.progress import progress_of
from recruit.candidates.imports.take import take_in
from recruit.candidates.models import PassageVector, Resume
from recruit.events.models import Event
from recruit.events.record import SYSTEM
from recruit.jobs import queue
from recruit.jobs.models import Job, State
from recruit.journeys import steps, tasks, walker
from recruit.matches.models import Match
from recruit.outreach.models import Draft, Message
from recruit.postings.intake import NewPosting, post
from recruit.postings.models import Posting
from recruit.tenancy.scope import workspace_scope
from tests import factories
from tests.doubles import FixedEncoder
from tests.recruit.candidates.conftest import _ANN, RESUME, House, house
from tests.recruit.outreach.conftest import House as Outreach
from tests.recruit.outreach.relay import Relay, serving

__all__ = ["house"]
pytestmark = pytest.mark.django_db
TEXT = "Requirements\n- 3+ years of Python\n- Kubernetes\n"


@pytest.fixture
def outreach() -> Iterator[Outreach]:
    north = factories.workspace("north", name="North", postal_address="1 Quay Street\nBergen")
    with workspace_scope(north.pk):
        yield Outreach(north, factories.member(), factories.posting_with_matches().first)


def _worker_dies_at_the_last_attempt(subject: Any) -> Job:
    """The claim is committed, the worker is gone, and this was the last try: what the sweep of the worker does."""
    job = Job.objects.filter(subject=subject.pk).latest("id")
    attempts = queue.ATTEMPTS.get(job.journey, queue.DEFAULT_ATTEMPTS)
    Job.objects.filter(pk=job.pk).update(state=State.RUNNING, attempts=attempts)
    tasks.sweep()
    job.refresh_from_db()
    assert job.state == State.DEAD
    return job


def _again(job: Job) -> Job:
    queue.requeue(job, by=SYSTEM)
    while Job.objects.get(pk=job.pk).state == State.WAITING:
        walker.walk(job.pk)
    return Job.objects.get(pk=job.pk)


def _broken(monkeypatch: pytest.MonkeyPatch, table: str, **entries: Any) -> None:
    known: Mapping[Any, Any] = getattr(steps, table)
    monkeypatch.setattr(walker, table, {**known, **entries})


def test_a_mail_whose_worker_died_at_the_last_attempt_is_uncertain_and_a_person_settles_it(
    outreach: Outreach, client: Client, settings: Any
) -> None:
    message = outreach.approved()
    Message.objects.filter(pk=message.pk).update(state="sending")
    job = _worker_dies_at_the_last_attempt(message)
    message.refresh_from_db()
    assert (message.state, message.refusal.split(".")[0]) == (
        "uncertain",
        "The worker stopped while this mail was leaving",
    )
    assert Event.objects.filter(kind="message.uncertain", subject_id=message.pk).count() == 1
    client.force_login(outreach.robin.user)
    assert reverse("outreach-settle", args=[message.pk]) in client.get(reverse("outreach")).content.decode()
    relay = Relay()
    with serving(relay, settings):
        assert _again(job).state == State.DONE
    message.refresh_from_db()
    assert (message.state, relay.taken) == ("uncertain", [])


def test_a_mail_that_never_left_says_why_and_is_sent_when_its_job_goes_round_again(
    outreach: Outreach, settings: Any
) -> None:
    message = outreach.approved()
    job = _worker_dies_at_the_last_attempt(message)
    message.refresh_from_db()
    assert (message.state, message.refusal) == ("queued", "The worker died during this step.")
    relay = Relay()
    with serving(relay, settings):
        _again(job)
    message.refresh_from_db()
    assert (message.state, len(relay.taken)) == ("sent", 1)


def test_a_draft_whose_job_died_has_failed_and_is_composed_by_a_requeue(outreach: Outreach) -> None:
    draft = outreach.requested()
    job = _worker_dies_at_the_last_attempt(draft)
    draft.refresh_from_db()
    assert (draft.state, draft.note) == ("failed", "The worker died during this step.")
    _again(job)
    draft.refresh_from_db()
    assert draft.state == "ready"
    assert draft.body


def test_a_failed_draft_stays_when_another_was_asked_for_since(outreach: Outreach) -> None:
    draft = outreach.requested()
    job = _worker_dies_at_the_last_attempt(draft)
    later = outreach.requested()
    assert later != draft
    _again(job)
    assert set(Draft.objects.values_list("pk", "state")) == {(draft.pk, "failed"), (later.pk, "composing")}


def test_a_resume_that_was_given_up_is_refused_on_its_page_and_read_by_a_requeue(house: House, client: Client) -> None:
    house.post()
    resume = house.bring()
    Match.objects.all().delete()
    Resume.objects.update(state="received", current=False, reading={})
    Job.objects.filter(subject=resume.pk).update(step="parse")
    job = _worker_dies_at_the_last_attempt(resume)
    resume.refresh_from_db()
    assert resume.state == "refused"
    shown = client.get(reverse("portal:own", args=["north", token_for(resume.candidate)])).content.decode()
    assert "Something went wrong on our side" in shown
    assert _again(job).state == State.DONE
    resume.refresh_from_db()
    assert (resume.state, resume.refusal, resume.current) == ("read", "", True)
    assert Match.objects.get().resume_id == resume.pk


def test_a_resume_of_an_import_that_was_given_up_is_counted_once(house: House, tmp_path: Path) -> None:
    path = tmp_path / "people.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("cv.txt", RESUME.format(**_ANN))
    ground = begin.Ground("Applied by letter", agreed=False)
    batch = begin.draft(look_at(path), name=path.name, ground=ground, importer="x", member=house.robin)
    begin.start(batch, by=begin.actor_of(batch), queued=False)
    (row,) = take_in(batch, path=path)
    assert row.resume is not None
    _worker_dies_at_the_last_attempt(row.resume)
    progress = progress_of(batch)
    assert (progress.unreadable, progress.dead, progress.errors) == (0, 1, 1)


def test_the_same_file_may_be_brought_again_after_it_was_given_up(house: House) -> None:
    first = house.bring()
    Resume.objects.update(state="received", current=False)
    Job.objects.filter(subject=first.pk).update(step="parse")
    _worker_dies_at_the_last_attempt(first)
    assert house.bring(candidate=first.candidate).state == "read"


def test_a_posting_that_was_given_up_is_refused_on_its_page_and_opens_by_a_requeue(
    house: House, client: Client
) -> None:
    resume = house.bring()
    posting = post(factories.company(), NewPosting(title="Agent engineer", text=TEXT))
    job = _worker_dies_at_the_last_attempt(posting)
    posting.refresh_from_db()
    assert posting.state == "refused"
    client.force_login(house.robin.user)
    shown = client.get(reverse("postings:page", args=[posting.pk])).content.decode()
    assert "Something went wrong on our side" in shown
    assert _again(job).state == State.DONE
    posting.refresh_from_db()
    assert posting.state == "open"
    assert Match.objects.get().resume_id == resume.pk


def test_a_refused_posting_that_goes_round_again_is_refused_again(house: House) -> None:
    posting = post(factories.company(), NewPosting(title="x", text="."))
    house.walk()
    job = _again(Job.objects.get(subject=posting.pk))
    assert (job.state, job.error_slug) == (State.FAILED, "no-requirements")
    posting.refresh_from_db()
    assert posting.state == "refused"


def test_an_end_that_cannot_be_written_beside_its_subject_still_ends_the_job(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: Any) -> None:
        raise RuntimeError("a bug in a hook")

    _broken(monkeypatch, "REFUSALS", posting=broken)
    posting = post(factories.company(), NewPosting(title="x", text="."))
    house.walk()
    assert Job.objects.get(subject=posting.pk).state == State.FAILED


def test_a_burial_that_cannot_be_told_does_not_stop_the_sweep(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any) -> None:
        raise RuntimeError("a bug in a hook")

    first = queue.enqueue("posting", post(factories.company(), NewPosting(title="x", text=TEXT)))
    second = queue.enqueue("rerank", house.bring())
    _broken(monkeypatch, "BURIALS", posting=broken)
    Job.objects.filter(pk__in=[first.pk, second.pk]).update(state=State.RUNNING, attempts=3)
    tasks.sweep()
    assert set(Job.objects.filter(pk__in=[first.pk, second.pk]).values_list("state", flat=True)) == {State.DEAD}


def test_a_job_with_nothing_to_embed_goes_on(house: House) -> None:
    posting = house.post()
    Posting.objects.filter(pk=posting.pk).update(
        role={**Posting.objects.get().role, "requirements": [], "passages": []}
    )
    job = queue.enqueue("relist", posting)
    walker.walk(job.pk)
    job.refresh_from_db()
    assert (job.state, job.step) == (State.WAITING, "rank")


def test_a_batch_ends_as_a_whole_when_an_outcome_cannot_be_written(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Mismatched(FixedEncoder):
        def encode(self, texts: Any) -> Any:
            raise ModelMismatch("Two models.", slug="model-mismatch")

    def broken(*_: Any) -> None:
        raise RuntimeError("a bug in a hook")

    first, second = house.bring(), house.bring(name="Bo Page", email="bo@example.com", title="Cook", phone="")
    jobs = [queue.enqueue("rerank", each) for each in (first, second)]
    PassageVector.objects.all().delete()
    _broken(monkeypatch, "REFUSALS", rerank=broken)
    monkeypatch.setattr(engine, "encoder", Mismatched)
    walker.walk(jobs[0].pk)
    assert [Job.objects.get(pk=each.pk).state for each in jobs] == [State.FAILED, State.FAILED]
