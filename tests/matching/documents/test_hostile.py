"""Hostile and damaged files: each ends in a stated outcome within the walls of the jail.

Many files share one child that may die; `python -m tests.hostile` runs the whole set, with 200 flips a format.
"""

import pytest

from matching.documents import read_in_jail
from matching.errors import UnreadableDocument
from tests.matching.documents.hostile import bombs, disguises, flipped, laughing_pdf, loops, truncated
from tests.matching.documents.sacrifice import CRASHED, STUCK, outcomes

EXPECTED = {
    "pdf stream of 80 MB": {"bomb"},
    "docx of zeros": {"bomb"},
    "docx with 3,000 parts": {"bomb"},
    "docx that lies about a size": {"damaged", "bomb"},
    "docx with 7 million paragraphs": {"damaged", "too-much-memory", STUCK},
    "pdf that laughs": {CRASHED, STUCK},
    "pdf form that draws itself": {"no-text-layer"},
    "docx styles in a ring": {"read"},
    "pdf then zip": {"read"},
    "picture in text's clothes": {"picture"},
    "zip that climbs": {"archive-path"},
    "docx with a climbing part": {"archive-path"},
    "docx that asks for a file": {"doctype"},
    "docx that laughs": {"doctype"},
    "docx with a late doctype": {"doctype"},
    "encrypted pdf": {"encrypted"},
    "encrypted docx": {"encrypted"},
    "encrypted office file": {"encrypted"},
}
SLUGS = {
    *("read", "damaged", "bomb", "no-text-layer", "no-visible-text", "no-text", "unknown-format", "unknown-encoding"),
    *("encrypted", "doctype", "archive", "picture", "text-too-long", "too-many-pages", "too-much-memory", "office"),
    *("open-document", "old-word", "rtf", "empty-file", "file-too-large"),
}


@pytest.mark.parametrize("group", [bombs, loops, disguises])
def test_a_hostile_file_ends_as_it_should(group: object) -> None:
    found = list(outcomes(group()))  # type: ignore[operator]
    assert found
    for each in found:
        assert each.slug in EXPECTED.get(each.name, SLUGS), each


def test_damaged_files_are_read_or_refused_and_kill_no_reader() -> None:
    found = [*outcomes(truncated()), *outcomes(flipped(12))]
    assert len(found) == 5 * 19 + 5 * 12
    assert [each for each in found if each.slug not in SLUGS] == []
    assert {"read", "damaged"} <= {each.slug for each in found}


def test_the_worst_file_costs_a_refusal_in_the_real_jail() -> None:
    with pytest.raises(UnreadableDocument) as caught:
        read_in_jail(laughing_pdf(), name="cv.pdf")
    assert caught.value.slug in {CRASHED, STUCK}
