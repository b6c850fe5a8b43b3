"""A person as pages show them: headed by their newest work, covered until revealed, in their own words afterwards."""

from datetime import date

import pytest

from matching.codec import to_json
from matching.profile import read_profile
from matching.text import Text
from recruit.candidates.models import Candidate, Resume, ResumeState
from recruit.candidates.portrait import Portrait, portrait
from recruit.portal.desk import current_resumes, lines_of
from recruit.tenancy.scope import workspace_scope
from tests import factories

pytestmark = pytest.mark.django_db
RESUME = """Nils O'Brien-Lukasiewicz
nils@example.com

Education
MSc Computer Science, University of Leeds, 2012 - 2014

Experience
Founder, Lukasiewicz Consulting
March 2016 - Present
- Built a retrieval service in Python for support agents.
"""


def _portrait(*, revealed: bool) -> Portrait:
    profile = read_profile(Text(RESUME), today=date(2026, 11, 1))
    return portrait(Resume(text=RESUME, profile=to_json(profile)), revealed=revealed)


def test_half_of_a_double_name_is_covered_where_it_stands_for_the_person() -> None:
    seen = _portrait(revealed=False)
    assert [entry.organisation for entry in seen.work] == ["[name] Consulting"]
    assert "Lukasiewicz" not in seen.profile.blind.content


def test_a_revealed_person_is_shown_in_their_own_words() -> None:
    seen = _portrait(revealed=True)
    assert [entry.organisation for entry in seen.work] == ["Lukasiewicz Consulting"]
    assert [entry.organisation for entry in seen.education] == ["University of Leeds"]
    assert not any("[" in entry.title for entry in (*seen.work, *seen.education))


def test_the_words_behind_a_layer_are_covered_where_they_name_the_person() -> None:
    at = RESUME.index("Lukasiewicz Consulting")
    evidence = [{"layer": "agents", "span": [at, at + len("Lukasiewicz Consulting")]}]
    for revealed in (True, False):
        seen = _portrait(revealed=revealed)
        seen.resume.reading = {"evidence": evidence}
        ((layer, pieces),) = seen.layer_quotes
        assert layer == "agents"
        assert ("Lukasiewicz" in "".join(each.text for each in pieces)) is revealed


def test_a_list_is_headed_by_the_newest_work_as_the_person_s_page_is() -> None:
    with workspace_scope(factories.workspace("north").pk):
        member = factories.member()
        profile = read_profile(Text(RESUME), today=date(2026, 11, 1))
        resume = Resume.objects.create(
            candidate=Candidate.objects.create(), file="x", original_name="x", size=1, sha256="0" * 64,
            state=ResumeState.READ, text=RESUME, profile=to_json(profile),
        )  # fmt: skip
        (line,) = lines_of(current_resumes(member))
        assert line.headline == portrait(resume, revealed=False).headline == "Founder"
