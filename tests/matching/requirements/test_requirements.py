"""A posting is read into what it asks for: kind, priority, years, skills, alternatives, and the exact place."""

import pytest

from matching.requirements import read_role
from matching.text import Text
from matching.values import Kind, Priority, Requirement, Role, Section

AD = """Senior Retrieval Engineer
Location: Berlin, Germany (hybrid)
Salary: €80,000 - €100,000 per year

About us
We build search for hospitals. Our team has 40 years of experience and loves Rust.

What you'll do
- Build retrieval services with LangGraph
- Own latency of the assistant

What we look for
- 5+ years of Python
- Experience with Docker and Kubernetes
- Python or Go in production
- Vector databases such as Qdrant or pgvector
- MSc or PhD in computer science, or equivalent experience
- Fluent German (C1)
- You are authorised to work in the EU

Nice to have
- Rust
- Publications at NeurIPS

Not for you if
- You want to manage people all day

Benefits
- 30 days of holiday and 5 years of pension matching
- A Python book every month

Equal opportunity
We hire regardless of age, gender or religion.
"""


def _role(content: str, title: str = "") -> Role:
    return read_role(Text(content), title=title)


def _one(bullet: str) -> Requirement:
    found = _role(f"Requirements\n- {bullet}\n").requirements
    assert len(found) == 1, [each.text for each in found]
    return found[0]


def test_the_usual_ad_gives_each_requirement_once_in_its_order() -> None:
    assert [each.text for each in _role(AD).requirements] == [
        "5+ years of Python",
        "Experience with Docker and Kubernetes",
        "Python or Go in production",
        "Vector databases such as Qdrant or pgvector",
        "MSc or PhD in computer science, or equivalent experience",
        "Fluent German (C1)",
        "You are authorised to work in the EU",
        "Rust",
        "Publications at NeurIPS",
        "You want to manage people all day",
    ]


def test_kinds_and_priorities_follow_wording_and_heading() -> None:
    found = {each.text: (each.kind, each.priority) for each in _role(AD).requirements}
    assert found["5+ years of Python"] == (Kind.SKILL, Priority.MUST)
    assert found["MSc or PhD in computer science, or equivalent experience"] == (Kind.EDUCATION, Priority.MUST)
    assert found["Fluent German (C1)"] == (Kind.LANGUAGE, Priority.MUST)
    assert found["You are authorised to work in the EU"] == (Kind.AUTHORISATION, Priority.MUST)
    assert found["Rust"] == (Kind.SKILL, Priority.NICE)
    assert found["You want to manage people all day"][1] is Priority.AVOID


def test_company_benefits_and_law_are_no_requirements() -> None:
    told = " ".join(each.text for each in _role(AD).requirements)
    for word in ("40 years", "holiday", "pension", "book", "religion", "hospitals"):
        assert word not in told


def test_passages_carry_their_sections() -> None:
    sections = {each.text: each.section for each in _role(AD).passages}
    assert sections["We build search for hospitals."] is Section.COMPANY
    assert sections["Build retrieval services with LangGraph"] is Section.DUTIES
    assert sections["5+ years of Python"] is Section.REQUIREMENTS
    assert sections["A Python book every month"] is Section.BENEFITS
    assert sections["We hire regardless of age, gender or religion."] is Section.LEGAL


def test_contact_details_are_blind_in_passages() -> None:
    role = _role("Requirements\n- Python\n\nWrite to jobs@example.com or see https://example.com/jobs for more.\n")
    assert "Write to [email] or see [link] for more." in {each.text for each in role.passages}


def test_fields_bear_the_names_of_jobposting_and_stand_where_they_say() -> None:
    role = _role(AD)
    found = {each.name: each for each in role.fields}
    assert found["title"].value == "Senior Retrieval Engineer"
    assert found["baseSalary"].value == "€80,000 - €100,000 per year"
    assert found["jobLocation"].value == "Berlin, Germany"
    assert (role.place, role.country, role.seniority) == ("Berlin, Germany", "DE", "senior")
    assert found["experienceRequirements"].value == "5+ years of Python"
    for each in role.fields:
        assert each.span is None or each.span.of(AD)
        assert 0 < each.confidence <= 1


