"""What a log says of a request holds no key that would open somebody's page."""

import logging

import pytest
from django.conf import settings
from django.core import signing

from recruit.tenancy.quiet import WithoutKeys

TOKEN = signing.dumps("0b7f6b6e-3a4f-4c5e-9b35-0d5b7f8d1a55", salt="strata.candidate", compress=False)


def _said(message: str, *args: object) -> str:
    record = logging.LogRecord("django.request", logging.WARNING, "", 0, message, args, None)
    assert WithoutKeys().filter(record)
    return record.getMessage()


@pytest.mark.parametrize("path", ["/w/north/c/{}", "/w/north/c/{}/reading", "/w/north/stop/{}?x=1", "/elsewhere/{}"])
def test_a_refused_request_is_logged_without_its_key(path: str) -> None:
    said = _said("%s: %s", "Not Found", path.format(TOKEN))
    assert TOKEN not in said
    assert "[key]" in said


def test_a_key_that_is_not_whole_is_cut_too() -> None:
    assert _said("Not Found: /w/north/c/abcdef/nothing") == "Not Found: /w/north/c/[key]/nothing"


def test_an_access_line_of_the_server_is_cut_in_its_parts() -> None:
    record = logging.LogRecord("gunicorn.access", logging.INFO, "", 0, "%(r)s", ({"r": f"GET /w/n/c/{TOKEN}"},), None)
    WithoutKeys().filter(record)
    assert TOKEN not in record.getMessage()


def test_other_paths_are_logged_as_they_are() -> None:
    assert _said("Not Found: /people/7/ at 12:30:05") == "Not Found: /people/7/ at 12:30:05"


def test_every_line_of_the_console_goes_through_it() -> None:
    assert settings.LOGGING["handlers"]["console"]["filters"] == ["without_keys"]


def test_an_access_log_that_somebody_turns_on_goes_through_it_too() -> None:
    assert any(isinstance(each, WithoutKeys) for each in logging.getLogger("gunicorn.access").filters)
