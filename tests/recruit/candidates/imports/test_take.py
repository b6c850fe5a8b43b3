"""Rows through the door: each received once, each refusal with its reason, and the ledger says so at any moment."""

import csv
import io
import zipfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from recruit.candidates.imports import begin, errors_file, take
from recruit.candidates.imports.models import Import, ImportRow, RowState, State
from recruit.candidates.imports.opening import look_at
from recruit.candidates.imports.progress import progress_of
from recruit.candidates.imports.take import finish_if_done, take_in
from recruit.candidates.models import Candidate, Consent, Resume
from recruit.candidates.reading import refuse
from recruit.candidates.withdraw import withdraw
from recruit.errors import DomainError
from recruit.events.models import Event
from recruit.jobs.models import Job, Queue
from recruit.jobs.models import State as JobState
from recruit.journeys import walker
from recruit.tenancy.models import Workspace
from recruit.tenancy.scope import workspace_scope
from tests import factories
from tests.people import PEOPLE

pytestmark = pytest.mark.django_db
GROUND = begin.Ground("They applied by letter.", agreed=False)
HEADER = ["Name", "Email", "Phone", "Location", "Resume"]


@pytest.fixture
def north(settings: Any, tmp_path: Path) -> Iterator[Workspace]:
    settings.MEDIA_ROOT = tmp_path / "media"
    made = factories.workspace("north")
    with workspace_scope(made.pk):
        yield made


def _folder(tmp_path: Path, *texts: str) -> Path:
    root = tmp_path / "resumes"
    root.mkdir(exist_ok=True)
    for number, text in enumerate(texts, start=1):
        (root / f"{number}.txt").write_text(text)
    return root


def _csv(tmp_path: Path, *rows: list[str], header: list[str] | None = None) -> Path:
    path = tmp_path / "people.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header or HEADER, *rows])
    return path


def _begin(path: Path, **more: Any) -> Import:
    importer = more.pop("importer", "Robin Marsh")
    batch = begin.draft(look_at(path), name=path.name, ground=GROUND, importer=importer, **more)
    begin.start(batch, by=begin.actor_of(batch), queued=False)
    return batch


def _import(path: Path) -> Import:
    batch = _begin(path)
    list(take_in(batch, path=path))
    finish_if_done(batch)
    batch.refresh_from_db()
    return batch


def _states(batch: Import) -> list[tuple[int, str, str]]:
    return list(batch.rows.order_by("position").values_list("position", "state", "reason"))


def test_each_file_of_a_folder_becomes_a_person_who_waits_on_the_bulk_queue(north: Workspace, tmp_path: Path) -> None:
    batch = _import(_folder(tmp_path, PEOPLE[0].text, PEOPLE[1].text))
    assert [state for _, state, _ in _states(batch)] == [RowState.RECEIVED] * 2
    assert set(Job.objects.filter(journey="resume").values_list("queue", flat=True)) == {Queue.BULK}
    assert set(Candidate.objects.values_list("source", flat=True)) == {"import"}
    assert Resume.objects.order_by("original_name").first().original_name == "1.txt"
    assert (batch.state, batch.finished_at is not None) == (State.FINISHED, True)
    kinds = list(Event.objects.filter(subject_kind="import").order_by("id").values_list("kind", flat=True))
    assert kinds == ["import.drafted", "import.running", "import.finished"]


def test_what_is_kept_with_each_person_is_what_the_importer_stated_and_no_more(
    north: Workspace, tmp_path: Path
) -> None:
    _import(_folder(tmp_path, PEOPLE[0].text))
    wording = Consent.objects.get().wording
    assert wording.startswith("Imported by Robin Marsh on ")
    assert "from resumes." in wording
    assert wording.endswith(
        "The person was not asked here; the importer states this legal basis: “They applied by letter.”"
    )


def test_without_a_ground_nothing_begins() -> None:
    with pytest.raises(DomainError, match="on what basis"):
        begin.Ground("  ", agreed=True)


