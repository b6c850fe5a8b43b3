"""The room's entry in Django's registry."""

from django.apps import AppConfig


class Config(AppConfig):
    """People and what they gave us."""

    name = "recruit.candidates"
    label = "candidates"
