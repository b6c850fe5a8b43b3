"""The file of errors runs nothing in a spreadsheet, whichever sign splits its columns there."""

import csv
import io
import re

import pytest

from recruit.candidates.imports.errors_file import inert

_STARTS_FORMULA = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]")


@pytest.mark.parametrize(
    "cell",
    [
        "=cmd|' /C calc'!A0",
        "+1+1",
        "-2+3",
        "@SUM(1)",
        "  =1+1",
        "\t=1+1",
        "\r=1+1",
        "\uff1dcmd",
        "cv;=cmd|' /C calc'!A0",
        "cv\t@SUM(1)",
        "cv\n=1+1",
        "cv; +1",
    ],
)
def test_no_cell_begins_a_formula_under_any_delimiter(cell: str) -> None:
    for delimiter in ",;\t":
        line = io.StringIO()
        csv.writer(line).writerow((1, inert(cell), "reason"))
        for row in csv.reader(io.StringIO(line.getvalue(), newline=""), delimiter=delimiter):
            assert not any(_STARTS_FORMULA.match(each) for each in row)


def test_an_ordinary_name_is_left_as_it_is() -> None:
    assert inert("people/ann-lee (2).pdf") == "people/ann-lee (2).pdf"
    assert inert("") == ""
