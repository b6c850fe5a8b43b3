# ruff: noqa: RUF001
from datetime import date

import pytest

from matching.profile import blind, read_profile
from matching.text import Text
from tests.matching.profile.resumes import LAYOUTS, MAN, WOMAN, written

TODAY = date(2026, 11, 1)
SCHOOLS = [
    "MIT",
    "Stanford University",
    "University of the West of England",
    "ETH Zürich",
    "École Polytechnique",
    "UC Berkeley",
    "Indian Institute of Technology Bombay",
    "Hogarth Academy",
    "Georgia Tech",
    "TU Berlin",
    "Trinity College Dublin",
]


def _blind(content: str) -> str:
    return blind(content).text.content


@pytest.mark.parametrize("layout", LAYOUTS)
def test_gender_titles_and_pronouns_leave_no_trace(layout: str) -> None:
    assert _blind(written(layout, **MAN)) == _blind(written(layout, **WOMAN))


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("school", SCHOOLS)
def test_another_school_changes_nothing(layout: str, school: str) -> None:
    expected, profile = (
        read_profile(Text(written(layout, school=each)), today=TODAY) for each in ("University of Leeds", school)
    )
    assert profile.blind.content == expected.blind.content
    assert [each.embedded_text for each in profile.passages] == [each.embedded_text for each in expected.passages]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("graduated", ["1991", "2021", "2010 - 2014", "Sep 2010 – June 2014", "06/2014"])
def test_another_graduation_year_changes_nothing(layout: str, graduated: str) -> None:
    assert _blind(written(layout, graduated=graduated)) == _blind(written(layout))


@pytest.mark.parametrize("postcode", ["SW1A 1AA", "M1 1AE", "EH8 9YL"])
def test_another_postcode_changes_nothing(postcode: str) -> None:
    content = written("one column")
    assert _blind(content.replace("LS1 4DY", postcode)) == _blind(content)


@pytest.mark.parametrize(
    "line",
    [
        "12 High Street, Leeds LS1 4DY",
        "4711 N. Maple Avenue Apt 4B, Boston, MA 02139",
        "Musterstraße 12, 10115 Berlin",
        "12 rue de la Paix, 75002 Paris",
        "P.O. Box 1234, Austin, TX 78701-1234",
    ],
)
def test_streets_and_postcodes_are_cut_and_the_town_stays(line: str) -> None:
    content = _blind(f"Maria Chen\nEngineer\n{line}\nSummary\nBuilds search.\n")
    assert not any(sign.isdigit() for sign in content)
    assert any(town in content for town in ("Leeds", "Boston", "Berlin", "Paris", "Austin"))


@pytest.mark.parametrize(
    "secret",
    [
        "maria@chen.example",
        "maria (at) chen.example",
        "+44 7700 900123",
        "(415) 555-0142",
        "415.555.0142",
        "+49 (0)30 1234567",
        "https://maria.example/cv",
        "www.mariachen.example",
        "github.com/mchen",
        "linkedin.com/in/maria-chen-42/",
        "@mariachen",
        "mariachen.dev",
        "she/her",
        "he/him/his",
        "Date of birth: 3 May 1988",
        "DOB - 03/05/1988",
        "Age: 38",
        "Marital status: Married",
        "Nationality: German",
        "Gender: F",
        "Religion: none",
        "38 years old",
        "SSN: 123-45-6789",
        "Skype: maria.chen",
    ],
)
def test_a_contact_or_personal_fact_is_cut_and_kept_as_identity(secret: str) -> None:
    content = f"Maria Chen\nEngineer | {secret}\nSummary\nBuilds search.\n"
    found = blind(content)
    value = secret.split(": ")[-1].split(" - ")[-1]
    assert value not in found.text.content
    start = content.index(value)
    assert any(span.start <= start and start + len(value) <= span.end for span in found.identity)


@pytest.mark.parametrize(
    "kept",
    [
        "Node.js",
        "ASP.NET",
        "socket.io",
        "2016-2019",
        "MIT licence",
        "US citizen",
        "40,000 questions",
        "1 200 000 users",
        "03/2018 - 11/2020",
        "Python 3.11",
        "ISO 27001",
        "MS SQL Server",
        "Ms Excel",
        "MS Office",
    ],
)
def test_what_only_looks_like_identity_stays(kept: str) -> None:
    assert kept in _blind(f"Maria Chen\nEngineer\nExperience\n• Used {kept} at work.\n")


@pytest.mark.parametrize(
    ("woman", "man"), [("saleswoman", "salesman"), ("Chairwoman", "chairman"), ("waitress", "waiter")]
)
def test_gendered_jobs_become_neutral(woman: str, man: str) -> None:
    assert _blind(f"Work\n{woman} in a shop.") == _blind(f"Work\n{man} in a shop.")


def test_groups_that_tell_who_their_members_are_are_cut() -> None:
    content = _blind("Other\nMentor at Women in Machine Learning and Black in AI.")
    assert content == "Other\nMentor at [group] and [group]."


def test_authors_are_cut_and_titles_of_papers_stay() -> None:
    content = _blind("Publications\nChen, M., J. Okafor and Smith, P. (2021). Attention for rows. NeurIPS.\n")
    assert content == "Publications\n[name], [name] and [name] (2021). Attention for rows. NeurIPS.\n"


def test_a_single_author_and_authors_under_an_unusual_heading_are_cut() -> None:
    content = _blind(
        "Publications\nMacRae, C. Four minutes to resume. 2024.\n\nTwo that matter\n\nMonteiro R., Bell G. Maps.\n"
    )
    assert "MacRae" not in content
    assert "Monteiro" not in content
    assert "Four minutes to resume" in content
