"""Fields of a posting: the title bare of firm, place and terms, its occupation, and pay wherever it is written."""

import pytest

from matching.requirements import read_role
from matching.text import Text


def _field(content: str, name: str, *, title: str = "") -> str:
    return next((each.value for each in read_role(Text(content), title=title).fields if each.name == name), "")


def test_the_occupation_stands_beside_the_title_as_onet_names_it() -> None:
    content = "We build search.\nRequirements\n- Python"
    assert _field(content, "occupationalCategory", title="Senior ML Engineer (f/m/d)") == "15-2051.00 Data Scientists"
    assert _field(content, "occupationalCategory", title="Pastry chef") == ""


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Data Analyst, Madrid", "Data Analyst"),
        ("Frontend Developer at Nimbus", "Frontend Developer"),
        ("MLOps Engineer (contract, 6 months)", "MLOps Engineer"),
        ("Data Engineer (f/m/d)", "Data Engineer (f/m/d)"),
        ("Software Engineer, Infrastructure", "Software Engineer, Infrastructure"),
        ("🚀 AI Agent Engineer 🚀", "AI Agent Engineer"),
    ],
)
def test_a_title_is_read_bare(line: str, title: str) -> None:
    assert _field(f"{line}\n\nRequirements\n- Python", "title") == title


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Visa sponsorship is available for this role.", "Visa sponsorship is available for this role."),
        ("We cannot sponsor visas.", "We cannot sponsor visas."),
        ("You are authorised to work in the EU.", "You are authorised to work in the EU."),
        ("Our clients are Visa and Mastercard.", ""),
        ("You find a sponsor for your ideas.", ""),
    ],
)
def test_what_is_said_of_visas_is_a_field_in_its_own_words(line: str, said: str) -> None:
    content = f"Data Engineer\n\nRequirements\n- Python\n\n{line}"
    assert _field(content, "eligibilityToWorkRequirement").rstrip(".") == said.rstrip(".")


@pytest.mark.parametrize(
    ("line", "place_type"),
    [
        ("Berlin, hybrid", "HYBRID"),
        ("You are in three days a week in our office", "HYBRID"),
        ("You build hybrid search", ""),
        ("Fully remote", "TELECOMMUTE"),
        ("On-site in Oslo", "ONSITE"),
    ],
)
def test_remote_hybrid_and_on_site_are_told_apart(line: str, place_type: str) -> None:
    assert _field(f"Data Engineer\n{line}\n\nRequirements\n- Python", "jobLocationType") == place_type


@pytest.mark.parametrize(
    ("line", "pay"),
    [
        ("Day rate: €600 - €700 per day", "€600 - €700 per day"),
        ("Benefits\n£70,000 - £90,000, pension, and a budget for learning", "£70,000 - £90,000"),
        ("We raised $40M last year.", ""),
    ],
)
def test_pay_is_read_and_funding_is_not(line: str, pay: str) -> None:
    assert _field(f"Data Engineer\n\n{line}\n\nRequirements\n- Python", "baseSalary") == pay
