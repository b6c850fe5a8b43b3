"""The room's entry in Django's registry."""

from django.apps import AppConfig


class Config(AppConfig):
    """Management commands."""

    name = "recruit.console"
    label = "console"
