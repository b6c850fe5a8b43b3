"""`manage.py rank` as its user runs it, with the real model and no database."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from matching.evaluation import read_run

pytestmark = pytest.mark.model

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

    assert "Refused: " in run(folder)[1]


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
