"""Entries that people add to a reading or take out of it: real quotes, counted once, identity cut."""

import json
from datetime import date

import pytest

from matching.profile import Corrected, Correction, read_corrected
from matching.text import Text
from matching.values import Section

TODAY = date(2026, 11, 25)
RESUME = """Ann Lee
ann@example.com

Experience
Senior Engineer, Lumen Desk
January 2024 - Present
- Built a retrieval service in Python that answers 40,000 questions a day for support agents.

Engineer, Harbour Freight
March 2022 - December 2023
- Wrote billing services in Go for eight countries.

Education
BSc Computer Science, University of Leeds, 2016

Certificates
AWS Certified Solutions Architect, 2021
Certified Kubernetes Administrator, 2022

Skills
Python, PostgreSQL
"""
JOB = {
    "position": "Machine learning engineer",
    "name": "Nordic Rail",
    "startDate": "2019-03",
    "endDate": "2021-12",
    "highlights": "Trained PyTorch models on 8 GPUs together with Ann Lee.\nCut latency by 40%.",
}


def _read(*said: Correction, text: str = RESUME) -> Corrected:
    return read_corrected(Text(text), today=TODAY, corrections=said)


def _add(kind: str, *, by: str = "the candidate", **values: str) -> Correction:
    return Correction(f"{kind}.add", json.dumps(values), by=by)


def _anchor(read: Corrected, title: str) -> Correction:
    section = next(each for each in read.anchors if each.title == title)
    return Correction(f"{section.section.value}.remove", "", section)


def test_a_job_that_was_added_counts_its_years_and_stands_behind_the_documents_entries() -> None:
    before, after = _read().profile, _read(_add("work", **JOB)).profile
    assert [each.title for each in after.entries if each.section is Section.WORK][-1] == "Machine learning engineer"
    assert after.years == pytest.approx(before.years + 2.84, abs=0.01)
    assert after.field("work[2].name") == "Nordic Rail"
    assert next(each for each in after.skills if each.skill == "pytorch").years == pytest.approx(2.84, abs=0.01)


def test_every_quote_of_an_added_entry_is_a_quote_of_the_statement_that_says_whose_word_it_is() -> None:
    after = _read(_add("work", **JOB))
    start = after.told[0].start
    assert after.content[:start] == RESUME
    assert after.content[start:].lstrip().startswith("Stated by the candidate, not in the document\n")
    added = [each for each in after.profile.passages if each.span.start >= start]
    assert [each.span.of(after.content) for each in added] == JOB["highlights"].splitlines()
    for each in after.profile.fields:
        if each.span and each.span.start >= start:
            assert each.span.of(after.content) == each.value


def test_each_voice_has_a_page_of_its_own() -> None:
    after = _read(
        _add("work", **JOB),
        _add("education", by="a recruiter", studyType="MSc", area="Statistics", institution="University of Bergen"),
    )
    assert [each.by for each in after.told] == ["the candidate", "a recruiter"]
    assert after.content[after.told[1].start :].lstrip().startswith("Stated by a recruiter")
    assert after.profile.degree == "master"


def test_identity_in_a_statement_is_cut_like_in_the_document() -> None:
    text = RESUME + "Taught at Papirkompaniet once.\n"
    after = _read(
        _add("work", **JOB), _add("education", studyType="MSc", institution="Papirkompaniet"), text=text
    ).profile
    assert "with [name]" in after.blind.content
    assert "Papirkompaniet" not in after.blind.content
    assert not any("Ann" in each.text or "Papirkompaniet" in each.text for each in after.passages)


def test_a_job_that_was_taken_out_counts_for_nothing_and_its_rows_close_up() -> None:
    read = _read()
    after = _read(_anchor(read, "Senior Engineer"))
    assert [each.title for each in after.profile.entries] == ["Engineer", "BSc Computer Science"]
    assert after.profile.field("work[0].name") == "Harbour Freight"
    assert not after.profile.field("work[1].name")
    assert after.profile.years == pytest.approx(1.84, abs=0.01)
    assert not any("retrieval" in each.text for each in after.profile.passages)
    assert {each.entry for each in after.profile.passages if each.section is Section.WORK} == {0}
    assert after.content == RESUME
    assert len(after.anchors) == len(after.profile.entries)


