"""The room's entry in Django's registry."""

from django.apps import AppConfig


class Config(AppConfig):
    """Members, companies, API keys: who may see what."""

    name = "recruit.accounts"
    label = "accounts"
