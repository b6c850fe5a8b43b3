from datetime import date

import pytest

from recruit.candidates.likeness import Facts, Study, Tenure, compare, facts, keys_of, together
from recruit.candidates.likeness.facts import email_key, link_key, organisation, phone_key

LUMEN = Tenure("Lumen Desk", date(2020, 1, 1), None, current=True)
QUARRY = Tenure("Quarry Health", date(2019, 5, 1), None, current=True)


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Ann.Lee+jobs@GMail.com", "annlee@gmail.com"),
        ("ann.lee@googlemail.com", "annlee@gmail.com"),
        ("Ann.Lee+cv@example.org", "ann.lee@example.org"),
        ("mailto:ann@example.org", "ann@example.org"),
        ("jobs@agency.example", ""),
        ("ann@localhost", ""),
        ("not an address", ""),
    ],
)
def test_an_address_becomes_its_mailbox(written: str, key: str) -> None:
    assert email_key(written) == key


@pytest.mark.parametrize(
    ("written", "country", "key"),
    [
        ("+44 (0)20 7946 0958", "", "+442079460958"),
        ("020 7946 0958", "gb", "+442079460958"),
        ("0044 20 7946 0958", "GB", "+442079460958"),
        ("020 7946 0958", "", "2079460958"),
        ("12345", "", ""),
    ],
)
def test_a_number_becomes_e164_where_the_country_is_known(written: str, country: str, key: str) -> None:
    assert phone_key(written, country=country) == key


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("https://www.linkedin.com/in/Ann-Lee/", "linkedin.com/ann-lee"),
        ("de.linkedin.com/in/ann-lee?trk=x", "linkedin.com/ann-lee"),
        ("github.com/annlee", "github.com/annlee"),
        ("https://twitter.com/annlee", "x.com/annlee"),
        ("https://scholar.google.com/citations?user=AbC1&hl=en", "scholar/AbC1"),
        ("github.com/pytorch/pytorch", ""),
        ("https://lumendesk.example/team", ""),
        ("http://[broken", ""),
    ],
)
def test_only_a_persons_own_page_is_a_link_that_counts(address: str, key: str) -> None:
    assert link_key(address) == key


def test_an_employer_is_read_without_its_legal_form() -> None:
    assert organisation("Müller & Söhne GmbH") == "muller sohne"
    assert organisation("The Company") == "the company"


def test_an_address_of_a_mailbox_with_another_name_is_a_family_not_a_person() -> None:
    one = facts(names=["Anna Meyer"], emails=["meyer@example.org"], phones=["+442079460958"])
    two = facts(names=["Jonas Meyer"], emails=["meyer@example.org"], phones=["+442079460958"])
    assert not compare(one, two).proposed


def test_the_same_mailbox_is_proposed_even_where_no_name_was_read() -> None:
    one = facts(names=["Anna Meyer"], emails=["anna@example.org"])
    assert compare(one, facts(emails=["Anna+cv@example.org"])).proposed


def test_a_name_alone_is_never_enough() -> None:
    assert not compare(facts(names=["Anna Meyer"]), facts(names=["Anna Meyer"])).proposed


def test_name_employer_and_dates_are_enough() -> None:
    one = facts(names=["Anna Meyer"], work=[LUMEN])
    two = facts(names=["Anna Meyer"], work=[Tenure("Lumen Desk Ltd", date(2020, 1, 1), date(2024, 3, 31))])
    assert compare(one, two).proposed


def test_a_marriage_changes_a_name_and_leaves_a_profile_and_a_career() -> None:
    one = facts(names=["Anna Meyer"], links=["linkedin.com/in/anna"], work=[LUMEN])
    assert compare(one, facts(names=["Anna Weber"], links=["linkedin.com/in/anna"], work=[LUMEN])).proposed


def test_two_employers_at_once_speak_for_two_people() -> None:
    one = facts(names=["Anna Meyer"], phones=["+442079460958"], work=[LUMEN])
    two = facts(names=["Anna Meyer"], phones=["+442079460958"], work=[QUARRY])
    assert compare(facts(names=["Anna Meyer"], phones=["+442079460958"]), two).proposed
    assert not compare(one, two).proposed
    assert "At different employers at the same time" in [each.words for each in compare(one, two).reasons]


def test_the_score_is_symmetrical_and_its_reasons_come_with_it() -> None:
    one = facts(names=["Anna Meyer"], emails=["a@example.org"], work=[LUMEN], studies=[Study("Leeds", 2016)])
    two = facts(names=["A. Meyer"], emails=["b@example.org"], work=[LUMEN], studies=[Study("Leeds", 2016)])
    assert compare(one, two) == compare(two, one)
    assert [each.fact for each in compare(one, two).reasons] == ["work", "education", "name", "e-mail"]


def test_facts_of_two_records_of_one_person_are_joined() -> None:
    both = together([facts(emails=["a@example.org"]), facts(emails=["b@example.org", "a@example.org"])])
    assert both.emails == ("a@example.org", "b@example.org")
    assert together([]) == Facts()


def test_a_name_alone_is_no_key() -> None:
    assert keys_of(facts(names=["Anna Meyer"])) == frozenset()
    assert keys_of(facts(names=["Anna Meyer"], work=[LUMEN])) & keys_of(facts(names=["A. Mayer"], work=[LUMEN]))
