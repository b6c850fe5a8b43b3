"""The room's entry in Django's registry."""

from django.apps import AppConfig


class Config(AppConfig):
    """HTTP for machines."""

    name = "recruit.api"
    label = "api"
