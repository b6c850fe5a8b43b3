"""A server that the environment names and that does not answer is one sentence before anything starts."""

import os

import pytest

from recruit.local.addresses import check_addresses
from recruit.local.errors import LocalServiceError
from recruit.local.ports import LOOPBACK, free_port


def _refusal(**environment: str) -> str:
    with pytest.raises(LocalServiceError) as refused:
        check_addresses(environment)
    sentence = str(refused.value)
    assert "\n" not in sentence
    return sentence


def test_a_database_that_refuses_connections_is_named_with_what_to_do() -> None:
    port = free_port()
    sentence = _refusal(DATABASE_URL=f"postgresql://app:secret@{LOOPBACK}:{port}/strata")
    assert f"{LOOPBACK}:{port}, which DATABASE_URL names" in sentence
    assert "Connection refused" in sentence
    assert "secret" not in sentence
    assert "leave the variable empty" in sentence


def test_a_database_whose_name_is_unknown_is_named() -> None:
    assert "nowhere.invalid" in _refusal(DATABASE_URL="postgresql://app@nowhere.invalid/strata")


def test_a_database_address_that_the_driver_cannot_read_is_named() -> None:
    assert "DATABASE_URL is no address of a PostgreSQL" in _refusal(DATABASE_URL="hello there")


def test_a_broker_that_refuses_connections_is_named_with_what_to_do() -> None:
    port = free_port()
    sentence = _refusal(REDIS_URL=f"redis://:secret@{LOOPBACK}:{port}/0")
    assert f"{LOOPBACK}:{port}, which REDIS_URL names" in sentence
    assert "secret" not in sentence
    assert "leave the variable empty" in sentence


@pytest.mark.django_db
def test_servers_that_answer_are_accepted_and_embedded_ones_are_not_asked(servers: object) -> None:
    check_addresses({name: os.environ[name] for name in ("DATABASE_URL", "MIGRATION_DATABASE_URL", "REDIS_URL")})
    check_addresses({"MIGRATION_DATABASE_URL": "hello"})
