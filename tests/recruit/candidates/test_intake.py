"""What the one door for resumes makes sure of by itself."""

import pytest

from recruit.candidates.intake import unused_alias
from recruit.candidates.models import Candidate
from recruit.tenancy.scope import workspace_scope
from tests import factories

pytestmark = pytest.mark.django_db


def test_an_alias_that_somebody_has_is_drawn_again_and_another_workspace_s_is_not() -> None:
    north, south = factories.workspace("north"), factories.workspace("south")
    with workspace_scope(north.pk):
        Candidate.objects.create(alias="K7QM4")
        drawn = iter(["K7QM4", "K7QM4", "2HFD9"])
        assert unused_alias(lambda: next(drawn)) == "2HFD9"
    with workspace_scope(south.pk):
        assert unused_alias(lambda: "K7QM4") == "K7QM4"
