"""Before the reveal no page shows what a candidate typed where they may have named themselves."""

import pytest
from django.test import Client

from recruit.candidates.access import token_for
from recruit.candidates.imports.models import RowState
from recruit.candidates.models import Resume
from tests.recruit.candidates.conftest import House
from tests.recruit.candidates.imports import sources

pytestmark = pytest.mark.django_db
TYPED = {
    "basics.label": "Ann Halvorsen, Staff Engineer",
    "basics.location.city": "c/o Halvorsen, 12 Elm Street, Leeds",
    "authorisation": "Ann Halvorsen may work in the UK, passport 123456789",
    "languages.add": "Halvorsen",
    "skills.remove": "Halvorsen",
}
SECRETS = ("Halvorsen", "Elm Street", "123456789")


def _say(house: House, client: Client, resume: Resume, **typed: str) -> None:
    address = f"/w/north/c/{token_for(resume.candidate)}/corrections"
    for name, value in typed.items():
        client.post(address, {name: value})
        house.walk()


@pytest.mark.parametrize("name", TYPED)
def test_what_a_candidate_typed_stays_covered_until_they_are_revealed(house: House, client: Client, name: str) -> None:
    posting = house.post()
    resume = house.bring()
    _say(house, client, resume, **{name: TYPED[name]})
    client.force_login(house.robin.user)
    person = resume.candidate_id
    for address in (
        f"/resumes/{resume.pk}/reading",
        f"/resumes/{resume.pk}/",
        f"/people/{person}/",
        f"/postings/{posting.pk}/review/{person}/",
        f"/postings/{posting.pk}/review/",
    ):
        answer = client.get(address, follow=True)
        assert answer.status_code == 200
        assert not [each for each in SECRETS if each in answer.content.decode()], address


def test_the_candidate_sees_their_own_words(house: House, client: Client) -> None:
    resume = house.bring()
    _say(house, client, resume, **{"basics.label": TYPED["basics.label"]})
    page = client.get(f"/w/north/c/{token_for(resume.candidate)}/reading").content.decode()
    assert TYPED["basics.label"] in page


def test_words_that_can_tell_of_nobody_are_shown(house: House, client: Client) -> None:
    resume = house.bring()
    address = f"/w/north/c/{token_for(resume.candidate)}/corrections"
    client.post(address, {"languages.add": "German", "level": "C1"})
    client.post(address, {"skills.add": "Rust"})
    house.walk()
    client.force_login(house.robin.user)
    page = client.get(f"/resumes/{resume.pk}/reading").content.decode()
    assert page.count("German, C1") == 2
    assert "rust" in page.casefold()


def test_the_page_of_an_imported_person_shows_their_town_and_no_street(
    house: House, client: Client, tmp_path: object
) -> None:
    row = ["Mira Solberg", "mira@example.org", "12 Elm Street, Oslo 0150", "Engineer", "Python, Kubernetes"]
    path = sources.table(tmp_path, row, header=["name", "email", "address", "title", "skills"])  # type: ignore[arg-type]
    batch = sources.imported(path)
    assert [state for _, state, _ in sources.states(batch)] == [RowState.RECEIVED]
    house.walk()
    resume = Resume.objects.get()
    client.force_login(house.robin.user)
    for address in (f"/people/{resume.candidate_id}/", f"/resumes/{resume.pk}/", f"/resumes/{resume.pk}/reading"):
        page = client.get(address).content.decode()
        assert "Elm Street" not in page
        assert "0150" not in page
