import re
from pathlib import Path

import pytest
from django.core.management import get_commands

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("link", sorted(set(re.findall(r"\]\(([^)#]+)\)", README))))
def test_every_link_leads_somewhere(link: str) -> None:
    assert (ROOT / link).exists()


def test_every_command_exists() -> None:
    assert set(re.findall(r"manage\.py ([a-z_]+)", README)) <= set(get_commands())


def test_every_make_target_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE))
    assert set(re.findall(r"`?make ([a-z]+)", README)) - {"run"} <= targets
    assert "run" in targets


def test_every_room_stands_in_the_map() -> None:
    rooms = {path.parent.name for path in (ROOT / "recruit").glob("*/__init__.py")}
    named = set(re.findall(r"`([a-z]+)`", README.split("## The house")[1].split("## Decisions")[0]))
    assert rooms <= named
