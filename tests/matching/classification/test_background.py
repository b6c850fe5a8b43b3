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


def test_most_profiles_of_the_corpus_get_their_background() -> None:
    people = [each for each in examples() if each.background]
    right = [background_of(passages_of(each.text), original=each.text)[0] is each.background for each in people]
    assert sum(right) / len(right) >= 0.7
