"""`manage.py classify`: files and rows in, layers with quotes out, in the order and shape that FORMATS.md promises."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

KEYS = ["id", "layers", "primary", "abstained", "background", "evidence"]
AGENTS = """Engineer, booking agents

What you will do
- Build agents that call tools, with human approval and traces
- Ground answers by retrieval over our manuals and evaluate each change of prompt
"""
SHOP = """Shop assistant

What you will do
- Advise customers, fill shelves and count the till
- Open and close the branch with the manager
"""


def classify(*arguments: str) -> tuple[str, str]:
    out, err = StringIO(), StringIO()
    call_command("classify", *arguments, stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    path = tmp_path / "postings.jsonl"
    lines = [{"id": 7, "text": AGENTS, "title": "Engineer, booking agents"}, {"id": "shop", "text": SHOP}]
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return path


@pytest.mark.model
def test_each_row_gives_one_object_of_the_documented_shape(rows: Path) -> None:
    out, _ = classify(str(rows), "--kind", "posting", "--json")
    found = [json.loads(line) for line in out.splitlines()]
    assert [list(each) for each in found] == [KEYS, KEYS]
    assert [(each["id"], each["primary"]) for each in found] == [("7", "1"), ("shop", "none")]
    assert list(found[0]["layers"]) == ["1", "2", "3", "cross_layer", "none"]


@pytest.mark.model
def test_quotes_stand_at_their_spans(rows: Path) -> None:
    out, _ = classify(str(rows), "--kind", "posting", "--json")
    evidence = json.loads(out.splitlines()[0])["evidence"]
    assert evidence
    assert all(AGENTS[each["span"][0] : each["span"][1]] == each["quote"] for each in evidence)


@pytest.mark.model
def test_a_file_is_named_as_it_was_given_and_shown_readably(tmp_path: Path) -> None:
    path = tmp_path / "agents.txt"
    path.write_text(AGENTS, encoding="utf-8")
    out, _ = classify(str(path), "--kind", "posting")
    assert out.startswith(f"{path}\n  Layer 1")
    assert "“Build agents that call tools" in out


@pytest.mark.model
def test_an_empty_text_says_that_there_was_nothing_to_read(tmp_path: Path) -> None:
    path = tmp_path / "empty.jsonl"
    path.write_text('{"id": 1, "text": "\\n"}\n', encoding="utf-8")
    assert "nothing to read" in classify(str(path))[0]


@pytest.mark.model
def test_what_is_refused_is_named_and_stops_nobody(rows: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with rows.open("a", encoding="utf-8") as file:
        file.write('\nnot json\n{"id": 3}\n')
    with pytest.raises(SystemExit):
        call_command("classify", str(rows), str(rows.parent / "absent.pdf"), "--kind", "posting", "--json")
    shown = capsys.readouterr()
    assert len(shown.out.splitlines()) == 2
    assert f"{rows}:3: This line is not a JSON object" in shown.err
    assert f"{rows}:4: " in shown.err
    assert "absent.pdf: This file cannot be opened" in shown.err


def test_an_empty_folder_says_what_to_name(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="Name a PDF, DOCX or TXT file"):
        classify(str(tmp_path))
