"""The size budget: what grows past it becomes a package behind the same public names."""

import ast
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LINES_OF_A_FILE = 300
LINES_OF_A_FUNCTION = 40
LONGEST_SUMMARY = 120


def _sources() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "*.py"], cwd=ROOT, capture_output=True, check=False, text=True
    ).stdout.split()
    found = [ROOT / name for name in listed] or [
        path for room in ("matching", "recruit", "tests") for path in (ROOT / room).rglob("*.py")
    ]
    return [path for path in found if "migrations" not in path.parts and path.exists()]


def test_no_file_is_longer_than_the_budget() -> None:
    lengths = {str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in _sources()}
    assert lengths
    assert {name: length for name, length in lengths.items() if length > LINES_OF_A_FILE} == {}


def test_no_function_is_longer_than_the_budget() -> None:
    long = {}
    for path in _sources():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                if length > LINES_OF_A_FUNCTION:
                    long[f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"] = length
    assert long == {}


@pytest.mark.parametrize("room", ["matching", "recruit"])
def test_every_module_says_what_it_is_in_a_line_that_fits_a_listing(room: str) -> None:
    silent = []
    for path in (ROOT / room).rglob("*.py"):
        if "migrations" in path.parts:
            continue
        source = path.read_text(encoding="utf-8")
        first = (ast.get_docstring(ast.parse(source)) or "").split("\n", 1)[0]
        if source.strip() and not 0 < len(first) <= LONGEST_SUMMARY:
            silent.append(str(path.relative_to(ROOT)))
    assert silent == []
