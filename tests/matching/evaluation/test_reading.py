from datetime import date
from typing import Any

import pytest

from matching.evaluation.reading import Judged, Tally, found_in, judge, report
from matching.evaluation.resumes import same
from matching.profile import read_profile
from matching.text import Text
from matching.values import Document

TODAY = date(2026, 11, 1)
RESUME = """Maria Chen
maria@example.org
Experience
Data Engineer, Acme Ltd, Jan 2019 - Dec 2020
• Built search in Python.
Analyst, Beta Ltd, Mar 2021 - Present
• Wrote reports.
"""


def _judged(gold: dict[str, Any]) -> Judged:
    return judge(read_profile(Text(RESUME), today=TODAY), gold)


def _work(**changes: str) -> dict[str, str]:
    job = {"name": "Acme Ltd", "position": "Data Engineer", "startDate": "2019-01", "endDate": "2020-12"}
    return {**job, **changes}


RUNNING = {"name": "Beta Ltd", "position": "Analyst", "startDate": "2021-03"}


def test_figures_follow_from_what_was_right_wrong_and_missed() -> None:
    tally = Tally(right=6, wrong=2, missed=6)
    assert (tally.n, tally.precision, tally.recall) == (12, 0.75, 0.5)
    assert tally.f1 == pytest.approx(0.6)
    assert (Tally().precision, Tally().recall) == (1.0, 1.0)


def test_a_document_read_as_stated_has_no_difference_in_its_jobs() -> None:
    judged = _judged({"basics": {"name": "maria  CHEN"}, "work": [_work(), RUNNING]})
    assert judged.tallies["basics.name"] == Tally(right=1)
    assert judged.tallies["work.endDate"] == Tally(right=2)
    assert [each for each in judged.differences if each[0].startswith("work")] == []


def test_entries_are_paired_by_agreement_before_their_fields_are_compared() -> None:
    judged = _judged({"work": [RUNNING, _work(position="Writer")]})
    assert judged.tallies["work.position"] == Tally(right=1, wrong=1, missed=1)
    assert judged.tallies["work.name"] == Tally(right=2)
    assert ("work.position", "Writer", "Data Engineer") in judged.differences


def test_what_is_read_but_not_stated_is_wrong_and_what_is_stated_but_not_read_is_missed() -> None:
    judged = _judged({"work": [_work()], "basics": {"phone": "+1 555 0100"}})
    assert judged.tallies["basics.phone"] == Tally(missed=1)
    assert judged.tallies["work.name"] == Tally(right=1, wrong=1)


def test_skills_are_compared_with_their_strength_and_years() -> None:
    gold = {"meta": {"skills": {"python": {"strength": "in dated work", "years": 2.0}, "sql": {"strength": "listed"}}}}
    judged = _judged(gold)
    assert judged.tallies["shown.strength"] == Tally(right=1, missed=1)
    assert judged.tallies["shown.years"] == Tally(right=1)


def test_a_bullet_belongs_to_its_section_and_entry() -> None:
    right = _judged({"work": [{**_work(), "highlights": ["Built search in Python."]}]})
    assert right.tallies["passages.entry"] == Tally(right=1)
    elsewhere = _judged({"projects": [{"name": "Search", "description": "Built search in Python."}]})
    assert elsewhere.tallies["passages.section"] == Tally(wrong=1, missed=1)


@pytest.mark.parametrize(
    ("key", "stated", "read", "alike"),
    [
        ("name", "Quill & Ferry Ltd.", "quill ferry ltd", True),
        ("name", "C++", "C", False),
        ("startDate", "2019-03", "2019", False),
        ("phone", "+44 7700 900141", "+447700900141", True),
        ("url", "https://www.example.org/a/", "example.org/a", True),
        ("years", "2.0", "2.1", True),
        ("years", "2.0", "2.3", False),
        ("name", "Acme", "", False),
    ],
)
def test_two_values_are_the_same_up_to_case_spaces_and_signs(key: str, stated: str, read: str, alike: bool) -> None:
    assert same(key, stated, read) is alike


def test_documents_are_summed_by_half_and_layout() -> None:
    one = Judged("a", "plain", "open", {"basics.name": Tally(right=1)})
    two = Judged("b", "table", "held", {"basics.name": Tally(missed=1)})
    found = report([one, two], failures=[("c", "It is empty.")])
    assert found.n == 3
    assert found.groups["all"]["basics.name"].recall == 0.5
    assert found.groups["held"]["all"].recall == 0.0
    assert found.groups["plain"]["all"].recall == 1.0


def test_documents_without_gold_say_what_was_found_in_them() -> None:
    text = Text(RESUME)
    found = found_in([(Document(text, "text/plain"), read_profile(text, today=TODAY))])
    assert found["a dated job"] == 1.0
    assert found["a name within the first 5 lines"] == 1.0
    assert found["an education"] == 0.0
