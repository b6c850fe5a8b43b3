"""Lines without their layout, and with every sign that is part of a name."""

from matching.requirements import read_role
from matching.text import Text


def test_a_line_that_ends_in_c_sharp_keeps_its_sign() -> None:
    content = "Requirements\n- 5+ years of C++ or C#\n- Java or F#\n"
    asked = read_role(Text(content)).requirements
    assert [each.text for each in asked] == ["5+ years of C++ or C#", "Java or F#"]
    assert asked[0].skills == ("cpp", "csharp")
