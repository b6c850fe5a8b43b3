"""The room's entry in Django's registry."""

from django.apps import AppConfig


class Config(AppConfig):
    """Runs, matches, evidence and decisions."""

    name = "recruit.matches"
    label = "matches"
