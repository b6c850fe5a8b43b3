"""Background: a description with a quote, read from cues."""

import pytest

from matching.classification.background import background_of
from matching.classification.corpus import examples, passages_of
from matching.layers import Background


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Second-year student of physics, internship at a bakery.", Background.STUDENT),
        ("Systems administrator for a school district.", Background.INTERNAL_IT),
        ("Data scientist, pricing and churn.", Background.DATA_SCIENTIST),
        ("Machine learning engineer at a map maker.", Background.ML_ENGINEER),
        ("Head of engineering, 40 people.", Background.TECHNICAL_LEADER),
        ("Postdoctoral researcher, nine papers.", Background.ACADEMIC_RESEARCHER),
        ("Cloud architect of a multi-tenant suite.", Background.SAAS_ARCHITECT),
        ("Frontend developer, React.", Background.PRODUCT_ENGINEER),
        ("Baker with twenty years at the oven.", Background.OTHER),
    ],
)
def test_the_background_is_read_from_plain_words(text: str, expected: Background) -> None:
    assert background_of(passages_of(text), original=text)[0] is expected


def test_the_quote_stands_in_the_text() -> None:
    for example in examples():
        assert background_of(passages_of(example.text), original=example.text)[1] in example.text


@pytest.mark.parametrize("background", sorted(Background))
def test_at_least_four_in_five_profiles_of_each_background_are_told(background: Background) -> None:
    people = [each for each in examples() if each.background is background]
    right = [background_of(passages_of(each.text), original=each.text)[0] is background for each in people]
    assert len(right) >= 20
    assert sum(right) / len(right) >= 0.8


@pytest.mark.parametrize(
    "text",
    [
        "Accountant who helped students with their tax returns.",
        "Nurse; mentor for student nurses on a surgical ward.",
        "Sales executive, sold data science platforms to banks.",
        "Recruiter for software engineers and data scientists.",
        "Technical writer who documents an API for developers.",
        "Painter and decorator, managing director of a two-person firm.",
        "Product manager who works with machine learning engineers.",
        "Landscape architect for parks and cemeteries.",
        "Architect of schools and libraries, fourteen of them built.",
        "Estate administrator at a law firm.",
        "Kitchen team lead in a hospital.",
        "Head of pastry at a hotel.",
        "Professor's secretary, organised conferences and travel.",
        "Journalist who wrote about research papers and universities.",
        "Real estate developer with three housing projects.",
        "Business developer for machine tools.",
        "Market researcher, focus groups for yoghurt.",
        "Paper mill operator, later shift foreman.",
        "Mother of two students, bookkeeper.",
        "Data entry clerk in a research institute.",
        "Army pilot.\n\nPlanned training for aircrews.\n\nKept training records.\n\nTraining of instructors.",
        "Yoga instructor.\n\nDesigned the training.\n\nCompleted 200 hours of training.",
        "Hotel director.\n\nManaged the budget.\n\nTrained new managers and reported to the board.",
    ],
)
def test_nobody_of_another_trade_is_forced_into_the_eight(text: str) -> None:
    assert background_of(passages_of(text), original=text)[0] is Background.OTHER


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Data scientist. I also coach students of a bootcamp.", Background.DATA_SCIENTIST),
        ("Backend developer with a doctorate in geology.", Background.PRODUCT_ENGINEER),
        ("Machine learning engineer, formerly on the help desk.", Background.ML_ENGINEER),
        ("Systems administrator who takes a course in Django.", Background.INTERNAL_IT),
        ("Postdoctoral researcher; wrote the group's Django API.", Background.ACADEMIC_RESEARCHER),
        ("Student of medicine who once shipped a React app.", Background.STUDENT),
    ],
)
def test_a_second_word_beside_it_does_not_turn_what_a_person_is(text: str, expected: Background) -> None:
    assert background_of(passages_of(text), original=text)[0] is expected
