"""Criteria: the requirements that were read, under what recruiters changed of them.

A reading gives requirements, each known by its words. Edits are rows that are only added; the last one for a criterion
stands, above any later reading of the same ad, until somebody goes back to what was read. Criteria that were put
together hide their members and are judged by them; taken apart, the members stand again as they were.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

from matching.codec import from_json, to_json
from matching.requirements import together
from matching.values import Requirement, Role, Weights
from recruit.postings.models import CriteriaEdit, Posting
from recruit.postings.rows import store_role

USUAL_WEIGHT = 3
WEIGHTS = range(1, 6)
RESTORE = "restore"


@dataclass(frozen=True, slots=True)
class Criterion:
    """One thing that people are compared with. `read`: as it was read, None for an own one; `of`: a group's members."""

    key: str
    requirement: Requirement
    weight: int = USUAL_WEIGHT
    read: Requirement | None = None
    of: tuple["Criterion", ...] = ()
    edited: bool = False

    @property
    def stored(self) -> dict[str, Any]:
        """It as an edit keeps it."""
        members = [each.key for each in self.of]
        return {"requirement": to_json(replace(self.requirement, parts=())), "weight": self.weight, "of": members}


def criteria_of(posting: Posting) -> tuple[Criterion, ...]:
    """What stands now, in the order of the ad, own ones last."""
    return tuple(_grouped(list(_standing(read_of(posting), said_of(posting)))))


def removed_of(posting: Posting) -> tuple[Criterion, ...]:
    """What was read and taken out since."""
    said = said_of(posting)
    read = ((key_of(each), each) for each in read_of(posting))
    return tuple(Criterion(key, each, read=each) for key, each in read if key in said and said[key] is None)


def read_of(posting: Posting) -> tuple[Requirement, ...]:
    """The requirements as read, none before it was; an older posting than this room has them in its role alone."""
    if posting.as_read:
        return tuple(from_json(Requirement, each) for each in posting.as_read)
    return from_json(Role, posting.role).requirements if posting.role else ()


def said_of(posting: Posting) -> Mapping[str, Any]:
    """The last word on each criterion since somebody last went back to what was read; None for a removed one."""
    said: dict[str, Any] = {}
    for edit in CriteriaEdit.objects.filter(posting=posting).order_by("number"):
        if edit.act == RESTORE and not edit.key:
            said.clear()
        elif edit.act == RESTORE:
            said.pop(edit.key, None)
        else:
            said[edit.key] = edit.after
    return said


def key_of(requirement: Requirement) -> str:
    """What names a requirement across readings: its words, whatever their spacing."""
    return sha256(" ".join(requirement.text.casefold().split()).encode()).hexdigest()[:16]


def apply(posting: Posting) -> None:
    """Write the criteria that stand as what the posting asks, with their weights."""
    standing = criteria_of(posting)
    weights = {place: each.weight / USUAL_WEIGHT for place, each in enumerate(standing) if each.weight != USUAL_WEIGHT}
    posting.weights = to_json(replace(from_json(Weights, posting.weights), requirement=weights))
    role = from_json(Role, posting.role)
    store_role(posting, replace(role, requirements=tuple(each.requirement for each in standing)))


def _standing(read: Sequence[Requirement], said: Mapping[str, Any]) -> Iterator[Criterion]:
    """Every criterion that was not removed; groups are not put together yet and carry their members' keys."""
    known = {key_of(each): each for each in read}
    for key, each in known.items():
        if key not in said:
            yield Criterion(key, each, read=each)
        elif said[key] is not None:
            yield _said(key, said[key], read=each)
    for key, stored in said.items():
        if key not in known and stored is not None:
            yield _said(key, stored, read=None)


def _said(key: str, stored: Mapping[str, Any], *, read: Requirement | None) -> Criterion:
    members = tuple(Criterion(each, from_json(Requirement, stored["requirement"])) for each in stored["of"])
    return Criterion(key, from_json(Requirement, stored["requirement"]), stored["weight"], read, members, edited=True)


def _grouped(found: list[Criterion]) -> Iterator[Criterion]:
    """Groups at the place of their first member, their members within them; a group of fewer than two is none."""
    by_key = {each.key: each for each in found if not each.of}
    group_of: dict[str, Criterion] = {}
    for group in (each for each in found if each.of):
        members = tuple(by_key[each.key] for each in group.of if each.key in by_key and each.key not in group_of)
        if len(members) > 1:
            group_of |= {each.key: _put_together(group, members) for each in members}
    told: set[str] = set()
    for each in found:
        one = group_of.get(each.key, None if each.of else each)
        if one and one.key not in told:
            told.add(one.key)
            yield one


def _put_together(group: Criterion, members: Iterable[Criterion]) -> Criterion:
    of = tuple(members)
    whole = together([each.requirement for each in of], any_of=group.requirement.any_of)
    return replace(group, requirement=replace(whole, priority=group.requirement.priority), of=of)
