"""Members are invited, nobody signs up by themselves."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class InvitedOnly(DefaultAccountAdapter):  # type: ignore[misc]
    """Closes allauth's sign-up page."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
