# ruff: noqa: RUF001
"""Fields: what is read of degrees, lists, heads and contacts, and that every value stands where it says."""

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.profile import read_profile
from matching.text import Text
from matching.values import Profile
from tests.matching.profile.resumes import LAYOUTS, written
from tests.matching.profile.test_read import WORDS

TODAY = date(2026, 11, 1)
DERIVED = re.compile(r".*(?:Date|\.date|countryCode|\.language|\.fluency)$")


def _read(content: str) -> Profile:
    return read_profile(Text(content), today=TODAY)


def _values(content: str, section: str) -> list[str]:
    return [
        f"{each.name.split('.')[-1]}={each.value}" for each in _read(content).fields if each.name.startswith(section)
    ]


def _squeezed(text: str) -> str:
    return re.sub(r"[^\w+#]", "", text.replace("\u00ad", "").replace("\ufffe", ""))


def _check_places(content: str) -> None:
    for each in _read(content).fields:
        assert each.span is not None
        assert 0.0 < each.confidence <= 1.0
        stands = each.span.of(content)
        assert stands.strip()
        if DERIVED.match(each.name):
            continue
        assert _squeezed(each.value) == _squeezed(stands), each.name


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_value_stands_in_its_place(layout: str) -> None:
    _check_places(written(layout))


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.text(max_size=300), st.lists(WORDS, max_size=80).map(" ".join)))
def test_every_value_of_any_text_stands_in_its_place(content: str) -> None:
    _check_places(content)


@pytest.mark.parametrize(
    ("lines", "study", "area", "school", "years"),
    [
        (
            "MSc Computer Science, University of Leeds, 2012 - 2014",
            "MSc",
            "Computer Science",
            "University of Leeds",
            "2012 2014",
        ),
        (
            "MSc in Computer Science\nUniversity of Leeds | 2012 – 2014",
            "MSc",
            "Computer Science",
            "University of Leeds",
            "2012 2014",
        ),
        ("Computer Science (MSc)\nUniversity of Leeds, 2014", "MSc", "Computer Science", "University of Leeds", "2014"),
        (
            "University of Leeds  2014\nBachelor of Science, Physics",
            "Bachelor of Science",
            "Physics",
            "University of Leeds",
            "2014",
        ),
        (
            "Bachelor of Education, Primary Teaching\nLeeds College | 2014",
            "Bachelor of Education",
            "Primary Teaching",
            "Leeds College",
            "2014",
        ),
        (
            "BACHELOR OF SCIENCE : BUSINESS MANAGEMENT 2014 Rivier University",
            "BACHELOR OF SCIENCE",
            "BUSINESS MANAGEMENT",
            "Rivier University",
            "2014",
        ),
        (
            "Licenciatura, Sistemas de Información\nUniversidad Nacional de Rosario | 2014",
            "Licenciatura",
            "Sistemas de Información",
            "Universidad Nacional de Rosario",
            "2014",
        ),
        (
            "PhD Statistics from Kwame Nkrumah University of Science and\nTechnology, 2014",
            "PhD",
            "Statistics",
            "Kwame Nkrumah University of Science and Technology",
            "2014",
        ),
    ],
)
def test_a_degree_is_read_in_parts(lines: str, study: str, area: str, school: str, years: str) -> None:
    profile = _read(f"Maria Chen\nEducation\n{lines}\n")
    assert profile.field("education[0].studyType") == study
    assert profile.field("education[0].area") == area
    assert profile.field("education[0].institution") == school
    dates = [profile.field(f"education[0].{key}") for key in ("startDate", "endDate")]
    assert " ".join(each for each in dates if each) == years


def test_a_second_degree_below_one_date_is_a_degree_of_its_own() -> None:
    content = (
        "Maria Chen\nEducation\nMSc Physics, Alabama State University, 2014\nBSc Mathematics\nUniversity of York\n"
    )
    read = [each for each in _values(content, "education") if each.startswith(("institution", "studyType"))]
    assert read == [
        "institution=Alabama State University",
        "studyType=MSc",
        "institution=University of York",
        "studyType=BSc",
    ]


