"""A profile as JSON and back, without loss: what is kept in the database beside the resume."""

from typing import Any, cast

from matching.codec import from_json, to_json
from matching.values import Profile


def profile_to_json(profile: Profile) -> dict[str, Any]:
    """The profile as plain objects, arrays and text."""
    return cast(dict[str, Any], to_json(profile))


def profile_from_json(stored: dict[str, Any]) -> Profile:
    """The profile that `profile_to_json` wrote, equal to the original. Raises TypeError or ValueError otherwise."""
    return from_json(Profile, stored)
