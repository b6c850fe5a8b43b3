"""Requirements of parts: several things put together, of which one is enough or all are needed."""

from collections.abc import Sequence
from dataclasses import replace

from matching.values import Kind, Requirement, Role


def asked_of(role: Role) -> tuple[Requirement, ...]:
    """What is embedded and compared: every requirement in order, then the parts of each that has parts."""
    return (*role.requirements, *(part for each in role.requirements for part in each.parts))


def together(parts: Sequence[Requirement], *, any_of: bool) -> Requirement:
    """One requirement of these: the first one's place and priority, the words of all. Raises ValueError for none."""
    if not parts:
        raise ValueError("There is nothing to put together.")
    kinds = {each.kind for each in parts}
    return replace(
        parts[0],
        text=(" or " if any_of else " and ").join(each.text.strip().rstrip(".") for each in parts),
        kind=parts[0].kind if len(kinds) == 1 else Kind.OTHER,
        years=None,
        skills=tuple(dict.fromkeys(skill for each in parts for skill in each.skills)),
        any_of=any_of,
        value="",
        parts=tuple(parts),
    )
