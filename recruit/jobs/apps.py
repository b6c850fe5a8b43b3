"""The room's entry in Django's registry."""

from django.apps import AppConfig


class Config(AppConfig):
    """The record of work."""

    name = "recruit.jobs"
    label = "jobs"
