"""Loads the demo world through the same doors as any upload and posting, waits for the workers, names the logins."""

import io
import json
import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from recruit.accounts.models import Company
from recruit.candidates.intake import receive
from recruit.errors import DomainError
from recruit.jobs.models import LIVE, Job, Queue, State
from recruit.local.demo import world
from recruit.local.demo.logins import give_logins
from recruit.local.demo.render import render
from recruit.postings.intake import NewPosting, post
from recruit.postings.models import Posting
from recruit.tenancy.models import Workspace
from recruit.tenancy.scope import workspace_scope

CONSENT = "I agree that the recruiters of this workspace read my resume and compare it with open roles."
_WAIT_SECONDS = 600.0


class Command(BaseCommand):
    """`manage.py demo`: safe to run again, it goes on where it stopped."""

    help = "Load the demo world: companies, postings and candidates of our own writing, through the real intake."

    def handle(self, *args: Any, **options: Any) -> None:
        workspace, _ = Workspace.objects.get_or_create(
            slug="meridian",
            defaults={
                "name": "Meridian Talent",
                "postal_address": "Meridian Talent, 12 Harbour Row, 10115 Berlin, Germany",
                "reply_to": "team@meridian.example",
            },
        )
        self._bring_postings(workspace)
        self._bring_resumes(workspace)
        self._wait(workspace)
        with workspace_scope(workspace.pk):
            try:
                logins = give_logins()
            except LookupError as missing:
                raise CommandError(str(missing)) from missing
        self.stdout.write(json.dumps(logins))

    def _bring_postings(self, workspace: Workspace) -> None:
        with workspace_scope(workspace.pk):
            companies = {
                each.slug: Company.objects.get_or_create(
                    slug=each.slug, defaults={"name": each.name, "about": each.about}
                )[0]
                for each in world.companies()
            }
            known = set(Posting.objects.values_list("reference", flat=True))
            for each in world.postings():
                if each.slug not in known:
                    new = NewPosting(title=each.title, text=each.text, reference=each.slug)
                    post(companies[each.company], new, priority=Queue.BULK)

    def _bring_resumes(self, workspace: Workspace) -> None:
        people = world.candidates()
        for number, each in enumerate(people, start=1):
            printed = render(each)
            try:
                with workspace_scope(workspace.pk), transaction.atomic():
                    receive(
                        io.BytesIO(printed.content),
                        original_name=printed.name,
                        consent_wording=CONSENT,
                        source="demo",
                        priority=Queue.BULK,
                    )
            except DomainError as refusal:
                if refusal.slug != "already-received":
                    raise
            self.stdout.write(f"{number} of {len(people)} resumes brought in", ending="\n")
            self.stdout.flush()

    def _wait(self, workspace: Workspace) -> None:
        deadline, last = time.monotonic() + _WAIT_SECONDS, ""
        while time.monotonic() < deadline:
            with workspace_scope(workspace.pk):
                live = Job.objects.filter(state__in=LIVE).count()
                total, stopped = Job.objects.count(), Job.objects.filter(state__in=[State.FAILED, State.DEAD]).count()
            line = f"{total - live} of {total} resumes and postings read, embedded, classified and ranked"
            if line != last:
                self.stdout.write(line)
                self.stdout.flush()
                last = line
            if not live:
                if stopped:
                    self.stderr.write(f"{stopped} jobs of the demo world stopped; see the staff area.")
                return
            time.sleep(0.5)
        raise CommandError("The demo world is still being read. Look at the log, then start Strata again.")
