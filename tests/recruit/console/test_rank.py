"""`manage.py rank` as its user runs it, with the real model and no database."""

import json
import os
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from matching.evaluation import read_run

pytestmark = pytest.mark.model

ROOT = Path(__file__).resolve().parents[3]
POSTING = "Search engineer\n\nRequirements\n- 3 years of Python\n- Kubernetes in production\n"
RESUME = """Person Name

Experience

Engineer, Library of Bremen
January 2019 - December 2024
- Built services in {skill}.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("postings", "resumes"):
        (tmp_path / name).mkdir()
    (tmp_path / "postings" / "search.txt").write_text(POSTING, encoding="utf-8")
    for stem, skill in (("knows", "Python and Kubernetes"), ("other", "the kitchen of a hotel")):
        (tmp_path / "resumes" / f"{stem}.txt").write_text(RESUME.format(skill=skill), encoding="utf-8")
    return tmp_path


def run(folder: Path, *options: str, posting: str = "postings/search.txt") -> tuple[str, str]:
    out, err = StringIO(), StringIO()
    call_command(
        "rank",
        "--posting",
        str(folder / posting),
        "--resumes",
        str(folder / "resumes"),
        *options,
        stdout=out,
        stderr=err,
    )
    return out.getvalue(), err.getvalue()


def test_one_posting_gives_one_object_of_the_documented_shape(folder: Path) -> None:
    found = json.loads(run(folder, "--json")[0])

    assert {"posting", "requirements", "results"} <= found.keys()
    first = found["results"][0]
    assert (found["posting"], first["candidate"], first["rank"]) == ("search", "knows", 1)
    assert sum(first["parts"].values()) == pytest.approx(first["score"], abs=1e-9)
    cell = first["evidence"][0]
    assert {"requirement", "verdict", "strength", "quote", "span", "file"} <= cell.keys()
    text = Path(cell["file"]).read_text(encoding="utf-8")
    assert text[cell["span"][0] : cell["span"][1]] == cell["quote"]


def test_a_folder_of_postings_gives_a_list_and_a_run_with_everybody(folder: Path) -> None:
    found = json.loads(run(folder, "--json", "--top", "1", "--trec", str(folder / "run"), posting="postings")[0])

    assert [len(each["results"]) for each in found] == [1]
    assert read_run(folder / "run") == {"search": ["knows", "other"]}


def test_the_table_shows_verdict_quote_and_reason(folder: Path) -> None:
    table = run(folder)[0]

    assert "1. knows" in table
    assert "+ must  3 years of Python" in table
    assert "“Built services in Python and Kubernetes.”" in table


def test_a_refused_file_is_named_on_the_error_output(folder: Path) -> None:
    (folder / "resumes" / "empty.pdf").write_bytes(b"")
    err = StringIO()
    options = ["--posting", str(folder / "postings"), "--resumes", str(folder / "resumes")]

    with pytest.raises(SystemExit) as end:
        call_command("rank", *options, stdout=StringIO(), stderr=err)
    assert end.value.code == 1
    assert "Refused: " in err.getvalue()


def test_a_missing_folder_says_what_to_name(folder: Path) -> None:
    with pytest.raises(CommandError, match="Name a file or a folder that exists"):
        run(folder, posting="nowhere")


def test_a_folder_without_a_readable_posting_is_refused(folder: Path) -> None:
    (folder / "postings" / "search.txt").write_bytes(b"")

    with pytest.raises(CommandError, match="No posting could be read"):
        run(folder)


def test_a_top_of_nothing_is_refused(folder: Path) -> None:
    with pytest.raises(CommandError, match="1 or more"):
        run(folder, "--top", "0")


def test_a_run_that_cannot_be_written_is_refused_before_the_work(folder: Path) -> None:
    with pytest.raises(CommandError, match=r"cannot be written to .*no such file or directory\. Name a file"):
        run(folder, "--trec", str(folder / "nowhere" / "run"), posting="postings/none.txt")
    with pytest.raises(CommandError, match="is a directory"):
        run(folder, "--trec", str(folder), posting="postings/none.txt")


def test_trying_the_place_of_a_run_leaves_nothing_behind(folder: Path) -> None:
    with pytest.raises(CommandError, match="There is no"):
        run(folder, "--trec", str(folder / "run"), posting="postings/none.txt")
    assert not (folder / "run").exists()


def test_a_run_that_fails_after_the_work_takes_no_table_away(folder: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("optional: only Linux has a full device")
    out = StringIO()
    options = ["--posting", str(folder / "postings"), "--resumes", str(folder / "resumes"), "--trec", "/dev/full"]
    with pytest.raises(CommandError, match="no space left on device"):
        call_command("rank", *options, stdout=out, stderr=StringIO())
    assert "1. knows" in out.getvalue()


def test_a_refused_file_gives_the_table_and_the_status_of_read(folder: Path) -> None:
    (folder / "postings" / "empty.txt").write_text("", encoding="utf-8")
    out = StringIO()
    options = ["--posting", str(folder / "postings"), "--resumes", str(folder / "resumes")]
    with pytest.raises(SystemExit) as end:
        call_command("rank", *options, stdout=out, stderr=StringIO())
    assert end.value.code == 1
    assert "1. knows" in out.getvalue()


def test_a_name_that_is_no_utf_8_costs_neither_the_table_nor_the_run(folder: Path) -> None:
    odd = os.fsdecode(os.fsencode(folder / "resumes") + b"/caf\xe9.txt")
    Path(odd).write_text(RESUME.format(skill="Kubernetes"), encoding="utf-8")
    command = ["manage.py", "rank", "--posting", str(folder / "postings"), "--resumes", str(folder / "resumes")]
    result = subprocess.run(
        [sys.executable, *command, "--trec", str(folder / "run")],
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr.decode()
    assert "caf\\udce9" in result.stdout.decode("utf-8")
    assert "caf%E9" in (folder / "run").read_text(encoding="utf-8")
