"""How certain fields are that stand on lines which were recognised in a picture."""

from datetime import date

import pytest

from matching.profile import read_profile
from matching.text import Box, Span, Text

TODAY = date(2026, 11, 1)


def test_a_field_is_at_most_as_certain_as_the_worst_line_it_stands_on() -> None:
    content = "Maria Chen\nmaria@example.org\nSkills\nPython, Go\n"
    boxes = (Box(Span(0, 10), 0, 0, 0, 9, 9, sure=0.5), Box(Span(11, 28), 0, 0, 0, 9, 9, sure=0.8))
    typed = {each.name: each.confidence for each in read_profile(Text(content), today=TODAY).fields}
    read = {each.name: each.confidence for each in read_profile(Text(content, boxes=boxes), today=TODAY).fields}
    assert read["basics.name"] == pytest.approx(0.5 * typed["basics.name"])
    assert read["basics.email"] == pytest.approx(0.8 * typed["basics.email"])
    assert read["skills[0].name"] == typed["skills[0].name"]
