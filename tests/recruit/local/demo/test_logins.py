"""The demo's recruiter is a recruiter and nothing more; an administrator signs in apart."""

import pytest

from recruit.accounts.models import Member, Role
from recruit.local.demo.logins import give_logins
from recruit.tenancy.scope import workspace_scope
from tests import factories

pytestmark = pytest.mark.django_db


def _standing(email: str) -> tuple[str, bool]:
    member = Member.objects.select_related("user").get(user__email=email)
    return member.role, member.user.is_staff


def test_the_recruiter_is_no_administrator_and_the_administrator_has_a_login_of_their_own() -> None:
    with workspace_scope(factories.workspace("meridian").pk):
        factories.company()
        factories.candidate(name="Mira Halvorsen")
        logins = give_logins()
        assert _standing(logins["recruiter"]["email"]) == (Role.RECRUITER, False)
        assert _standing(logins["administrator"]["email"]) == (Role.ADMIN, True)
        for name in ("recruiter", "administrator"):
            member = Member.objects.get(user__email=logins[name]["email"])
            assert member.user.check_password(logins[name]["password"])


def test_a_recruiter_of_an_older_demo_world_loses_the_rights_of_an_administrator() -> None:
    with workspace_scope(factories.workspace("meridian").pk):
        factories.company()
        factories.candidate(name="Mira Halvorsen")
        factories.member(Role.ADMIN, email="recruiter@meridian.example", is_staff=True)
        give_logins()
        assert _standing("recruiter@meridian.example") == (Role.RECRUITER, False)


def test_an_empty_world_has_no_logins_to_give() -> None:
    with workspace_scope(factories.workspace("meridian").pk), pytest.raises(LookupError, match="no company"):
        give_logins()
