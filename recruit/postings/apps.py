"""The room's entry in Django's registry."""

from django.apps import AppConfig


class Config(AppConfig):
    """Roles and what they ask."""

    name = "recruit.postings"
    label = "postings"
