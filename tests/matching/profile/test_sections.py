import pytest

from matching.profile.lines import split_lines
from matching.profile.sections import heading_of, split_sections
from matching.values import Section

WORDINGS = [
    ("EXPERIENCE", Section.WORK),
    ("Work Experience:", Section.WORK),
    ("Employment History", Section.WORK),
    ("Professional background", Section.WORK),
    ("W O R K  H I S T O R Y", Section.WORK),
    ("WorkHistory", Section.WORK),
    ("— Experience —", Section.WORK),
    ("Relevant Industry Experience:", Section.WORK),
    ("Education & Training", Section.EDUCATION),
    ("ACADEMIC BACKGROUND", Section.EDUCATION),
    ("Skills", Section.SKILLS),
    ("Core Qualifications", Section.SKILLS),
    ("Skills & Technologies", Section.SKILLS),
    ("TECH STACK", Section.SKILLS),
    ("Professional Summary", Section.SUMMARY),
    ("Highlights", Section.SUMMARY),
    ("Profile", Section.SUMMARY),
    ("ABOUT ME", Section.SUMMARY),
    ("Projects", Section.PROJECTS),
    ("Open Source", Section.PROJECTS),
    ("Selected Publications", Section.PUBLICATIONS),
    ("Certifications", Section.CERTIFICATES),
    ("Languages", Section.LANGUAGES),
    ("Interests", Section.OTHER),
    ("Honors & Awards", Section.OTHER),
]


@pytest.mark.parametrize(("wording", "section"), WORDINGS)
def test_a_heading_opens_its_section(wording: str, section: Section) -> None:
    assert heading_of(split_lines(wording)[0]) is section


@pytest.mark.parametrize(
    "line", ["Experience with Python and SQL.", "Acme Ltd", "Skills: Python, Go", "worked on projects"]
)
def test_an_ordinary_line_is_no_heading(line: str) -> None:
    assert heading_of(split_lines(line)[0]) is None


def test_without_headings_prose_is_the_summary_and_dated_blocks_are_work() -> None:
    content = (
        "[name]\nEngineer\nBuilds search services in Python for people who read a lot of documents.\n"
        "Data Engineer\nAcme Ltd Jan 2019 - Present\n• Built pipelines.\n"
    )
    sections = [block.section for block in split_sections(split_lines(content))]
    assert sections == [Section.HEADER, Section.SUMMARY, Section.WORK]


def test_a_label_within_a_job_opens_no_section() -> None:
    content = "Experience\nData Engineer, Acme Ltd, 2019 - 2021\n• Built pipelines.\nSkills: Python, Kafka\n"
    assert [block.section for block in split_sections(split_lines(content)) if block.lines] == [Section.WORK]
