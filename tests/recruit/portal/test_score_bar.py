import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruit.portal.score_bar import PARTS, score_bar

_PARTS = st.tuples(
    st.floats(0, 0.6),
    st.floats(0, 0.15),
    st.floats(0, 0.15),
    st.floats(0, 0.1),
    st.floats(-0.15, 0),
    st.floats(-0.3, 0),
)


@given(_PARTS)
def test_what_is_written_adds_up_to_the_fit_that_is_written(amounts: tuple[float, ...]) -> None:
    parts = dict(zip(PARTS, amounts, strict=True))
    total = sum(amounts)
    assert sum(part.hundredths for part in score_bar(parts, total=total)) == pytest.approx(round(100 * total), abs=0)


def test_what_is_taken_off_lies_over_the_end_of_the_bar() -> None:
    bar = score_bar({"musts": 0.5, "layer": 0.1, "cap": -0.2}, total=0.4)
    assert [(part.name, part.x, part.width) for part in bar] == [
        ("musts", 0, 50),
        ("layer", 50, 10),
        ("cap", 40, 20),
    ]
