"""Where an address came from, in the words of a mail's footer."""

from pathlib import Path

import pytest
from django.utils import timezone
from django.utils.formats import date_format

from recruit.candidates.imports import begin
from recruit.candidates.imports.opening import look_at
from recruit.candidates.imports.take import take_in
from recruit.candidates.models import Candidate
from recruit.outreach.footer import origin_of
from tests import factories
from tests.people import PEOPLE
from tests.recruit.candidates.imports import sources
from tests.recruit.candidates.imports.conftest import north  # noqa: F401  the workspace of the imports' tests

pytestmark = pytest.mark.django_db


@pytest.mark.usefixtures("north")
@pytest.mark.parametrize(
    ("agreed", "ground"), [(True, "Robin Marsh states that you agreed to this"), (False, "The ground stated for it")]
)
def test_an_imported_address_names_the_list_who_brought_it_when_and_on_what_ground(
    tmp_path: Path, agreed: bool, ground: str
) -> None:
    path = sources.folder(tmp_path, PEOPLE[0].text)
    stated = begin.Ground("They applied\nby letter.", agreed=agreed)
    batch = begin.draft(look_at(path), name="Acme fair 2026", ground=stated, importer="Robin Marsh")
    begin.start(batch, by=begin.actor_of(batch), queued=False)
    list(take_in(batch, path=path))
    person = Candidate.objects.get()
    day = date_format(timezone.localdate(), "j F Y")
    assert origin_of(person, person.workspace) == (
        f"Your address came to North on {day} from the list “Acme fair 2026”, brought by Robin Marsh. "
        f"{ground}: “They applied by letter.”"
    )


@pytest.mark.usefixtures("north")
def test_an_address_of_ones_own_upload_says_so() -> None:
    person = factories.candidate(email="ann@example.com")
    assert "resume that you gave to North" in origin_of(person, person.workspace)
