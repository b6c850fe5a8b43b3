"""`manage.py evaluate reading`: figures by field and layout, with floors on both halves of our own gold set."""

import json
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

RESUME = """Ada Moreno
ada@example.org

Experience
Engineer, Northwind Ltd, Jan 2019 - Mar 2023
• Trained ranking models.
"""
GOLD = {
    "basics": {"name": "Ada Moreno", "email": "ada@example.org"},
    "work": [{"name": "Northwind Ltd", "position": "Nurse", "startDate": "2019-01", "endDate": "2023-03"}],
    "meta": {"layout": "letter", "asOf": "2026-11-01"},
}
FLOORS = {"open": (0.99, 0.985), "held": (0.98, 0.975)}
SURE = ("basics.name", "basics.email", "basics.phone", "work.startDate", "education.endDate", "passages.section")


def evaluate(*arguments: str) -> str:
    out = StringIO()
    call_command("evaluate", "reading", *arguments, stdout=out)
    return out.getvalue()


@cache
def own() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(evaluate("--json"))
    return found


@pytest.mark.parametrize("half", FLOORS)
def test_both_halves_of_the_gold_set_stay_above_their_floors(half: str) -> None:
    precision, recall = FLOORS[half]
    whole = own()["groups"][half]["all"]
    assert whole["precision"] >= precision
    assert whole["recall"] >= recall


@pytest.mark.parametrize("field", SURE)
def test_what_everything_else_hangs_on_is_read_nearly_always(field: str) -> None:
    for half in FLOORS:
        assert own()["groups"][half][field]["f1"] >= 0.95, half


def test_every_document_of_the_set_is_read_and_every_layout_reported() -> None:
    assert own()["task"] == "reading"
    assert own()["failures"] == []
    assert own()["n"] >= 60
    assert len(own()["groups"]) >= 3 + 12


def test_a_folder_is_measured_against_the_gold_beside_its_documents(tmp_path: Path) -> None:
    (tmp_path / "ada.txt").write_text(RESUME, encoding="utf-8")
    (tmp_path / "ada.gold.json").write_text(json.dumps(GOLD), encoding="utf-8")
    (tmp_path / "bare.txt").write_text(RESUME, encoding="utf-8")
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.4 nothing")
    found = json.loads(evaluate("--data", str(tmp_path), "--json"))
    assert found["n"] == 3
    assert [each["file"] for each in found["failures"]] == ["broken.pdf"]
    assert found["groups"]["letter"]["work.name"] == {"n": 1, "precision": 1.0, "recall": 1.0, "f1": 1.0}
    assert found["groups"]["letter"]["work.position"]["f1"] == 0.0
    assert found["found"]["a name within the first 5 lines"] == 1.0


def test_the_table_names_each_value_that_was_read_otherwise(tmp_path: Path) -> None:
    (tmp_path / "ada.txt").write_text(RESUME, encoding="utf-8")
    (tmp_path / "ada.gold.json").write_text(json.dumps(GOLD), encoding="utf-8")
    table = evaluate("--data", str(tmp_path), "--differences")
    assert "reading: 1 documents, 0 could not be read" in table
    assert "ada.txt  work.position: stated 'Nurse', read 'Engineer'" in table


def test_other_tasks_still_ask_for_their_folder() -> None:
    with pytest.raises(CommandError, match="--data DIR"):
        call_command("evaluate", "titles")
