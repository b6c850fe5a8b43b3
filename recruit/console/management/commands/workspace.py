"""`manage.py workspace NAME --admin EMAIL`: a workspace with an admin who can sign in, on a database of one's own.

Run again it changes nothing but what is missing; an admin who is there keeps their password.
"""

import secrets
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.text import slugify

from recruit.accounts.models import Company, Member, Role, User
from recruit.events.record import Actor, record
from recruit.tenancy.models import Workspace
from recruit.tenancy.scope import workspace_scope

_PASSWORD_BYTES = 12


class Command(BaseCommand):
    """Make a workspace and its first admin."""

    help = "Make a workspace with an admin who can sign in. Prints the first password once."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Its name, who may configure it, and what is printed under its mails."""
        parser.add_argument("name", metavar="NAME")
        parser.add_argument("--admin", metavar="EMAIL", required=True)
        parser.add_argument("--admin-name", metavar="NAME", default="", help="else what stands before the @")
        parser.add_argument("--slug", default="", help="how its public addresses name it; else made of the name")
        parser.add_argument("--postal-address", default="", help="printed under every outreach mail")
        parser.add_argument("--company", metavar="NAME", default="", help="a first company; else the workspace itself")

    def handle(self, *args: Any, **options: Any) -> None:
        """Make what is missing, and say how to sign in."""
        email, slug = _address(options["admin"]), options["slug"] or slugify(options["name"])[:50]
        if not slug:
            raise CommandError("This name gives no address. Name one with --slug, in letters and digits.")
        with transaction.atomic():
            workspace, made = Workspace.objects.get_or_create(
                slug=slug, defaults={"name": options["name"][:120], "postal_address": options["postal_address"]}
            )
            user, password = _user(email)
            with workspace_scope(workspace.pk):
                _staff(workspace, user, options)
                if made:
                    record("workspace.made", workspace, by=Actor("console"))
        self.stdout.write(f"{workspace.name}: {settings.PUBLIC_URL}/w/{workspace.slug}/upload takes resumes.")
        self.stdout.write(f"Sign in at {settings.PUBLIC_URL}/ as {email}, password {password or '(as it was)'}")


def _address(written: str) -> str:
    try:
        validate_email(written.strip())
    except ValidationError:
        raise CommandError("The admin's address is not whole. Write it like name@example.org.") from None
    return written.strip().lower()


def _user(email: str) -> tuple[User, str]:
    """The user of this address, who sees stopped work too, and the password if it was made just now."""
    known = User.objects.filter(email=email).first()
    if known is not None:
        User.objects.filter(pk=known.pk).update(is_staff=True)
        return known, ""
    password = secrets.token_urlsafe(_PASSWORD_BYTES)
    return User.objects.create_user(email, password, is_staff=True), password


def _staff(workspace: Workspace, user: User, options: dict[str, Any]) -> None:
    name = options["admin_name"] or user.email.partition("@")[0]
    member, made = Member.objects.get_or_create(
        user=user, workspace=workspace, defaults={"name": name[:120], "role": Role.ADMIN}
    )
    if not made and member.role != Role.ADMIN:
        Member.objects.filter(pk=member.pk).update(role=Role.ADMIN)
    company = options["company"] or workspace.name
    if options["company"] or not Company.objects.exists():
        Company.objects.get_or_create(
            slug=slugify(company)[:50] or workspace.slug, defaults={"name": company[:120], "workspace": workspace}
        )
