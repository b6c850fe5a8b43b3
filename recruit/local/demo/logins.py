"""Who may sign in to the demo world: a recruiter, an administrator, a company's machine, a candidate.

The recruiter is no administrator: whoever tries the demo should meet what a recruiter meets, and the pages of the
people who run the house stand behind a login of their own.
"""

import secrets

from recruit.accounts.keys import issue
from recruit.accounts.models import ApiKey, Company, Member, Role, User
from recruit.candidates.access import link_for
from recruit.candidates.models import Candidate

RECRUITER = "recruiter@meridian.example"
ADMINISTRATOR = "admin@meridian.example"


def give_logins() -> dict[str, dict[str, str]]:
    """New passwords and a new key for the world of this workspace. Raises LookupError where there is no world."""
    company = Company.objects.order_by("slug").first()
    candidate = Candidate.objects.exclude(name="").order_by("name").first()
    if company is None or candidate is None:
        raise LookupError("The demo world has no company or no candidate. Remove .strata and start again.")
    ApiKey.objects.filter(company=company, name="demo").delete()
    _, key = issue(company, name="demo")
    return {
        "recruiter": _member(RECRUITER, name="Robin Castellan", role=Role.RECRUITER),
        "administrator": _member(ADMINISTRATOR, name="Ines Aldana", role=Role.ADMIN),
        "company": {"name": company.name, "api_key": key},
        "candidate": {"link": link_for(candidate)},
    }


def _member(email: str, *, name: str, role: Role) -> dict[str, str]:
    password = secrets.token_urlsafe(9)
    user = User.objects.filter(email=email).first() or User.objects.create_user(email)
    user.is_staff = role == Role.ADMIN
    user.set_password(password)
    user.save(update_fields=["password", "is_staff"])
    Member.objects.update_or_create(user=user, defaults={"name": name, "role": role})
    return {"email": email, "password": password}
