"""A role as rows: one for each requirement that stands, and those that stood before, for the lists of earlier runs."""

from typing import Any

from matching.codec import to_json
from matching.values import Requirement as Asked
from matching.values import Role
from recruit.postings.models import Posting, Requirement


def store_role(posting: Posting, role: Role) -> None:
    """Write a role and a row for each of its requirements. A row that says something else now is kept for the past."""
    standing = {each.position: each for each in Requirement.objects.filter(posting=posting, current=True)}
    wanted = {position: _columns(each) for position, each in enumerate(role.requirements)}
    same = {
        position
        for position, row in standing.items()
        if position in wanted and all(getattr(row, name) == value for name, value in wanted[position].items())
    }
    Requirement.objects.filter(pk__in=[row.pk for at, row in standing.items() if at not in same]).update(current=False)
    Requirement.objects.bulk_create(
        Requirement(posting=posting, workspace_id=posting.workspace_id, position=position, **columns)
        for position, columns in wanted.items()
        if position not in same
    )
    posting.role = to_json(role)
    posting.save(update_fields=["role", "weights", "updated_at"])


def _columns(requirement: Asked) -> dict[str, Any]:
    return {
        "text": requirement.text,
        "start": requirement.span.start,
        "end": requirement.span.end,
        "kind": requirement.kind.value,
        "priority": requirement.priority.value,
        "years": requirement.years,
        "skills": list(requirement.skills),
        "any_of": requirement.any_of,
        "value": requirement.value[:120],
    }