def test_an_import_goes_on_where_it_ended_and_takes_no_row_twice(north: Workspace, tmp_path: Path) -> None:
    root = _folder(tmp_path, *(each.text for each in PEOPLE))
    batch = _begin(root)
    list(islice(take_in(batch, path=root), 3))
    assert progress_of(batch).waiting == len(PEOPLE) - 3
    again = begin.known(look_at(root))
    assert again == batch
    list(take_in(again, path=root))
    assert finish_if_done(again)
    assert Resume.objects.count() == Candidate.objects.count() == len(PEOPLE)
    assert progress_of(batch).received == len(PEOPLE)


def test_a_row_that_somebody_else_took_meanwhile_is_left_alone(north: Workspace, tmp_path: Path) -> None:
    root = _folder(tmp_path, PEOPLE[0].text, PEOPLE[1].text)
    batch = _begin(root)
    one, other = take_in(batch, path=root), take_in(batch, path=root)
    taken = [next(one).position, next(other).position, *(row.position for row in one), *(row.position for row in other)]
    assert sorted(taken) == [1, 2]
    assert Resume.objects.count() == 2


def test_the_columns_of_a_row_introduce_the_person(north: Workspace, tmp_path: Path) -> None:
    _import(_csv(tmp_path, ["Mira H.", "Mira@Example.org", "+47 1", "Bergen", PEOPLE[0].text]))
    person = Candidate.objects.get()
    assert (person.name, person.email, person.phone, person.place) == ("Mira H.", "mira@example.org", "+47 1", "Bergen")


def test_a_row_may_name_a_file_beside_the_table(north: Workspace, tmp_path: Path) -> None:
    (tmp_path / "cvs").mkdir()
    (tmp_path / "cvs" / "mira.txt").write_text(PEOPLE[0].text)
    path = _csv(tmp_path, ["Mira", "cvs/mira.txt"], ["Bo", "cvs/none.txt"], header=["Name", "File"])
    batch = _import(path)
    assert Resume.objects.get().original_name == "mira.txt"
    assert _states(batch)[1] == (3, RowState.REFUSED, "This file cannot be opened: no such file or directory.")


def test_every_row_that_is_not_taken_in_says_why(north: Workspace, tmp_path: Path) -> None:
    factories.candidate(email="known@example.org")
    gone = factories.candidate(email="gone@example.org")
    withdraw(gone)
    batch = _import(
        _csv(
            tmp_path,
            ["Mira", "", "", "", PEOPLE[0].text],
            ["Mira", "", "", "", PEOPLE[0].text],
            ["Kim", "known@example.org", "", "", PEOPLE[1].text],
            ["Gone", "gone@example.org", "", "", PEOPLE[2].text],
            ["Bo", "not an address", "", "", PEOPLE[3].text],
            ["Cy", "cy@example.org", "", "", ""],
        )
    )
    assert [(state, reason.split(".")[0]) for _, state, reason in _states(batch)] == [
        ("received", ""),
        ("duplicate", "The same as row 2 of this import"),
        ("duplicate", "Somebody with this e-mail address is here already"),
        ("refused", "This person has withdrawn"),
        ("refused", "The e-mail address of this row is not whole"),
        ("refused", "This row has no resume: neither a file nor a text, and no experience, skills or title"),
    ]


def test_a_person_who_withdrew_is_not_brought_back_by_their_old_file(north: Workspace, tmp_path: Path) -> None:
    _import(_folder(tmp_path, PEOPLE[0].text))
    withdraw(Candidate.objects.get())
    (tmp_path / "resumes" / "other.txt").write_text(PEOPLE[1].text)
    batch = _import(tmp_path / "resumes")
    assert [state for _, state, _ in _states(batch)] == [RowState.REFUSED, RowState.RECEIVED]


