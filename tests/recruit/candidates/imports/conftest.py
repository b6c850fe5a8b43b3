"""A workspace in scope, whose files go to a folder of the test's own."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from recruit.tenancy.models import Workspace
from recruit.tenancy.scope import workspace_scope
from tests import factories


@pytest.fixture
def north(db: None, settings: Any, tmp_path: Path) -> Iterator[Workspace]:
    settings.MEDIA_ROOT = tmp_path / "media"
    made = factories.workspace("north")
    with workspace_scope(made.pk):
        yield made
