"""Titles: one occupation however it is written, its level apart, and nothing where the table does not know."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.skills.titles import level_of, read_title, titles

READ = [
    ("ML engineer", "machine-learning-engineer", ""),
    ("Machine Learning Engineer", "machine-learning-engineer", ""),
    ("Senior Machine Learning Engineer II", "machine-learning-engineer", "senior"),
    ("Sr. ML Engineer (m/f/d)", "machine-learning-engineer", "senior"),
    ("Staff Software Engineer, Machine Learning", "machine-learning-engineer", "staff"),
    ("Software Engineer", "software-engineer", ""),
    ("Senior Software Developer", "software-engineer", "senior"),
    ("Back-End Developer", "backend-engineer", ""),
    ("Backend Engineer - Payments", "backend-engineer", ""),
    ("Fullstack Developer", "full-stack-engineer", ""),
    ("Full Stack Engineer (Remote)", "full-stack-engineer", ""),
    ("Jr. Data Scientist", "data-scientist", "junior"),
    ("Lead Data Scientist, NLP", "data-scientist", "lead"),
    ("Data Scientists", "data-scientist", ""),
    ("Head of AI", "head-of-ai", "head"),
    ("VP of Engineering", "vp-engineering", "head"),
    ("CTO", "cto", "head"),
    ("Principal Research Scientist", "research-scientist", "staff"),
    ("AI/ML Engineer", "machine-learning-engineer", ""),
    ("GenAI Engineer", "generative-ai-engineer", ""),
    ("LLM Engineer @ Acme", "llm-engineer", ""),
    ("DevOps Engineer", "devops-engineer", ""),
    ("Site Reliability Engineer (SRE)", "site-reliability-engineer", ""),
    ("C++ Developer", "cpp-developer", ""),
    ("C# Developer", "dotnet-developer", ""),
    (".NET Engineer", "dotnet-developer", ""),
    ("Golang Developer", "go-developer", ""),
    ("NLP Engineer", "nlp-engineer", ""),
    ("Postdoctoral Researcher", "postdoc", ""),
    ("PhD Candidate", "phd-student", ""),
    ("Founding Engineer", "product-engineer", ""),
    ("Platform Machine Learning Engineer", "machine-learning-engineer", ""),
    ("Engineering Manager", "engineering-manager", "lead"),
    ("Data Science Intern", "data-intern", "intern"),
    ("QA Automation Engineer", "test-automation-engineer", ""),
    ("Prompt Engineer", "prompt-engineer", ""),
    ("CUDA Kernel Engineer", "gpu-kernel-engineer", ""),
]


@pytest.mark.parametrize(("written", "identifier", "level"), READ)
def test_a_title_is_read_however_it_is_written(written: str, identifier: str, level: str) -> None:
    found = read_title(written)
    assert found.title is not None
    assert (found.title.id, found.level) == (identifier, level)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "Pastry chef",
        "Registered nurse",
        "Real estate developer",
        "Lead generation hero",
        "Barista",
        "Design team lead",
        "🙂",
    ],
)
def test_a_title_that_the_table_does_not_know_stays_unread(written: str) -> None:
    assert read_title(written).title is None


def test_the_lead_of_lead_generation_is_no_level() -> None:
    assert level_of("Lead generation specialist") == ""


def test_there_are_several_hundred_titles_with_a_thousand_spellings_and_public_occupations() -> None:
    assert len(titles()) >= 150
    assert sum(1 + len(each.aliases) for each in titles().values()) >= 1200
    assert all(each.onet for each in titles().values())
    assert sum(bool(each.esco) for each in titles().values()) >= 75


def test_every_spelling_leads_to_its_own_title() -> None:
    wrong = {
        spelling: read_title(spelling).title
        for each in titles().values()
        for spelling in (each.name, *each.aliases)
        if read_title(spelling).title is not each
    }
    assert wrong == {}


@given(st.text(max_size=120))
def test_any_text_is_read_without_an_error(written: str) -> None:
    read_title(written)
