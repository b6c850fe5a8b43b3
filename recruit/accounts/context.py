"""What every page knows of the person who reads it."""

from typing import Any

from django.http import HttpRequest


def member(request: HttpRequest) -> dict[str, Any]:
    """`member` and `workspace` for templates; None for people who are not signed in."""
    return {"member": getattr(request, "member", None), "workspace": getattr(request, "workspace", None)}
