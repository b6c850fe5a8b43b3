"""The room's entry in Django's registry."""

from django.apps import AppConfig


class Config(AppConfig):
    """From match to mail."""

    name = "recruit.outreach"
    label = "outreach"