def test_the_errors_file_holds_what_the_door_and_the_reader_refused_and_no_formula(
    north: Workspace, tmp_path: Path
) -> None:
    root = _folder(tmp_path, PEOPLE[0].text, PEOPLE[1].text, "")
    (root / "=cmd.txt").write_text(PEOPLE[0].text)
    batch = _import(root)
    unreadable = ImportRow.objects.get(batch=batch, name="2.txt").resume
    refuse(unreadable, sentence="This PDF is encrypted. Upload a copy without a password.")
    text = "".join(errors_file.lines(batch))
    assert text.startswith("\ufeff")
    assert list(csv.reader(io.StringIO(text[1:]))) == [
        ["row", "file", "reason"],
        ["2", "2.txt", "This PDF is encrypted. Upload a copy without a password."],
        ["3", "3.txt", "This file is empty. Choose the file again and upload it."],
        ["4", "'=cmd.txt", "The same as row 1 of this import."],
    ]
    assert progress_of(batch).errors == 3


def test_progress_follows_the_jobs_of_the_resumes(north: Workspace, tmp_path: Path) -> None:
    batch = _import(_folder(tmp_path, *(each.text for each in PEOPLE[:3])))
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


def _upload(tmp_path: Path, *people: Any) -> Import:
    path = tmp_path / "upload"
    with zipfile.ZipFile(path, "w") as made:
        for each in people:
            made.writestr(f"{each.alias}.txt", each.text)
    batch = begin.draft(look_at(path), name="people.zip", ground=GROUND, importer="Robin", upload=path)
    begin.start(batch, by=begin.actor_of(batch))
    return batch


def test_a_worker_takes_an_upload_in_by_slices_and_then_removes_it(
    north: Workspace, tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(take, "SLICE", 3)
    batch = _upload(tmp_path, *PEOPLE)
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
    batch = _upload(tmp_path, *PEOPLE)
    (settings.MEDIA_ROOT / batch.file).unlink()
    job = Job.objects.get(journey="import")
    walker.walk(job.pk)
    batch.refresh_from_db()
    job.refresh_from_db()
    assert (job.state, batch.state) == (JobState.FAILED, State.STOPPED)
    assert batch.refusal == "The file of this import is not here any more. Import it again."


def test_an_import_that_somebody_stops_takes_in_nothing_more_and_can_go_on(north: Workspace, tmp_path: Path) -> None:
    root = _folder(tmp_path, *(each.text for each in PEOPLE))
    batch = _begin(root)
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
    path.write_text(f'Name,Resume\nMira,"{PEOPLE[0].text}"\nBo,"never closed\nCy,x\n')
    batch = _begin(path)
    with pytest.raises(DomainError, match="never ends"), transaction.atomic():
        list(take_in(batch, path=path))
    assert not ImportRow.objects.exists()
    assert not Candidate.objects.exists()


def test_an_empty_folder_says_so(north: Workspace, tmp_path: Path) -> None:
    with pytest.raises(DomainError, match="no resumes in this"), transaction.atomic():
        list(take_in(_begin(_folder(tmp_path)), path=tmp_path / "resumes"))


def test_one_source_has_one_unfinished_import(north: Workspace, tmp_path: Path) -> None:
    root = _folder(tmp_path, PEOPLE[0].text)
    _begin(root)
    with pytest.raises(IntegrityError), transaction.atomic():
        _begin(root)


def test_erasing_a_person_takes_their_row_along(north: Workspace, tmp_path: Path) -> None:
    batch = _import(_folder(tmp_path, PEOPLE[0].text, PEOPLE[1].text))
    Candidate.objects.first().delete()
    connection.check_constraints()
    assert ImportRow.objects.filter(batch=batch).count() == 1


def test_an_import_is_seen_and_gone_on_with_in_its_own_workspace_alone(north: Workspace, tmp_path: Path) -> None:
    root = _folder(tmp_path, PEOPLE[0].text)
    batch = _begin(root)
    with workspace_scope(factories.workspace("south").pk):
        assert begin.known(look_at(root)) is None
        assert not Import.everywhere.exists()
        ImportRow.objects.create(batch_id=batch.pk, position=1, name="x")
        with pytest.raises(IntegrityError):
            connection.check_constraints()
        transaction.set_rollback(True)
