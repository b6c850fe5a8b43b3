"""What happened to the criteria of a posting, each change as a sentence with before and after, newest first."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from matching.skills import label
from recruit.postings.models import CriteriaEdit, Posting

_SHOWN = 30
_VERBS = {
    "change": "changed",
    "add": "added",
    "remove": "removed",
    "group": "put together",
    "apart": "took apart",
    "restore": "went back to what was read",
}
_PRIORITIES = {"must": "must", "nice": "nice to have", "avoid": "to avoid"}


@dataclass(frozen=True, slots=True)
class Change:
    """One edit: who did what to which criterion, and each field that moved as (name, before, after)."""

    who: str
    verb: str
    words: str
    moved: tuple[tuple[str, str, str], ...]
    at: datetime


def history_of(posting: Posting) -> list[Change]:
    """The latest changes."""
    rows = CriteriaEdit.objects.filter(posting=posting).select_related("member").order_by("-number")[:_SHOWN]
    return [_change(each) for each in rows]


def _change(edit: CriteriaEdit) -> Change:
    before, after = _fields(edit.before), _fields(edit.after)
    moved = tuple(_moved(before, after)) if before and after else ()
    words = (after or before or {}).get("words", "")
    return Change(edit.member.name, _VERBS[edit.act], words if edit.key else "", moved, edit.at)


def _moved(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    for name, old in before.items():
        if after[name] != old:
            yield name, old or "none", after[name] or "none"


def _fields(stored: Any) -> dict[str, str]:
    if not stored or "requirement" not in stored:
        return {}
    asked = stored["requirement"]
    return {
        "words": asked["text"],
        "priority": _PRIORITIES[asked["priority"]],
        "kind": asked["kind"],
        "years": f"{asked['years']:g}" if asked["years"] else "",
        "skills": ", ".join(map(label, asked["skills"])),
        "one is enough": "yes" if asked["any_of"] else "no",
        "weight": str(stored["weight"]),
    }
