"""`manage.py import_resumes`: the mapping it prints, what it refuses before it begins, what it says at the end."""

import csv
import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from recruit.candidates.imports.models import Import, State
from recruit.candidates.models import Candidate, Consent, Resume
from recruit.jobs.models import Job
from recruit.jobs.models import State as JobState
from recruit.tenancy.models import Workspace
from recruit.tenancy.scope import workspace_scope
from tests import factories
from tests.people import PEOPLE

pytestmark = pytest.mark.django_db
BASIS = ("--basis", "They applied by letter.")


@pytest.fixture
def north(settings: Any, tmp_path: Path) -> Workspace:
    settings.MEDIA_ROOT = tmp_path / "media"
    return factories.workspace("north")


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "people.csv"
    with path.open("w", encoding="cp1252", newline="") as file:
        write = csv.writer(file, delimiter=";").writerow
        write(["Who", "E-Mail", "CV", "Notes"])
        write(["Mira Halvorsen", "mira@example.org", PEOPLE[0].text, "met in Bergen"])
        write(["Tomas Reiter", "tomas@example.org", PEOPLE[1].text, ""])
    return path


def run(*arguments: Any) -> str:
    out = StringIO()
    call_command("import_resumes", *(str(each) for each in arguments), stdout=out, stderr=StringIO())
    return out.getvalue()


def test_it_shows_how_the_columns_are_understood_and_sums_up(north: Workspace, table: Path) -> None:
    said = run(table, *BASIS)
    assert "Who     ->  (left out)" in said
    assert "E-Mail  ->  email" in said
    assert "people.csv: 2 rows, 2 received, 0 here already, 0 refused at the door." in said


def test_a_column_is_mapped_by_hand(north: Workspace, table: Path) -> None:
    run(table, *BASIS, "--map", "who=name", "--map", "E-Mail=")
    with workspace_scope(north.pk):
        assert set(Candidate.objects.values_list("name", "email")) == {("Mira Halvorsen", ""), ("Tomas Reiter", "")}


def test_a_dry_run_shows_the_mapping_and_begins_nothing(north: Workspace, table: Path) -> None:
    assert "CV      ->  text" in run(table, "--dry-run")
    with workspace_scope(north.pk):
        assert not Import.objects.exists()


def test_the_same_source_again_does_nothing_and_says_so_in_figures(north: Workspace, table: Path) -> None:
    first = json.loads(run(table, *BASIS, "--json"))
    second = json.loads(run(table, "--json"))
    assert (first["resumed"], second["resumed"]) == (False, True)
    assert first["import"] == second["import"]
    assert (second["state"], second["rows"], second["received"]) == ("finished", 2, 2)
    with workspace_scope(north.pk):
        assert Resume.objects.count() == 2


def test_waiting_ends_when_no_resume_is_on_its_way_any_more(north: Workspace, table: Path) -> None:
    run(table, *BASIS)
    with workspace_scope(north.pk):
        Job.objects.update(state=JobState.DONE)
        Resume.objects.update(state="read")
    followed = json.loads(run(table, "--wait", "--json"))
    assert (followed["read"], followed["ranked"], followed["live"]) == (2, 2, 0)


def test_again_recognises_what_is_here_and_tells_it_in_the_errors_file(
    north: Workspace, table: Path, tmp_path: Path
) -> None:
    run(table, *BASIS)
    errors = tmp_path / "errors.csv"
    with pytest.raises(SystemExit) as ended:
        run(table, *BASIS, "--again", "--errors", errors)
    assert ended.value.code == 1
    rows = list(csv.DictReader(StringIO(errors.read_text(encoding="utf-8-sig"))))
    assert [(each["row"], each["file"]) for each in rows] == [("2", "people-row-2.txt"), ("3", "people-row-3.txt")]
    assert {each["reason"] for each in rows} == {"This very file was received before."}


def test_what_the_people_agreed_to_is_kept_as_what_the_member_stated(north: Workspace, table: Path) -> None:
    with workspace_scope(north.pk):
        factories.member(name="Robin Marsh", email="robin@north.example")
    run(table, "--consent", "You may keep my resume.", "--by", "robin@north.example")
    with workspace_scope(north.pk):
        wording = Consent.objects.first().wording
        assert Import.objects.get().member is not None
    assert wording.startswith("Imported by Robin Marsh on ")
    assert wording.endswith("The importer states that this person agreed to these words: “You may keep my resume.”")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ((), "--consent with the words"),
        ((*BASIS, "--map", "Shoe size=name"), "no column “Shoe size”"),
        ((*BASIS, "--map", "Who=shoes"), "no field “shoes”"),
        ((*BASIS, "--map", "CV="), "None of the columns holds a resume"),
        ((*BASIS, "--by", "nobody@example.org"), "Nobody with the address"),
        ((*BASIS, "--workspace", "south"), "There are: north"),
    ],
)
def test_what_is_missing_is_said_before_anything_is_taken_in(
    north: Workspace, table: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    with pytest.raises(CommandError, match=sentence):
        run(table, *arguments)
    with workspace_scope(north.pk):
        assert not Import.objects.exists()


def test_a_source_that_cannot_be_told_apart_is_refused_and_stands_as_stopped(north: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    # the first rows were looked at before anything began
    path.write_text("Name,CV\n" + "Bo,word\n" * 9 + 'Mira,"never closed\n')
    with pytest.raises(CommandError, match="Row 11 never ends"):
        run(path, *BASIS)
    with workspace_scope(north.pk):
        assert Import.objects.get().state == State.STOPPED
    path.write_text(f'Name,CV\nMira,"{PEOPLE[0].text}"\n')
    assert json.loads(run(path, *BASIS, "--json"))["received"] == 1


def test_a_folder_with_several_workspaces_needs_a_name(north: Workspace, tmp_path: Path) -> None:
    factories.workspace("south")
    (tmp_path / "resumes").mkdir()
    (tmp_path / "resumes" / "mira.txt").write_text(PEOPLE[0].text)
    with pytest.raises(CommandError, match="Name the workspace"):
        run(tmp_path / "resumes", *BASIS)
    assert json.loads(run(tmp_path / "resumes", *BASIS, "--workspace", "north", "--json"))["received"] == 1
