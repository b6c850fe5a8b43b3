"""The room's entry in Django's registry."""

from django.apps import AppConfig


class Config(AppConfig):
    """Pages that join rooms."""

    name = "recruit.portal"
    label = "portal"
