"""`manage.py evaluate` prints one documented shape for every task, and says what is wrong in a sentence."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

GOLD = Path(__file__).parent.parent.parent / "matching" / "requirements" / "gold"


def _evaluate(*arguments: str) -> str:
    out = StringIO()
    call_command("evaluate", *arguments, stdout=out)
    return out.getvalue()


def _object(*arguments: str) -> Any:
    return json.loads(_evaluate(*arguments, "--json"))


@pytest.fixture
def tagged(tmp_path: Path) -> Path:
    (tmp_path / "testset.csv").write_text("sentence_id,word,pos,tag\n1,Python,NN,B-Skill\n1,rocks,VB,O\n", "utf-8")
    return tmp_path


def test_requirements_are_measured_as_one_object_with_intervals() -> None:
    found = _object("requirements", "--data", str(GOLD))
    assert found.keys() == {"task", "n", "systems", "differences"}
    assert found["task"] == "requirements"
    assert found["n"] >= 40
    assert found["systems"]["strata"]["lines_recall"].keys() == {"value", "low", "high"}


def test_spans_stand_beside_the_dictionary_with_paired_differences(tagged: Path) -> None:
    found = _object("spans", "--data", str(tagged))
    assert found["systems"].keys() == {"strata", "dictionary"}
    assert found["systems"]["strata"]["f1_skill"]["value"] == 1.0
    assert {each["against"] for each in found["differences"]} == {"dictionary"}


def test_a_table_for_people_names_every_figure(tagged: Path) -> None:
    printed = _evaluate("spans", "--data", str(tagged))
    assert "f1_skill" in printed
    assert "strata minus" in printed


def test_a_task_that_ranks_nothing_has_no_trec_run(tagged: Path) -> None:
    with pytest.raises(CommandError, match="TREC"):
        _evaluate("spans", "--data", str(tagged), "--trec", str(tagged / "run"))


def test_a_folder_without_the_data_is_refused_in_a_sentence(tmp_path: Path) -> None:
    for task in ("spans", "requirements", "skills"):
        with pytest.raises(CommandError, match="Name"):
            _evaluate(task, "--data", str(tmp_path))