def test_two_degrees_without_dates_are_two() -> None:
    content = "Maria Chen\nEducation\nMSc Physics, University of Leeds\nBSc Mathematics, University of York\n"
    assert [each for each in _values(content, "education") if each.startswith("institution")] == [
        "institution=University of Leeds",
        "institution=University of York",
    ]


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        ("Python, Go\nSQL", ["Python", "Go", "SQL"]),
        ("Languages: Python, Go\nData: SQL", ["Python", "Go", "SQL"]),
        ("Tools  R, Python\nMethods  time series, A/B testing", ["R", "Python", "time series", "A/B testing"]),
        ("Go  Python  Node.js\nREST APIs  gRPC", ["Go", "Python", "Node.js", "REST APIs", "gRPC"]),
        ("• Python (pandas, NumPy)\n• C++", ["Python (pandas, NumPy)", "C++"]),
        (
            "LLM evaluation, style guides, prompt\nengineering, SQL",
            ["LLM evaluation", "style guides", "prompt engineering", "SQL"],
        ),
        ("Trained educator in identifying and serving diverse learning\nstyles.\nExcel", ["Excel"]),
        ("=====\nExcel", ["Excel"]),
    ],
)
def test_skills_are_single_and_their_groups_are_none(lines: str, names: list[str]) -> None:
    assert _values(f"Maria Chen\nSkills\n{lines}\n", "skills") == [f"name={name}" for name in names]


@pytest.mark.parametrize(
    ("line", "name", "day"),
    [
        ("Certified Kubernetes Administrator, CNCF, 2022", "Certified Kubernetes Administrator", "2022"),
        ("AWS Certified Developer - Associate (2020)", "AWS Certified Developer - Associate", "2020"),
        ("2021: HashiCorp Certified: Terraform Associate", "HashiCorp Certified: Terraform Associate", "2021"),
        ("Deep Learning Specialization – Coursera – May 2019", "Deep Learning Specialization", "2019-05"),
    ],
)
def test_a_certificate_has_a_name_and_a_date(line: str, name: str, day: str) -> None:
    profile = _read(f"Maria Chen\nCertifications\n{line}\n")
    assert profile.field("certificates[0].name") == name
    assert profile.field("certificates[0].date") == day


@pytest.mark.parametrize(
    "lines",
    [
        "M. Chen and J. Okafor (2021). Summaries that cite: a study. Workshop on Retrieval.",
        "M. Chen, J. Okafor. Summaries that cite: a study. Workshop on Retrieval, 2021.",
        "“Summaries that cite: a study”, M. Chen, Workshop on Retrieval, 2021.",
        "[1] Chen, M. and Okafor, J. (2021). Summaries that\ncite: a study. Workshop on Retrieval.",
        "Summaries that cite: a study. M. Chen and J. Okafor. Workshop on Retrieval, 2021.",
    ],
)
def test_a_publication_has_a_title_and_a_year(lines: str) -> None:
    profile = _read(f"Maria Chen\nPublications\n{lines}\nM. Chen (2019). Another one. Journal of Ends.\n")
    assert profile.field("publications[0].name") == "Summaries that cite: a study"
    assert profile.field("publications[0].releaseDate") == "2021"
    assert profile.field("publications[1].name") == "Another one"


@pytest.mark.parametrize(
    ("head", "position", "name", "location"),
    [
        ("Nurse, Acme Ltd, Leeds, 2019 - 2021", "Nurse", "Acme Ltd", "Leeds"),
        ("Cloud Architect, Acme, Inc., Houston, TX, 2019 - 2021", "Cloud Architect", "Acme, Inc.", "Houston, TX"),
        (
            "Lead Associate / Receiving Manager, 2019 - 2021\nAcme Ltd",
            "Lead Associate / Receiving Manager",
            "Acme Ltd",
            "",
        ),
        (
            "Receptionist, Cashier, Marketing 2019 - 2021\nAcme Ltd, Leeds, UK",
            "Receptionist, Cashier, Marketing",
            "Acme Ltd",
            "Leeds, UK",
        ),
        ("Translator\nself-employed | 2019 - 2021", "Translator", "self-employed", ""),
        ("Acme Ltd | 2019 - 2021", "", "Acme Ltd", ""),
        (
            "Primary School Teacher\nOtara North School, Auckland | 2019 - 2021",
            "Primary School Teacher",
            "Otara North School",
            "Auckland",
        ),
    ],
)
def test_a_job_has_a_position_an_employer_and_a_place(head: str, position: str, name: str, location: str) -> None:
    profile = _read(f"Maria Chen\nExperience\n{head}\n• Wrote many things.\n")
    read = [profile.field(f"work[0].{key}") for key in ("position", "name", "location")]
    assert read == [position, name, location]


