"""A first round of each fuzz target; `python -m tests.fuzz` goes on for as long as one likes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fuzz import TARGETS, fuzz


@pytest.mark.parametrize("target", sorted(TARGETS))
def test_a_target_stands_a_round_of_fuzzing(target: str) -> None:
    assert fuzz(target, seconds=0) > 100


def test_the_fuzzer_without_its_packages_says_how_to_get_them(tmp_path: Path) -> None:
    (tmp_path / "hypothesis.py").write_text("raise ModuleNotFoundError('No module named hypothesis')", encoding="utf-8")
    root = Path(__file__).resolve().parent.parent
    result = subprocess.run(
        [sys.executable, "-m", "tests.fuzz", "zip"],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 1
    assert result.stderr.startswith("The fuzzer needs the packages of the tests. Say first:")
