"""What a worker does before its first task."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
CODE = (
    "import sys, django; django.setup(); from recruit.journeys.tasks import warm_up;"
    "warm_up({sys.argv[1]}); print('torch' in sys.modules)"
)


@pytest.mark.model
@pytest.mark.parametrize(("queue", "loaded"), [("embed", "True"), ("bulk", "False")])
def test_the_model_is_loaded_where_embedding_work_is_taken_and_nowhere_else(queue: str, loaded: str) -> None:
    result = subprocess.run([sys.executable, "-c", CODE, queue], cwd=ROOT, capture_output=True, text=True, check=True)
    assert result.stdout.strip() == loaded
