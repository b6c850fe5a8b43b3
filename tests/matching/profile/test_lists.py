# ruff: noqa: RUF001
"""What people list: certificates with their issuers, publications, languages, projects and rated skills."""

from datetime import date

import pytest

from matching.profile import read_profile
from matching.text import Text
from matching.values import Profile

TODAY = date(2026, 11, 1)


def _read(content: str) -> Profile:
    return read_profile(Text(f"Maria Chen\nmaria@example.org\n{content}\n"), today=TODAY)


def _rows(profile: Profile, section: str, *keys: str) -> list[tuple[str, ...]]:
    rows = []
    for row in range(20):
        values = tuple(profile.field(f"{section}[{row}].{key}") for key in keys)
        if any(values):
            rows.append(values)
    return rows


@pytest.mark.parametrize(
    ("line", "name", "issuer", "day"),
    [
        (
            "AWS Certified Cloud Architect – Amazon Web Services, 2021",
            "AWS Certified Cloud Architect",
            "Amazon Web Services",
            "2021",
        ),
        (
            "Certified Kubernetes Administrator (CKA), CNCF, March 2022",
            "Certified Kubernetes Administrator",
            "CNCF",
            "2022-03",
        ),
        ("AWS Certified Developer – Associate, Amazon (2021)", "AWS Certified Developer – Associate", "Amazon", "2021"),
        ("2021: Google Professional ML Engineer", "Google Professional ML Engineer", "", "2021"),
        ("Deep Learning Course | Coursera | Aug 2019", "Deep Learning Course", "Coursera", "2019-08"),
        ("Machine Learning by Coursera (2018)", "Machine Learning", "Coursera", "2018"),
        (
            "TensorFlow Certificate, issued by Google, 2020, valid until 2023",
            "TensorFlow Certificate",
            "Google",
            "2020",
        ),
        ("Registered Nurse, Child, NMC, since 2014", "Registered Nurse, Child", "NMC", "2014"),
        (
            "Oracle Certified Professional, Java SE 11 Developer (Oracle, 2020)",
            "Oracle Certified Professional, Java SE 11 Developer",
            "Oracle",
            "2020",
        ),
        ("Professional Scrum Master I, 2018", "Professional Scrum Master I", "", "2018"),
    ],
)
def test_a_certificate_has_its_name_its_issuer_and_its_date(line: str, name: str, issuer: str, day: str) -> None:
    profile = _read(f"Certifications\n{line}\n\nSkills\nPython")
    assert _rows(profile, "certificates", "name", "issuer", "date") == [(name, issuer, day)]


def test_certificates_of_one_line_and_of_years_first_are_parted() -> None:
    profile = _read("Certifications\nForklift licence, 2019; First Aid, Red Cross, 2022")
    assert _rows(profile, "certificates", "name", "date") == [("Forklift licence", "2019"), ("First Aid", "2022")]
    profile = _read("Certifications\n2012: Registered Welder, Hansa Guild\n2019: Scaffold Safety Level 2")
    assert _rows(profile, "certificates", "name", "date") == [
        ("Registered Welder", "2012"),
        ("Scaffold Safety Level 2", "2019"),
    ]


def test_a_line_of_certificates_among_skills_is_no_line_of_skills() -> None:
    profile = _read("Skills\nPython, Go\nCertifications: CKA, 2022\nTools: Docker")
    assert _rows(profile, "certificates", "name", "date") == [("CKA", "2022")]
    assert _rows(profile, "skills", "name") == [("Python",), ("Go",), ("Docker",)]


@pytest.mark.parametrize(
    "line",
    [
        "Chen, M., & Okafor, J. (2021). Summaries that cite. Proceedings of ACL, 12–24.",
        "Chen et al., Summaries that cite, EMNLP 2021",
        "2021 – Summaries that cite, ACL Findings (with J. Okafor)",
        "Chen, Maria; Okafor, John: Summaries that cite. In: ECIR 2021, Springer, S. 12–20.",
        "[1] M. Chen and J. Okafor, “Summaries that cite,” IEEE Trans. PAMI, vol. 3, 2021.",
    ],
)
def test_the_title_of_a_reference_is_what_its_author_called_it(line: str) -> None:
    profile = _read(f"Publications\n{line}")
    assert _rows(profile, "publications", "name", "releaseDate") == [("Summaries that cite", "2021")]


