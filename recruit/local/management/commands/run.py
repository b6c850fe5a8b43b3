"""Start Strata on this machine: database, broker, workers, pages and mail sink; Ctrl-C stops it."""

import os

from django.core.management.base import BaseCommand, CommandError

from recruit.local.errors import LocalServiceError
from recruit.local.supervisor import Wishes, run


class Command(BaseCommand):
    help = "Start Strata on this machine: database, broker, workers, pages and mail sink. Ctrl-C stops it."
    requires_system_checks: list[str] = []

    def handle(self, *args: object, **options: object) -> None:
        try:
            run(Wishes.from_environment(os.environ))
        except LocalServiceError as error:
            raise CommandError(str(error)) from error
