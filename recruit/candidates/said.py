"""What was said of a person, as a history: who, when, what, and whether the reader may take it back."""

from dataclasses import dataclass
from uuid import UUID

from recruit.accounts.models import Member, Role
from recruit.accounts.visibility import at_least
from recruit.candidates.models import Correction
from recruit.candidates.own_words import is_own
from recruit.candidates.readout import IDENTITY, LABELS


@dataclass(frozen=True, slots=True)
class Saying:
    """One row of the history. `value` "" says that something is not stated; `undone` when it was taken back."""

    row: Correction
    who: str
    label: str
    about: str
    value: str
    covered: bool
    undone: bool
    may_undo: bool


def history(candidate: UUID, *, reader: Member | None, revealed: bool) -> tuple[Saying, ...]:
    """Everything that was said, newest first, as this reader (None: the candidate) may see it."""
    rows = Correction.objects.filter(candidate=candidate, undoes=None).select_related("member", "undone_by")
    return tuple(_saying(row, reader, revealed=revealed) for row in rows.order_by("-number"))


def _saying(row: Correction, reader: Member | None, *, revealed: bool) -> Saying:
    by_candidate = row.member_id is None
    undone = hasattr(row, "undone_by")
    covered = not revealed and (row.field in IDENTITY or is_own(row))
    return Saying(
        row,
        _who(row, reader),
        LABELS.get(row.field, row.field),
        (row.anchor or {}).get("title", ""),
        "" if covered else row.value,
        covered,
        undone,
        not undone and (reader is None or (not by_candidate and at_least(reader, Role.RECRUITER))),
    )


def _who(row: Correction, reader: Member | None) -> str:
    if row.member is None:
        return "You" if reader is None else "The candidate"
    return row.member.name if reader is not None else "A recruiter"
