"""What a recruiter does to criteria: change, add, remove, put together, take apart, go back to what was read.

Each is one row and one event, and ranks the posting again: the people's vectors stay, only new words of the criteria
are embedded. What the law protects is refused as a criterion, with the reason.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import uuid4

from django.db import transaction
from django.db.models import Max

from matching.codec import to_json
from matching.requirements import cautions_of, read_requirement
from matching.skills import find_skills, skill
from matching.values import Caution, Kind, Priority, Requirement
from recruit.accounts.models import Member
from recruit.errors import DomainError
from recruit.events.record import Actor, record
from recruit.jobs.models import Queue
from recruit.jobs.queue import enqueue
from recruit.postings.criteria import (
    RESTORE,
    USUAL_WEIGHT,
    WEIGHTS,
    Criterion,
    apply,
    criteria_of,
    key_of,
    read_of,
    said_of,
)
from recruit.postings.models import CriteriaEdit, Posting, State

LONGEST = 300
MOST_CRITERIA = 60
MOST_YEARS = 40
_GONE = DomainError("criterion-gone", "Somebody changed this criterion meanwhile. Reload the page to see it.")


@dataclass(frozen=True, slots=True)
class Wording:
    """What a form says of one criterion. `skills` are names, None where the words themselves are to say."""

    text: str
    priority: Priority
    kind: Kind | None = None
    years: float | None = None
    skills: str | None = None
    any_of: bool = False
    weight: int = USUAL_WEIGHT


def change(posting: Posting, key: str, wording: Wording, *, by: Member) -> tuple[Caution, ...]:
    """Say anew what a criterion asks. The result are the proxies in it, to look at twice."""
    old = _known(posting, key)
    warned = _checked(wording)
    if old.of:
        asked = replace(old.requirement, priority=wording.priority, any_of=wording.any_of, parts=())
    else:
        asked = _requirement(wording, base=old.requirement)
    new = replace(old, requirement=asked, weight=wording.weight)
    if new.stored != old.stored:
        _edit(posting, "change", key, before=old.stored, after=new.stored, by=by)
    return warned


def add(posting: Posting, wording: Wording, *, by: Member) -> tuple[Caution, ...]:
    """Ask for something that the ad does not say. The result are the proxies in it."""
    warned = _checked(wording)
    asked = _requirement(wording, base=None)
    standing = criteria_of(posting)
    if key_of(asked) in {key_of(each.requirement) for each in standing}:
        raise DomainError("criterion-known", "This criterion is there already. Change that one instead.", status=400)
    if len(standing) >= MOST_CRITERIA:
        raise DomainError("too-many-criteria", f"A posting has at most {MOST_CRITERIA} criteria. Remove one first.")
    new = Criterion(uuid4().hex, asked, wording.weight)
    _edit(posting, "add", new.key, before=None, after=new.stored, by=by)
    return warned


def remove(posting: Posting, key: str, *, by: Member) -> None:
    """Compare nobody with this any more; of a group, its members stand again by themselves."""
    old = _known(posting, key)
    _edit(posting, "apart" if old.of else "remove", key, before=old.stored, after=None, by=by)


def put_together(posting: Posting, keys: Sequence[str], *, any_of: bool, by: Member) -> None:
    """Make one criterion of several: one of them is enough, or all are needed."""
    members = [_known(posting, key) for key in dict.fromkeys(keys)]
    if len(members) < 2 or any(each.of for each in members):
        raise DomainError("group-of-two", "Choose two criteria or more that are in no group yet.", status=400)
    asked = replace(members[0].requirement, any_of=any_of, parts=())
    group = Criterion(uuid4().hex, asked, max(each.weight for each in members), of=tuple(members))
    _edit(posting, "group", group.key, before=None, after=group.stored, by=by)


def restore(posting: Posting, key: str = "", *, by: Member) -> None:
    """Go back to what was read: of one criterion, or of all of them."""
    standing = {each.key: each.stored for each in criteria_of(posting)}
    if key and key not in {*standing, *said_of(posting)}:
        raise _GONE
    before: Any = standing.get(key) if key else standing
    _edit(posting, RESTORE, key, before=before, after=None, by=by)


def _edit(posting: Posting, act: str, key: str, *, before: Any, after: Any, by: Member) -> None:
    with transaction.atomic():
        locked = Posting.objects.select_for_update().get(pk=posting.pk)
        if locked.state != State.OPEN:
            raise DomainError(
                "posting-not-open", "Criteria can be changed once the posting is read and while it is open."
            )
        if not locked.as_read:
            locked.as_read = [to_json(each) for each in read_of(locked)]
            locked.save(update_fields=["as_read"])
        last = CriteriaEdit.objects.filter(posting=locked).aggregate(last=Max("number"))["last"] or 0
        row = CriteriaEdit.objects.create(
            posting=locked, number=last + 1, act=act, key=key, before=before, after=after, member=by
        )
        apply(locked)
        if all(each.requirement.priority is Priority.AVOID for each in criteria_of(locked)):
            raise DomainError("no-criteria", "Keep at least one criterion that somebody can meet.")
        actor = Actor("member", str(by.pk))
        facts = {"edit": str(row.pk), "act": act, "criterion": key, "before": _facts(before), "after": _facts(after)}
        record("criteria.changed", locked, by=actor, **facts)
        enqueue("criteria", locked, priority=Queue.INTERACTIVE)
    posting.refresh_from_db()


def _facts(stored: Any) -> Any:
    """What an event tells of a criterion: everything but its words, which stand in the edit."""
    if not stored or "requirement" not in stored:
        return {"criteria": sorted(stored)} if stored else None
    asked = stored["requirement"]
    told = {name: asked.get(name) for name in ("kind", "priority", "years", "skills", "any_of")}
    return {**told, "weight": stored["weight"], "of": stored["of"]}


def _known(posting: Posting, key: str) -> Criterion:
    found = next((each for each in criteria_of(posting) if each.key == key), None)
    if found is None:
        raise _GONE
    return found


def _checked(wording: Wording) -> tuple[Caution, ...]:
    if not wording.text.strip() or len(wording.text) > LONGEST:
        raise DomainError("criterion-text", f"Say what is asked in 1 to {LONGEST} characters.", status=400)
    if wording.weight not in WEIGHTS or not 0 <= (wording.years or 0) <= MOST_YEARS:
        raise DomainError("criterion-odd", f"Choose a weight of 1 to 5 and years up to {MOST_YEARS}.", status=400)
    found = cautions_of(wording.text)
    refused = next((each for each in found if each.refused), None)
    if refused:
        raise DomainError("protected-attribute", f"“{refused.text}” was not kept. {refused.sentence}", status=400)
    return found


def _requirement(wording: Wording, *, base: Requirement | None) -> Requirement:
    """The science's value: read anew where the words changed, with what the form says besides."""
    text = " ".join(wording.text.split())
    same = base is not None and text == " ".join(base.text.split())
    asked = base if same and base is not None else read_requirement(text, priority=wording.priority)
    span = base.span if base is not None else asked.span
    kind = wording.kind or asked.kind
    named = _skills(wording.skills) if wording.skills is not None else asked.skills
    skills_changed = named != asked.skills
    return replace(
        asked,
        span=span,
        priority=wording.priority,
        kind=kind,
        years=wording.years,
        skills=named,
        any_of=wording.any_of if skills_changed or same else asked.any_of or wording.any_of,
        parts=() if skills_changed or wording.any_of != asked.any_of else asked.parts,
    )


def _skills(names: str) -> tuple[str, ...]:
    found: list[str] = []
    for name in filter(None, (each.strip() for each in names.split(","))):
        named = skill(name)
        known = [named.id] if named else [each.skill for each in find_skills(name)]
        if not known:
            raise DomainError("unknown-skill", f"We know no skill called “{name}”. Write it as job ads do.", status=400)
        found += known
    return tuple(dict.fromkeys(found))
