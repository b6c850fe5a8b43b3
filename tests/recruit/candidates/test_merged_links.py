"""After a merge each person's own link shows, downloads and corrects what came by it, and nothing of the other."""

import pytest
from django.test import Client

from recruit.candidates.access import token_for
from recruit.candidates.merge import merge
from recruit.candidates.models import Candidate, Correction
from tests.recruit.candidates.conftest import House

pytestmark = pytest.mark.django_db
OTHERS = {"elder": b"elsewhere.example", "younger": b"ann@example.com"}


@pytest.fixture
def merged(house: House) -> dict[str, Candidate]:
    elder, younger, pair = house.twice()
    merge(pair, keep=elder, by=house.robin)
    house.walk()
    return {"elder": elder, "younger": younger}


@pytest.mark.parametrize("whose", ["elder", "younger"])
@pytest.mark.parametrize("page", ["", "/reading", "/json-resume"])
def test_a_link_shows_what_came_by_it_alone(
    merged: dict[str, Candidate], client: Client, whose: str, page: str
) -> None:
    answer = client.get(f"/w/north/c/{token_for(merged[whose])}{page}")
    assert answer.status_code == 200
    assert OTHERS[whose] not in answer.content
    assert b"Halvorsen" in answer.content


def test_the_kept_records_link_corrects_nothing_of_the_other(merged: dict[str, Candidate], client: Client) -> None:
    client.post(f"/w/north/c/{token_for(merged['elder'])}/corrections", {"basics.phone": "+44 20 7946 0000"})
    assert not Correction.objects.filter(candidate=merged["younger"]).exists()


def test_the_merged_persons_own_link_goes_on_correcting_their_own(
    house: House, merged: dict[str, Candidate], client: Client
) -> None:
    client.post(f"/w/north/c/{token_for(merged['younger'])}/corrections", {"basics.phone": "+44 20 7946 0000"})
    house.walk()
    assert Correction.objects.get().candidate == merged["younger"]
    merged["younger"].refresh_from_db()
    assert merged["younger"].phone == "+44 20 7946 0000"
