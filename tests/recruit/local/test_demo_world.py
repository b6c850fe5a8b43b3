"""The demo's logins are named only where they hold: each database has its own."""

from pathlib import Path

from pytest_django.live_server_helper import LiveServer

from recruit.accounts.keys import issue, revoke
from recruit.events.record import SYSTEM
from recruit.local.demo_world import file_for, hold, remembered
from recruit.tenancy.scope import workspace_scope
from tests import factories


def test_logins_of_one_database_are_not_remembered_for_another(tmp_path: Path) -> None:
    file_for(tmp_path, database="").write_text('{"recruiter": {}}', encoding="utf-8")
    assert remembered(file_for(tmp_path, database="")) == {"recruiter": {}}
    assert remembered(file_for(tmp_path, database="postgresql://app:one@host/strata")) is None


def test_a_new_password_of_the_same_database_forgets_no_logins(tmp_path: Path) -> None:
    first, second = (file_for(tmp_path, database=f"postgresql://app:{word}@host/strata") for word in ("one", "two"))
    assert first == second


def test_logins_hold_while_the_key_of_the_company_opens_the_pages(live_server: LiveServer) -> None:
    with workspace_scope(factories.workspace("meridian").pk):
        key, text = issue(factories.company(), name="demo")
    logins: dict[str, object] = {"company": {"name": "Northwind", "api_key": text}}
    assert hold(logins, address=live_server.url)
    with workspace_scope(key.workspace_id):
        revoke(key, by=SYSTEM)
    assert not hold(logins, address=live_server.url)
    assert not hold({}, address=live_server.url)
