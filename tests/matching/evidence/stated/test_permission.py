"""A permission counts for the market that is asked; a needed sponsorship contradicts; silence is not shown."""

import pytest

from matching.values import Field, Kind, Verdict
from tests.matching.evidence.builders import Resume, ask, verdict


@pytest.mark.parametrize(
    ("stated", "asked", "expected"),
    [
        ("EU citizen", "Right to work in the EU", Verdict.MET),
        ("EU citizen", "Right to work in Germany", Verdict.MET),
        ("EU citizen", "Authorised to work in the US", Verdict.NOT_SHOWN),
        ("Right to work in the UK", "Right to work in the UK", Verdict.MET),
        ("Right to work in the UK", "Right to work in the EU", Verdict.NOT_SHOWN),
        ("US green card", "Authorized to work in the United States", Verdict.MET),
        ("US green card", "US citizen", Verdict.PARTLY),
        ("H-1B visa in the US", "Authorized to work in the US", Verdict.PARTLY),
        ("No sponsorship required", "Right to work in the UK", Verdict.PARTLY),
        ("Authorised to work", "Right to work in the EU", Verdict.PARTLY),
        ("Will need visa sponsorship", "Right to work in the EU", Verdict.CONTRADICTED),
        ("Sponsorship: required", "Right to work in the EU", Verdict.CONTRADICTED),
        ("Will need visa sponsorship", "Visa sponsorship is offered", Verdict.PARTLY),
        ("Not authorised to work in the US", "Authorised to work in the US", Verdict.CONTRADICTED),
        ("", "Right to work in the EU", Verdict.NOT_SHOWN),
    ],
)
def test_a_permission_is_held_against_the_market_asked(stated: str, asked: str, expected: Verdict) -> None:
    resume = Resume()
    resume.line(stated or "Engineer")

    found = verdict(ask(asked, Kind.AUTHORISATION), resume, resume.profile(authorisation=stated))

    assert found.verdict is expected
    assert bool(found.change) is (expected is not Verdict.MET)


def test_a_permission_without_a_market_counts_where_the_person_lives() -> None:
    resume = Resume()
    resume.line("Authorised to work, no sponsorship needed")
    profile = resume.profile(authorisation="Authorised to work, no sponsorship needed", country="DE")

    assert verdict(ask("Right to work in Germany", Kind.AUTHORISATION), resume, profile).verdict is Verdict.MET


def test_the_field_of_a_market_counts_before_the_words() -> None:
    resume = Resume()
    resume.fields.append(Field("mayWorkIn[0]", "UK", resume.line("Settled status"), 1.0))
    profile = resume.profile(authorisation="Settled status")

    assert verdict(ask("Right to work in the UK", Kind.AUTHORISATION), resume, profile).verdict is Verdict.MET
    assert verdict(ask("Right to work in the US", Kind.AUTHORISATION), resume, profile).verdict is Verdict.NOT_SHOWN


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Active secret clearance", Verdict.MET),
        ("Secret clearance", Verdict.PARTLY),
        ("Clearance expired", Verdict.NOT_SHOWN),
        ("Ran the warehouse", Verdict.NOT_SHOWN),
    ],
)
def test_a_clearance_is_only_what_is_stated(line: str, expected: Verdict) -> None:
    resume = Resume()
    resume.line(line)

    assert verdict(ask("Security clearance", Kind.AUTHORISATION), resume, resume.profile()).verdict is expected