@pytest.mark.parametrize(
    ("lines", "spoken"),
    [
        (
            "Languages: German (native), English C1, some French",
            [("German", "native"), ("English", "C1"), ("French", "some")],
        ),
        ("Spoken languages: Polish (native), a little Spanish", [("Polish", "native"), ("Spanish", "a little")]),
        (
            "Sprachen\nDeutsch (Muttersprache), Englisch (fließend)",
            [("German", "Muttersprache"), ("English", "fließend")],
        ),
        (
            "Languages\nMandarin Chinese (native)\nEnglish (TOEFL 110)",
            [("Mandarin", "native"), ("English", "TOEFL 110")],
        ),
        ("Languages\nEnglish ●●●●●\nDutch ●●○○○", [("English", "●●●●●"), ("Dutch", "●●○○○")]),
    ],
)
def test_languages_in_loose_layouts_are_spoken_and_no_skills(lines: str, spoken: list[tuple[str, str]]) -> None:
    profile = _read(f"Skills\nPython, Go\n\n{lines}")
    assert [(each.name, each.level) for each in profile.languages] == spoken
    assert _rows(profile, "skills", "name") == [("Python",), ("Go",)]


@pytest.mark.parametrize(
    ("written", "rows"),
    [
        ("Python (10 years)", [("Python", "", "10")]),
        ("Expert in Kotlin, Scala – basic", [("Kotlin", "Expert", ""), ("Scala", "basic", "")]),
        ("Java *****, Go ●●●○○, SQL 4/5", [("Java", "5/5", ""), ("Go", "3/5", ""), ("SQL", "4/5", "")]),
        ("Rust: 3 years | C++: expert", [("Rust", "", "3"), ("C++", "expert", "")]),
        (
            "Advanced: Python, Go; Basic: Rust",
            [("Python", "Advanced", ""), ("Go", "Advanced", ""), ("Rust", "Basic", "")],
        ),
        (
            "Python 10+ yrs, 5 years of Go, Docker [intermediate]",
            [("Python", "", "10"), ("Go", "", "5"), ("Docker", "intermediate", "")],
        ),
        ("Backend: Python (expert, 8 yrs), Flask", [("Python", "expert", "8"), ("Flask", "", "")]),
        ("Skill  Level  Years\nPython  expert  8\nGo  2/5  2", [("Python", "expert", "8"), ("Go", "2/5", "2")]),
        (
            "AWS (EC2, S3), CI/CD, C++ (17), Advanced Excel",
            [("AWS (EC2, S3)", "", ""), ("CI/CD", "", ""), ("C++ (17)", "", ""), ("Advanced Excel", "", "")],
        ),
    ],
)
def test_the_rating_of_a_skill_is_no_part_of_its_name(written: str, rows: list[tuple[str, str, str]]) -> None:
    assert _rows(_read(f"Skills\n{written}"), "skills", "name", "level", "years") == rows


@pytest.mark.parametrize(
    ("claim", "flag"),
    [
        ("Skills\nLangChain (9 years)", "States 9 years of LangChain, which was first released in 20"),
        ("Skills\nLangChain: 9 yrs", "States 9 years of LangChain, which was first released in 20"),
        ("Summary\n10 years of PyTorch in 2020.", "States 10 years of PyTorch in 2020, which was first released in 20"),
        ("Skills\nPython (12 years)", "States 12 years of Python; the dated work covers 3.0."),
    ],
)
def test_years_that_cannot_be_or_that_no_work_covers_are_stated(claim: str, flag: str) -> None:
    work = "Experience\nEngineer, Acme Ltd, Jan 2021 - Dec 2023\n• Built search."
    assert any(each.startswith(flag) for each in _read(f"{work}\n{claim}").flags)
    assert not any("States" in each for each in _read(f"{work}\nSkills\nPython (3 years), Git: 2 yrs").flags)


@pytest.mark.parametrize(
    "lines",
    [
        "Rafter – a small search engine – github.com/mchen/rafter\nBirdsong: tells birds apart by ear (PyTorch)",
        "• Rafter: a search engine (https://github.com/mchen/rafter)\n• Birdsong (2021) - tells birds apart by ear",
        "Rafter (github.com/mchen/rafter)\nA small search engine in C++.\n\nBirdsong\nTells birds apart by ear.",
    ],
)
def test_projects_of_a_line_or_a_paragraph_each_have_names_and_addresses(lines: str) -> None:
    profile = _read(f"Projects\n{lines}\n\nSkills\nPython")
    assert [each.title for each in profile.entries] == ["Rafter", "Birdsong"]
    assert profile.field("projects[0].url").endswith("github.com/mchen/rafter")
    assert any("search engine" in each.text and each.entry == 0 for each in profile.passages)


def test_a_story_under_a_project_is_no_list_of_projects() -> None:
    profile = _read("Projects\nCrawler\n• Parsing: rewrote it in Rust.\n• Storage: moved it to S3.")
    assert [each.title for each in profile.entries] == ["Crawler"]