def test_what_only_a_removed_entry_showed_is_shown_no_more() -> None:
    read = _read()
    assert "go" in {each.skill for each in read.profile.skills}
    after = _read(_anchor(read, "Engineer")).profile
    assert "go" not in {each.skill for each in after.skills}
    assert "python" in {each.skill for each in after.skills}
    assert _read(_anchor(read, "BSc Computer Science")).profile.degree == ""


def test_a_certificate_is_taken_out_by_its_name_and_leaves_its_neighbour() -> None:
    after = _read(Correction("certificates.remove", "certified kubernetes administrator")).profile
    assert [each.value for each in after.fields if each.name.endswith("].name") and "certif" in each.name] == [
        "AWS Certified Solutions Architect"
    ]
    assert "kubernetes" not in {each.skill for each in after.skills}
    left = [each.text for each in after.passages if each.section is Section.CERTIFICATES]
    assert left == ["AWS Certified Solutions Architect, 2021"]


def test_certificates_and_publications_are_added() -> None:
    after = _read(
        _add("certificates", name="Professional Data Engineer", issuer="Google", date="2023"),
        _add("publications", name="Retrieval at scale", publisher="ACL", releaseDate="2024"),
    ).profile
    assert after.field("certificates[2].name") == "Professional Data Engineer"
    assert after.field("publications[0].releaseDate") == "2024"


def test_a_statement_is_corrected_and_taken_out_by_what_names_it() -> None:
    added = _add("work", **JOB)
    anchor = next(each for each in _read(added).anchors if each.title == JOB["position"])
    after = _read(added, Correction("work.endDate", "2020-12", anchor))
    assert "2019-03 – 2020-12" in after.content  # noqa: RUF001  the dash of a range
    gone = _read(added, Correction("work.remove", "", anchor))
    assert gone.content == RESUME
    assert gone.told == ()


def test_what_a_newer_version_shows_itself_is_not_counted_twice_and_keeps_what_was_stated() -> None:
    newer = RESUME.replace(
        "Education\n",
        "Machine learning engineer, Nordic Rail\nMarch 2019 - November 2021\n- Trained models.\n\nEducation\n",
    )
    after = _read(_add("work", **JOB), text=newer)
    assert after.told == ()
    assert len([each for each in after.profile.entries if each.section is Section.WORK]) == 3
    assert next(each.end for each in after.profile.entries if each.organisation == "Nordic Rail") == date(2021, 12, 31)


def test_a_second_job_at_the_same_place_is_another_job() -> None:
    again = _add("work", position="Engineer", name="Harbour Freight", startDate="2017", endDate="2018")
    assert len([each for each in _read(again).profile.entries if each.section is Section.WORK]) == 3


def test_an_entry_stands_again_when_somebody_above_corrects_it_after_it_was_taken_out() -> None:
    read = _read()
    remove = _anchor(read, "Engineer")
    after = _read(remove, Correction("work.position", "Backend engineer", remove.anchor)).profile
    assert "Backend engineer" in {each.title for each in after.entries}


@pytest.mark.parametrize("value", ["", "[]", "{", '{"position": ""}', "7", '{"colour": "red"}'])
def test_an_odd_statement_states_nothing(value: str) -> None:
    assert _read(Correction("work.add", value)).content == RESUME


def test_the_removal_of_what_is_not_there_any_more_rests() -> None:
    remove = _anchor(_read(), "Engineer")
    after = _read(remove, text=RESUME.replace("Engineer, Harbour Freight\nMarch 2022 - December 2023", "Break"))
    assert any("so it rests" in each for each in after.profile.flags)


def test_a_page_that_somebody_adds_hides_the_old_name_the_new_one_and_the_birth() -> None:
    lines = "Lee led the team.\nBorn 1 May 1980\nFamilienstand: verheiratet\nAnn Yamada built Python services."
    renamed = Correction("basics.name", "Ann Yamada")
    job = _add("work", position="Lead, born 1 May 1980", name="Moss", startDate="2019-03", highlights=lines)
    read = _read(job, renamed, Correction("authorisation", "Ann Lee, born 1 May 1980, EU citizen"))
    said = f"{read.profile.blind.content} {read.profile.authorisation} {[each.title for each in read.profile.entries]}"
    assert not any(each in said for each in ("Lee led", "Ann", "Yamada", "1980", "verheiratet"))
    assert "built Python services" in said
