"""Protected attributes are refused as criteria, proxies are pointed at, fair statements are left alone."""

import pytest

from matching.requirements import read_role
from matching.text import Text

REFUSED = [
    ("Under 35, male, good at chess.", "gender"),
    ("Christian background.", "religion"),
    ("Of the Hindu faith.", "religion"),
    ("Willing to travel, healthy.", "disability"),
    ("Must be under 35 years old.", "age"),
    ("Candidates aged 25-35 only.", "age"),
    ("Maximum age 40.", "age"),
    ("We want young candidates.", "age"),
    ("Between 25 and 35 years old.", "age"),
    ("Male candidates only.", "gender"),
    ("Female preferred.", "gender"),
    ("Looking for a man with energy.", "gender"),
    ("Gender: female", "gender"),
    ("White applicants only.", "ethnicity"),
    ("Indian nationals only.", "ethnicity"),
    ("Must be Christian.", "religion"),
    ("Practising Muslim.", "religion"),
    ("Unmarried candidates preferred.", "marital-status"),
    ("Marital status: single", "marital-status"),
    ("No children.", "marital-status"),
    ("Not pregnant.", "pregnancy"),
    ("Able-bodied.", "disability"),
    ("Must be free of disabilities.", "disability"),
    ("Heterosexual candidates only.", "orientation"),
    ("Attach a recent photo.", "appearance"),
]
PROXIES = [
    ("Native English speaker.", "native-speaker"),
    ("German mother tongue.", "native-speaker"),
    ("Join our young, dynamic team as an engineer.", "young-team"),
    ("We want digital natives.", "young-team"),
    ("Recent graduates with Python.", "recent-graduate"),
    ("You graduated in 2023 or 2024.", "graduation-year"),
    ("Class of 2025.", "graduation-year"),
    ("Ivy League degree.", "named-school"),
    ("A degree from Stanford or similar.", "named-school"),
    ("Degree from a top-tier university.", "named-school"),
    ("Give us your postcode.", "postcode"),
    ("Living within 10 miles of the office.", "postcode"),
    ("Must be a culture fit.", "culture-fit"),
    ("No more than 5 years of experience.", "most-years"),
    ("No employment gaps.", "employment-gap"),
    ("GPA above 3.5.", "grades"),
    ("US citizens only.", "citizenship"),
]
FAIR = [
    "We hire regardless of age, gender, race, religion, marital status or disability.",
    "Qualified applicants will receive consideration without regard to sex, national origin or disability.",
    "Female candidates are encouraged to apply.",
    "We make accommodations for candidates with disabilities.",
    "Our women in engineering group meets monthly.",
    "Founded by two Stanford graduates and backed by good investors.",
    "You must be at least 18 years of age.",
    "Native apps in Swift and native code in C++.",
]


@pytest.mark.parametrize(("sentence", "slug"), REFUSED)
def test_a_protected_attribute_is_refused_and_becomes_no_requirement(sentence: str, slug: str) -> None:
    role = read_role(Text(f"Requirements\n- {sentence}\n- 3 years of Python\n"))
    refused = [each for each in role.cautions if each.refused]
    assert slug in {each.slug for each in refused}
    for each in role.requirements:
        assert not any(each.span.overlaps(caution.span) for caution in refused)
    assert [each.skills for each in role.requirements] == [("python",)]


@pytest.mark.parametrize(("sentence", "slug"), PROXIES)
def test_a_proxy_is_pointed_at_with_its_place_and_a_sentence(sentence: str, slug: str) -> None:
    content = f"Requirements\n- {sentence}\n"
    found = [each for each in read_role(Text(content)).cautions if each.slug == slug]
    assert found
    assert not found[0].refused
    assert found[0].span.of(content) == found[0].text
    assert found[0].sentence.endswith(".")


@pytest.mark.parametrize("sentence", FAIR)
def test_a_fair_statement_is_left_alone(sentence: str) -> None:
    role = read_role(Text(f"Requirements\n- 3 years of Python\n\nAbout us\n{sentence}\n"))
    assert role.cautions == ()


def test_what_stands_beside_a_refused_attribute_in_its_sentence_is_still_asked() -> None:
    role = read_role(Text("Requirements\n- Male candidates only, with 5 years of Python and PyTorch\n"))
    assert {skill for each in role.requirements for skill in each.skills} == {"python", "pytorch"}
    assert all("Male" not in each.text for each in role.requirements)


def test_a_refused_attribute_in_an_ad_that_states_nothing_else_gives_no_requirement_of_it() -> None:
    role = read_role(Text("We are looking for a young engineer under 30 years old."))
    assert [each.text for each in role.requirements if "30" in each.text or "young" in each.text] == []
