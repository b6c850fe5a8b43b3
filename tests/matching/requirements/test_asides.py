"""Lines beside the requirements: pay, contacts, steps of hiring, praise; and headings of musts."""

import pytest

from matching.requirements import read_role
from matching.text import Text
from matching.values import Priority, Role

AD = "Backend Engineer\n\nRequirements\n- 5 years of Python\n- Experience with Kubernetes\n- Experience with Go\n"


def _role(line: str) -> Role:
    return read_role(Text(f"{AD}{line}\n"))


def _texts(role: Role) -> list[str]:
    return [each.text for each in role.requirements]


@pytest.mark.parametrize(
    "heading",
    ["The must haves", "Must-haves", "What's a must", "What is a must?", "The must-haves:", "Non-negotiables"],
)
def test_a_heading_of_musts_keeps_its_whole_section(heading: str) -> None:
    role = read_role(
        Text(f"Engineer\n\n{heading}\n- 5 years of Python\n- Kubernetes in production\n\nNice to have\n- Go\n")
    )
    assert [each.priority for each in role.requirements] == [Priority.MUST, Priority.MUST, Priority.NICE]


def test_a_polite_no_is_not_asked_for() -> None:
    role = _role("- No experience with .NET please")
    assert [each.priority for each in role.requirements if "NET" in each.text] == [Priority.AVOID]


@pytest.mark.parametrize(
    "line", ["- Must be unmarried", "- You must be married", "- No children", "- Candidates must not have children"]
)
def test_family_is_refused(line: str) -> None:
    role = _role(line)
    assert [each.slug for each in role.cautions if each.refused] == ["marital-status"]
    assert _texts(role) == _texts(_role(""))


@pytest.mark.parametrize(
    ("line", "pay"),
    [
        ("Salary: CHF 140'000", "CHF 140'000"),
        ("Salary: 70.000 EUR", "70.000 EUR"),
        ("Salary \u20ac70k\u201385k", "\u20ac70k\u201385k"),
        ("PLN 18 000\u201324 000 net + VAT", "PLN 18 000\u201324 000"),
        ("Gehalt: 70.000 \u2013 85.000 EUR", "70.000 \u2013 85.000 EUR"),
        ("85.000 \u20ac brutto", "85.000 \u20ac"),
        ("SEK 55 000 per month", "SEK 55 000 per month"),
        ("$120,000 - $150,000", "$120,000 - $150,000"),
    ],
)
def test_pay_is_read_as_countries_write_it_and_is_no_requirement(line: str, pay: str) -> None:
    role = _role(f"\n{line}")
    assert [each.value for each in role.fields if each.name == "baseSalary"] == [pay]
    assert _texts(role) == _texts(_role(""))


@pytest.mark.parametrize(
    "line", ["We raised 70.000 EUR", "A learning budget of CHF 2'000", "Teams of 20 in EUR time zones"]
)
def test_other_money_is_no_pay(line: str) -> None:
    assert not any(each.name == "baseSalary" for each in _role(f"\n{line}").fields)


@pytest.mark.parametrize(
    "line",
    [
        "- jobs@fern.example",
        "- E-mail: jobs@fern.example",
        "- Optional case study",
        "- On-site interview",
        "Headquarters: Austria, Remote",
        "Anthropic's mission is to create steerable AI systems with strong safety experience.",
        "Amplitude is the leading analytics platform, with experience in machine learning for 4,000 customers.",
    ],
)
def test_what_stands_beside_the_requirements_is_none(line: str) -> None:
    assert _texts(_role(line)) == _texts(_role(""))


@pytest.mark.parametrize("line", ["On-site interview", "In-person final interview", "The interview is on-site."])
def test_an_interview_says_nothing_of_where_the_work_is(line: str) -> None:
    assert not any(each.name == "jobLocationType" for each in _role(f"\n{line}").fields)


def test_work_on_site_is_still_read() -> None:
    role = _role("\nOn-site in Berlin")
    assert [each.value for each in role.fields if each.name == "jobLocationType"] == ["ONSITE"]


def test_a_line_with_an_address_and_a_wish_still_asks() -> None:
    assert any(
        "Rust" in each for each in _texts(_role("- Experience with Rust is required, see rust@fern.example for more"))
    )
