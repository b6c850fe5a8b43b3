"""Headings in many wordings open the part of the ad that a reader would say."""

import pytest

from matching.requirements.headings import read_heading
from matching.values import Priority, Section

MUST = [
    "Requirements",
    "Requirements:",
    "**Requirements**",
    "## Minimum qualifications",
    "About you",
    "Who you are",
    "What we look for",
    "What we're looking for:",
    "What you'll need",
    "What you\u2019ll bring",
    "You have",
    "You may be a good fit if you:",
    "Must have",
    "Must-haves",
    "Basic Qualifications",
    "Key qualifications:",
    "Skills and qualifications",
    "Technical skills",
    "Your profile",
    "Who we're looking for",
    "The ideal candidate will have:",
    "Education and experience",
    "Job requirements:",
    "You should recognise yourself in this",
]
NICE = [
    "Nice to have",
    "Nice-to-haves:",
    "Bonus points",
    "Bonus points if you have:",
    "Preferred qualifications",
    "Desirable",
    "Great to have",
    "It's a plus if you",
    "Even better if you have",
    "Strong candidates may also have:",
    "Tech stack",
    "Advantageous",
    "Would also help",
]
DUTIES = [
    "Responsibilities",
    "Key responsibilities:",
    "What you'll do",
    "What you\u2019ll be doing",
    "You will",
    "In this role, you will:",
    "The role",
    "About the role",
    "Your mission",
    "Day to day",
    "Representative projects:",
    "Job duties",
]
BENEFITS = [
    "Benefits",
    "Perks",
    "What we offer",
    "What's in it for you?",
    "Compensation and benefits",
    "Why join us",
    "Annual salary:",
    "Our benefits",
    "Full benefits package",
    "Acme Full Time Employee Benefits (not for interns)",
]
COMPANY = ["About us", "About Anthropic", "Who we are", "Our mission", "Company description", "How we work"]
LEGAL = ["Equal opportunity employer", "EEO statement", "Diversity and inclusion", "Privacy notice"]
CASES = [
    (wording, section, priority)
    for wordings, section, priority in (
        (MUST, Section.REQUIREMENTS, Priority.MUST),
        (NICE, Section.REQUIREMENTS, Priority.NICE),
        (DUTIES, Section.DUTIES, None),
        (BENEFITS, Section.BENEFITS, None),
        (COMPANY, Section.COMPANY, None),
        (LEGAL, Section.LEGAL, None),
        (["Not for you if", "You may not be a good fit if"], Section.REQUIREMENTS, Priority.AVOID),
    )
    for wording in wordings
]


@pytest.mark.parametrize(("wording", "section", "priority"), CASES)
def test_a_heading_opens_its_section(wording: str, section: Section, priority: Priority | None) -> None:
    heading = read_heading(wording)
    assert heading is not None
    assert (heading.section, heading.priority) == (section, priority)


@pytest.mark.parametrize(
    "line",
    [
        "Experience with Python",
        "Strong communication in writing",
        "Build retrieval services with people who care",
        "",
        "-",
        "Five engineers and a dog",
    ],
)
def test_a_line_of_content_is_no_heading(line: str) -> None:
    assert read_heading(line) is None
