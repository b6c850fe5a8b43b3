"""The room's entry in Django's registry."""

import logging

from django.apps import AppConfig

from recruit.tenancy.quiet import WithoutKeys


class Config(AppConfig):
    """Workspaces and the walls between them."""

    name = "recruit.tenancy"
    label = "tenancy"

    def ready(self) -> None:
        """A log of every path, where somebody turns it on, has a handler of gunicorn's own."""
        logging.getLogger("gunicorn.access").addFilter(WithoutKeys())
