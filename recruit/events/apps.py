"""The room's entry in Django's registry."""

from django.apps import AppConfig


class Config(AppConfig):
    """The append-only record of facts."""

    name = "recruit.events"
    label = "events"
