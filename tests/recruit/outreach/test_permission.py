"""Who may be written to: people who came by themselves, and imported ones whose stated ground allows it."""

import io
from pathlib import Path

import pytest

from recruit.candidates.imports import begin
from recruit.candidates.imports.opening import look_at
from recruit.candidates.imports.take import take_in
from recruit.candidates.intake import receive
from recruit.candidates.models import Candidate
from recruit.errors import DomainError
from recruit.outreach.permission import refuse_unless_permitted
from tests.people import PEOPLE
from tests.recruit.candidates.imports import sources
from tests.recruit.candidates.imports.conftest import north  # noqa: F401  the workspace of the imports' tests

pytestmark = pytest.mark.django_db


def _imported(tmp_path: Path, *, contact: bool) -> Candidate:
    path = sources.folder(tmp_path, PEOPLE[0].text)
    ground = begin.Ground("They applied by letter.", agreed=False, contact=contact)
    batch = begin.draft(look_at(path), name="people", ground=ground, importer="Robin")
    begin.start(batch, by=begin.actor_of(batch), queued=False)
    list(take_in(batch, path=path))
    return Candidate.objects.get()


@pytest.mark.usefixtures("north")
def test_an_import_whose_ground_says_nothing_of_contact_allows_no_mail_and_says_what_to_do(tmp_path: Path) -> None:
    person = _imported(tmp_path, contact=False)
    with pytest.raises(DomainError, match="once they have uploaded a resume themselves") as refused:
        refuse_unless_permitted(person, person.workspace)
    assert refused.value.slug == "no-ground"


@pytest.mark.usefixtures("north")
def test_a_ground_that_allows_contact_allows_it_and_says_so_in_its_words(tmp_path: Path) -> None:
    person = _imported(tmp_path, contact=True)
    refuse_unless_permitted(person, person.workspace)
    assert person.consents.get(purpose="contact").wording.endswith("They may be written to on this ground.")


@pytest.mark.usefixtures("north")
def test_whoever_uploads_a_resume_by_their_own_link_may_be_written_to(tmp_path: Path) -> None:
    person = _imported(tmp_path, contact=False)
    file = io.BytesIO(PEOPLE[1].text.encode())
    receive(file, original_name="cv.txt", consent_wording="", candidate=person)
    refuse_unless_permitted(person, person.workspace)
