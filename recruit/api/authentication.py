"""Bearer keys of companies. The workspace and the company come from the key, never from the request."""

from typing import Any

from drf_spectacular.extensions import OpenApiAuthenticationExtension
from rest_framework.authentication import BaseAuthentication
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.permissions import BasePermission
from rest_framework.request import Request

from recruit.accounts.keys import find
from recruit.accounts.models import ApiKey


class KeyHolder:
    """Who calls: the company behind a live key. Plays the part that a user plays on pages."""

    is_authenticated = True

    def __init__(self, key: ApiKey) -> None:
        self.key = key


def key_of(header: str) -> ApiKey | None:
    """The live key in an `Authorization: Bearer …` header, or None."""
    kind, _, text = header.partition(" ")
    return find(text.strip()) if kind.lower() == "bearer" else None


class ApiKeyAuthentication(BaseAuthentication):
    """Reads the key that the view found before it opened the workspace (`recruit.api.views.CompanyView`)."""

    def authenticate(self, request: Request) -> tuple[KeyHolder, ApiKey] | None:
        if not request.META.get("HTTP_AUTHORIZATION"):
            return None
        key = getattr(request._request, "api_key", None)
        if key is None:
            raise AuthenticationFailed
        return KeyHolder(key), key

    def authenticate_header(self, request: Request) -> str:
        return "Bearer"


class ApiKeyScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]
    """How the schema names it; found by drf-spectacular because it is defined."""

    target_class = ApiKeyAuthentication
    name = "ApiKey"

    def get_security_definition(self, auto_schema: Any) -> dict[str, str]:
        return {"type": "http", "scheme": "bearer"}


class HasScope(BasePermission):
    """The key carries the scope that the view names for the method."""

    def has_permission(self, request: Request, view: Any) -> bool:
        needed = view.scopes.get(request.method)
        return needed is None or (isinstance(request.auth, ApiKey) and needed in request.auth.scopes)
