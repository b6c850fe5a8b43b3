"""The course of an import: gone on with, stopped, taken in by a worker, ended, and seen by its own workspace alone."""

from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from recruit.candidates.imports import begin, errors_file, take
from recruit.candidates.imports.models import Import, ImportRow, State
from recruit.candidates.imports.opening import look_at
from recruit.candidates.imports.progress import progress_of
from recruit.candidates.imports.take import finish_if_done, take_in
from recruit.candidates.models import Candidate, Resume
from recruit.errors import DomainError
from recruit.jobs.models import Job
from recruit.jobs.models import State as JobState
from recruit.journeys import walker
from recruit.tenancy.models import Workspace
from recruit.tenancy.scope import workspace_scope
from tests import factories
from tests.people import PEOPLE
from tests.recruit.candidates.imports import sources

pytestmark = pytest.mark.django_db


def test_an_import_goes_on_where_it_ended_and_takes_no_row_twice(north: Workspace, tmp_path: Path) -> None:
    root = sources.folder(tmp_path, *(each.text for each in PEOPLE))
    batch = sources.begun(root)
    list(islice(take_in(batch, path=root), 3))
    assert progress_of(batch).waiting == len(PEOPLE) - 3
    again = begin.known(look_at(root))
    assert again == batch
    list(take_in(again, path=root))
    assert finish_if_done(again)
    assert Resume.objects.count() == Candidate.objects.count() == len(PEOPLE)
    assert progress_of(batch).received == len(PEOPLE)


def test_a_row_that_somebody_else_took_meanwhile_is_left_alone(north: Workspace, tmp_path: Path) -> None:
    root = sources.folder(tmp_path, PEOPLE[0].text, PEOPLE[1].text)
    batch = sources.begun(root)
    one, other = take_in(batch, path=root), take_in(batch, path=root)
    taken = [next(one).position, next(other).position, *(row.position for row in one), *(row.position for row in other)]
    assert sorted(taken) == [1, 2]
    assert Resume.objects.count() == 2


def test_progress_follows_the_jobs_of_the_resumes(north: Workspace, tmp_path: Path) -> None:
    batch = sources.imported(sources.folder(tmp_path, *(each.text for each in PEOPLE[:3])))
    before = progress_of(batch)
    assert (before.received, before.live, before.ranked, before.finished) == (3, 3, 0, False)
    one, two, three = Job.objects.filter(journey="resume").order_by("id")
    Job.objects.filter(pk=one.pk).update(state=JobState.DONE)
    Job.objects.filter(pk=two.pk).update(state=JobState.DEAD)
    Resume.objects.filter(pk=one.subject).update(state="read")
    Job.objects.filter(pk=three.pk).update(state=JobState.FAILED)
    after = progress_of(batch)
    assert (after.read, after.ranked, after.dead, after.live, after.finished) == (1, 1, 1, 0, True)
    assert "Reading it went wrong on our side" in "".join(errors_file.lines(batch))


def test_a_worker_takes_an_upload_in_by_slices_and_then_removes_it(
    north: Workspace, tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(take, "SLICE", 3)
    batch = sources.uploaded(tmp_path, *PEOPLE)
    upload = settings.MEDIA_ROOT / batch.file
    assert upload.exists()
    job = Job.objects.get(journey="import")
    far = []
    while job.state == JobState.WAITING:
        walker.walk(job.pk)
        job.refresh_from_db()
        far.append(progress_of(batch).received)
    assert far == [3, 6, 8]
    assert (job.state, progress_of(batch).state) == (JobState.DONE, State.FINISHED)
    assert not upload.exists()


def test_a_source_that_cannot_be_read_any_more_stops_the_import_with_a_sentence(
    north: Workspace, tmp_path: Path, settings: Any
) -> None:
    batch = sources.uploaded(tmp_path, *PEOPLE)
    (settings.MEDIA_ROOT / batch.file).unlink()
    job = Job.objects.get(journey="import")
    walker.walk(job.pk)
    batch.refresh_from_db()
    job.refresh_from_db()
    assert (job.state, batch.state) == (JobState.FAILED, State.STOPPED)
    assert batch.refusal == "The file of this import is not here any more. Import it again."


def test_an_import_that_somebody_stops_takes_in_nothing_more_and_can_go_on(north: Workspace, tmp_path: Path) -> None:
    root = sources.folder(tmp_path, *(each.text for each in PEOPLE))
    batch = sources.begun(root)
    rows = take_in(batch, path=root)
    next(rows)
    begin.stop(batch, by=begin.actor_of(batch))
    assert list(take_in(batch, path=root)) == []
    assert finish_if_done(batch)
    assert progress_of(batch).state == State.STOPPED
    begin.start(batch, by=begin.actor_of(batch), queued=False)
    list(take_in(batch, path=root))
    assert progress_of(batch).received == len(PEOPLE)


def test_a_table_whose_rows_cannot_be_told_apart_leaves_nothing_behind(north: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    rows = "Al,words\n" * 9
    path.write_text(f'Name,Resume\nMira,"{PEOPLE[0].text}"\n{rows}Bo,"never closed\nCy,x\n')
    batch = sources.begun(path)
    with pytest.raises(DomainError, match="never ends"), transaction.atomic():
        list(take_in(batch, path=path))
    assert not ImportRow.objects.exists()
    assert not Candidate.objects.exists()


def test_an_empty_folder_says_so(north: Workspace, tmp_path: Path) -> None:
    with pytest.raises(DomainError, match="no resumes in this"), transaction.atomic():
        list(take_in(sources.begun(sources.folder(tmp_path)), path=tmp_path / "resumes"))


def test_one_source_has_one_unfinished_import(north: Workspace, tmp_path: Path) -> None:
    root = sources.folder(tmp_path, PEOPLE[0].text)
    sources.begun(root)
    with pytest.raises(IntegrityError), transaction.atomic():
        sources.begun(root)


def test_an_import_is_seen_and_gone_on_with_in_its_own_workspace_alone(north: Workspace, tmp_path: Path) -> None:
    root = sources.folder(tmp_path, PEOPLE[0].text)
    batch = sources.begun(root)
    with workspace_scope(factories.workspace("south").pk):
        assert begin.known(look_at(root)) is None
        assert not Import.everywhere.exists()
        ImportRow.objects.create(batch_id=batch.pk, position=1, name="x")
        with pytest.raises(IntegrityError):
            connection.check_constraints()
        transaction.set_rollback(True)
