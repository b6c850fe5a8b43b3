"""What the one door for resumes makes sure of by itself."""

import io
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from recruit.candidates.intake import receive, unused_alias
from recruit.candidates.models import Candidate, Resume
from recruit.candidates.withdraw import withdraw
from recruit.errors import DomainError
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


@pytest.mark.usefixtures("north")
def test_a_new_person_who_waits_is_refused_an_address_that_somebody_has() -> None:
    _brought(email="ann@example.com", pending=True)
    with pytest.raises(DomainError, match="already have a resume from this address"):
        _brought(email="ann@example.com", pending=True)


def _brought(**more: Any) -> Resume:
    text = f"Ann Lee\n\nExperience\nEngineer, Lumen Desk, 2019 - 2023\n- Built service {uuid.uuid4()} in Python.\n"
    return receive(io.BytesIO(text.encode()), original_name="cv.txt", consent_wording="Yes.", **more)


@pytest.fixture
def north(settings: Any, tmp_path: Path) -> Iterator[None]:
    settings.MEDIA_ROOT = tmp_path
    with workspace_scope(factories.workspace("north").pk):
        yield


@pytest.mark.usefixtures("north")
def test_nothing_more_is_taken_in_from_somebody_who_withdrew() -> None:
    person = _brought(email="ann@example.com").candidate
    withdraw(person)
    with pytest.raises(DomainError, match="You have withdrawn"):
        _brought(candidate=person)
    assert person.resumes.count() == 1


@pytest.mark.usefixtures("north")
def test_somebody_who_withdrew_comes_back_as_a_new_person_by_the_same_address() -> None:
    gone = _brought(email="ann@example.com").candidate
    withdraw(gone)
    back = _brought(email="Ann@example.com").candidate
    assert (back.email, back.withdrawn_at) == ("ann@example.com", None)
    assert back != gone
    with pytest.raises(DomainError, match="already have a resume from this address"):
        _brought(email="ann@example.com")
