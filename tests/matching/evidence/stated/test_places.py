"""Town, country, region, hours and remote work; only the resume's own words contradict."""

import pytest

from matching.evidence.stated.regions import countries_named, in_zone
from matching.values import Field, Kind, Verdict
from tests.matching.evidence.builders import Resume, ask, verdict


@pytest.mark.parametrize(
    ("asked", "country", "expected"),
    [
        ("Remote within the EU", "PT", Verdict.MET),
        ("Remote within the EU", "GB", Verdict.NOT_SHOWN),
        ("Remote within the EU", "CH", Verdict.NOT_SHOWN),
        ("Based in Europe", "GB", Verdict.MET),
        ("Remote in EMEA", "NG", Verdict.MET),
        ("Remote in EMEA", "BR", Verdict.NOT_SHOWN),
        ("Based in the DACH region", "AT", Verdict.MET),
        ("Based in the DACH region", "NL", Verdict.NOT_SHOWN),
        ("Based in Germany or Austria", "AT", Verdict.MET),
        ("US only", "US", Verdict.MET),
        ("US only", "CA", Verdict.NOT_SHOWN),
        ("Based in Munich, Germany", "DE", Verdict.PARTLY),
        ("Remote, anywhere in the world", "BR", Verdict.MET),
        ("Time zone CET +/- 2 hours", "PL", Verdict.MET),
        ("Time zone CET +/- 2 hours", "IN", Verdict.NOT_SHOWN),
        ("Overlap with US Eastern time", "BR", Verdict.MET),
        ("Overlap with US Eastern time", "JP", Verdict.NOT_SHOWN),
        ("Working hours near UTC+1", "ZA", Verdict.MET),
    ],
)
def test_a_country_is_held_against_the_region_or_the_hours_asked(asked: str, country: str, expected: Verdict) -> None:
    resume = Resume()
    resume.fields.append(Field("basics.location", country, resume.line(f"Lives in {country}"), 1.0))

    found = verdict(ask(asked, Kind.PLACE), resume, resume.profile(country=country))

    assert found.verdict is expected
    assert bool(found.change) is (expected is not Verdict.MET)


@pytest.mark.parametrize(
    ("asked", "stated", "expected"),
    [
        ("Willing to relocate to Berlin", True, Verdict.MET),
        ("Willing to relocate to Berlin", None, Verdict.NOT_SHOWN),
        ("Willing to relocate to Berlin", False, Verdict.CONTRADICTED),
    ],
)
def test_a_readiness_to_move_is_only_what_is_stated(asked: str, stated: bool | None, expected: Verdict) -> None:
    resume = Resume()
    resume.line("Engineer")

    assert verdict(ask(asked, Kind.PLACE), resume, resume.profile(relocation=stated)).verdict is expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Willing to travel", Verdict.MET),
        ("Not willing to travel", Verdict.CONTRADICTED),
        ("Built a travel booking engine", Verdict.NOT_SHOWN),
    ],
)
def test_travel_is_only_what_is_stated(line: str, expected: Verdict) -> None:
    resume = Resume()
    resume.line(line)

    assert verdict(ask("Travel up to 20%", Kind.PLACE), resume, resume.profile()).verdict is expected


def test_who_wants_no_remote_work_contradicts_a_role_that_is_only_remote() -> None:
    resume = Resume()
    resume.line("On-site only")
    asked = ask("Remote within the EU", Kind.PLACE)

    assert verdict(asked, resume, resume.profile(country="DE", remote=False)).verdict is Verdict.CONTRADICTED


def test_who_wants_no_remote_work_fits_an_office() -> None:
    resume = Resume()
    resume.line("Berlin")
    profile = resume.profile(place="Berlin", country="DE", remote=False)

    assert verdict(ask("Hybrid in Berlin, partly remote", Kind.PLACE), resume, profile).verdict is Verdict.MET


def test_words_that_hold_the_name_of_a_region_name_none() -> None:
    assert countries_named("Neuro engineering in a museum") == frozenset()
    assert in_zone("Berlin", "DE") is None
