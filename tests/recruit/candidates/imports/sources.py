"""Sources as tests bring them: folders, tables, uploads; and an import from beginning to end."""

import csv
import zipfile
from pathlib import Path
from typing import Any

from recruit.candidates.imports import begin
from recruit.candidates.imports.models import Import
from recruit.candidates.imports.opening import look_at
from recruit.candidates.imports.take import finish_if_done, take_in

GROUND = begin.Ground("They applied by letter.", agreed=False)
HEADER = ["Name", "Email", "Phone", "Location", "Resume"]


def folder(tmp_path: Path, *texts: str) -> Path:
    """A folder of text files named 1.txt, 2.txt and so on."""
    root = tmp_path / "resumes"
    root.mkdir(exist_ok=True)
    for number, text in enumerate(texts, start=1):
        (root / f"{number}.txt").write_text(text)
    return root


def table(tmp_path: Path, *rows: list[str], header: list[str] | None = None) -> Path:
    """A CSV of these rows."""
    path = tmp_path / "people.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header or HEADER, *rows])
    return path


def uploaded(tmp_path: Path, *people: Any) -> Import:
    """A ZIP of these people's resumes, uploaded and started for a worker."""
    path = tmp_path / "upload"
    with zipfile.ZipFile(path, "w") as made:
        for each in people:
            made.writestr(f"{each.alias}.txt", each.text)
    batch = begin.draft(look_at(path), name="people.zip", ground=GROUND, importer="Robin", upload=path)
    begin.start(batch, by=begin.actor_of(batch))
    return batch


def begun(path: Path) -> Import:
    """An import of what lies at this path, started for whoever calls `take_in`."""
    batch = begin.draft(look_at(path), name=path.name, ground=GROUND, importer="Robin Marsh")
    begin.start(batch, by=begin.actor_of(batch), queued=False)
    return batch


def imported(path: Path) -> Import:
    """The same, taken in to its last row."""
    batch = begun(path)
    list(take_in(batch, path=path))
    finish_if_done(batch)
    batch.refresh_from_db()
    return batch


def states(batch: Import) -> list[tuple[int, str, str]]:
    """Each row's position, state and reason."""
    return list(batch.rows.order_by("position").values_list("position", "state", "reason"))
