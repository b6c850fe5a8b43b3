import pytest

from recruit.jobs.plans import PLANS
from recruit.portal.wordings import field_words, work_words


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("basics.name", "Name"),
        ("basics.location.countryCode", "Country code"),
        ("basics.profiles[2].url", "Link"),
        ("work[0].position", "Work 1: title"),
        ("education[1].studyType", "Education 2: degree"),
        ("work[0].teamSize", "Work 1: team size"),
        ("skills[11].name", "Skill"),
        ("said.skills[0]", "Skill, as you said"),
    ],
)
def test_a_field_has_the_words_of_a_person(name: str, words: str) -> None:
    assert field_words(name) == words


def test_every_step_of_every_journey_has_words() -> None:
    for journey, steps in PLANS.items():
        for step in steps:
            assert work_words(journey, step.name) == step.title