@pytest.mark.parametrize(
    ("bullet", "skills", "any_of"),
    [
        ("Python, Docker and Kubernetes", ("python", "docker", "kubernetes"), False),
        ("Python or Go", ("python", "go"), True),
        ("Python/Go", ("python", "go"), True),
        ("Python, Go, or Rust", ("python", "go", "rust"), True),
        ("Frameworks such as PyTorch, JAX", ("pytorch", "jax"), True),
        ("One of AWS, Azure, Google Cloud", ("aws", "azure", "google-cloud"), True),
        ("Cloud experience (e.g. AWS, Azure)", ("aws", "azure"), True),
        ("Either Terraform or Ansible", ("terraform", "ansible"), True),
        ("PyTorch and CUDA", ("pytorch", "cuda"), False),
        ("Kubernetes", ("kubernetes",), False),
    ],
)
def test_skills_are_canonical_and_alternatives_are_marked(bullet: str, skills: tuple[str, ...], any_of: bool) -> None:
    found = _one(bullet)
    assert found.skills == skills
    assert found.any_of is any_of


@pytest.mark.parametrize(
    ("bullet", "priority"),
    [
        ("Rust is a plus", Priority.NICE),
        ("Ideally you know Rust", Priority.NICE),
        ("Rust (nice to have)", Priority.NICE),
        ("Rust preferred", Priority.NICE),
        ("Experience with Rust would be great", Priority.NICE),
        ("Familiarity with Rust is an advantage", Priority.NICE),
        ("Rust is not required, but welcome", Priority.NICE),
        ("At least three years of Rust, preferably in a bank", Priority.MUST),
        ("Rust is a must", Priority.MUST),
        ("Rust", Priority.MUST),
        ("Master's degree (PhD is a plus) in statistics", Priority.MUST),
    ],
)
def test_words_in_the_line_overrule_the_heading(bullet: str, priority: Priority) -> None:
    assert _one(bullet).priority is priority


def test_a_must_under_a_heading_of_wishes_is_a_must() -> None:
    found = _role("Nice to have\n- Rust\n- Python is required\n").requirements
    assert [each.priority for each in found] == [Priority.NICE, Priority.MUST]


@pytest.mark.parametrize(
    ("bullet", "parts"),
    [
        ("5+ years of Python and 3+ years of SQL", ["5+ years of Python", "3+ years of SQL"]),
        ("Strong Python skills, Rust is a plus", ["Strong Python skills", "Rust is a plus"]),
        ("Bachelor's degree and 4 years of Java", ["Bachelor's degree", "4 years of Java"]),
        ("Know Python and tools such as PyTorch, JAX", ["Know Python", "tools such as PyTorch, JAX"]),
        ("Know Python. Know Docker.", ["Know Python", "Know Docker"]),
        ("Python, Docker and Kubernetes", ["Python, Docker and Kubernetes"]),
        ("BSc and 6+ years or MSc and 4+ years of Java", ["BSc and 6+ years or MSc and 4+ years of Java"]),
    ],
)
def test_a_bullet_is_split_only_where_one_verdict_would_mislead(bullet: str, parts: list[str]) -> None:
    assert [each.text for each in _role(f"Requirements\n- {bullet}\n").requirements] == parts


def test_the_years_in_brackets_do_not_lower_those_that_are_asked() -> None:
    assert _one("5+ years of full-stack work (2+ years at a senior level)").years == 5


def test_lines_that_begin_with_or_belong_to_the_line_above() -> None:
    content = (
        "Requirements\n- Bachelor's degree AND 6+ years of Java\n- OR Master's degree AND 4+ years of Java\n- Docker\n"
    )
    found = _role(content).requirements
    assert [(each.years, each.any_of) for each in found] == [(4, True), (None, False)]
    assert all(each.span.of(content) == each.text for each in found)


@pytest.mark.parametrize(
    ("bullet", "kind", "value"),
    [
        ("Fluent German", Kind.LANGUAGE, "German Fluent"),
        ("English (C1) and good written French", Kind.LANGUAGE, "English C1, French good"),
        ("Bachelor's or Master's degree in physics", Kind.EDUCATION, "bachelor"),
        ("PhD in machine learning", Kind.EDUCATION, "phd"),
        ("Based in Munich or willing to relocate", Kind.PLACE, "Munich"),
        ("You have the right to work in Ireland", Kind.AUTHORISATION, "right to work"),
        ("3 years of building data pipelines", Kind.EXPERIENCE, ""),
        ("A sense of humour", Kind.OTHER, ""),
        ("Our French customers need Kubernetes", Kind.SKILL, ""),
        ("Scrum master certificate and Jira", Kind.SKILL, ""),
    ],
)
def test_kind_and_value_of_a_line(bullet: str, kind: Kind, value: str) -> None:
    found = _one(bullet)
    assert (found.kind, found.value) == (kind, value)


