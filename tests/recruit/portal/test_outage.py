"""A database that is away for a moment is no bug: 503, when to come back, and that nothing is lost."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.db import OperationalError

from recruit.tenancy.outage import database_is_away

ROOT = Path(__file__).resolve().parents[3]
_ASK = """
import json, sys, django
django.setup()
from django.test import Client
client = Client(raise_request_exception=False)
answers = [
    client.get("/w/meridian/upload"),
    client.get("/postings/", headers={"cookie": "sessionid=abcdefghijklmnopqrstuvwxyz012345"}),
    client.post("/api/v1/postings", {}, content_type="application/json", headers={"Authorization": "Bearer sk_a_b"}),
    client.get("/livez"),
]
print(json.dumps([[a.status_code, a.headers.get("Retry-After"), a.headers["Content-Type"], a.text] for a in answers]))
"""


@pytest.fixture(scope="module")
def answers() -> list[Any]:
    """What a web process answers beside a database that refuses connections."""
    away = {"DATABASE_URL": "postgresql://strata_app@127.0.0.1:1/strata", "DJANGO_SETTINGS_MODULE": "recruit.settings"}
    result = subprocess.run(
        [sys.executable, "-c", _ASK],
        cwd=ROOT,
        env={**os.environ, **away},
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    found: list[Any] = json.loads(result.stdout)
    return found


@pytest.mark.parametrize("number", [0, 1])
def test_a_page_without_its_database_says_to_reload_and_that_nothing_is_lost(answers: list[Any], number: int) -> None:
    status, retry, _, text = answers[number]
    assert (status, retry) == (503, "5")
    assert "Reload this page in a moment" in text
    assert "nothing is lost" in text
    assert "broke" not in text


def test_the_api_without_its_database_answers_a_problem_of_a_stable_type(answers: list[Any]) -> None:
    status, retry, media_type, text = answers[2]
    assert (status, retry, media_type) == (503, "5", "application/problem+json")
    assert json.loads(text)["type"] == "/api/v1/problems#database-away"


def test_the_process_is_alive_meanwhile(answers: list[Any]) -> None:
    assert answers[3][0] == 200


def test_an_error_of_a_server_that_is_well_is_a_bug() -> None:
    deadlock = OperationalError("deadlock detected")
    deadlock.__cause__ = psycopg.errors.DeadlockDetected()
    assert not database_is_away(deadlock)
    assert not database_is_away(ValueError("no"))
    shutdown = OperationalError("terminating connection")
    shutdown.__cause__ = psycopg.errors.AdminShutdown()
    assert database_is_away(shutdown)
