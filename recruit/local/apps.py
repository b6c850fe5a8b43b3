"""The room's entry in Django's registry."""

from django.apps import AppConfig


class Config(AppConfig):
    """The laptop: embedded services, mail sink, demo world."""

    name = "recruit.local"
    label = "local"