def test_prose_without_headings_as_on_hacker_news_is_read() -> None:
    content = (
        "Quillmark | Founding AI Engineer | Berlin or REMOTE (EU) | Full-time | €90k-€120k\n\n"
        "Quillmark reads contracts for small firms. We have paying customers and raised $4M.\n\n"
        "We're looking for an engineer who has shipped RAG systems. You must know Python well, "
        "and at least 3 years of backend work is required. Rust would be a plus.\n\n"
        "Stack: TypeScript, PostgreSQL\n\nEmail: jobs@example.com\n"
    )
    role = _role(content)
    assert [(each.priority, each.skills) for each in role.requirements] == [
        (Priority.MUST, ("rag",)),
        (Priority.MUST, ("python", "backend")),
        (Priority.NICE, ("rust",)),
        (Priority.NICE, ("typescript", "postgresql")),
    ]
    assert (role.title, role.place, role.country, role.remote) == ("Founding AI Engineer", "Berlin", "DE", True)


def test_an_ad_without_requirements_is_read_from_its_duties() -> None:
    role = _role("What you'll do\n- Fine-tune models with PyTorch\n- Drink tea\n\nBenefits\n- A Kubernetes mug\n")
    assert [(each.text, each.kind, each.priority) for each in role.requirements] == [
        ("Fine-tune models with PyTorch", Kind.EXPERIENCE, Priority.MUST)
    ]


def test_an_ad_that_says_nothing_is_read_from_its_title() -> None:
    role = _role("Data Engineer\n\nBenefits\n- Tea\n")
    assert [each.text for each in role.requirements] == ["Data Engineer"]


def test_an_empty_posting_gives_an_empty_role() -> None:
    role = _role("  \n ")
    assert (role.title, role.fields, role.requirements, role.passages) == ("", (), (), ())


def test_lines_that_were_wrapped_are_joined() -> None:
    wrapped = "- You have built retrieval systems in Python for people who\n  depend on them every day\n"
    content = f"Requirements\n{wrapped}- Docker\n"
    assert [each.skills for each in _role(content).requirements] == [("information-retrieval", "python"), ("docker",)]


def test_a_list_under_a_heading_of_unknown_wording_counts_when_its_lines_ask() -> None:
    content = (
        "### Do these ring a bell\n- 4 years of backend development\n- Experience with Kafka\n- Calm under pressure\n"
    )
    assert len(_role(content).requirements) == 3


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("Machine Learning Intern", "intern"),
        ("Junior Developer", "junior"),
        ("Software Engineer II", "mid"),
        ("Senior ML Engineer", "senior"),
        ("Sr. Data Scientist", "senior"),
        ("Staff Engineer", "staff"),
        ("Principal Scientist", "staff"),
        ("Tech Lead, Search", "lead"),
        ("Engineering Manager", "lead"),
        ("Head of AI", "head"),
        ("VP Engineering", "head"),
        ("AI Engineer", ""),
        ("Lead Generation Specialist", ""),
    ],
)
def test_seniority_comes_from_the_title(title: str, level: str) -> None:
    assert _role("Requirements\n- Python\n", title=title).seniority == level


@pytest.mark.parametrize(("years", "level"), [(1, "junior"), (3, "mid"), (6, "senior"), (12, "staff")])
def test_seniority_comes_from_years_when_the_title_is_silent(years: int, level: str) -> None:
    assert _role(f"Requirements\n- {years}+ years of Python\n", title="Engineer").seniority == level


@pytest.mark.parametrize(
    ("words", "remote"),
    [
        ("This role is fully remote.", True),
        ("Remote (US)", True),
        ("On-site in Paris, no remote.", False),
        ("In-office five days a week.", False),
        ("You analyse remote sensing images.", None),
        ("Tea is served.", None),
    ],
)
def test_remote_is_read_where_it_is_said(words: str, remote: bool | None) -> None:
    assert _role(f"{words}\n\nRequirements\n- Python\n").remote is remote
