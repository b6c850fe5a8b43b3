"""`manage.py embed_again`: after a change of EMBEDDING_MODEL, _REVISION or _FORMAT, embed and rank what is here anew.

Only queues the work; the workers do it, and lists stay as they are until each row's turn. Safe to run at any time:
what this model has embedded already is left alone.
"""

from typing import Any

from django.core.management.base import BaseCommand

from recruit import engine
from recruit.matches.embed_again import embed_again
from recruit.tenancy.models import Workspace
from recruit.tenancy.scope import workspace_scope


class Command(BaseCommand):
    """Queue what the present model has not embedded, in every workspace."""

    help = "After a change of the embedding model: embed and rank again whatever the present model has not embedded."

    def handle(self, *args: Any, **options: Any) -> None:
        """One line a workspace."""
        identity = engine.encoder().identity
        for workspace in Workspace.objects.order_by("slug"):
            with workspace_scope(workspace.pk):
                asked = embed_again(identity=identity)
            self.stdout.write(f"{workspace.slug}: {asked.postings:,} postings and {asked.resumes:,} resumes queued.")
