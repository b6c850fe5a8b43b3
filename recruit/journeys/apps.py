"""The room's entry in Django's registry."""

from django.apps import AppConfig


class Config(AppConfig):
    """The rows of steps."""

    name = "recruit.journeys"
    label = "journeys"
