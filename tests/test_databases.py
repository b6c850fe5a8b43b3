"""The test database itself: who connects to it, and what a test leaves to the next one."""

import pytest
from django.contrib.auth.models import Group
from django.db import connection, transaction


@pytest.mark.django_db
def test_tests_connect_as_the_role_that_serves() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT rolsuper, rolbypassrls, pg_get_userbyid(datdba) = current_user"
            " FROM pg_roles, pg_database WHERE rolname = current_user AND datname = current_database()"
        )
        assert cursor.fetchone() == (False, False, False)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("turn", [1, 2])
def test_what_a_test_committed_is_gone_in_the_next(turn: int) -> None:
    assert not Group.objects.exists()
    with transaction.atomic():
        Group.objects.create(name=f"turn {turn}")
    assert Group.objects.count() == 1
