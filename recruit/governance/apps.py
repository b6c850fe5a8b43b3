"""The room's entry in Django's registry."""

from django.apps import AppConfig


class Config(AppConfig):
    """What language models may do."""

    name = "recruit.governance"
    label = "governance"
