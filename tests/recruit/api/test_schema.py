"""The schema describes the whole API without a remark, and says how to sign a call."""

from pathlib import Path

import pytest
from django.core.management import call_command


def test_the_schema_is_made_without_a_warning_and_names_the_key(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "openapi.yaml"
    call_command("spectacular", "--file", str(path))
    shown = capsys.readouterr()
    assert "Warning" not in shown.err + shown.out
    text = path.read_text(encoding="utf-8")
    assert "scheme: bearer" in text
    assert "PostingState:" in text
