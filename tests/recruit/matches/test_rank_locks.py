"""A resume is put into one list after the other: who waits for one list holds none of the others."""

import threading

from recruit import engine
from recruit.candidates.models import Resume
from recruit.jobs.models import Job, State
from recruit.jobs.queue import enqueue
from recruit.journeys import walker
from recruit.matches.models import Match
from recruit.postings.models import Posting
from recruit.tenancy.models import Workspace
from recruit.tenancy.scope import workspace_scope
from tests import factories
from tests.recruit.candidates.conftest import House, at_once


def test_a_list_is_written_and_free_while_the_next_one_is_waited_for(live: Workspace) -> None:
    assert engine.encoder().identity.name == "fixed"
    with workspace_scope(live.pk):
        house = House(live, factories.member())
        house.post()
        house.post()
        first, last = Posting.objects.order_by("pk")
        resume = house.bring()
        Match.objects.all().delete()
        job = enqueue("rerank", Resume.objects.get(pk=resume.pk))
    walker.walk(job.pk)
    held, seen = threading.Event(), threading.Event()

    def somebody_else() -> None:
        with workspace_scope(live.pk):
            Posting.objects.select_for_update().get(pk=last.pk)
            held.set()
            assert seen.wait(60)

    def ranking() -> None:
        held.wait(60)
        walker.walk(job.pk)

    def reader() -> None:
        for _ in range(500):
            with workspace_scope(live.pk):
                if Match.objects.filter(posting=first).exists():
                    Posting.objects.select_for_update(nowait=True).get(pk=first.pk)
                    break
            threading.Event().wait(0.1)
        else:
            raise AssertionError("The first list was not committed while the second was waited for.")
        seen.set()

    assert at_once(somebody_else, ranking, reader) == ["ok", "ok", "ok"]
    with workspace_scope(live.pk):
        assert Match.objects.filter(last_run=None).count() == 2
        assert Job.objects.get(pk=job.pk).state == State.DONE
