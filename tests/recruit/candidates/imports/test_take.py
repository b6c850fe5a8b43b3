"""Rows through the door: each received once, and each refusal with its reason."""

import csv
import io
import secrets
from pathlib import Path

import pytest
from django.db import connection

from recruit.candidates.imports import begin, errors_file
from recruit.candidates.imports.models import ImportRow, RowState, State
from recruit.candidates.imports.progress import progress_of
from recruit.candidates.intake import receive
from recruit.candidates.models import Candidate, Consent, Resume
from recruit.candidates.reading import refuse
from recruit.candidates.withdraw import withdraw
from recruit.errors import DomainError
from recruit.events.models import Event
from recruit.jobs.models import Job, Queue
from recruit.tenancy.models import Workspace
from tests import factories
from tests.people import PEOPLE
from tests.recruit.candidates.imports import sources

pytestmark = pytest.mark.django_db


def test_each_file_of_a_folder_becomes_a_person_who_waits_on_the_bulk_queue(north: Workspace, tmp_path: Path) -> None:
    batch = sources.imported(sources.folder(tmp_path, PEOPLE[0].text, PEOPLE[1].text))
    assert [state for _, state, _ in sources.states(batch)] == [RowState.RECEIVED] * 2
    assert set(Job.objects.filter(journey="resume").values_list("queue", flat=True)) == {Queue.BULK}
    assert set(Candidate.objects.values_list("source", flat=True)) == {"import"}
    assert Resume.objects.order_by("original_name").first().original_name == "1.txt"
    assert (batch.state, batch.finished_at is not None) == (State.FINISHED, True)
    kinds = list(Event.objects.filter(subject_kind="import").order_by("id").values_list("kind", flat=True))
    assert kinds == ["import.drafted", "import.running", "import.finished"]


def test_what_is_kept_with_each_person_is_what_the_importer_stated_and_no_more(
    north: Workspace, tmp_path: Path
) -> None:
    sources.imported(sources.folder(tmp_path, PEOPLE[0].text))
    wording = Consent.objects.get().wording
    assert wording.startswith("Imported by Robin Marsh on ")
    assert "from resumes." in wording
    assert wording.endswith(
        "The person was not asked here; the importer states this legal basis: “They applied by letter.”"
    )


def test_without_a_ground_nothing_begins() -> None:
    with pytest.raises(DomainError, match="on what basis"):
        begin.Ground("  ", agreed=True)


def test_the_columns_of_a_row_introduce_the_person(north: Workspace, tmp_path: Path) -> None:
    sources.imported(sources.table(tmp_path, ["Mira H.", "Mira@Example.org", "+47 1", "Bergen", PEOPLE[0].text]))
    person = Candidate.objects.get()
    assert (person.name, person.email, person.phone, person.place) == ("Mira H.", "mira@example.org", "+47 1", "Bergen")


def test_a_row_may_name_a_file_beside_the_table(north: Workspace, tmp_path: Path) -> None:
    (tmp_path / "cvs").mkdir()
    (tmp_path / "cvs" / "mira.txt").write_text(PEOPLE[0].text)
    path = sources.table(tmp_path, ["Mira", "cvs/mira.txt"], ["Bo", "cvs/none.txt"], header=["Name", "File"])
    batch = sources.imported(path)
    assert Resume.objects.get().original_name == "mira.txt"
    assert sources.states(batch)[1] == (3, RowState.REFUSED, "This file cannot be opened: no such file or directory.")


def test_every_row_that_is_not_taken_in_says_why(north: Workspace, tmp_path: Path) -> None:
    factories.candidate(email="known@example.org")
    gone = factories.candidate(email="gone@example.org")
    withdraw(gone)
    batch = sources.imported(
        sources.table(
            tmp_path,
            ["Mira", "", "", "", PEOPLE[0].text],
            ["Mira", "", "", "", PEOPLE[0].text],
            ["Kim", "known@example.org", "", "", PEOPLE[1].text],
            ["Gone", "gone@example.org", "", "", PEOPLE[2].text],
            ["Bo", "not an address", "", "", PEOPLE[3].text],
            ["Cy", "cy@example.org", "", "", ""],
        )
    )
    assert [(state, reason.split(".")[0]) for _, state, reason in sources.states(batch)] == [
        ("received", ""),
        ("duplicate", "The same as row 2 of this import"),
        ("duplicate", "Somebody with this e-mail address is here already"),
        ("refused", "This person has withdrawn"),
        ("refused", "The e-mail address of this row is not whole"),
        ("refused", "This row has no resume: neither a file nor a text, and no experience, skills or title"),
    ]


def test_a_person_who_withdrew_is_not_brought_back_by_their_old_file(north: Workspace, tmp_path: Path) -> None:
    sources.imported(sources.folder(tmp_path, PEOPLE[0].text))
    withdraw(Candidate.objects.get())
    (tmp_path / "resumes" / "other.txt").write_text(PEOPLE[1].text)
    batch = sources.imported(tmp_path / "resumes")
    assert [state for _, state, _ in sources.states(batch)] == [RowState.REFUSED, RowState.RECEIVED]


def test_the_errors_file_holds_what_the_door_and_the_reader_refused_and_no_formula(
    north: Workspace, tmp_path: Path
) -> None:
    root = sources.folder(tmp_path, PEOPLE[0].text, PEOPLE[1].text, "")
    (root / "=cmd.txt").write_text(PEOPLE[0].text)
    batch = sources.imported(root)
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


def test_erasing_a_person_takes_their_row_along(north: Workspace, tmp_path: Path) -> None:
    batch = sources.imported(sources.folder(tmp_path, PEOPLE[0].text, PEOPLE[1].text))
    Candidate.objects.first().delete()
    connection.check_constraints()
    assert ImportRow.objects.filter(batch=batch).count() == 1


def test_a_person_who_withdrew_and_came_back_is_recognised_as_here(north: Workspace, tmp_path: Path) -> None:
    root = sources.folder(tmp_path, PEOPLE[0].text)
    sources.imported(root)
    withdraw(Candidate.objects.get())
    receive(io.BytesIO(PEOPLE[0].text.encode()), original_name="cv.txt", consent_wording="Yes.")
    (root / "other.txt").write_text(PEOPLE[1].text)
    assert [state for _, state, _ in sources.states(sources.imported(root))] == [RowState.DUPLICATE, RowState.RECEIVED]


def test_an_alias_that_is_taken_is_drawn_again(
    north: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    factories.candidate(alias="AAAAA")
    letters = iter("AAAAA" + "BBBBB")
    monkeypatch.setattr(secrets, "choice", lambda _: next(letters))
    batch = sources.imported(sources.folder(tmp_path, PEOPLE[0].text))
    assert sources.states(batch) == [(1, RowState.RECEIVED, "")]
    assert set(Candidate.objects.values_list("alias", flat=True)) == {"AAAAA", "BBBBB"}