def test_an_award_with_a_year_is_no_job() -> None:
    content = (
        "Maria Chen\nExperience\nTeacher, Acme School, 2013 - 2021\nReceived:\n2014-2015 TEACHER OF THE YEAR AWARD\n"
    )
    assert [each for each in _values(content, "work") if each.startswith("position")] == ["position=Teacher"]


def test_a_project_is_called_what_stands_first() -> None:
    content = "Maria Chen\nProjects\nwarpcheck\nCreator & Maintainer, 2019 - 2020\n• A linter.\n"
    assert _read(content).field("projects[0].name") == "warpcheck"


def test_a_phone_in_a_story_is_somebody_elses() -> None:
    job = "Experience\nClerk, Acme Ltd, 2019 - 2021\nSupervisor of the store: Paul Ayres (916) 212-0053.\n"
    assert _read(f"Maria Chen\nmaria@example.org\n{job}").field("basics.phone") == ""
    assert _read(f"Maria Chen\n(916) 212-0053\n{job}").field("basics.phone") == "(916) 212-0053"


def test_a_link_that_a_narrow_column_broke_is_one() -> None:
    content = "Maria Chen\nhttps://scholar.example.org/citations\n?user=mchen1\nSummary\nBuilds.\n"
    assert _read(content).field("basics.profiles[0].url") == "https://scholar.example.org/citations?user=mchen1"
    two = "Maria Chen\nlinkedin.com/in/mchen\ngithub.com/mchen\nSummary\nBuilds.\n"
    assert _values(two, "basics.profiles") == ["url=linkedin.com/in/mchen", "url=github.com/mchen"]


def test_the_name_of_a_group_of_skills_is_no_heading() -> None:
    lines = "\n\nSkills\n\nTraining\n• LoRA\n• DPO\nServing\n• vLLM\n\nLanguages\n\nEnglish: native\n"
    assert _values(f"Maria Chen\nm@example.org\n{lines}", "skills") == ["name=LoRA", "name=DPO", "name=vLLM"]


def test_the_foot_of_a_page_is_nothing_that_a_person_has() -> None:
    content = (
        "Maria Chen\nSkills\nSQL, Go\nMaria Chen | m@example.org  Page 2\n"
        "Certifications\nOne, 2021\nMaria Chen, CV, p. 2\n"
    )
    assert _values(content, "skills") == ["name=SQL", "name=Go"]
    assert _values(content, "certificates") == ["name=One", "date=2021"]


@pytest.mark.parametrize("employer", ["MAPLE LATTICE", "BANK OF LEEDS", "MALMÖ FOUNDRY"])
def test_an_employer_that_begins_like_a_degree_keeps_its_dates(employer: str) -> None:
    profile = _read(
        f"Maria Chen\nExperience\n{employer}    January 2021 – present\nKernel Engineer\n• Wrote kernels.\n"
    )
    assert (profile.field("work[0].position"), profile.field("work[0].startDate")) == ("Kernel Engineer", "2021-01")


def test_a_head_that_a_page_broke_is_read_whole() -> None:
    content = (
        "Maria Chen\nExperience\nAnalyst\nAcme Ltd, Leeds | Jan 2021 – present\n• Wrote.\n"
        "Postdoctoral Researcher\nNorwegian Institute of Science and\n"
        "Technology, Bergen | Jan 2019 – Dec 2020\n• Taught.\n"
    )
    profile = _read(content)
    assert profile.field("work[1].position") == "Postdoctoral Researcher"
    assert profile.field("work[1].name") == "Norwegian Institute of Science and Technology"


@pytest.mark.parametrize(
    "written",
    [
        "ann@work.example",
        "ann@ work.example",
        "ann (at) work.example",
        "mailto:ann@work.example",
        "ann [at] work [dot] example",
    ],
)
def test_an_address_is_given_as_mail_is_sent_to_it(written: str) -> None:
    profile = read_profile(
        Text(f"Ann Moreno\n{written}\n\nExperience\nEngineer, Lumen Desk, 2019 - 2023\n"), today=date(2026, 1, 1)
    )
    assert profile.field("basics.email") == "ann@work.example"
