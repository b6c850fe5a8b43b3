"""The room's entry in Django's registry."""

from django.apps import AppConfig


class Config(AppConfig):
    """Workspaces and the walls between them."""

    name = "recruit.tenancy"
    label = "tenancy"
