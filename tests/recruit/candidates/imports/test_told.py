"""Who a list says somebody is: cut from everything that ranks, drafts and shows them before the reveal."""

import io
import json
from pathlib import Path

import pytest
from django.test import Client

from matching.profile import Correction
from recruit.candidates.correct import correct
from recruit.candidates.intake import receive
from recruit.candidates.models import Candidate, Passage, Resume
from recruit.matches.models import Match
from recruit.outreach import draft
from tests.recruit.candidates.conftest import House
from tests.recruit.candidates.imports import sources

pytestmark = pytest.mark.django_db
HEADER = ["Name", "Email", "Phone", "Address", "Text"]
STREET = "12 Elm Street"
PROSE = (
    "Mira Solberg is a senior engineer at Acme since January 2019. She builds retrieval services in Python and "
    "Kubernetes. Mira also ran PostgreSQL. Ask for desk-4411-77 or come to 12 Elm Street.\n"
)
LIST = (
    "Senior Engineer, Acme, January 2019 - Present\n- Built retrieval services in Python. Solberg was the lead.\n"
    "- As tech lead, Mira Solberg introduced PostgreSQL.\n\nSkills\nPython, Kubernetes\n\nSigned: Mira Solberg\n"
)


def _brought(house: House, tmp_path: Path, text: str) -> Resume:
    row = ["Mira Solberg", "mira@example.org", "desk-4411-77", f"{STREET}, Bergen", text]
    sources.imported(sources.table(tmp_path, row, header=HEADER))
    house.walk()
    return Resume.objects.get()


@pytest.mark.parametrize("text", [PROSE, LIST])
def test_a_name_that_only_the_list_knows_reaches_no_passage_and_no_page(
    house: House, client: Client, tmp_path: Path, text: str
) -> None:
    posting = house.post()
    resume = _brought(house, tmp_path, text)
    client.force_login(house.robin.user)
    seen = [each.text + each.context for each in Passage.objects.all()]
    for address in (f"/resumes/{resume.pk}/", f"/resumes/{resume.pk}/reading", f"/people/{resume.candidate_id}/"):
        answer = client.get(address)
        assert answer.status_code == 200
        seen.append(answer.content.decode())
    asked = draft.request(posting, resume.candidate, by=house.robin)
    house.walk()
    asked.refresh_from_db()
    seen.append(json.dumps(asked.brief))
    assert not [each for each in seen for word in ("Mira", "Solberg", "4411", "Elm") if word in each]


def test_an_address_gives_a_town_and_never_a_street(house: House, tmp_path: Path) -> None:
    _brought(house, tmp_path, LIST)
    person = Candidate.objects.get()
    assert person.place == "Bergen"
    assert STREET not in json.dumps(Resume.objects.get().profile)


def test_the_same_list_under_another_name_gives_the_same_score(house: House, tmp_path: Path) -> None:
    house.post()
    _brought(house, tmp_path, PROSE)
    row = ["Otto Grimaldi", "otto@example.org", "desk-4411-77", f"{STREET}, Bergen", PROSE.replace("Mira", "Otto")]
    row[-1] = row[-1].replace("Solberg", "Grimaldi").replace("She", "He")
    sources.imported(sources.table(tmp_path, row, header=HEADER))
    house.walk()
    first, second = Match.objects.filter(last_run=None)
    assert (first.score, first.tie) == (second.score, second.tie)


def test_a_name_that_somebody_corrects_is_cut_beside_the_one_of_the_list(house: House, tmp_path: Path) -> None:
    resume = _brought(house, tmp_path, PROSE + "Known as Molly Berg among friends and in every team since 2012.\n")
    correct(resume, [Correction("basics.name", "Molly Berg")], by=None)
    house.walk()
    text = " ".join(each.text for each in Passage.objects.all())
    assert not [word for word in ("Mira", "Solberg", "Molly", "Berg ") if word in text]


def test_an_address_typed_at_the_door_is_cut_where_no_rule_would_find_it(house: House) -> None:
    text = (
        "Experience\nEngineer, Acme\nJanuary 2019 - Present\n- Built services in Python. Write to o'brien@x one day.\n"
    )
    receive(io.BytesIO(text.encode()), original_name="cv.txt", consent_wording="Yes.", email="o'brien@x")
    house.walk()
    assert "brien" not in " ".join(each.text for each in Passage.objects.all())
