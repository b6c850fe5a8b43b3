"""The command as a process of its own, killed again and again in the middle of its rows."""

import csv
import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from recruit.candidates.imports.models import ImportRow, RowState
from recruit.candidates.models import Candidate, Consent, Resume
from recruit.events.models import Event
from recruit.jobs.models import Job
from recruit.tenancy.models import Workspace
from recruit.tenancy.scope import workspace_scope

pytestmark = [pytest.mark.faults, pytest.mark.django_db(transaction=True)]

ROOT = Path(__file__).resolve().parents[4]
ROWS = 400
KILLS = 5
PATIENCE_SECONDS = 120


def _table(path: Path) -> None:
    with path.open("w", newline="") as file:
        write = csv.writer(file).writerow
        write(["Name", "E-mail", "Resume"])
        for number in range(ROWS):
            text = f"Experience\nEngineer, Lumen Desk {number}\nJan 2020 - Present\n- Built service number {number}.\n"
            write([f"Person {number}", f"person{number}@example.com", text])


def _command(path: Path, files: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "manage.py", "import_resumes", str(path), "--basis", "They applied.", "--json"]
    environment = {**os.environ, "MEDIA_ROOT": str(files), "DATABASE_POOL": "0"}
    return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)


def _settled(workspace: Workspace) -> int:
    with workspace_scope(workspace.pk):
        return int(ImportRow.objects.exclude(state=RowState.WAITING).count())


def test_an_import_killed_at_random_rows_loses_none_doubles_none_and_leaves_no_file(tmp_path: Path) -> None:
    workspace = Workspace.objects.create(slug="north", name="North")
    path, files = tmp_path / "people.csv", tmp_path / "files"
    _table(path)
    chance = random.Random(20261125)
    killed_at = []
    for kill in range(KILLS):
        running = _command(path, files)
        deadline = time.monotonic() + PATIENCE_SECONDS
        goal = (kill * ROWS) // (KILLS + 1) + chance.randrange(1, 40)
        while _settled(workspace) < goal and time.monotonic() < deadline and running.poll() is None:
            time.sleep(0.01)
        running.kill()
        running.communicate()
        killed_at.append(_settled(workspace))
    assert killed_at == sorted(killed_at)
    assert 0 < killed_at[0] < killed_at[-1] < ROWS

    out, _ = _command(path, files).communicate(timeout=PATIENCE_SECONDS)
    said = json.loads(out)
    assert (said["rows"], said["received"], said["waiting"], said["state"]) == (ROWS, ROWS, 0, "finished")
    with workspace_scope(workspace.pk):
        assert ImportRow.objects.filter(state=RowState.RECEIVED).values("resume").distinct().count() == ROWS
        assert Candidate.objects.count() == Resume.objects.count() == Consent.objects.count() == ROWS
        assert Job.objects.filter(journey="resume").values("subject").distinct().count() == ROWS
        assert Event.objects.filter(kind="resume.received").values("subject_id").distinct().count() == ROWS
        kept = {str(files / name) for name in Resume.objects.values_list("file", flat=True)}
    assert {str(each) for each in files.rglob("*") if each.is_file()} == kept
