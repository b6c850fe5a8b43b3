"""What a posting's reference holds, and that any posting can be ended."""

import threading

import pytest

from recruit.errors import DomainError
from recruit.events.record import SYSTEM
from recruit.jobs import queue
from recruit.jobs.models import Job, State
from recruit.journeys import walker
from recruit.postings.intake import NewPosting, close, post
from recruit.postings.models import Posting
from recruit.tenancy.models import Workspace
from recruit.tenancy.scope import workspace_scope
from tests import factories
from tests.recruit.candidates.conftest import House, at_once, house, live

__all__ = ["house", "live"]
TEXT = "Requirements\n- 3+ years of Python\n"


def _post(text: str = TEXT) -> Posting:
    return post(factories.company(), NewPosting(title="Engineer", text=text, reference="R1"))


@pytest.mark.django_db
@pytest.mark.parametrize("end", ["refused", "closed"])
def test_a_posting_that_was_refused_or_closed_gives_its_reference_back(house: House, end: str) -> None:
    first = _post("." if end == "refused" else TEXT)
    house.walk()
    if end == "closed":
        first.refresh_from_db()
        close(first, by=SYSTEM)
    assert Posting.objects.get().state == end
    assert _post().reference == "R1"
    with pytest.raises(DomainError, match="You have posted R1 before"):
        _post()


@pytest.mark.django_db
def test_a_refused_posting_does_not_open_beside_the_one_that_has_its_reference_now(house: House) -> None:
    first = _post(".")
    house.walk()
    second = _post()
    house.walk()
    Posting.objects.filter(pk=first.pk).update(text=TEXT)
    job = Job.objects.get(subject=first.pk)
    queue.requeue(job, by=SYSTEM)
    house.walk()
    job.refresh_from_db()
    assert (job.state, job.error_slug) == (State.FAILED, "reference-taken")
    assert dict(Posting.objects.values_list("pk", "state")) == {first.pk: "refused", second.pk: "open"}


@pytest.mark.django_db
def test_a_posting_is_closed_while_it_is_being_read_and_stays_closed(house: House) -> None:
    posting = _post()
    walker.walk(Job.objects.get().pk)
    close(posting, by=SYSTEM)
    house.walk()
    posting.refresh_from_db()
    assert posting.state == "closed"
    assert not posting.runs.exists()


@pytest.mark.django_db
def test_a_refused_posting_is_closed(house: House) -> None:
    posting = _post(".")
    house.walk()
    posting.refresh_from_db()
    close(posting, by=SYSTEM)
    assert Posting.objects.get().state == "closed"


def test_one_reference_posted_twice_at_once_is_one_posting_and_a_sentence(live: Workspace) -> None:
    inside = threading.Event()
    with workspace_scope(live.pk):
        factories.company()

    def send(*, first: bool) -> None:
        if not first:
            inside.wait(60)
        with workspace_scope(live.pk):
            _post()
            inside.set()
            if first:
                threading.Event().wait(0.5)

    assert at_once(lambda: send(first=True), lambda: send(first=False)) == ["ok", "reference-taken"]
